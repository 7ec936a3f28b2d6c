#pragma once

#include "core/base/ids.h"
#include "core/storage/database.h"

namespace kessai {

/// An order, and the payment of it that is meant.
struct NamedRow
{
    OrderId order;
    PaymentId payment{}; ///< 0: none in particular
};

/// How people call them.
struct RowNames
{
    QString orderNumber; ///< "" the order is gone
    QString customerName;
    QString gatewayOrderId; ///< of the payment; of the one that the lists show where none is meant
};

/// One for each row, in their order: for the rows in sight of lists of a hundred thousand. Works on a
/// read-only connection.
StorageResult<QList<RowNames>> rowNames(Database &database, const QList<NamedRow> &rows);

} // namespace kessai
