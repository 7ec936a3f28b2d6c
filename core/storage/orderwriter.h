#pragma once

#include "core/domain/order.h"
#include "core/storage/database.h"
#include "core/storage/ordercounts.h"

namespace kessai {

/// A new order as the rows it becomes: its own with the columns of the list that follow from it, its lines
/// and its parcels.
struct OrderRows
{
    RowBatch order;
    RowBatch items;     ///< their key, the order's id, comes with the insertion
    RowBatch shipments; ///< as well
    QString searchText; ///< searchTextOf(), as yet without payments
    NewOrders kind;     ///< of which it is one

    [[nodiscard]] qint64 shopOrderId() const { return order.number(0, 0); }
};

/// Needs no database: by any thread.
OrderRows rowsOf(const Order &order);

/// Writes new orders; their ids in the same order. Inside the caller's transaction.
StorageResult<QList<OrderId>> insertOrders(Database &database, const QList<OrderRows *> &orders);
/// All columns of order.id; row_version + 1.
StorageResult<Nothing> updateOrder(Database &database, const Order &order);

} // namespace kessai
