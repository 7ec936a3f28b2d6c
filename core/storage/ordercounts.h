#pragma once

#include "core/domain/order.h"
#include "core/storage/database.h"

namespace kessai {

/// order_count: how many orders there are of each kind. What changes in orders that are here is counted by
/// triggers; new ones are told, many at once, for a trigger would make an import a third slower.

/// New orders that are alike; as yet none has a payment.
struct NewOrders
{
    OrderStatus status = OrderStatus::New;
    PaymentMethod method = PaymentMethod::Other;
    QString methodName;
    qint64 count = 0;
};
/// Inside the transaction that writes them.
StorageResult<Nothing> countNewOrders(Database &database, const QList<NewOrders> &orders);

/// Adds up what is written one by one on PostgreSQL, where nobody is to wait for others; to be called from
/// time to time. Elsewhere nothing happens.
StorageResult<Nothing> foldOrderCounts(Database &database);

} // namespace kessai
