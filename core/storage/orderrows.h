#pragma once

#include "core/domain/order.h"
#include "core/storage/database.h"
#include "core/storage/orderfilter.h"

namespace kessai {

/// Rows of orders, order_item and shipment as values of the domain.

StorageResult<Order> readOrder(Database &database, OrderId id);

/// `SELECT …` of the columns that summaryFrom() reads; the first is orders.id.
QString summarySelect();
OrderSummary summaryFrom(const Rows &row);

} // namespace kessai
