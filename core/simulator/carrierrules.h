#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// The state machines of au, docomo and SoftBank (protocol.md §6.3 to §6.5, §7). Each function either changes
/// the transaction, or leaves it alone and gives the refusal's ErrInfo. Pure: time comes in.
namespace carrierrules {

/// AuSales, DocomoSales, SbSales: the whole authorised total and nothing else.
QString sell(MultiTransaction &transaction, Yen total, const QDateTime &now);

/// AuCancelReturn, DocomoCancelReturn, SbCancel: an authorisation whole, of a sale also a part.
QString cancel(MultiTransaction &transaction, Yen amount, Yen tax, const QDateTime &now,
               const MultiRules &rules);

/// DocomoIncrease. In which states and how long is inferred: those of the cancel.
QString increase(MultiTransaction &transaction, Yen amount, Yen tax, const QDateTime &now,
                 const MultiRules &rules);

} // namespace carrierrules
} // namespace kessai::simulator
