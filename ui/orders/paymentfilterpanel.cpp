#include "ui/orders/paymentfilterpanel.h"

#include "ui/orders/filterconditions.h"
#include "ui/orders/filtergroup.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The six of S89.
QList<OrderStatus> offeredStatuses()
{
    return {OrderStatus::New,       OrderStatus::Cancelled, OrderStatus::InProgress,
            OrderStatus::Delivered, OrderStatus::Paid,      OrderStatus::Returned};
}

constexpr int PayDueSoonDays = 3; ///< お支払期限 within these counts as near

/// The two ends of a deadline, in days from today.
struct DeadlineChoice
{
    DaysFromToday capture{};
    DaysFromToday pay{};

    bool operator==(const DeadlineChoice &) const = default;
};

/// By the place of their word in the box; the first asks for none.
const QList<DeadlineChoice> &deadlineChoices()
{
    static const QList<DeadlineChoice> choices{{},
                                               {.capture = daysOf(CaptureDue::Soon)},
                                               {.capture = daysOf(CaptureDue::Lapsed)},
                                               {.pay = {0, PayDueSoonDays}},
                                               {.pay = {{}, -1}}};
    return choices;
}

DeadlineChoice choiceOf(const OrderFilter &filter)
{
    return {{filter.captureFromDays, filter.captureWithinDays}, {filter.payFromDays, filter.payWithinDays}};
}

OrderFilter withChoice(OrderFilter filter, const DeadlineChoice &choice)
{
    filter = FilterConditions::without(FilterConditions::without(filter, u"captureBy"_s), u"payBy"_s);
    filter.captureFromDays = choice.capture.from;
    filter.captureWithinDays = choice.capture.until;
    filter.payFromDays = choice.pay.from;
    filter.payWithinDays = choice.pay.until;
    return filter;
}

template <typename T>
QList<T> valuesOf(const FilterGroup &group)
{
    QList<T> values;
    for (const int value : group.checkedValues()) {
        values.append(T(value));
    }
    return values;
}

template <typename T>
void check(FilterGroup &group, const QList<T> &values)
{
    QList<int> numbers;
    for (const T value : values) {
        numbers.append(int(value));
    }
    group.setCheckedValues(numbers);
}

} // namespace

PaymentFilterPanel::PaymentFilterPanel(QSettings &settings, QWidget *parent)
    : ListFilterPanel(parent), m_settings(settings), m_groups(new QWidget(this))
{
    setObjectName(u"payments_filterPanel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 14, 2, 8);
    column->setSpacing(10);
    column->addLayout(makeSearchRow(u"payments_"_s, tr("注文番号・お名前など")));
    buildMethods();
    buildOrderStatuses();
    buildPaymentStatuses();
    buildDeadlines();
    buildGroups(*column);
}

void PaymentFilterPanel::buildMethods()
{
    m_methods = new FilterGroup(tr("支払方法"), u"payments_method"_s, m_groups);
    for (const PaymentMethod method : gatewayMethods()) {
        m_methods->addChoice(int(method), Words::of(method),
                             tr("店舗での支払方法の名称は、一覧の行に表示します。"));
    }
}

void PaymentFilterPanel::buildOrderStatuses()
{
    m_orderStatuses = new FilterGroup(tr("対応状況"), u"payments_orderStatus"_s, m_groups);
    for (const OrderStatus status : offeredStatuses()) {
        m_orderStatuses->addChoice(int(status), Words::of(status),
                                   tr("対応状況は受注管理での状況です。GMOの決済の状況とは別のものです。"));
    }
    m_withUnfinished = new QCheckBox(tr("購入処理中・決済処理中も"), m_groups);
    m_withUnfinished->setObjectName(u"payments_withUnfinished"_s);
    m_withUnfinished->setToolTip(tr("ふだんは表示しない、購入処理中と決済処理中の受注も表示します。"));
    connect(m_withUnfinished, &QCheckBox::toggled, this, [this] {
        showCounts();
        changedSoon();
    });
}

/// In the guide's order; the headings only part it (S90).
void PaymentFilterPanel::buildPaymentStatuses()
{
    m_paymentStatuses = new FilterGroup(tr("決済状況"), u"payments_paymentStatus"_s, m_groups);
    const QHash<PaymentStatus, QString> headings{
        {PaymentStatus::Unsettled, tr("手続き・受付・入金")},
        {PaymentStatus::Expired, tr("不成立")},
        {PaymentStatus::Authorized, tr("売上")},
        {PaymentStatus::Voided, tr("取消・返品")},
        {PaymentStatus::SimplyAuthorized, tr("そのほか")},
    };
    for (const PaymentStatus status : allPaymentStatuses()) {
        if (headings.contains(status)) {
            m_paymentStatuses->addHeading(headings.value(status));
        }
        m_paymentStatuses->addChoice(int(status), Words::of(status), Words::explanationOf(status));
    }
}

/// What the days are today is filled in where the list is asked (askedAt).
void PaymentFilterPanel::buildDeadlines()
{
    m_deadlines = new QComboBox(m_groups);
    m_deadlines->setObjectName(u"payments_deadline"_s);
    m_deadlines->setAccessibleName(tr("期限"));
    m_deadlines->setSizeAdjustPolicy(
        QComboBox::AdjustToMinimumContentsLengthWithIcon); // the list needs the room
    m_deadlines->addItems({tr("指定なし"), tr("売上期限が近い（%n日以内）", nullptr, CaptureDueSoonDays),
                           tr("売上期限超過"), tr("お支払期限が近い（%n日以内）", nullptr, PayDueSoonDays),
                           tr("お支払期限超過")});
    m_deadlines->view()->setMinimumWidth(m_deadlines->view()->sizeHintForColumn(0));
    connect(m_deadlines, &QComboBox::activated, this, [this](int place) {
        m_rest = withChoice(m_rest, deadlineChoices().at(place));
        changedSoon();
    });
}

void PaymentFilterPanel::buildGroups(QVBoxLayout &column)
{
    auto *groups = new QVBoxLayout(m_groups);
    groups->setContentsMargins(0, 0, 2, 8);
    groups->setSpacing(14);
    auto *deadlines = new QVBoxLayout;
    deadlines->setContentsMargins(4, 0, 0, 0);
    deadlines->setSpacing(3);
    auto *caption = new QLabel(tr("期限"), m_groups);
    caption->setBuddy(m_deadlines);
    deadlines->addWidget(caption);
    deadlines->addWidget(m_deadlines);
    groups->addLayout(deadlines);
    groups->addWidget(m_methods);
    auto *statuses = new QVBoxLayout;
    statuses->setSpacing(3);
    statuses->addWidget(m_orderStatuses);
    auto *option = new QVBoxLayout;
    option->setContentsMargins(4, 0, 0, 0);
    option->addWidget(m_withUnfinished);
    statuses->addLayout(option);
    groups->addLayout(statuses);
    groups->addWidget(m_paymentStatuses);
    groups->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"payments_filterScroll"_s);
    scroll->setAccessibleName(tr("絞り込みの条件"));
    scroll->setFocusPolicy(Qt::NoFocus); // the boxes take it; it follows them
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_groups->setAutoFillBackground(false);
    scroll->setWidget(m_groups);
    column.addWidget(scroll, 1);
    for (FilterGroup *group : {m_methods, m_orderStatuses, m_paymentStatuses}) {
        connect(group, &FilterGroup::checkedChanged, this, &PaymentFilterPanel::changedSoon);
    }
    keepFold(*m_methods, u"payments/folded/method"_s);
    keepFold(*m_orderStatuses, u"payments/folded/orderStatus"_s);
    keepFold(*m_paymentStatuses, u"payments/folded/paymentStatus"_s);
    // Wide enough for the longest word with a count of five digits, folded or not.
    const int longest = fontMetrics().horizontalAdvance(Words::of(PaymentMethod::PayEasyNet) + u"(88,888)"_s);
    setFixedWidth(qMax(longest + 40, m_groups->sizeHint().width() + 16) +
                  scroll->verticalScrollBar()->sizeHint().width());
}

void PaymentFilterPanel::keepFold(FilterGroup &group, const QString &key)
{
    group.setFolded(m_settings.value(key, false).toBool());
    connect(&group, &FilterGroup::foldedChanged, this,
            [this, key](bool folded) { m_settings.setValue(key, folded); });
}

OrderFilter PaymentFilterPanel::filter() const
{
    OrderFilter filter = m_rest;
    filter.query = searchText();
    filter.methods = valuesOf<PaymentMethod>(*m_methods);
    filter.paymentStatuses = valuesOf<PaymentStatus>(*m_paymentStatuses);
    filter.orderStatuses = valuesOf<OrderStatus>(*m_orderStatuses);
    filter.withUnfinished = m_withUnfinished->isChecked();
    if (filter.withUnfinished && !filter.orderStatuses.isEmpty()) {
        filter.orderStatuses += {OrderStatus::Processing, OrderStatus::Pending};
    }
    return filter;
}

void PaymentFilterPanel::setFilter(const OrderFilter &filter)
{
    m_rest = filter;
    setSearchText(filter.query);
    check(*m_methods, filter.methods);
    check(*m_orderStatuses, filter.orderStatuses);
    check(*m_paymentStatuses, filter.paymentStatuses);
    m_deadlines->setCurrentIndex(qMax(0, int(deadlineChoices().indexOf(choiceOf(filter)))));
    const QSignalBlocker quiet(m_withUnfinished);
    m_withUnfinished->setChecked(filter.withUnfinished);
    showCounts();
    forgetChange();
}

void PaymentFilterPanel::setCounts(const ListCounts &counts)
{
    m_counts = counts.payments;
    showCounts();
}

/// A number says how many rows its box would list.
void PaymentFilterPanel::showCounts()
{
    if (!m_counts) {
        return;
    }
    const bool all = m_withUnfinished->isChecked();
    const auto &byMethod = all ? m_counts->allByMethod : m_counts->byMethod;
    const auto &byPaymentStatus = all ? m_counts->allByPaymentStatus : m_counts->byPaymentStatus;
    for (const PaymentMethod method : gatewayMethods()) {
        m_methods->setCount(int(method), byMethod.value(method));
    }
    for (const OrderStatus status : offeredStatuses()) {
        m_orderStatuses->setCount(int(status), m_counts->byOrderStatus.value(status));
    }
    for (const PaymentStatus status : allPaymentStatuses()) {
        m_paymentStatuses->setCount(int(status), byPaymentStatus.value(status));
    }
}

} // namespace kessai
