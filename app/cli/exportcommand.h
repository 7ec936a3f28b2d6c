#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

/// Orders (`export orders`), payments (`export payments`), all operations (`export log`) or the items of a
/// bulk run (`export run ID`) into a CSV file or a workbook, which appears by one step or not at all. Reads
/// only, also beside another program that holds the shop.
QCoro::Task<CommandResult> runExport(Invocation invocation);

} // namespace kessai::cli
