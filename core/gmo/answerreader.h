#pragma once

#include "core/gmo/errortable.h"
#include "core/gmo/gatewayanswer.h"
#include "core/gmo/wireanswer.h"

namespace kessai {

/// What a SearchTrade answer says (protocol.md §4.1). A field that is missing, not of its form, or of another
/// order makes it Unreadable.
InquiryAnswer readInquiry(const WireAnswer &wire, const QString &gatewayOrderId, const ErrorTable &table);

/// The class of an answer to a mutating request (journal.md §7).
/// @param ours the handle that was sent; the answer must name the same
MutationAnswer readMutation(const WireAnswer &wire, const AccessKey &ours, const ErrorTable &table);

} // namespace kessai
