#include "ui/models/sessionordersource.h"

#include "core/storage/orderticks.h"

namespace kessai {

namespace {

StorageResult<ListCounts> readCounts(OrderSearch &search, const QDateTime &now)
{
    Database &database = search.database();
    const auto snapshot = Transaction::beginSnapshot(database); // they are subtracted from each other
    if (!snapshot) {
        return failure(snapshot.error());
    }
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
    OrderFilter stuck;
    stuck.stuckMinutes = StuckInPaymentMinutes;
    const auto views = search.countEach({captureDueFilter(CaptureDue::Soon, now),
                                         captureDueFilter(CaptureDue::Lapsed, now), askedAt(stuck, now)});
    if (!views) {
        return failure(views.error());
    }
    all.captureDueSoon = views->at(0);
    all.captureLapsed = views->at(1);
    all.stuckInPayment = views->at(2);
    all.captureNeeded = all.counts.captureNeeded;
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

/// In one snapshot, so that the ticks and what is shown are of the same moment.
StorageResult<TickSummary> readTickSummary(OrderSearch &search, OrderTicks ticks, const OrderFilter &shown,
                                           const PaymentRules &rules, const QDateTime &now)
{
    const auto snapshot = Transaction::beginSnapshot(search.database());
    if (!snapshot) {
        return failure(snapshot.error());
    }
    const auto ticked = search.withTextFound(ticks.filter);
    if (!ticked) {
        return failure(ticked.error());
    }
    const auto seen = search.withTextFound(shown);
    if (!seen) {
        return failure(seen.error());
    }
    ticks.filter = *ticked;
    return tickSummary(search.database(), ticks, *seen, rules, now);
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
    return m_session.onSearch(kindOf("matching"),
                              [filter, sort](OrderSearch &search) { return search.matching(filter, sort); });
}

QFuture<StorageResult<QList<OrderSummary>>> SessionOrderSource::firstRows(const OrderFilter &filter,
                                                                          const OrderSort &sort, int count)
{
    return m_session.onSearch(kindOf("firstRows"), [filter, sort, count](OrderSearch &search) {
        return search.firstRows(filter, sort, count);
    });
}

QFuture<StorageResult<QList<OrderSummary>>> SessionOrderSource::page(const QList<OrderId> &ids)
{
    return m_session.onReader({}, [ids](Database &database) { return OrderRepository(database).page(ids); });
}

QFuture<StorageResult<ListCounts>> SessionOrderSource::counts()
{
    return m_session.onSearch(kindOf("counts"),
                              [now = now()](OrderSearch &search) { return readCounts(search, now); });
}

QFuture<StorageResult<QList<qint64>>> SessionOrderSource::countEach(const QList<OrderFilter> &filters)
{
    return m_session.onSearch(kindOf("countEach"),
                              [filters](OrderSearch &search) { return search.countEach(filters); });
}

QFuture<StorageResult<TickSummary>> SessionOrderSource::tickSummary(const OrderTicks &ticks,
                                                                    const OrderFilter &shown)
{
    return m_session.onSearch(kindOf("tickSummary"),
                              [ticks, shown, rules = m_rules, now = now()](OrderSearch &search) {
                                  return readTickSummary(search, ticks, shown, rules, now);
                              });
}

QFuture<StorageResult<QList<OrderId>>> SessionOrderSource::tickedIds(const OrderTicks &ticks,
                                                                     const OrderSort &sort)
{
    return m_session.onSearch({},
                              [ticks, sort](OrderSearch &search) { return search.tickedIds(ticks, sort); });
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
    m_session.stopReads(kindOf("firstRows"));
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
