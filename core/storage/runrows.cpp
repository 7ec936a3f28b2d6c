#include "core/storage/runrows.h"

namespace kessai {

using namespace Qt::StringLiterals;

RunStore::Run runrows::runFrom(const Rows &row)
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
