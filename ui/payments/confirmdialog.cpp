#include "ui/payments/confirmdialog.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/stylesheet.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QLabel *headline(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    font.setBold(true);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ConfirmDialog::ConfirmDialog(const ConfirmContent &content, bool tickRemembered, QWidget *parent)
    : QDialog(parent), m_content(content), m_moved(new Banner(Meaning::NeedsWork, this))
{
    setObjectName(u"confirmDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(content.title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    m_moved->setObjectName(u"movedBanner"_s);
    m_moved->hide();
    column->addWidget(m_moved);
    auto *question = headline(content.question, this);
    question->setObjectName(u"confirmQuestion"_s);
    column->addWidget(question);
    addLines(column);
    column->addWidget(new Paragraph(content.consequence, this));
    if (!content.statement.isEmpty()) {
        auto *statement = new Paragraph(content.statement, this);
        statement->setObjectName(u"statementLabel"_s);
        column->addWidget(statement);
    }
    addTick(column, tickRemembered);
    column->addStretch(1);
    column->addSpacing(4);
    addButtons(column);
    setMinimumWidth(fontMetrics().height() * 34);
    fitHeight();
}

/// Wrapped sentences know their height only at a width.
void ConfirmDialog::fitHeight()
{
    const int wanted = qMax(width(), minimumWidth());
    resize(wanted, layout()->totalHeightForWidth(wanted));
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    fitHeight(); // with the style sheet's paddings, which it has only now
    QDialog::showEvent(event);
}

void ConfirmDialog::warn(const QString &text)
{
    m_moved->setText(text);
    m_moved->show();
    fitHeight();
}

void ConfirmDialog::addLines(QVBoxLayout *column)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < m_content.lines.size(); ++row) {
        const auto &[caption, value] = m_content.lines.at(row);
        auto *name = new QLabel(caption, this);
        setTone(*name, Tone::Quiet);
        auto *text = new Paragraph(value, this);
        text->setObjectName(u"confirmLine%1"_s.arg(row));
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
    }
    column->addLayout(grid);
}

void ConfirmDialog::addTick(QVBoxLayout *column, bool remembered)
{
    if (!m_content.thenStatus) {
        return;
    }
    const bool possible = m_content.thenProblem.isEmpty();
    m_tick = new QCheckBox(m_content.thenLabel, this);
    m_tick->setObjectName(u"thenStatusCheck"_s);
    m_tick->setEnabled(possible);
    m_tick->setChecked(possible && remembered);
    column->addWidget(m_tick);
    if (!possible) {
        auto *reason = new Paragraph(m_content.thenProblem, this);
        reason->setObjectName(u"thenStatusReason"_s);
        setTone(*reason, Tone::Quiet);
        column->addWidget(reason);
    }
}

void ConfirmDialog::addButtons(QVBoxLayout *column)
{
    auto *confirm = new QPushButton(m_content.verb, this);
    confirm->setObjectName(u"confirmButton"_s);
    confirm->setAccessibleName(m_content.verb);
    confirm->setAutoDefault(false);
    confirm->setProperty("danger", true);
    auto *cancel = new QPushButton(tr("キャンセル"), this);
    cancel->setObjectName(u"cancelConfirmButton"_s);
    cancel->setDefault(true);
    auto *row = new QHBoxLayout; // the money button on the side where the hand is not
    row->addWidget(confirm);
    row->addStretch(1);
    row->addWidget(cancel);
    column->addLayout(row);
    cancel->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(confirm, &QPushButton::clicked, this, [this, confirm] {
        confirm->setEnabled(false); // an impatient second click is none
        emit confirmed();
        accept();
    });
}

std::optional<OrderStatus> ConfirmDialog::thenStatus() const
{
    return m_tick && m_tick->isEnabled() && m_tick->isChecked() ? m_content.thenStatus : std::nullopt;
}

std::optional<bool> ConfirmDialog::tick() const
{
    return m_tick && m_tick->isEnabled() ? std::optional<bool>(m_tick->isChecked()) : std::nullopt;
}

} // namespace kessai
