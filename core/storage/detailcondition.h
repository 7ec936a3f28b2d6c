#pragma once

#include "core/storage/orderfilter.h"

namespace kessai {

class ConditionBuilder;

/// The conditions of 詳細検索 (S28, features.md §3.1) on the table orders.

/// What must stand in the text to be searched where addPieces() asks for a piece of a column that is not kept
/// folded; it is asked first, so that few rows are folded.
QStringList textPiecesOf(const OrderFilter &filter);

/// 注文番号 and 購入金額: each has an index.
void addNumbers(ConditionBuilder &builder, const OrderFilter &filter);
/// Pieces of texts, and what the parcels and the goods of an order have: these take longest and come last.
void addPieces(ConditionBuilder &builder, const OrderFilter &filter);

} // namespace kessai
