#include "core/storage/runpromises.h"

#include "core/storage/metastore.h"

#include <QStringList>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString namePrefix = u"run.then."_s;

QString nameOf(const RunId &run)
{
    return namePrefix + run.value;
}

struct Promise
{
    OrderStatus status;
    qint64 lastEvent = 0; ///< order_event.sequence when it was given
};

StorageResult<std::optional<Promise>> promiseOf(Database &database, const RunId &run)
{
    const auto kept = MetaStore(database).value(nameOf(run));
    if (!kept) {
        return failure(kept.error());
    }
    const QStringList words = kept->value_or(QString()).split(u' ');
    for (const OrderStatus status : allOrderStatuses()) {
        if (words.first() == QString::number(int(status))) {
            return std::optional(Promise{status, words.value(1).toLongLong()});
        }
    }
    return std::optional<Promise>();
}

} // namespace

StorageResult<Nothing> RunPromises::keep(const RunId &run, OrderStatus status)
{
    const auto last = m_database.first(u"SELECT coalesce(max(sequence), 0) FROM order_event"_s);
    if (!last) {
        return failure(last.error());
    }
    return MetaStore(m_database)
        .setValue(nameOf(run), u"%1 %2"_s.arg(int(status)).arg(last->at(0).toLongLong()));
}

StorageResult<std::optional<OrderStatus>> RunPromises::of(const RunId &run)
{
    const auto kept = promiseOf(m_database, run);
    if (!kept) {
        return failure(kept.error());
    }
    return *kept ? std::optional((*kept)->status) : std::nullopt;
}

StorageResult<Nothing> RunPromises::forget(const RunId &run)
{
    const auto gone = m_database.run(u"DELETE FROM meta WHERE name = ?"_s, {nameOf(run)});
    return gone ? StorageResult<Nothing>(Nothing{}) : failure(gone.error());
}

StorageResult<QList<RunId>> RunPromises::overdue()
{
    return m_database.listOf(u"SELECT r.id FROM meta m JOIN bulk_run r ON m.name = ? || r.id "
                             "WHERE m.name LIKE ? AND r.state = 'FINISHED' ORDER BY r.asked_at, r.id"_s,
                             {namePrefix, namePrefix + u'%'},
                             [](const Rows &row) { return RunId{row.text(0)}; });
}

StorageResult<qint64> RunPromises::openItems(const RunId &run)
{
    const auto count = m_database.first(u"SELECT count(*) FROM op WHERE run_id = ? AND "
                                        "state NOT IN ('DONE','REFUSED','CANCELLED')"_s,
                                        {run.value});
    return count ? StorageResult<qint64>(count->at(0).toLongLong()) : failure(count.error());
}

StorageResult<QList<RunPromises::Due>> RunPromises::due(const RunId &run, qint64 after, qint64 limit)
{
    const auto kept = promiseOf(m_database, run);
    if (!kept || !*kept) {
        return kept ? StorageResult<QList<Due>>(QList<Due>()) : failure(kept.error());
    }
    // A payment that came to this order later has its LINK there: what it got DONE was another order's.
    return m_database.listOf(
        u"SELECT o.number, p.order_id FROM op o JOIN payment p ON p.id = o.payment_id "
        "WHERE o.run_id = ? AND o.number > ? AND o.state = 'DONE' AND p.unlinked_reason = '' "
        "AND NOT EXISTS (SELECT 1 FROM order_event e WHERE e.order_id = p.order_id AND e.sequence > ? "
        "AND (e.kind = 'STATUS' OR (e.kind = 'UNLINK' AND e.payment_id = p.id) OR (e.kind = 'LINK' "
        "AND e.content = '{\"gatewayOrderId\":\"' || p.gw_order_id || '\"}'))) "
        "ORDER BY o.number LIMIT ?"_s,
        {run.value, after, (*kept)->lastEvent, limit}, [](const Rows &row) {
            return Due{row.number(0), {row.number(1)}};
        });
}

StorageResult<bool> RunPromises::someCanBecome(const RunId &run, OrderStatus status)
{
    QStringList from;
    for (const OrderStatus before : allOrderStatuses()) {
        if (before != status && moveAllowed(before, status)) {
            from.append(QString::number(int(before)));
        }
    }
    if (from.isEmpty()) {
        return false;
    }
    const auto one =
        m_database.first(u"SELECT 1 FROM op o JOIN payment p ON p.id = o.payment_id JOIN orders r "
                         "ON r.id = p.order_id WHERE o.run_id = ? AND o.state = 'DONE' "
                         "AND r.status IN (%1) LIMIT 1"_s.arg(from.join(u',')),
                         {run.value});
    return one ? StorageResult<bool>(!one->isEmpty()) : failure(one.error());
}

} // namespace kessai
