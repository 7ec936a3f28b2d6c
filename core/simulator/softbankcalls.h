#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// ExecTranSb (protocol.md §5.4), SbSales and SbCancel (§4.8).
CallOutcome execTranSb(const CallContext &context);
CallOutcome sbSales(const CallContext &context);
CallOutcome sbCancel(const CallContext &context);

} // namespace kessai::simulator
