#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// ExecTranRakutenId (protocol.md §5.4), RakutenIdSales, RakutenIdCancel and RakutenIdChange (§4.9).
CallOutcome execTranRakutenId(const CallContext &context);
CallOutcome rakutenIdSales(const CallContext &context);
CallOutcome rakutenIdCancel(const CallContext &context);
CallOutcome rakutenIdChange(const CallContext &context);

} // namespace kessai::simulator
