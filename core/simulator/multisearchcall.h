#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// SearchTradeMulti (protocol.md §4.2): the inquiry for any pay type; changes nothing.
CallOutcome searchTradeMulti(const CallContext &context);

} // namespace kessai::simulator
