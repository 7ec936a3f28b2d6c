#pragma once

#include "app/cli/commandresult.h"
#include "core/services/shopcontext.h"

namespace kessai::cli {

/// running, paused, finished (design.md §8).
QString wordOf(RunStore::State state);
/// The same for staff.
QString labelOf(RunStore::State state);

/// The run of this id, or the answer that there is none.
Result<RunStore::Run, CommandResult> findRun(ShopContext &context, const QString &id);

/// The run with its items, as an operation's answer plus where the run stands.
CommandResult runResult(ShopContext &context, const QString &id);

} // namespace kessai::cli
