#include "tests/ui/fakeordersource.h"

#include "core/base/japantime.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

template <typename T>
QFuture<StorageResult<T>> answered(StorageResult<T> value)
{
    QPromise<StorageResult<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

template <typename T>
QFuture<StorageResult<T>> answered(T value)
{
    return answered(StorageResult<T>(std::move(value)));
}

auto busy()
{
    return failure(StorageError{StorageError::Kind::Busy, {}, u"使用中です。"_s});
}

} // namespace

bool FakeOrderSource::matches(const OrderSummary &order, const OrderFilter &filter)
{
    const bool status = filter.orderStatuses.isEmpty()
                            ? filter.withUnfinished || !leftOutOfSearches(order.status)
                            : filter.orderStatuses.contains(order.status);
    const bool payment = filter.paymentStatuses.isEmpty() ||
                         (order.paymentStatus && filter.paymentStatuses.contains(*order.paymentStatus));
    const bool method = filter.methods.isEmpty() || filter.methods.contains(order.method);
    const bool gateway = !filter.onlyGatewayMethods || isGatewayMethod(order.method);
    const bool text = order.customerName.contains(filter.query) || order.orderNumber == filter.query;
    const bool difference = !filter.onlyDifference || order.difference.value_or(Yen{}) != Yen{};
    return status && payment && method && gateway && text && difference;
}

QList<OrderId> FakeOrderSource::idsFor(const OrderFilter &filter) const
{
    QList<OrderId> ids;
    for (const OrderSummary &order : orders) {
        if (matches(order, filter)) {
            ids.append(order.id);
        }
    }
    return ids;
}

QList<OrderId> FakeOrderSource::idsOf(const OrderTicks &ticks) const
{
    QList<OrderId> ids;
    for (const OrderSummary &order : orders) {
        if (ticks.contains(order.id, ticks.everything && matches(order, ticks.filter))) {
            ids.append(order.id);
        }
    }
    return ids;
}

QFuture<StorageResult<QList<OrderId>>> FakeOrderSource::matching(const OrderFilter &filter,
                                                                 const OrderSort &sort)
{
    asked.append(filter);
    askedSorts.append(sort);
    auto promise = std::make_shared<QPromise<StorageResult<QList<OrderId>>>>();
    promise->start();
    m_waiting.append({filter, promise});
    if (answersAtOnce) {
        answerWaitingNewestFirst();
    }
    return promise->future();
}

void FakeOrderSource::answerWaitingNewestFirst()
{
    while (!m_waiting.isEmpty()) {
        const Waiting waiting = m_waiting.takeLast();
        if (fails) {
            waiting.promise->addResult(StorageResult<QList<OrderId>>(busy()));
        } else {
            waiting.promise->addResult(StorageResult<QList<OrderId>>(idsFor(waiting.filter)));
        }
        waiting.promise->finish();
    }
}

QFuture<StorageResult<QList<OrderSummary>>> FakeOrderSource::page(const QList<OrderId> &ids)
{
    if (fails) {
        return answered(StorageResult<QList<OrderSummary>>(busy()));
    }
    const QSet<OrderId> wanted(ids.cbegin(), ids.cend());
    QList<OrderSummary> rows;
    for (const OrderSummary &order : std::as_const(orders)) {
        if (wanted.contains(order.id)) {
            rows.append(order);
        }
    }
    return answered(rows);
}

QFuture<StorageResult<ListCounts>> FakeOrderSource::counts()
{
    ListCounts counts = extraCounts;
    for (const OrderSummary &order : std::as_const(orders)) {
        ++counts.counts.byOrderStatus[order.status];
        ++counts.counts.byMethod[order.method];
        if (order.paymentStatus) {
            ++counts.counts.byPaymentStatus[*order.paymentStatus];
        }
        if (isGatewayMethod(order.method)) {
            ++counts.payments.byOrderStatus[order.status];
        }
        if (isGatewayMethod(order.method) && !leftOutOfSearches(order.status)) {
            ++counts.payments.byMethod[order.method];
            if (order.paymentStatus) {
                ++counts.payments.byPaymentStatus[*order.paymentStatus];
            }
        }
        ++counts.orders;
    }
    return answered(counts);
}

/// Captures what is authorised, cancels what is authorised or captured, authorises anew what is cancelled.
QFuture<StorageResult<TickSummary>> FakeOrderSource::tickSummary(const OrderTicks &ticks,
                                                                 const OrderFilter &shown)
{
    summarised.append(ticks);
    TickSummary summary;
    for (const OrderSummary &order : std::as_const(orders)) {
        if (!ticks.contains(order.id, ticks.everything && matches(order, ticks.filter))) {
            continue;
        }
        ++summary.count;
        summary.hidden += matches(order, shown) ? 0 : 1;
        summary.total = summary.total + order.payableTotal;
        summary.readable += order.paymentId && isGatewayMethod(order.method) ? 1 : 0;
        const bool authorized = order.paymentStatus == PaymentStatus::Authorized;
        const bool captured = order.paymentStatus == PaymentStatus::Captured;
        summary.wouldRun[OperationKind::Capture] += authorized ? 1 : 0;
        summary.wouldRun[OperationKind::Cancel] += authorized || captured ? 1 : 0;
        summary.wouldRun[OperationKind::Reauthorize] += order.paymentStatus == PaymentStatus::Voided ? 1 : 0;
    }
    return fails ? answered(StorageResult<TickSummary>(busy())) : answered(summary);
}

QFuture<StorageResult<QList<OrderId>>> FakeOrderSource::tickedIds(const OrderTicks &ticks, const OrderSort &)
{
    return answered(idsOf(ticks));
}

QFuture<StorageResult<OrderLookup>> FakeOrderSource::lookUp(const QStringList &entries)
{
    OrderLookup lookup;
    for (const QString &entry : entries) {
        const auto found = std::find_if(orders.cbegin(), orders.cend(), [&entry](const OrderSummary &order) {
            return order.orderNumber == entry || order.gatewayOrderId == entry;
        });
        if (found == orders.cend()) {
            lookup.unknown.append(entry);
            ++lookup.unknownCount;
        } else {
            lookup.found += QList<OrderId>(namesakes, found->id);
        }
    }
    return fails ? answered(StorageResult<OrderLookup>(busy())) : answered(lookup);
}

QFuture<StorageResult<QList<SavedSearch>>> FakeOrderSource::savedSearches()
{
    return answered(searches);
}

QFuture<StorageResult<Nothing>> FakeOrderSource::keepSearch(const QString &name, const OrderFilter &filter)
{
    if (fails) {
        return answered(StorageResult<Nothing>(busy()));
    }
    searches.append({qint64(searches.size()) + 1, name, filter});
    return answered(Nothing{});
}

QFuture<StorageResult<Nothing>> FakeOrderSource::renameSearch(qint64 id, const QString &name)
{
    for (SavedSearch &search : searches) {
        search.name = search.id == id ? name : search.name;
    }
    return answered(Nothing{});
}

QFuture<StorageResult<Nothing>> FakeOrderSource::removeSearch(qint64 id)
{
    searches.removeIf([id](const SavedSearch &search) { return search.id == id; });
    return answered(Nothing{});
}

QDateTime FakeOrderSource::now() const
{
    return japantime::instantOf(today(), QTime(14, 0));
}

QFuture<StorageResult<QList<qint64>>> FakeOrderSource::countEach(const QList<OrderFilter> &filters)
{
    QList<qint64> counts;
    for (const OrderFilter &filter : filters) {
        counts.append(idsFor(filter).size());
    }
    return answered(counts);
}

OrderSummary FakeOrderSource::anOrder(qint64 id)
{
    OrderSummary order;
    order.id = OrderId{id};
    order.shopOrderId = id;
    order.orderNumber = QString::number(id);
    order.orderedAt = japantime::instantOf(QDate(2020, 12, 3), QTime(13, 21));
    order.customerName = u"髙橋 花子"_s;
    order.method = PaymentMethod::Card;
    order.methodName = u"GMOクレジット決済"_s;
    order.payableTotal = Yen{3200};
    order.paymentId = PaymentId{id};
    order.paymentStatus = PaymentStatus::Authorized;
    order.gatewayAmount = Yen{3200};
    order.difference = Yen{0};
    order.captureBy = QDate(2020, 12, 10);
    order.recipientName = u"髙橋 花子"_s;
    order.recipientPrefecture = u"東京都"_s;
    order.shipmentCount = 1;
    return order;
}

void FakeOrderSource::fill(int count)
{
    orders.clear();
    for (int id = count; id >= 1; --id) {
        orders.append(anOrder(id));
    }
}

} // namespace kessai
