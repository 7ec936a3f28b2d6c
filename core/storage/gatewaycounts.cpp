#include "core/storage/gatewaycounts.h"

#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<GatewayCounts> gatewayCounts(Database &database, const OrderRepository::Counts &all)
{
    GatewayCounts counts;
    counts.byOrderStatus = all.byOrderStatus;
    counts.allByPaymentStatus = all.byPaymentStatus;
    counts.allByMethod = all.byMethod;
    counts.allByMethod.remove(PaymentMethod::Other);
    counts.byPaymentStatus = counts.allByPaymentStatus;
    counts.byMethod = counts.allByMethod;
    const auto withOtherMethods =
        database.forEachRow(u"SELECT status, CAST(sum(orders) AS BIGINT) FROM order_count WHERE method = "
                            "'OTHER' GROUP BY status"_s,
                            {}, [&counts](const Rows &row) {
                                if (const auto status = orderStatusFromId(int(row.number(0)))) {
                                    counts.byOrderStatus[*status] -= row.number(1);
                                }
                            });
    if (!withOtherMethods) {
        return failure(withOtherMethods.error());
    }
    const auto unfinished = database.forEachRow(
        u"SELECT payment_status_code, method, CAST(sum(orders) AS BIGINT) FROM order_count WHERE status IN "
        "(%1,%2) GROUP BY payment_status_code, method"_s.arg(int(OrderStatus::Pending))
            .arg(int(OrderStatus::Processing)),
        {}, [&counts](const Rows &row) {
            if (const auto status = paymentStatusFromCode(int(row.number(0)))) {
                counts.byPaymentStatus[*status] -= row.number(2);
            }
            const PaymentMethod method = stored::methodFromCode(row.text(1));
            if (isGatewayMethod(method)) {
                counts.byMethod[method] -= row.number(2);
            }
        });
    return unfinished ? StorageResult<GatewayCounts>(counts) : failure(unfinished.error());
}

} // namespace kessai
