#pragma once

#include "ui/models/ordertablemodel.h"

#include <QCoreApplication>

namespace kessai {

/// What one cell of the list of orders shows, by Qt's roles and those of cellroles.h.
QVariant orderCell(const OrderSummary &order, OrderTableModel::Column column, int role, const QDate &today);
/// Amounts stand at the right, so that their digits stand below each other.
bool isRightAligned(OrderTableModel::Column column);
/// Title and explanation of a column.
QVariant orderHeader(OrderTableModel::Column column, int role);

/// Days before the last one from which a deadline is shown in amber (design.md §6).
constexpr int DeadlineNearDays = 14;

} // namespace kessai
