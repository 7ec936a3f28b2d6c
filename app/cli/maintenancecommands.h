#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

/// The engine's own copy; an existing file is never written to.
QCoro::Task<CommandResult> runBackup(Invocation invocation);
/// Puts a copy in the database's place; the sweep of journal.md §12 comes before money moves again.
QCoro::Task<CommandResult> runRestore(Invocation invocation);
/// Exit status AllDone when everything is well, else Partly.
QCoro::Task<CommandResult> runDoctor(Invocation invocation);

} // namespace kessai::cli
