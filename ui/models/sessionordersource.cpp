#include "ui/models/sessionordersource.h"

namespace kessai {

namespace {

const QByteArray MatchingKind = QByteArrayLiteral("orders");

StorageResult<ListCounts> readCounts(Database &database, const QDate &today)
{
    OrderRepository orders(database);
    ListCounts all;
    auto counts = orders.counts();
    if (!counts) {
        return failure(counts.error());
    }
    all.counts = *counts;
    OrderFilter dueSoon;
    dueSoon.captureByUntil = today.addDays(CaptureDueSoonDays);
    const auto due = orders.count(dueSoon);
    if (!due) {
        return failure(due.error());
    }
    all.captureDueSoon = *due;
    const auto names = orders.shopMethodNames();
    if (!names) {
        return failure(names.error());
    }
    all.shopMethodNames = *names;
    for (auto status = all.counts.byOrderStatus.cbegin(); status != all.counts.byOrderStatus.cend();
         ++status) {
        all.orders += leftOutOfSearches(status.key()) ? 0 : status.value();
    }
    return all;
}

} // namespace

SessionOrderSource::SessionOrderSource(ShopSession &session, QObject *parent)
    : OrderSource(parent), m_session(session)
{
    connect(&session, &ShopSession::paymentChanged, this,
            [this](PaymentId, OrderId order) { emit orderChanged(order); });
    connect(&session, &ShopSession::orderChanged, this, &OrderSource::orderChanged);
    connect(&session, &ShopSession::ordersChanged, this, &OrderSource::ordersChanged);
}

QFuture<StorageResult<QList<OrderId>>> SessionOrderSource::matching(const OrderFilter &filter,
                                                                    const OrderSort &sort)
{
    return m_session.onReader(MatchingKind, [filter, sort](Database &database) {
        return OrderRepository(database).matching(filter, sort);
    });
}

QFuture<StorageResult<QList<OrderSummary>>> SessionOrderSource::page(const QList<OrderId> &ids)
{
    return m_session.onReader({}, [ids](Database &database) { return OrderRepository(database).page(ids); });
}

QFuture<StorageResult<ListCounts>> SessionOrderSource::counts()
{
    return m_session.onReader(QByteArrayLiteral("counts"),
                              [today = today()](Database &database) { return readCounts(database, today); });
}

QFuture<StorageResult<QList<qint64>>> SessionOrderSource::countEach(const QList<OrderFilter> &filters)
{
    return m_session.onReader(QByteArrayLiteral("countEach"),
                              [filters](Database &database) -> StorageResult<QList<qint64>> {
                                  QList<qint64> counts;
                                  for (const OrderFilter &filter : filters) {
                                      const auto count = OrderRepository(database).count(filter);
                                      if (!count) {
                                          return failure(count.error());
                                      }
                                      counts.append(*count);
                                  }
                                  return counts;
                              });
}

void SessionOrderSource::stop()
{
    m_session.stopReads(MatchingKind);
}

QDate SessionOrderSource::today() const
{
    return m_session.today();
}

} // namespace kessai
