#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// ExecTranAu (protocol.md §5.4), AuSales and AuCancelReturn (§4.6).
CallOutcome execTranAu(const CallContext &context);
CallOutcome auSales(const CallContext &context);
CallOutcome auCancelReturn(const CallContext &context);

} // namespace kessai::simulator
