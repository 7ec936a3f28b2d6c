#include "core/storage/runstore.h"

#include "core/domain/runreason.h"
#include "core/storage/databaseerrors.h"
#include "core/storage/runrows.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Of a run that moves no money.
StorageResult<Nothing> readItemCounts(Database &database, RunStore::Run &run)
{
    return database.forEachRow(
        u"SELECT state, changed, count(*) FROM bulk_run_item WHERE run_id = ? GROUP BY state, changed"_s,
        {run.id.value}, [&](const Rows &row) { runrows::addItemCount(run, row, 0); });
}

StorageResult<Nothing> readCounts(Database &database, RunStore::Run &run)
{
    if (!run.movesMoney()) {
        return readItemCounts(database, run);
    }
    return database.forEachRow(
        u"SELECT state, sum(items) FROM (SELECT state, 1 AS items FROM op WHERE run_id = ? "
        "UNION ALL SELECT 'CANCELLED', 1 FROM order_event WHERE run_id = ?) AS item "
        "GROUP BY state"_s,
        {run.id.value, run.id.value}, [&](const Rows &row) {
            if (const auto state = operationStateFromCode(row.text(0))) {
                run.counts.insert(*state, row.number(1));
            }
        });
}

StorageResult<QList<RunStore::Run>> runsWhere(Database &database, const QString &rest,
                                              const QVariantList &values)
{
    auto runs = database.listOf(u"SELECT %1 FROM bulk_run %2"_s.arg(runrows::columns, rest), values,
                                runrows::runFrom);
    if (!runs) {
        return runs;
    }
    for (RunStore::Run &run : *runs) {
        const auto counted = readCounts(database, run);
        if (!counted) {
            return failure(counted.error());
        }
    }
    return runs;
}

} // namespace

bool RunStore::Run::wasStopped() const
{
    return state == State::Finished && RunReason::fromStored(reason).code == RunReason::Code::StoppedBy;
}

QString RunStore::Run::reasonInWords() const
{
    return RunReason::fromStored(reason).inWords(state == State::Finished);
}

StorageResult<Nothing> RunStore::create(const Run &run)
{
    const auto inserted = m_database.run(
        u"INSERT INTO bulk_run (id, kind, state, reason, asked_by, asked_at, wanted_status) "
        "VALUES (?,?,?,?,?,?,?)"_s,
        {run.id.value, codeOf(run.kind), runrows::codeOf(run.state), run.reason, run.askedBy,
         stored::instant(run.askedAt), run.wantedStatus ? QVariant(int(*run.wantedStatus)) : QVariant()});
    return inserted ? StorageResult<Nothing>(Nothing{}) : failure(inserted.error());
}

StorageResult<Nothing> RunStore::setState(const RunId &id, State state, const QString &reason,
                                          const QDateTime &now)
{
    const QVariant finishedAt = state == State::Finished ? QVariant(stored::instant(now)) : QVariant();
    const auto updated = m_database.run(u"UPDATE bulk_run SET state = ?, reason = ?, finished_at = ? "
                                        "WHERE id = ? AND state <> 'FINISHED'"_s,
                                        {runrows::codeOf(state), reason, finishedAt, id.value});
    return updated ? StorageResult<Nothing>(Nothing{}) : failure(updated.error());
}

StorageResult<Nothing> RunStore::setSwept(const RunId &id, const QDateTime &now)
{
    const auto updated =
        m_database.run(u"UPDATE bulk_run SET swept_at = ? WHERE id = ?"_s, {stored::instant(now), id.value});
    return updated ? StorageResult<Nothing>(Nothing{}) : failure(updated.error());
}

StorageResult<std::optional<RunStore::Run>> RunStore::byId(const RunId &id)
{
    const auto runs = runsWhere(m_database, u"WHERE id = ?"_s, {id.value});
    if (!runs) {
        return failure(runs.error());
    }
    return runs->isEmpty() ? std::nullopt : std::optional(runs->first());
}

StorageResult<bool> RunStore::isRunning(const RunId &id)
{
    const auto row = m_database.first(u"SELECT state FROM bulk_run WHERE id = ?"_s, {id.value});
    if (!row) {
        return failure(row.error());
    }
    return !row->isEmpty() && runrows::stateFromCode(row->at(0).toString()) == State::Running;
}

StorageResult<QList<RunStore::Run>> RunStore::unswept(const QDateTime &finishedBy)
{
    return runsWhere(m_database,
                     u"WHERE state = 'FINISHED' AND swept_at IS NULL AND finished_at <= ? AND %1 "
                     "ORDER BY finished_at, id"_s.arg(runrows::movingMoney),
                     {stored::instant(finishedBy)});
}

StorageResult<QList<RunStore::Run>> RunStore::all()
{
    return runsWhere(m_database, u"ORDER BY asked_at DESC, id DESC"_s, {});
}

} // namespace kessai
