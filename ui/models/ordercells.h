#pragma once

#include "ui/models/ordertablemodel.h"

#include <QCoreApplication>

namespace kessai {

/// What one cell of a list of orders shows, by Qt's roles and those of cellroles.h.
/// @param lines how many lines rows have, what stands in the second, and which deadline 期限 shows
QVariant orderCell(const OrderSummary &order, OrderTableModel::Column column, int role, const QDate &today,
                   const OrderTableModel::Lines &lines);
/// Amounts stand at the right, so that their digits stand below each other.
bool isRightAligned(OrderTableModel::Column column);
/// Title and explanation of a column; of both where another one stands in its second line. 期限 says which
/// one it shows where that is not the nearest.
QVariant orderHeader(OrderTableModel::Column column, int role, const OrderTableModel::Lines &lines);

/// Days before the last one from which a deadline is shown in amber (design.md §6).
constexpr int DeadlineNearDays = 14;

} // namespace kessai
