#pragma once

#include "core/domain/order.h"
#include "core/storage/database.h"
#include "core/storage/orderfilter.h"

namespace kessai {

/// Rows of orders, order_item and shipment as values of the domain.

StorageResult<Order> readOrder(Database &database, OrderId id);
/// The same of some hundreds, in the order of the ids, by three statements; ids that are gone are left out.
StorageResult<QList<Order>> readOrders(Database &database, const QList<OrderId> &ids);

/// `SELECT …` of the columns that summaryFrom() reads; the first is orders.id.
QString summarySelect();
OrderSummary summaryFrom(const Rows &row);

} // namespace kessai
