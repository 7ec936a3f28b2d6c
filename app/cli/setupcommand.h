#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

QCoro::Task<CommandResult> runSetup(Invocation invocation);

} // namespace kessai::cli
