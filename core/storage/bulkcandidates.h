#pragma once

#include "core/domain/paymentrules.h"
#include "core/storage/database.h"
#include "core/storage/orderfilter.h"

#include <functional>

namespace kessai {

/// One order and the payment that a command of one kind would act on, as the rules want to see them.
struct BulkCandidate
{
    OrderId order;
    QString orderNumber;
    QString customerName;
    QString gatewayOrderId; ///< of the payment that is judged, else of the one that the lists show
    PaymentMethod method = PaymentMethod::Other;
    OrderStatus status = OrderStatus::New;
    bool hidden = false; ///< the conditions that are shown do not match it
    /// But `now`. The payment has what the rules look at: no AccessIDs, TranIDs, approval numbers.
    PaymentSituation situation;
};

/// Reads what previews of many orders ask for: one joined statement for thousands of them, and one more for
/// the few that have several payments. Works on a read-only connection.
class BulkCandidates
{
public:
    /// @param shown what BulkCandidate::hidden is judged by; none: nothing is hidden
    explicit BulkCandidates(Database &database, std::optional<OrderFilter> shown = {})
        : m_database(database), m_shown(std::move(shown))
    {
    }

    /// @param place that the order has among those that were asked for
    using Visit = std::function<void(BulkCandidate &candidate, qsizetype place)>;
    /// In no certain order; orders that are gone are left out. What `visit` takes out of a candidate is its
    /// own.
    StorageResult<Nothing> forOrders(OperationKind kind, const QList<OrderId> &orders, const Visit &visit);

private:
    Database &m_database;
    std::optional<OrderFilter> m_shown;
};

} // namespace kessai
