#pragma once

#include "core/storage/orderfilter.h"

#include <QVariantList>

#include <optional>

namespace kessai {

/// A WHERE clause with its values.
struct SqlCondition
{
    QString where; ///< begins with WHERE, or is empty
    QVariantList values;
};

/// 取消し済み注文で未取消の決済 (S68): orders 注文取消し or 返品 whose payment is still 仮売上, 実売上 or
/// 即時売上. In the words of the partial index that answers it.
QString cancelledWithOpenPayment();

SqlCondition conditionOf(const OrderFilter &filter);

/// ORDER BY for a JSON field name of design.md §8; none for a name that is not one. Rows without the value
/// come last, ties by the shop's order id descending.
std::optional<QString> orderByOf(const OrderSort &sort);

} // namespace kessai
