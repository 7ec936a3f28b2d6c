#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// The numbers with which the customer pays at an ATM; for net banking also an address.
void issuePayEasyNumbers(MultiTransaction &transaction, bool isNetBank);

/// ExecTranPayEasy (protocol.md §5.3).
CallOutcome execTranPayEasy(const CallContext &context);

/// PayEasyCancel (protocol.md §4.5).
CallOutcome payEasyCancel(const CallContext &context);

} // namespace kessai::simulator
