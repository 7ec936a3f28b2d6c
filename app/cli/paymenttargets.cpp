#include "app/cli/paymenttargets.h"

namespace kessai::cli {

StorageResult<QList<PaymentTarget>> targetsOf(ShopContext &context, const QList<OrderId> &orders,
                                              const QString &gatewayOrderId)
{
    QList<PaymentTarget> targets;
    for (const OrderId order : orders) {
        const auto payments = context.payments.ofOrder(order);
        if (!payments) {
            return failure(payments.error());
        }
        const qsizetype before = targets.size();
        for (const Payment &payment : *payments) {
            const bool wanted = gatewayOrderId.isEmpty() || payment.gatewayOrderId == gatewayOrderId;
            if (wanted && payment.unlinkedReason.isEmpty()) {
                targets.append({order, payment.id});
            }
        }
        if (targets.size() == before) {
            targets.append({order, std::nullopt});
        }
    }
    return targets;
}

StorageResult<QList<PaymentTarget>> allTargets(ShopContext &context)
{
    OrderFilter everything;
    everything.orderStatuses = allOrderStatuses();
    const auto orders = context.orders.matching(everything, OrderSort{});
    if (!orders) {
        return failure(orders.error());
    }
    auto targets = targetsOf(context, *orders, {});
    if (targets) {
        targets->removeIf([](const PaymentTarget &target) { return !target.payment; });
    }
    return targets;
}

StorageResult<QList<PaymentTarget>> openTargets(ShopContext &context)
{
    const auto ids = context.payments.openPayments(false);
    if (!ids) {
        return failure(ids.error());
    }
    QList<PaymentTarget> targets;
    for (const PaymentId &id : *ids) {
        const auto payment = context.payments.byId(id);
        if (!payment) {
            return failure(payment.error());
        }
        targets.append({payment->orderId, id});
    }
    return targets;
}

} // namespace kessai::cli
