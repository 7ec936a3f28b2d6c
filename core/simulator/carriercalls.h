#pragma once

#include "core/simulator/multicalls.h"

namespace kessai::simulator {

/// What the calls for au, docomo, SoftBank and Rakuten ID have in common (protocol.md §4.6 to §4.9, §5.4).
namespace carriercalls {

/// The Exec call. `texts` are the pay type's own fields, in the order of GMO's list; `kind` is the word in
/// the names of its calls, `Docomo`.
CallOutcome execute(const CallContext &context, PayType payType, const QString &kind,
                    const QList<TextRule> &texts);

/// RetURL of the Exec calls, but for Rakuten ID's.
TextRule returnUrl();

/// AuSales, DocomoSales, SbSales.
CallOutcome sell(const CallContext &context, PayType payType);

/// AuCancelReturn, DocomoCancelReturn, SbCancel. au's reply tells also what is left.
CallOutcome cancel(const CallContext &context, PayType payType);

/// OrderID, Status, Amount, Tax.
ReplyFields stateReply(const MultiTransaction &transaction);

} // namespace carriercalls
} // namespace kessai::simulator
