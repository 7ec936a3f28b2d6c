#include "core/storage/runpromises.h"

#include "core/storage/metastore.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString namePrefix = u"run.then."_s;

QString nameOf(const RunId &run)
{
    return namePrefix + run.value;
}

} // namespace

StorageResult<Nothing> RunPromises::keep(const RunId &run, OrderStatus status)
{
    return MetaStore(m_database).setValue(nameOf(run), QString::number(int(status)));
}

StorageResult<std::optional<OrderStatus>> RunPromises::of(const RunId &run)
{
    const auto kept = MetaStore(m_database).value(nameOf(run));
    if (!kept) {
        return failure(kept.error());
    }
    for (const OrderStatus status : allOrderStatuses()) {
        if (kept->has_value() && **kept == QString::number(int(status))) {
            return std::optional(status);
        }
    }
    return std::optional<OrderStatus>();
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

StorageResult<QList<OrderId>> RunPromises::dueOrders(const RunId &run)
{
    return m_database.listOf(
        u"SELECT p.order_id FROM op o JOIN payment p ON p.id = o.payment_id "
        "WHERE o.run_id = ? AND o.state = 'DONE' AND NOT EXISTS (SELECT 1 FROM order_event e "
        "WHERE e.order_id = p.order_id AND e.kind = 'STATUS' AND e.at >= o.ended_at) ORDER BY o.number"_s,
        {run.value}, [](const Rows &row) { return OrderId{row.number(0)}; });
}

} // namespace kessai
