#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// EntryTranCvs, EntryTranPayEasy, EntryTranAu, EntryTranDocomo, EntryTranSb, EntryTranRakutenId (protocol.md
/// §5.2 to §5.4): a new transaction, UNPROCESSED.
CallOutcome entryTranMulti(const CallContext &context, PayType payType);

template <PayType payType>
CallOutcome entryTranMulti(const CallContext &context)
{
    return entryTranMulti(context, payType);
}

} // namespace kessai::simulator
