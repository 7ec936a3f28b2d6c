#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// The numbers with which the customer pays at a store of the chain. They are as the simulator makes them;
/// only their greatest lengths are known.
void issueStoreNumbers(MultiTransaction &transaction, const QString &chain);

/// ExecTranCvs (protocol.md §5.2).
CallOutcome execTranCvs(const CallContext &context);

/// CvsCancel (protocol.md §4.5).
CallOutcome cvsCancel(const CallContext &context);

} // namespace kessai::simulator
