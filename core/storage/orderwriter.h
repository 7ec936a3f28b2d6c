#pragma once

#include "core/domain/order.h"
#include "core/storage/database.h"

namespace kessai {

/// Writes new orders with their lines and parcels, and the columns of the list that follow from them; their
/// ids in the same order. Inside the caller's transaction.
StorageResult<QList<OrderId>> insertOrders(Database &database, const QList<Order> &orders);
/// All columns of order.id; row_version + 1.
StorageResult<Nothing> updateOrder(Database &database, const Order &order);

} // namespace kessai
