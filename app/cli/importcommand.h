#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

/// Orders, or with --links the 決済オーダーID of orders; sends nothing to the gateway.
QCoro::Task<CommandResult> runImport(Invocation invocation);

} // namespace kessai::cli
