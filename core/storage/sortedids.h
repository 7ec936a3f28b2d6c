#pragma once

#include "core/storage/database.h"
#include "core/storage/orderfilter.h"

namespace kessai {

/// Whether nothing narrows the list but what S88 and S89 leave out, so that nearly all orders are in it.
bool listsNearlyAll(const OrderFilter &filter);
/// Whether an index gives the first ones of such a list at once.
bool beginsAtOnce(const OrderFilter &filter, const OrderSort &sort);

/// The ids of such a list, as OrderRepository::matching(). An index gives the order of all orders by itself;
/// asked for some of them, the database would look at each order's row, or sort a million.
/// @param orderBy orderByOf(sort)
StorageResult<QList<OrderId>> sortedIdsOfNearlyAll(Database &database, const OrderFilter &filter,
                                                   const OrderSort &sort, const QString &orderBy);

} // namespace kessai
