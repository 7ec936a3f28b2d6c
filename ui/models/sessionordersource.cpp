#include "ui/models/sessionordersource.h"

#include "core/storage/orderticks.h"

namespace kessai {

namespace {

StorageResult<QList<qint64>> countsOf(Database &database, const QList<OrderFilter> &filters)
{
    QList<qint64> counts;
    for (const OrderFilter &filter : filters) {
        const auto count = OrderRepository(database).count(filter);
        if (!count) {
            return failure(count.error());
        }
        counts.append(*count);
    }
    return counts;
}

StorageResult<ListCounts> readCounts(Database &database, const QDateTime &now)
{
    OrderRepository orders(database);
    ListCounts all;
    auto counts = orders.counts(now);
    if (!counts) {
        return failure(counts.error());
    }
    all.counts = *counts;
    const auto payments = gatewayCounts(database, *counts);
    if (!payments) {
        return failure(payments.error());
    }
    all.payments = *payments;
    OrderFilter needed;
    needed.onlyCaptureNeeded = true;
    OrderFilter stuck;
    stuck.stuckMinutes = StuckInPaymentMinutes;
    const auto views =
        countsOf(database, {captureDueFilter(CaptureDue::Soon, now),
                            captureDueFilter(CaptureDue::Lapsed, now), needed, askedAt(stuck, now)});
    if (!views) {
        return failure(views.error());
    }
    all.captureDueSoon = views->at(0);
    all.captureLapsed = views->at(1);
    all.captureNeeded = views->at(2);
    all.stuckInPayment = views->at(3);
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

SessionOrderSource::SessionOrderSource(ShopSession &session, QByteArray kind, QObject *parent)
    : OrderSource(parent), m_session(session), m_kind(std::move(kind))
{
    connect(&session, &ShopSession::paymentChanged, this,
            [this](PaymentId, OrderId order) { emit orderChanged(order); });
    connect(&session, &ShopSession::orderChanged, this, &OrderSource::orderChanged);
    connect(&session, &ShopSession::ordersChanged, this, &OrderSource::ordersChanged);
}

QFuture<StorageResult<QList<OrderId>>> SessionOrderSource::matching(const OrderFilter &filter,
                                                                    const OrderSort &sort)
{
    return m_session.onReader(kindOf("matching"), [filter, sort](Database &database) {
        return OrderRepository(database).matching(filter, sort);
    });
}

QFuture<StorageResult<QList<OrderSummary>>> SessionOrderSource::page(const QList<OrderId> &ids)
{
    return m_session.onReader({}, [ids](Database &database) { return OrderRepository(database).page(ids); });
}

QFuture<StorageResult<ListCounts>> SessionOrderSource::counts()
{
    return m_session.onReader(kindOf("counts"),
                              [now = now()](Database &database) { return readCounts(database, now); });
}

QFuture<StorageResult<QList<qint64>>> SessionOrderSource::countEach(const QList<OrderFilter> &filters)
{
    return m_session.onReader(kindOf("countEach"),
                              [filters](Database &database) { return countsOf(database, filters); });
}

QFuture<StorageResult<TickSummary>> SessionOrderSource::tickSummary(const OrderTicks &ticks,
                                                                    const OrderFilter &shown)
{
    return m_session.onReader(kindOf("tickSummary"),
                              [ticks, shown, rules = m_rules, now = now()](Database &database) {
                                  return kessai::tickSummary(database, ticks, shown, rules, now);
                              });
}

QFuture<StorageResult<QList<OrderId>>> SessionOrderSource::tickedIds(const OrderTicks &ticks,
                                                                     const OrderSort &sort)
{
    return m_session.onReader(
        {}, [ticks, sort](Database &database) { return kessai::tickedIds(database, ticks, sort); });
}

QFuture<StorageResult<OrderLookup>> SessionOrderSource::lookUp(const QStringList &entries)
{
    return m_session.onReader({}, [entries](Database &database) { return lookUpOrders(database, entries); });
}

QFuture<StorageResult<QList<SavedSearch>>> SessionOrderSource::savedSearches()
{
    return m_session.onReader(kindOf("savedSearches"),
                              [now = now()](Database &database) { return SavedSearches(database).all(now); });
}

QFuture<StorageResult<Nothing>> SessionOrderSource::keepSearch(const QString &name, const OrderFilter &filter)
{
    return m_session.onEngine(
        [name, filter](Shop &shop) { return SavedSearches(shop.context().database).keep(name, filter); });
}

QFuture<StorageResult<Nothing>> SessionOrderSource::renameSearch(qint64 id, const QString &name)
{
    return m_session.onEngine(
        [id, name](Shop &shop) { return SavedSearches(shop.context().database).rename(id, name); });
}

QFuture<StorageResult<Nothing>> SessionOrderSource::removeSearch(qint64 id)
{
    return m_session.onEngine([id](Shop &shop) { return SavedSearches(shop.context().database).remove(id); });
}

void SessionOrderSource::stop()
{
    m_session.stopReads(kindOf("matching"));
}

QDate SessionOrderSource::today() const
{
    return m_session.today();
}

QDateTime SessionOrderSource::now() const
{
    return m_session.gatewayNow();
}

} // namespace kessai
