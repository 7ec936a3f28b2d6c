#pragma once

#include "core/simulator/cardcalls.h"

namespace kessai::simulator {

/// ExecTran (protocol.md §5.1): the card is authorised, or sent to 3-D Secure. The simulator issues no card
/// tokens, so every Token is unknown (EX1000301), and any member of the right site owns the test card.
CallOutcome execTran(const CallContext &context);

/// SecureTran: the end of 3-D Secure, by MD.
CallOutcome secureTran(const CallContext &context);

} // namespace kessai::simulator
