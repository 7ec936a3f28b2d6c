#pragma once

#include "core/domain/order.h"
#include "core/storage/database.h"

namespace kessai {

/// Writes an order with its lines and parcels, and the columns of the list that follow from them. Inside the
/// caller's transaction.
StorageResult<OrderId> insertOrder(Database &database, const Order &order);
/// All columns of order.id; row_version + 1.
StorageResult<Nothing> updateOrder(Database &database, const Order &order);

} // namespace kessai
