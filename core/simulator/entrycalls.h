#pragma once

#include "core/simulator/cardcalls.h"

namespace kessai::simulator {

/// EntryTran (protocol.md §5.1): a new transaction, UNPROCESSED.
CallOutcome entryTran(const CallContext &context);

/// SearchTrade (protocol.md §4.1): changes nothing.
CallOutcome searchTrade(const CallContext &context);

} // namespace kessai::simulator
