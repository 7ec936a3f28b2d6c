#pragma once

#include "app/cli/invocation.h"
#include "core/domain/operation.h"

namespace kessai::cli {

/// What the person is asked before money moves.
struct ConfirmationRequest
{
    OperationKind kind = OperationKind::Capture;
    QList<OrderId> orders;
    QString gatewayOrderId;
    bool keepGatewayAmount = false;
    QString reauthorizeJob;
    std::optional<OrderStatus> setStatus;
};

/// Without --yes and without a terminal nobody can agree: a sentence that says so; "" when it can go on.
QString missingConsent(const Invocation &invocation);

/// Each order with customer, amount, what will be sent and until when it can be done or undone, and the
/// total.
StorageResult<QString> confirmationText(ShopContext &context, const ConfirmationRequest &request);

} // namespace kessai::cli
