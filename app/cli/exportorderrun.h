#pragma once

#include "app/cli/exporttables.h"

namespace kessai::cli {

/// The report of a run that moves no money, in the columns of the window's.
std::unique_ptr<ExportTable> exportOrderRun(Database &database, const RunStore::Run &run);

} // namespace kessai::cli
