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

SqlCondition conditionOf(const OrderFilter &filter);

/// ORDER BY for a JSON field name of design.md §8; none for a name that is not one. Rows without the value
/// come last, ties by the shop's order id descending.
std::optional<QString> orderByOf(const OrderSort &sort);

} // namespace kessai
