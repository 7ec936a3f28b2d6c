#pragma once

#include "core/domain/orderstatus.h"
#include "core/domain/paymentrules.h"
#include "core/storage/database.h"

#include <functional>

namespace kessai {

/// One order and the payment that a command of one kind would act on, as the rules want to see them.
struct BulkCandidate
{
    OrderId order;
    PaymentMethod method = PaymentMethod::Other;
    OrderStatus status = OrderStatus::New;
    bool linked = false; ///< to at least one payment, whether or not one can be chosen
    /// But `now`. The payment has what the rules look at and no more: no 決済オーダーID, AccessIDs, TranIDs,
    /// approval numbers, cancelled amounts, お支払期限.
    PaymentSituation situation;
};

/// Reads what previews of many orders ask for: one joined statement for hundreds of them, and one more for
/// the few that have several payments. Numbers and days only; how people call an order and its payment is
/// read for the rows in sight (rowNames). Works on a read-only connection.
class BulkCandidates
{
public:
    explicit BulkCandidates(Database &database) : m_database(database) {}

    /// @param place that the order has among those that were asked for
    using Visit = std::function<void(BulkCandidate &candidate, qsizetype place)>;
    /// By ascending ids; orders that are gone are left out. What a candidate has
    /// is written over by a later one.
    StorageResult<Nothing> forOrders(OperationKind kind, const QList<OrderId> &orders, const Visit &visit);

private:
    Database &m_database;
};

} // namespace kessai
