#include "core/domain/paymentrules.h"

namespace kessai {

EndReason plannedProblem(const Operation &operation, const Payment &payment, Yen payableTotal,
                         bool keepGatewayAmount)
{
    if (!payment.known) {
        return EndReason::None;
    }
    switch (operation.kind) {
    case OperationKind::Capture: {
        const bool authorized = payment.known->status == QLatin1StringView("AUTH");
        const bool differs = payment.known->total() != payableTotal;
        return authorized && differs && !keepGatewayAmount ? EndReason::Difference : EndReason::None;
    }
    case OperationKind::Change:
        return payment.known->total() == payableTotal ? EndReason::AlreadyDone : EndReason::None;
    case OperationKind::Cancel:
    case OperationKind::Reauthorize:
        return EndReason::None;
    }
    return EndReason::None;
}

} // namespace kessai
