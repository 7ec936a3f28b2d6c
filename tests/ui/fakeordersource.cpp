#include "tests/ui/fakeordersource.h"

#include "core/base/japantime.h"

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

QList<OrderId> FakeOrderSource::idsFor(const OrderFilter &filter) const
{
    QList<OrderId> ids;
    for (const OrderSummary &order : orders) {
        const bool status = filter.orderStatuses.isEmpty() || filter.orderStatuses.contains(order.status);
        const bool text = order.customerName.contains(filter.query) || order.orderNumber == filter.query;
        const bool difference = !filter.onlyDifference || order.difference.value_or(Yen{}) != Yen{};
        if (status && text && difference) {
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
    QList<OrderSummary> rows;
    for (const OrderSummary &order : std::as_const(orders)) {
        if (ids.contains(order.id)) {
            rows.append(order);
        }
    }
    return answered(rows);
}

QFuture<StorageResult<ListCounts>> FakeOrderSource::counts()
{
    ListCounts counts;
    for (const OrderSummary &order : std::as_const(orders)) {
        ++counts.counts.byOrderStatus[order.status];
        ++counts.orders;
    }
    return answered(counts);
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
