#pragma once

#include "app/cli/commandline.h"
#include "core/services/shopcontext.h"

namespace kessai::cli {

/// What refresh and sweep read: a payment, or an order that has none.
struct PaymentTarget
{
    OrderId order;
    std::optional<PaymentId> payment;
};

/// The payments of these orders, in the order given; `gatewayOrderId` names one of them, "" takes all.
StorageResult<QList<PaymentTarget>> targetsOf(ShopContext &context, const QList<OrderId> &orders,
                                              const QString &gatewayOrderId);
/// Every payment of the shop, newest order first.
StorageResult<QList<PaymentTarget>> allTargets(ShopContext &context);
/// Those not closed, never read ones included.
StorageResult<QList<PaymentTarget>> openTargets(ShopContext &context);

} // namespace kessai::cli
