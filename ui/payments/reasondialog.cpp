#include "ui/payments/reasondialog.h"

#include "ui/widgets/paragraph.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

ReasonDialog::ReasonDialog(const QString &title, const QString &text, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QLineEdit(this))
    , m_answers(new QVBoxLayout)
    , m_cancel(new QPushButton(tr("キャンセル"), this))
{
    setObjectName(u"reasonDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(new Paragraph(text, this));
    auto *caption = new QLabel(tr("理由（決済ログに残ります）"), this);
    caption->setBuddy(m_reason);
    m_reason->setObjectName(u"reasonEdit"_s);
    m_reason->setAccessibleName(caption->text());
    m_reason->setMaxLength(500);
    auto *field = new QVBoxLayout;
    field->setSpacing(4);
    field->addWidget(caption);
    field->addWidget(m_reason);
    column->addLayout(field);
    m_answers->setSpacing(8);
    column->addLayout(m_answers);
    m_cancel->setObjectName(u"cancelReasonButton"_s);
    m_cancel->setAutoDefault(false); // Enter after the reason goes on to the answers and throws nothing away
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
    column->addWidget(m_cancel, 0, Qt::AlignRight);
    m_reason->setFocus();
    setMinimumWidth(fontMetrics().height() * 28);
}

/// As high as its sentences need at this width, which no size hint knows.
void ReasonDialog::showEvent(QShowEvent *event)
{
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
    QDialog::showEvent(event);
}

void ReasonDialog::addAnswer(const QString &label, const QString &objectName,
                             std::function<void(const QString &)> answer)
{
    auto *button = new QPushButton(label, this);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    button->setEnabled(false);
    m_answers->addWidget(button);
    setTabOrder(m_lastAnswer ? static_cast<QWidget *>(m_lastAnswer) : m_reason, button);
    setTabOrder(button, m_cancel);
    m_lastAnswer = button;
    connect(m_reason, &QLineEdit::textChanged, button,
            [button](const QString &text) { button->setEnabled(!text.trimmed().isEmpty()); });
    connect(button, &QPushButton::clicked, this, [this, answer = std::move(answer)] {
        answer(m_reason->text().trimmed());
        accept();
    });
}

void ReasonDialog::setReason(const QString &reason)
{
    m_reason->setText(reason);
}

ReasonDialog *makeResolveDialog(bool conflict, const QString &lastSeen,
                                std::function<void(Resolution, const QString &)> answer, QWidget *parent)
{
    const QString what =
        conflict ? ReasonDialog::tr("GMOの今の状態をもう一度読み取り、証拠として残したうえで解決します。操作"
                                    "の結果をどう判断しますか。")
                 : ReasonDialog::tr(
                       "GMOの今の状態をもう一度読み取り、証拠として残したうえで、このアプリに取り込みます。");
    auto *dialog = new ReasonDialog(ReasonDialog::tr("要確認の解決"), lastSeen + what, parent);
    const auto add = [&](const QString &label, const QString &name, Resolution resolution) {
        dialog->addAnswer(label, name,
                          [answer, resolution](const QString &reason) { answer(resolution, reason); });
    };
    add(conflict ? ReasonDialog::tr("GMOの今の状態に合わせる")
                 : ReasonDialog::tr("GMOの今の状態を取り込んで解決する"),
        u"adoptButton"_s, Resolution::Adopt);
    if (conflict) {
        add(ReasonDialog::tr("操作は成立したとする（完了）"), u"resolveDoneButton"_s, Resolution::Done);
        add(ReasonDialog::tr("操作は成立しなかったとする（不成立）"), u"resolveRefusedButton"_s,
            Resolution::Refused);
    }
    return dialog;
}

} // namespace kessai
