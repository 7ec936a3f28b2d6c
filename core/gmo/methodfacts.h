#pragma once

#include "core/domain/payment.h"
#include "core/gmo/gmocodec.h"

namespace kessai {

/// What a SearchTradeMulti answer tells beyond the snapshot (protocol.md §4.2). What is empty or not of its
/// form is not known: what the rules count from must not hide the state of a payment.
MethodFacts methodFacts(const DecodedAnswer &answer);

} // namespace kessai
