#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

/// The commands that move money (design.md §8). They answer when no item is CLAIMED or ARMED and do not wait
/// for doubt.
QCoro::Task<CommandResult> runCapture(Invocation invocation);
QCoro::Task<CommandResult> runCancel(Invocation invocation);
QCoro::Task<CommandResult> runReauthorize(Invocation invocation);
QCoro::Task<CommandResult> runChangeAmount(Invocation invocation);

} // namespace kessai::cli
