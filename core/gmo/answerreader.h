#pragma once

#include "core/gmo/errortable.h"
#include "core/gmo/gatewayanswer.h"
#include "core/gmo/gatewayrequest.h"
#include "core/gmo/wireanswer.h"

namespace kessai {

/// What the answer of SearchTrade (a card) or SearchTradeMulti (any other method) says (protocol.md §4.1,
/// §4.2). A field that is missing, not of its form, of another order or of another method makes it
/// Unreadable. SearchTradeMulti need not name the order, TranID and Approve.
InquiryAnswer readInquiry(const WireAnswer &wire, const QString &gatewayOrderId, PaymentMethod method,
                          const ErrorTable &table);

/// The class of an answer to a mutating request (journal.md §7). A card's SUCCESS names the handle that was
/// sent, TranID and TranDate; that of another method names the OrderID and a Status to which the call can
/// lead (protocol.md §4.5 to §4.9).
MutationAnswer readMutation(const WireAnswer &wire, const PreparedRequest &sent, const ErrorTable &table);

} // namespace kessai
