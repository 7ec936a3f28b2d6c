#include "core/storage/runitemstore.h"

#include "core/storage/rowlocks.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype PlannedAtOnce = 5000; ///< rows that are held for one statement

template <typename Value>
QVariant codeOrNull(const std::optional<Value> &value)
{
    return value ? QVariant(int(*value)) : QVariant();
}

} // namespace

StorageResult<Nothing> RunItemStore::plan(const RunId &run, const QList<Target> &targets)
{
    for (qsizetype from = 0; from < targets.size(); from += PlannedAtOnce) {
        RowBatch rows(5);
        for (qsizetype at = from; at < std::min(from + PlannedAtOnce, targets.size()); ++at) {
            const Target &target = targets.at(at);
            rows.add(run.value);
            rows.add(at);
            rows.add(target.order.value);
            if (target.payment) {
                rows.add(target.payment->value);
            } else {
                rows.addNull();
            }
            rows.add(codeOf(OperationState::Planned));
        }
        const auto inserted = m_database.insertRows(
            u"bulk_run_item (run_id, position, order_id, payment_id, state)"_s, {&rows});
        if (!inserted) {
            return inserted;
        }
    }
    return Nothing{};
}

StorageResult<QList<RunItemStore::Waiting>> RunItemStore::waiting(const RunId &run, qint64 after,
                                                                  qint64 limit)
{
    return m_database.listOf(
        u"SELECT position, order_id, payment_id FROM bulk_run_item WHERE run_id = ? AND state = 'PLANNED' "
        "AND changed = 0 AND position > ? ORDER BY position LIMIT ?"_s,
        {run.value, after, limit}, [](const Rows &row) {
            Waiting item{row.number(0), {OrderId{row.number(1)}}};
            if (const auto payment = row.optionalNumber(2)) {
                item.target.payment = PaymentId{*payment};
            }
            return item;
        });
}

StorageResult<Nothing> RunItemStore::setResults(const RunId &run, const QList<Result> &results,
                                                const QDateTime &now)
{
    for (const Result &result : results) {
        const RunItemChange &change = result.change;
        const auto updated = m_database.run(
            u"UPDATE bulk_run_item SET state = ?, changed = ?, payment_status_before = ?, "
            "payment_status_after = ?, amount_before = ?, amount_after = ?, order_status_before = ?, "
            "order_status_after = ?, problem = ?, ended_at = ? "
            "WHERE run_id = ? AND position = ? AND state = 'PLANNED'"_s,
            {codeOf(result.state), change.changed ? 1 : 0, codeOrNull(change.paymentStatusBefore),
             codeOrNull(change.paymentStatusAfter), stored::of(change.amountBefore),
             stored::of(change.amountAfter), codeOrNull(change.orderStatusBefore),
             codeOrNull(change.orderStatusAfter), change.problem, stored::instant(now), run.value,
             result.position});
        if (!updated) {
            return failure(updated.error());
        }
    }
    return Nothing{};
}

StorageResult<qint64> RunItemStore::withdraw(const RunId &run, qint64 limit, const QDateTime &now)
{
    const auto updated = m_database.run(
        u"UPDATE bulk_run_item SET state = 'CANCELLED', ended_at = ? WHERE run_id = ? AND position IN "
        "(SELECT position FROM bulk_run_item WHERE run_id = ? AND state = 'PLANNED' AND changed = 0 "
        "ORDER BY position LIMIT ?) AND state = 'PLANNED'"_s,
        {stored::instant(now), run.value, run.value, limit});
    return updated ? StorageResult<qint64>(updated->changed()) : failure(updated.error());
}

StorageResult<Nothing> RunItemStore::begin(const RunId &run, const QString &boot)
{
    const auto updated = m_database.run(u"UPDATE bulk_run SET state = 'RUNNING', reason = '', owner_boot = ? "
                                        "WHERE id = ? AND state <> 'FINISHED'"_s,
                                        {boot, run.value});
    return updated ? StorageResult<Nothing>(Nothing{}) : failure(updated.error());
}

StorageResult<bool> RunItemStore::isBegunBy(const RunId &run, const QString &boot)
{
    const auto locked =
        m_database.inTransaction() ? lockRun(m_database, run) : StorageResult<Nothing>(Nothing{});
    if (!locked) {
        return failure(locked.error());
    }
    const auto row = m_database.first(
        u"SELECT 1 FROM bulk_run WHERE id = ? AND state = 'RUNNING' AND owner_boot = ?"_s, {run.value, boot});
    return row ? StorageResult<bool>(!row->isEmpty()) : failure(row.error());
}

StorageResult<QList<RunItemStore::Owned>> RunItemStore::begunByOthers(const QString &boot)
{
    return m_database.listOf(u"SELECT id, coalesce(owner_boot, '') FROM bulk_run WHERE state = 'RUNNING' "
                             "AND kind IN ('REFRESH','STATUS') AND coalesce(owner_boot, '') <> ?"_s,
                             {boot}, [](const Rows &row) {
                                 return Owned{RunId{row.text(0)}, row.text(1)};
                             });
}

} // namespace kessai
