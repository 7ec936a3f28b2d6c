#include "core/storage/runstore.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/storedvalues.h"

#include <array>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct StateCode
{
    RunStore::State state;
    const char *code;
};

constexpr std::array stateCodes{
    StateCode{RunStore::State::Running, "RUNNING"},
    StateCode{RunStore::State::Paused, "PAUSED"},
    StateCode{RunStore::State::Finished, "FINISHED"},
};

QString codeOfState(RunStore::State state)
{
    for (const StateCode &entry : stateCodes) {
        if (entry.state == state) {
            return QString::fromLatin1(entry.code);
        }
    }
    return u"PAUSED"_s;
}

/// A word that nobody knows reads as paused: nothing goes on by itself.
RunStore::State stateFromCode(const QString &code)
{
    for (const StateCode &entry : stateCodes) {
        if (code == QLatin1StringView(entry.code)) {
            return entry.state;
        }
    }
    return RunStore::State::Paused;
}

RunStore::Run runFrom(const Rows &row)
{
    RunStore::Run run;
    run.id = {row.text(0)};
    run.kind = operationKindFromCode(row.text(1)).value_or(OperationKind::Capture);
    run.state = stateFromCode(row.text(2));
    run.reason = row.text(3);
    run.askedBy = row.text(4);
    run.askedAt = row.instant(5).value_or(QDateTime());
    run.finishedAt = row.instant(6);
    run.sweptAt = row.instant(7);
    return run;
}

StorageResult<Nothing> readCounts(Database &database, RunStore::Run &run)
{
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
    auto runs = database.listOf(
        u"SELECT id, kind, state, reason, asked_by, asked_at, finished_at, swept_at FROM bulk_run "_s + rest,
        values, runFrom);
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

StorageResult<Nothing> RunStore::create(const Run &run)
{
    const auto inserted = m_database.run(
        u"INSERT INTO bulk_run (id, kind, state, reason, asked_by, asked_at) VALUES (?,?,?,?,?,?)"_s,
        {run.id.value, codeOf(run.kind), codeOfState(run.state), run.reason, run.askedBy,
         stored::instant(run.askedAt)});
    return inserted ? StorageResult<Nothing>(Nothing{}) : failure(inserted.error());
}

StorageResult<Nothing> RunStore::setState(const RunId &id, State state, const QString &reason,
                                          const QDateTime &now)
{
    const QVariant finishedAt = state == State::Finished ? QVariant(stored::instant(now)) : QVariant();
    const auto updated = m_database.run(u"UPDATE bulk_run SET state = ?, reason = ?, finished_at = ? "
                                        "WHERE id = ? AND state <> 'FINISHED'"_s,
                                        {codeOfState(state), reason, finishedAt, id.value});
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
    return !row->isEmpty() && stateFromCode(row->at(0).toString()) == State::Running;
}

StorageResult<QList<RunStore::Run>> RunStore::unswept(const QDateTime &finishedBy)
{
    return runsWhere(m_database,
                     u"WHERE state = 'FINISHED' AND swept_at IS NULL AND finished_at <= ? "
                     "ORDER BY finished_at, id"_s,
                     {stored::instant(finishedBy)});
}

StorageResult<QList<RunStore::Run>> RunStore::all()
{
    return runsWhere(m_database, u"ORDER BY asked_at DESC, id DESC"_s, {});
}

} // namespace kessai
