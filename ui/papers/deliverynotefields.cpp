// DeliveryNoteDialog: what stands on the notes beside the orders, kept for each person.
#include "ui/papers/deliverynotedialog.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QLineEdit>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostCharacters = 120; ///< of a line that staff write

/// Any name may be an operator's, also one with a slash.
QString keyOf(const QString &operatorName, const QString &field)
{
    return u"deliveryNote/%1/%2"_s.arg(QString::fromLatin1(operatorName.toUtf8().toHex()), field);
}

QStringList linesOf(const QList<QLineEdit *> &edits)
{
    QStringList lines;
    lines.reserve(edits.size());
    for (const QLineEdit *edit : edits) {
        lines.append(edit->text());
    }
    return lines;
}

} // namespace

void DeliveryNoteDialog::buildFields(QFormLayout *form)
{
    m_title = addField(form, u"noteTitleEdit"_s, tr("タイトル"), tr("納品書のタイトル"));
    m_issuedOn->setObjectName(u"noteDayEdit"_s);
    m_issuedOn->setAccessibleName(tr("発行日"));
    m_issuedOn->setDisplayFormat(u"yyyy/MM/dd"_s);
    m_issuedOn->setCalendarPopup(true);
    form->addRow(tr("発行日"), m_issuedOn);
    connect(m_issuedOn, &QDateEdit::dateChanged, &m_previewTimer, qOverload<>(&QTimer::start));
    for (int line = 1; line <= DeliveryNote::MessageLines; ++line) {
        m_messages.append(addField(form, u"noteMessageEdit%1"_s.arg(line),
                                   line == 1 ? tr("メッセージ") : QString(),
                                   tr("メッセージ%1行目").arg(line)));
    }
    for (int line = 1; line <= DeliveryNote::RemarkLines; ++line) {
        m_remarks.append(addField(form, u"noteRemarkEdit%1"_s.arg(line), line == 1 ? tr("備考") : QString(),
                                  tr("備考%1行目").arg(line)));
    }
}

QLineEdit *DeliveryNoteDialog::addField(QFormLayout *form, const QString &objectName, const QString &label,
                                        const QString &accessibleName)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(objectName);
    edit->setAccessibleName(accessibleName);
    edit->setMaxLength(MostCharacters);
    label.isEmpty() ? form->addRow(edit) : form->addRow(label, edit);
    connect(edit, &QLineEdit::textChanged, &m_previewTimer, qOverload<>(&QTimer::start));
    return edit;
}

void DeliveryNoteDialog::loadTexts()
{
    const QString name = m_session.operatorName();
    const auto kept = [this, &name](const QString &field, const QString &usual) {
        return m_settings.value(keyOf(name, field), usual).toString();
    };
    m_title->setText(kept(u"title"_s, DeliveryNote::usualTitle()));
    for (int line = 0; line < m_messages.size(); ++line) {
        m_messages.at(line)->setText(
            kept(u"message%1"_s.arg(line), line == 0 ? DeliveryNote::usualMessage() : QString()));
    }
    for (int line = 0; line < m_remarks.size(); ++line) {
        m_remarks.at(line)->setText(kept(u"remark%1"_s.arg(line), {}));
    }
    for (QLineEdit *edit : m_messages + m_remarks) {
        edit->setCursorPosition(0); // long lines are read from their beginning
    }
}

void DeliveryNoteDialog::saveTexts() const
{
    const QString name = m_session.operatorName();
    m_settings.setValue(keyOf(name, u"title"_s), m_title->text());
    for (int line = 0; line < m_messages.size(); ++line) {
        m_settings.setValue(keyOf(name, u"message%1"_s.arg(line)), m_messages.at(line)->text());
    }
    for (int line = 0; line < m_remarks.size(); ++line) {
        m_settings.setValue(keyOf(name, u"remark%1"_s.arg(line)), m_remarks.at(line)->text());
    }
}

DeliveryNoteTexts DeliveryNoteDialog::texts() const
{
    return {m_title->text(), m_issuedOn->date(), m_shopName, linesOf(m_messages), linesOf(m_remarks)};
}

} // namespace kessai
