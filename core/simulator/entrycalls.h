#pragma once

#include "core/simulator/cardcalls.h"

namespace kessai::simulator {

/// EntryTran (protocol.md §5.1): a new transaction, UNPROCESSED.
CallOutcome entryTran(const CallContext &context);

/// What both inquiries show of a card transaction, in the recorded order, from Status to ClientField3.
ReplyFields searchFields(const CardTransaction &transaction, const TransactionBook &book);

/// SearchTrade (protocol.md §4.1): changes nothing.
CallOutcome searchTrade(const CallContext &context);

} // namespace kessai::simulator
