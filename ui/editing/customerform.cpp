#include "ui/editing/customerform.h"

#include "ui/editing/orderdraft.h"
#include "ui/text/cardnumbers.h"
#include "ui/text/formats.h"
#include "ui/widgets/paragraph.h"

#include <QAction>
#include <QCompleter>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMap>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStyle>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// As long as the shop's own column; a field of megabytes would hold up the window.
constexpr qsizetype LongestMemo = 4'000;
constexpr int MemoHeightPx = 84;

constexpr std::pair<EditSpot, QString Addressee::*> PersonValues[] = {
    {EditSpot::FamilyName, &Addressee::familyName},   {EditSpot::GivenName, &Addressee::givenName},
    {EditSpot::FamilyKana, &Addressee::familyKana},   {EditSpot::GivenKana, &Addressee::givenKana},
    {EditSpot::CompanyName, &Addressee::companyName}, {EditSpot::PostalCode, &Addressee::postalCode},
    {EditSpot::Prefecture, &Addressee::prefecture},   {EditSpot::Address1, &Addressee::address1},
    {EditSpot::Address2, &Addressee::address2},       {EditSpot::PhoneNumber, &Addressee::phoneNumber},
};

QString *valueOf(Order &order, EditSpot spot)
{
    for (const auto &[of, member] : PersonValues) {
        if (of == spot) {
            return &(order.customer.*member);
        }
    }
    return spot == EditSpot::MailAddress ? &order.mailAddress
           : spot == EditSpot::Message   ? &order.message
                                         : &order.note;
}

QString shownIn(const Order &order, EditSpot spot)
{
    Order copy = order;
    return *valueOf(copy, spot);
}

EditPlace placeOf(EditSpot spot)
{
    return {EditPlace::Part::Order, -1, spot};
}

} // namespace

CustomerForm::CustomerForm(OrderDraft &draft, QWidget *parent) : QWidget(parent), m_draft(draft)
{
    setObjectName(u"customerForm"_s);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(24);
    auto *left = new QFormLayout;
    auto *right = new QFormLayout;
    for (QFormLayout *form : {left, right}) {
        form->setHorizontalSpacing(12);
        form->setVerticalSpacing(8);
    }
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    addField(*left, EditSpot::FamilyName, u"familyNameField"_s);
    addField(*left, EditSpot::GivenName, u"givenNameField"_s);
    addField(*left, EditSpot::FamilyKana, u"familyKanaField"_s);
    addField(*left, EditSpot::GivenKana, u"givenKanaField"_s);
    addField(*left, EditSpot::CompanyName, u"companyNameField"_s);
    addMemo(*left, EditSpot::Message, u"messageField"_s);
    addField(*right, EditSpot::PostalCode, u"postalCodeField"_s);
    addField(*right, EditSpot::Prefecture, u"prefectureField"_s);
    addField(*right, EditSpot::Address1, u"address1Field"_s);
    addField(*right, EditSpot::Address2, u"address2Field"_s);
    addField(*right, EditSpot::PhoneNumber, u"phoneNumberField"_s);
    addField(*right, EditSpot::MailAddress, u"mailAddressField"_s);
    addMemo(*right, EditSpot::Note, u"noteField"_s);
    connect(&draft, &OrderDraft::changed, this, &CustomerForm::follow);
    follow();
}

QString CustomerForm::labelOf(EditSpot spot)
{
    const QMap<EditSpot, QString> labels{
        {EditSpot::FamilyName, tr("お名前（姓）")},
        {EditSpot::GivenName, tr("お名前（名）")},
        {EditSpot::FamilyKana, tr("フリガナ（姓）")},
        {EditSpot::GivenKana, tr("フリガナ（名）")},
        {EditSpot::CompanyName, tr("会社名")},
        {EditSpot::PostalCode, tr("郵便番号")},
        {EditSpot::Prefecture, tr("都道府県")},
        {EditSpot::Address1, tr("住所1")},
        {EditSpot::Address2, tr("住所2")},
        {EditSpot::PhoneNumber, tr("電話番号")},
        {EditSpot::MailAddress, tr("メールアドレス")},
        {EditSpot::Message, tr("お問い合わせ（要望等）")},
        {EditSpot::Note, tr("ショップ用メモ")},
    };
    return labels.value(spot);
}

void CustomerForm::addField(QFormLayout &form, EditSpot spot, const QString &objectName)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(objectName);
    line->setAccessibleName(labelOf(spot));
    line->installEventFilter(this);
    if (spot == EditSpot::Prefecture) {
        line->setCompleter(new QCompleter(prefectures(), line));
    }
    auto *mark =
        line->addAction(style()->standardIcon(QStyle::SP_MessageBoxWarning), QLineEdit::TrailingPosition);
    mark->setVisible(false);
    connect(line, &QLineEdit::textEdited, this, [this, spot](const QString &text) { typed(spot, text); });
    if (line->completer()) {
        connect(line->completer(), qOverload<const QString &>(&QCompleter::activated), this,
                [this, spot](const QString &text) { typed(spot, text); });
    }
    form.addRow(labelOf(spot), line);
    m_fields.append({spot, line, mark});
}

/// Card numbers are shown nowhere, and a text that is masked cannot be edited without losing what it hides.
void CustomerForm::addMemo(QFormLayout &form, EditSpot spot, const QString &objectName)
{
    const QString text = shownIn(m_draft.order(), spot);
    if (text.size() > LongestMemo || withoutCardNumbers(text) != text) {
        auto *reason =
            new Paragraph(tr("長すぎるか、カード番号のような数字を含むため、ここでは編集できません。"), this);
        form.addRow(labelOf(spot), reason);
        return;
    }
    auto *field = new QPlainTextEdit(this);
    field->setObjectName(objectName);
    field->setAccessibleName(labelOf(spot));
    field->setTabChangesFocus(true);
    field->setFixedHeight(MemoHeightPx);
    field->setUndoRedoEnabled(false);
    field->installEventFilter(this);
    field->setPlainText(text);
    connect(field, &QPlainTextEdit::textChanged, this,
            [this, spot, field] { typed(spot, field->toPlainText()); });
    form.addRow(labelOf(spot), field);
    m_memos.append({spot, field});
}

void CustomerForm::typed(EditSpot spot, const QString &text)
{
    Order after = m_draft.order();
    QString &value = *valueOf(after, spot);
    if (value != text) {
        value = text;
        m_draft.change(tr("%1の変更").arg(labelOf(spot)), after, int(spot));
    }
}

void CustomerForm::follow()
{
    for (const Field &field : std::as_const(m_fields)) {
        const QString value = shownIn(m_draft.order(), field.spot);
        if (field.line->text() != value) {
            field.line->setText(value);
            field.line->setCursorPosition(0); // the beginning of what is too long is what is known
        }
        const QString problem = m_draft.problemAt(placeOf(field.spot));
        field.mark->setVisible(!problem.isEmpty());
        field.mark->setToolTip(Formats::plainTooltip(problem));
        field.line->setToolTip(Formats::plainTooltip(problem));
        field.line->setAccessibleDescription(problem);
    }
    for (const Memo &memo : std::as_const(m_memos)) {
        const QString value = shownIn(m_draft.order(), memo.spot);
        if (memo.text->toPlainText() != value) {
            const QSignalBlocker quiet(memo.text); // a file's line ends change in the field: no edit of ours
            memo.text->setPlainText(value);
        }
        const QString problem = m_draft.problemAt(placeOf(memo.spot));
        memo.text->setToolTip(Formats::plainTooltip(problem));
        memo.text->setAccessibleDescription(problem);
    }
}

bool CustomerForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) ||
            (key->key() == Qt::Key_Y && key->modifiers() == Qt::ControlModifier)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kessai
