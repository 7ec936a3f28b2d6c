#pragma once

#include "core/domain/order.h"

namespace kessai {

/// Orders as nobody wants them: formulas, quotes, line ends, marks of direction, pictures and markup in every
/// text, for files that have to come back as they were. Inside a RapidCheck property only.
QList<Order> anyOrders();

/// What the 受注CSV has of an order, a line per value, to be compared.
QString told(const Order &order);
QString told(const QList<Order> &orders);

/// The same orders with every text as CP932 can hold it.
QList<Order> inCp932(QList<Order> orders);

} // namespace kessai
