#pragma once

#include "app/cli/commandresult.h"
#include "core/services/sweep.h"

namespace kessai::cli {

/// Document, text and exit status of a comparison. A difference is an open finding: it needs a person.
CommandResult sweepResult(const SweepReport &report);

} // namespace kessai::cli
