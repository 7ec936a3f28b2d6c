#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

/// 決済状態確認・反映
QCoro::Task<CommandResult> runRefresh(Invocation invocation);
/// Settles what is in doubt, by reading only (journal.md §8).
QCoro::Task<CommandResult> runSettle(Invocation invocation);
/// Compares belief and gateway (journal.md §14).
QCoro::Task<CommandResult> runSweep(Invocation invocation);
/// A person closes a conflict or a finding, with a reason.
QCoro::Task<CommandResult> runResolve(Invocation invocation);

} // namespace kessai::cli
