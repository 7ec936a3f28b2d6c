#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

/// 対応状況 of one or many orders; never touches a payment (S44).
QCoro::Task<CommandResult> runSetStatus(Invocation invocation);

} // namespace kessai::cli
