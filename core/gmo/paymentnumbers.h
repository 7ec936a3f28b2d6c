#pragma once

#include "core/gmo/gmocodec.h"

namespace kessai {

/// What staff ask a store, a bank or a carrier by, of a SearchTradeMulti answer: 受付番号, 確認番号, 収納機関
/// and so on, under the gateway's names. A list of what may be kept: no handle, nothing encrypted, nothing of
/// a card. Values hold printable characters only; what is empty or longer than any number is left out.
GatewayFields paymentNumbers(const DecodedAnswer &answer);

} // namespace kessai
