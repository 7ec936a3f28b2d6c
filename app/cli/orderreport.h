#pragma once

#include "core/services/shopcontext.h"

namespace kessai::cli {

/// One command's verdict for one order, with its reason in words.
struct OrderVerdict
{
    OperationVerdict verdict;
    QString reason;
};

/// A payment, and the numbers and codes that the gateway told of it, by the gateway's names.
struct ShownPayment
{
    Payment payment;
    QList<std::pair<QString, QString>> numbers;
};
/// The payments of an order that are linked to it, oldest first.
StorageResult<QList<ShownPayment>> shownPayments(ShopContext &context, OrderId order);

/// What the rules say for this order now, on the payment that the command would act on (design.md §6).
/// @param gatewayOrderId names one payment; "" as the rules choose
StorageResult<OrderVerdict> verdictFor(ShopContext &context, OperationKind kind, const OrderSummary &order,
                                       const QString &gatewayOrderId);

/// The rows of these orders as the lists show them.
StorageResult<OrderSummary> summaryOf(ShopContext &context, OrderId order);

} // namespace kessai::cli
