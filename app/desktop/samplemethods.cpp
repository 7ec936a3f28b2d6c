#include "app/desktop/samplemethods.h"

#include "core/base/japantime.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::MultiSeed;
using simulator::MultiStatus;
using simulator::PayType;
using Method = PaymentMethod;
using Status = MultiStatus;

namespace {

constexpr Yen LargestPayment{30'000}; ///< docomo takes no more (protocol.md §2)
constexpr int TermDays = 10;          ///< of a store or bank

/// What became of an order that was paid by another method.
struct MethodCase
{
    Method method;
    Status status;
    OrderStatus orderStatus;
    int ageDays;
    int soldDaysAgo = 0;      ///< of what is sold, paid or taken back
    int daysToPay = TermDays; ///< from today: store, Pay-easy
    const char *detail = "";  ///< the store's code, au's pay method
    bool partlyBack = false;  ///< a third was cancelled at the gateway's console
    bool differs = false;     ///< the order's total moved after the payment
};

constexpr const char *Lawson = "10001";
constexpr const char *FamilyMart = "10002";
constexpr const char *SevenEleven = "00007";

// clang-format off
const QList<MethodCase> Cases{
    {Method::ConvenienceStore, Status::ReqSuccess, OrderStatus::New, 1, 0, 9, Lawson},
    {Method::ConvenienceStore, Status::ReqSuccess, OrderStatus::New, 8, 0, 2, SevenEleven},
    {Method::ConvenienceStore, Status::ReqSuccess, OrderStatus::New, 10, 0, 0, FamilyMart},
    {Method::ConvenienceStore, Status::ReqSuccess, OrderStatus::Cancelled, 3, 0, 7, Lawson},
    {Method::ConvenienceStore, Status::PaySuccess, OrderStatus::New, 3, 1, 7, SevenEleven},
    {Method::ConvenienceStore, Status::PaySuccess, OrderStatus::Delivered, 14, 12, 0, FamilyMart},
    {Method::ConvenienceStore, Status::Expired, OrderStatus::New, 15, 0, -5, Lawson},
    {Method::ConvenienceStore, Status::Cancel, OrderStatus::Cancelled, 6, 5, 4, "10008"},
    {Method::ConvenienceStore, Status::PayFail, OrderStatus::New, 5, 4, 5, "10005"},
    {Method::PayEasyAtm, Status::ReqSuccess, OrderStatus::New, 2, 0, 8},
    {Method::PayEasyAtm, Status::PaySuccess, OrderStatus::New, 4, 1},
    {Method::PayEasyAtm, Status::Expired, OrderStatus::Cancelled, 20, 0, -10},
    {Method::PayEasyNet, Status::ReqSuccess, OrderStatus::New, 9, 0, 1},
    {Method::PayEasyNet, Status::PaySuccess, OrderStatus::Paid, 7, 6},
    {Method::PayEasyNet, Status::Cancel, OrderStatus::Cancelled, 12, 11},
    {Method::Au, Status::Auth, OrderStatus::New, 2},
    {Method::Au, Status::Auth, OrderStatus::InProgress, 85},
    {Method::Au, Status::Auth, OrderStatus::InProgress, 93},
    {Method::Au, Status::Sales, OrderStatus::Delivered, 20, 18, 0, "02", true},
    {Method::Au, Status::Sales, OrderStatus::Delivered, 60, 58},
    {Method::Au, Status::Capture, OrderStatus::Paid, 6, 6, 0, "03"},
    {Method::Au, Status::Cancel, OrderStatus::Cancelled, 11, 10},
    {Method::Au, Status::Return, OrderStatus::Returned, 70, 66},
    {Method::Au, Status::AuthProcess, OrderStatus::Pending, 0},
    {Method::SoftBank, Status::AuthProcess, OrderStatus::New, 1},
    {Method::Au, Status::PayFail, OrderStatus::Cancelled, 16},
    {Method::Docomo, Status::Auth, OrderStatus::New, 3},
    {Method::Docomo, Status::Auth, OrderStatus::InProgress, 82},
    {Method::Docomo, Status::Sales, OrderStatus::Delivered, 17, 15},
    {Method::Docomo, Status::Sales, OrderStatus::Delivered, 75, 73},
    {Method::Docomo, Status::Capture, OrderStatus::Delivered, 30, 30},
    {Method::Docomo, Status::Cancel, OrderStatus::Cancelled, 8, 7},
    {Method::Docomo, Status::Expired, OrderStatus::Cancelled, 13},
    {Method::SoftBank, Status::Auth, OrderStatus::New, 1},
    {Method::SoftBank, Status::Auth, OrderStatus::InProgress, 57},
    {Method::SoftBank, Status::Auth, OrderStatus::New, 4, 0, 0, "", false, true},
    {Method::SoftBank, Status::Sales, OrderStatus::Paid, 5, 1},
    {Method::SoftBank, Status::Capture, OrderStatus::Delivered, 50, 50},
    {Method::SoftBank, Status::Cancel, OrderStatus::Cancelled, 19, 18},
    {Method::SoftBank, Status::PayFail, OrderStatus::Cancelled, 22},
    {Method::Rakuten, Status::PayStart, OrderStatus::New, 0},
    {Method::Rakuten, Status::Auth, OrderStatus::New, 2},
    {Method::Rakuten, Status::Auth, OrderStatus::New, 6, 0, 0, "", false, true},
    {Method::Rakuten, Status::ReqSales, OrderStatus::New, 3},
    {Method::Rakuten, Status::ReqCancel, OrderStatus::Cancelled, 5},
    {Method::Rakuten, Status::ReqChange, OrderStatus::New, 4},
    {Method::Rakuten, Status::Sales, OrderStatus::Delivered, 18, 16},
    {Method::Rakuten, Status::Capture, OrderStatus::Delivered, 28, 28},
    {Method::Rakuten, Status::Cancel, OrderStatus::Cancelled, 9, 8},
    {Method::Rakuten, Status::Expired, OrderStatus::Cancelled, 21},
};
// clang-format on

PayType payTypeOfMethod(Method method)
{
    switch (method) {
    case Method::ConvenienceStore:
        return PayType::ConvenienceStore;
    case Method::Au:
        return PayType::Au;
    case Method::Docomo:
        return PayType::Docomo;
    case Method::SoftBank:
        return PayType::SoftBank;
    case Method::Rakuten:
        return PayType::RakutenId;
    case Method::PayEasyAtm:
    case Method::PayEasyNet:
    case Method::Card:
    case Method::Other:
        break;
    }
    return PayType::PayEasy;
}

bool isSoldOrBack(Status status)
{
    return status == Status::Sales || status == Status::Capture || status == Status::PaySuccess ||
           status == Status::Cancel || status == Status::Return || status == Status::PayFail;
}

MultiSeed seedOf(const MethodCase &wanted, const SampleOrder &sample, const QDateTime &now)
{
    const Order &order = sample.order;
    MultiSeed seed;
    seed.orderId = sample.payments.first().orderId;
    seed.payType = payTypeOfMethod(wanted.method);
    seed.status = wanted.status;
    seed.amount = order.totals.payableTotal;
    seed.cancelledAmount = wanted.partlyBack ? Yen{seed.amount.value / 3} : Yen{};
    seed.authorizedAt = *order.orderedAt;
    if (isSoldOrBack(wanted.status)) {
        seed.soldAt = std::max(*order.orderedAt, now.addDays(-wanted.soldDaysAgo));
    }
    const QDate today = japantime::dayOf(now);
    seed.paymentTerm = japantime::instantOf(today.addDays(wanted.daysToPay), QTime(23, 59, 59));
    seed.netBank = wanted.method == Method::PayEasyNet;
    const QString detail = QString::fromLatin1(wanted.detail);
    if (wanted.method == Method::ConvenienceStore) {
        seed.convenience = detail;
    } else if (!detail.isEmpty()) {
        seed.payMethod = detail;
    }
    return seed;
}

/// There are many of its kind, and nothing else is shown by it.
bool isPlain(const SampleOrder &sample)
{
    if (!sample.linked || sample.willBeRefused || sample.payments.size() != 1) {
        return false;
    }
    using simulator::CardStatus;
    const simulator::TransactionSeed &payment = sample.payments.first();
    const bool usual = payment.status == CardStatus::Auth || payment.status == CardStatus::Sales ||
                       payment.status == CardStatus::Capture;
    return usual && sample.order.status != OrderStatus::Cancelled &&
           payment.amount == sample.order.totals.payableTotal && payment.amount <= LargestPayment;
}

bool wasPaid(OrderStatus status)
{
    return status == OrderStatus::Paid || status == OrderStatus::Delivered || status == OrderStatus::Returned;
}

void convert(SampleOrder &sample, const MethodCase &wanted, const QDateTime &now)
{
    sample.other = seedOf(wanted, sample, now);
    sample.payments.clear();
    Order &order = sample.order;
    order.method = wanted.method;
    order.methodName = labelOf(wanted.method);
    order.status = wanted.orderStatus;
    order.paidAt = wasPaid(order.status) ? std::optional(sample.other->soldAt.isValid() ? sample.other->soldAt
                                                                                        : *order.orderedAt)
                                         : std::nullopt;
    const bool shipped = order.status == OrderStatus::Delivered || order.status == OrderStatus::Returned;
    Shipment &shipment = order.shipments.first();
    shipment.shippedAt = shipped ? std::optional(std::min(now, order.orderedAt->addDays(2))) : std::nullopt;
    shipment.trackingNumber = shipped ? u"4012-%1"_s.arg(order.shopOrderId) : QString();
    if (wanted.differs) {
        order.totals.payableTotal += Yen{500};
        order.totals.total += Yen{500};
    }
}

/// A plain order that is as old; the next older one where there is none.
SampleOrder *plainOneOfAge(QList<SampleOrder> &samples, int ageDays, const QDateTime &now)
{
    const QDate latest = japantime::dayOf(now).addDays(-ageDays);
    const auto found = std::find_if(samples.rbegin(), samples.rend(), [&](const SampleOrder &sample) {
        return isPlain(sample) && japantime::dayOf(*sample.order.orderedAt) <= latest;
    });
    return found == samples.rend() ? nullptr : &*found;
}

} // namespace

void payOtherwise(QList<SampleOrder> &samples, const QDateTime &now)
{
    for (const MethodCase &wanted : Cases) {
        if (SampleOrder *sample = plainOneOfAge(samples, wanted.ageDays, now)) {
            convert(*sample, wanted, now);
        }
    }
    if (SampleOrder *sample = plainOneOfAge(samples, 1, now)) {
        sample->payments.first().status = simulator::CardStatus::Auth;
        sample->order.status = OrderStatus::New;
        sample->hasUnknownState = true;
    }
}

} // namespace kessai
