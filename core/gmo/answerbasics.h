#pragma once

#include "core/gmo/errortable.h"
#include "core/gmo/gmocodec.h"
#include "core/gmo/wireanswer.h"

namespace kessai {

/// The fields of what came back; the error tells a log in English why there are none.
Result<DecodedAnswer, QString> decodedFrom(const WireAnswer &wire);

/// What is kept of the exchange as evidence: whitelisted fields only.
ExchangeRecord recordOf(const WireAnswer &wire, const Result<DecodedAnswer, QString> &decoded);

/// Unknown shop, wrong password or no contract is among the codes.
bool anyShopLevel(const DecodedAnswer &answer, const ErrorTable &table);

/// The worst class of all codes (journal.md §7).
AnswerClass classOfErrors(const DecodedAnswer &answer, const ErrorTable &table);

} // namespace kessai
