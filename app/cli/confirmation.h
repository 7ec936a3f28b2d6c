#pragma once

#include "app/cli/invocation.h"
#include "core/domain/operation.h"
#include "core/domain/paymentrules.h"
#include "core/services/operationplanner.h"

#include <QHash>

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

/// What a person is asked, and what stood there of each order: nothing else may be planned.
struct Question
{
    QString text; ///< the list and the sums; the caller adds the question itself
    QHash<OrderId, ConfirmedScreen> shown;
    QList<OperationItem> leftOut; ///< orders of which nothing can be carried out, with the reason
};

/// Each order with customer, amount, what will be sent and until when it can be done or undone, and the
/// total.
StorageResult<Question> questionFor(ShopContext &context, const ConfirmationRequest &request);

} // namespace kessai::cli
