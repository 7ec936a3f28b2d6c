#pragma once

#include "core/base/clock.h"

#include <QStringList>

namespace kessai::cli {

/// Runs one call of `kessai` from its words to its exit status; needs a QCoreApplication and runs its event
/// loop.
/// @param arguments without the program's name
int runProgram(const QStringList &arguments, Clock &clock);

} // namespace kessai::cli
