#pragma once

#include "app/cli/terminal.h"
#include "core/services/changenotifier.h"

namespace kessai::cli {

/// What the window shows in banners is told on stderr while a command runs, each trouble once: an answer that
/// cannot be stored (journal.md §12), a clock that is wrong (§9), a code that nobody knows (§7).
void tellTroubles(const ChangeNotifier &notifier, Terminal &terminal);

} // namespace kessai::cli
