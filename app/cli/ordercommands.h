#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

/// The commands that only read; they work beside another program that holds the shop.
QCoro::Task<CommandResult> runOrders(Invocation invocation);
QCoro::Task<CommandResult> runCounts(Invocation invocation);
QCoro::Task<CommandResult> runShow(Invocation invocation);
QCoro::Task<CommandResult> runLog(Invocation invocation);

} // namespace kessai::cli
