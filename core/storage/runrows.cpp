#include "core/storage/runrows.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<bool> runrows::movesNoMoney(Database &database, const RunId &run)
{
    const auto row = database.first(u"SELECT kind FROM bulk_run WHERE id = ?"_s, {run.value});
    if (!row) {
        return failure(row.error());
    }
    const auto kind = runKindFromCode(row->isEmpty() ? QString() : row->at(0).toString());
    return kind && !operationOf(*kind);
}

RunStore::Run runrows::runFrom(const Rows &row)
{
    RunStore::Run run;
    run.id = {row.text(0)};
    run.kind = runKindFromCode(row.text(1)).value_or(RunKind::Capture);
    run.state = stateFromCode(row.text(2));
    run.reason = row.text(3);
    run.askedBy = row.text(4);
    run.askedAt = row.instant(5).value_or(QDateTime());
    run.finishedAt = row.instant(6);
    run.sweptAt = row.instant(7);
    if (!row.isNull(8)) {
        run.wantedStatus = orderStatusFromId(int(row.number(8)));
    }
    return run;
}

void runrows::addItemCount(RunStore::Run &run, const Rows &row, int first)
{
    const auto state = operationStateFromCode(row.text(first));
    if (!state) {
        return;
    }
    const qint64 count = row.number(first + 2);
    run.counts[*state] += count;
    run.changedCount += *state == OperationState::Done && row.flag(first + 1) ? count : 0;
}

QString runrows::codeOf(RunStore::State state)
{
    switch (state) {
    case RunStore::State::Running:
        return u"RUNNING"_s;
    case RunStore::State::Paused:
        return u"PAUSED"_s;
    case RunStore::State::Finished:
        return u"FINISHED"_s;
    }
    return u"PAUSED"_s;
}

RunStore::State runrows::stateFromCode(const QString &code)
{
    for (const RunStore::State state : {RunStore::State::Running, RunStore::State::Finished}) {
        if (code == codeOf(state)) {
            return state;
        }
    }
    return RunStore::State::Paused;
}

} // namespace kessai
