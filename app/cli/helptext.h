#pragma once

#include <QString>

namespace kessai::cli {

/// All commands with one line each, and the global options.
QString programHelp();
/// One command with its options; `command` is in the table.
QString commandHelp(const QString &command);

} // namespace kessai::cli
