#pragma once

#include "core/simulator/cardcalls.h"

namespace kessai::simulator {

/// AlterTran (protocol.md §4.3): capture, cancel, return, re-authorise.
CallOutcome alterTran(const CallContext &context);

/// ChangeTran (protocol.md §4.4): change of amount.
CallOutcome changeTran(const CallContext &context);

} // namespace kessai::simulator
