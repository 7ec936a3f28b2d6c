#include "ui/payments/confirmdialog.h"

#include "ui/widgets/colours.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QLabel *sentence(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

void setQuiet(QWidget *widget)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, quietText(palette));
    widget->setPalette(palette);
}

} // namespace

ConfirmDialog::ConfirmDialog(const ConfirmContent &content, bool tickRemembered, QWidget *parent)
    : QDialog(parent), m_content(content)
{
    setObjectName(u"confirmDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(content.title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    addLines(column);
    column->addWidget(sentence(content.consequence, this));
    if (!content.statement.isEmpty()) {
        auto *statement = sentence(content.statement, this);
        statement->setObjectName(u"statementLabel"_s);
        column->addWidget(statement);
    }
    addTick(column, tickRemembered);
    column->addStretch(1);
    addButtons(column);
    setMinimumWidth(fontMetrics().height() * 30);
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
        setQuiet(name);
        auto *text = sentence(value, this);
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
        auto *reason = sentence(m_content.thenProblem, this);
        reason->setObjectName(u"thenStatusReason"_s);
        setQuiet(reason);
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
