#pragma once

#include "ui/models/ordertexts.h"

namespace kessai {

/// 期限: the day, and below it how many days are left.
/// @param shown as OrderTableModel::Lines::deadlineField; also one that has passed, and "" where the order
/// has none of it
OrderText deadlineText(const OrderSummary &order, const QDate &today, const QString &shown = {});
/// Which deadline it is, and what cannot be done any more when it has passed.
QString deadlineExplanation(const OrderSummary &order, const QDate &today, const QString &shown = {});
/// From 14 days before (design.md §6), as long as something can be done; a capture that is too late is for a
/// person.
std::optional<Meaning> deadlineMeaning(const OrderSummary &order, const QDate &today,
                                       const QString &shown = {});

} // namespace kessai
