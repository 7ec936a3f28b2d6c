#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// ExecTranDocomo (protocol.md §5.4), DocomoSales, DocomoCancelReturn and DocomoIncrease (§4.7).
CallOutcome execTranDocomo(const CallContext &context);
CallOutcome docomoSales(const CallContext &context);
CallOutcome docomoCancelReturn(const CallContext &context);
CallOutcome docomoIncrease(const CallContext &context);

} // namespace kessai::simulator
