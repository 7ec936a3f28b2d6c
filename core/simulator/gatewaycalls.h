#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator::gatewaycalls {

/// The calls of the gateway by their names, without `.idPass`.
bool knows(const QString &call);
/// True for the inquiries, which change nothing.
bool isInquiry(const QString &call);
/// The call must be known.
CallOutcome run(const QString &call, const CallContext &context);

} // namespace kessai::simulator::gatewaycalls
