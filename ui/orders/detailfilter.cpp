#include "ui/orders/detailfilter.h"

#include "ui/orders/choicebutton.h"
#include "ui/orders/detailchoices.h"
#include "ui/orders/filterentries.h"
#include "ui/orders/filterfield.h"
#include "ui/text/words.h"
#include "ui/widgets/flowlayout.h"

#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using Kind = FilterField::Kind;
using Problem = FilterField::Problem;

namespace {

constexpr int TextColumns = 4;

Problem anyText(const QStringList &)
{
    return {};
}

template <typename T>
Problem problemOf(const filterentries::Entry<T> &entry)
{
    return {entry ? QString() : entry.error(), 0};
}

QDateTime firstOf(const DayOrTime &moment)
{
    return firstInstantOf(moment);
}
QDateTime behind(const DayOrTime &moment)
{
    return instantAfter(moment);
}
Yen firstOf(Yen amount)
{
    return amount;
}
Yen behind(Yen amount)
{
    return amount + Yen{1};
}

/// Each end by itself, then both together.
template <typename Read>
FilterField::Check rangeCheck(Read read, const QString &reversed)
{
    return [read, reversed](const QStringList &texts) -> Problem {
        const auto from = read(texts.at(0));
        const auto to = read(texts.at(1));
        if (!from) {
            return {from.error(), 0};
        }
        if (!to) {
            return {to.error(), 1};
        }
        const bool backwards = *from && *to && firstOf(**from) >= behind(**to);
        return {backwards ? reversed : QString(), 0};
    };
}

} // namespace

DetailFilter::DetailFilter(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"detailFilter"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    buildTexts(*column);
    buildRanges(*column);
    buildChoices(*column);
}

QList<DetailFilter::Offered> DetailFilter::offeredTexts()
{
    const FilterField::Check kana = [](const QStringList &texts) {
        return problemOf(filterentries::kana(texts.first()));
    };
    const FilterField::Check phone = [](const QStringList &texts) {
        return problemOf(filterentries::phoneNumber(texts.first()));
    };
    const QString piece = tr("一部だけでも探せます。");
    const QString whole = tr("番号の全体を入力してください。");
    return {
        {&OrderFilter::customerName, tr("注文者名"), u"detail_customerName"_s, anyText, piece},
        {&OrderFilter::customerKana, tr("注文者名(カナ)"), u"detail_customerKana"_s, kana,
         tr("全角カタカナで入力してください。一部だけでも探せます。")},
        {&OrderFilter::companyName, tr("注文者会社名"), u"detail_companyName"_s, anyText, piece},
        {&OrderFilter::mailAddress, tr("メールアドレス"), u"detail_mailAddress"_s, anyText, piece},
        {&OrderFilter::phoneNumber, tr("電話番号"), u"detail_phoneNumber"_s, phone,
         tr("数字とハイフンで入力してください。ハイフンはなくても構いません。")},
        {&OrderFilter::orderNumber, tr("注文番号"), u"detail_orderNumber"_s, anyText, whole},
        {&OrderFilter::trackingNumber, tr("お問い合わせ番号"), u"detail_trackingNumber"_s, anyText, whole},
        {&OrderFilter::productName, tr("購入商品名"), u"detail_productName"_s, anyText, piece},
    };
}

void DetailFilter::buildTexts(QVBoxLayout &column)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    const QList<Offered> offered = offeredTexts();
    for (const Offered &each : offered) {
        auto *field = new FilterField(Kind::Text, each.caption, each.name, each.check, this);
        field->explain(each.explanation);
        grid->addWidget(field, int(m_texts.size()) / TextColumns, int(m_texts.size()) % TextColumns);
        m_texts.append({each.member, field});
        connectField(*field);
    }
    for (int place = 0; place < TextColumns; ++place) {
        grid->setColumnStretch(place, 1);
    }
    column.addLayout(grid);
}

void DetailFilter::buildRanges(QVBoxLayout &column)
{
    const QString reversedDays = tr("はじめの日時が終わりより後です。どちらかを直してください。");
    const QString reversedAmounts = tr("はじめの金額が終わりより大きいです。どちらかを直してください。");
    const QString timed =
        tr("「2020/12/03」のように日付を、または「2020/12/03 13:21」のように日時を入力してください。"
           "はじめと終わりのどちらかだけでも構いません。");
    const auto moments = rangeCheck(filterentries::moment, reversedDays);
    auto *ordered = new FilterField(Kind::DaysAndTimes, tr("注文日"), u"detail_ordered"_s, moments, this);
    auto *paid = new FilterField(Kind::DaysAndTimes, tr("入金日"), u"detail_paid"_s, moments, this);
    auto *delivered = new FilterField(Kind::Days, tr("お届け日"), u"detail_delivery"_s,
                                      rangeCheck(filterentries::day, reversedDays), this);
    auto *total = new FilterField(Kind::Amounts, tr("購入金額"), u"detail_total"_s,
                                  rangeCheck(filterentries::amount, reversedAmounts), this);
    ordered->explain(timed);
    paid->explain(timed);
    delivered->explain(
        tr("「2020/12/03」のように日付を入力してください。はじめと終わりのどちらかだけでも構いません。"));
    total->explain(tr("お支払い合計です。はじめと終わりのどちらかだけでも構いません。"));
    m_moments = {{&OrderFilter::orderedFrom, &OrderFilter::orderedTo, ordered},
                 {&OrderFilter::paidFrom, &OrderFilter::paidTo, paid}};
    m_days = {{&OrderFilter::deliveryFrom, &OrderFilter::deliveryTo, delivered}};
    m_amounts = {{&OrderFilter::totalFrom, &OrderFilter::totalTo, total}};
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(16, 8);
    row->setLayout(flow);
    for (FilterField *field : {ordered, paid, delivered}) {
        flow->addWidget(field);
    }
    for (FilterField *field : {ordered, paid, delivered, total}) {
        connectField(*field);
    }
    column.addWidget(row);
}

void DetailFilter::buildChoices(QVBoxLayout &column)
{
    QList<ChoiceButton::Choice> statuses;
    for (const PaymentStatus status : allPaymentStatuses()) {
        statuses.append({int(status), Words::of(status), Words::explanationOf(status)});
    }
    QList<ChoiceButton::Choice> methods;
    for (const PaymentMethod method : detailchoices::methods()) {
        methods.append({int(method), Words::of(method), {}});
    }
    m_methods = new ChoiceButton(tr("支払方法"), methods, this);
    m_methods->setObjectName(u"methodFilter"_s);
    m_methodNameChoice = new ChoiceButton(tr("ショップの支払方法"), {}, this);
    m_methodNameChoice->setObjectName(u"methodNameFilter"_s);
    m_paymentStatuses = new ChoiceButton(tr("決済状況"), statuses, this);
    m_paymentStatuses->setObjectName(u"paymentStatusFilter"_s);
    m_prefectures =
        new ChoiceButton(tr("お届け先の都道府県"), detailchoices::of(detailchoices::prefectures()), this);
    m_prefectures->setObjectName(u"prefectureFilter"_s);
    auto *clear = new QPushButton(tr("条件を消す"), this);
    clear->setObjectName(u"clearDetail"_s);
    clear->setAccessibleName(tr("詳細検索の条件を消す"));
    clear->setToolTip(clear->accessibleName());
    clear->setAutoDefault(false);
    connect(clear, &QPushButton::clicked, this, &DetailFilter::clear);
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(8, 6);
    row->setLayout(flow);
    flow->addWidget(m_amounts.first().field);
    for (ChoiceButton *button : {m_methods, m_methodNameChoice, m_paymentStatuses, m_prefectures}) {
        button->setMinimumHeight(clear->sizeHint().height());
        flow->addWidget(button);
        connect(button, &ChoiceButton::checkedChanged, this, &DetailFilter::changed);
    }
    flow->addWidget(clear);
    column.addWidget(row);
}

void DetailFilter::connectField(FilterField &field)
{
    m_fields.append(&field);
    connect(&field, &FilterField::changed, this, &DetailFilter::changed);
    connect(&field, &FilterField::entered, this, &DetailFilter::entered);
}

bool DetailFilter::fits() const
{
    return std::all_of(m_fields.begin(), m_fields.end(),
                       [](const FilterField *field) { return field->fits(); });
}

void DetailFilter::tellProblems()
{
    FilterField *first = nullptr;
    for (FilterField *field : std::as_const(m_fields)) {
        field->tellProblem();
        first = first || field->fits() ? first : field;
    }
    if (first) {
        first->focusProblem();
    }
}

void DetailFilter::focusFirst()
{
    m_fields.first()->focusFirst();
}

void DetailFilter::clear()
{
    setFilter({});
    emit changed();
}

} // namespace kessai
