#pragma once

#include "core/services/shopcontext.h"

namespace kessai::cli {

/// One command's verdict for one order, with its reason in words.
struct OrderVerdict
{
    OperationVerdict verdict;
    QString reason;
};

/// What the rules say for this order now, on the payment that the command would act on (design.md §6).
/// @param gatewayOrderId names one payment; "" as the rules choose
StorageResult<OrderVerdict> verdictFor(ShopContext &context, OperationKind kind, const OrderSummary &order,
                                       const QString &gatewayOrderId);

/// The rows of these orders as the lists show them.
StorageResult<OrderSummary> summaryOf(ShopContext &context, OrderId order);

} // namespace kessai::cli
