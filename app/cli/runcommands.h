#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

QCoro::Task<CommandResult> runRuns(Invocation invocation);
/// Without a verb the run as it stands; resume, pause, or report with the closing sweep (journal.md §11).
QCoro::Task<CommandResult> runRun(Invocation invocation);

} // namespace kessai::cli
