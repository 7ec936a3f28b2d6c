#include "core/services/orderservice.h"

#include "core/base/sentence.h"
#include "core/services/shownlabel.h"

#include <algorithm>

namespace kessai {

QString statusProblem(const Order &order, OrderStatus status)
{
    if (order.status == status) {
        return {};
    }
    if (!moveAllowed(order.status, status)) {
        return Sentence::tr("対応状況を「%1」から「%2」に変更することはできません。")
            .arg(shownLabel(labelOf(order.status)), shownLabel(labelOf(status)));
    }
    // A shop without numbered shipments (EC-CUBE 2) has the date of shipping nowhere but in this very status.
    const bool everythingShipped =
        std::all_of(order.shipments.begin(), order.shipments.end(), [](const Shipment &shipment) {
            return shipment.shippedAt.has_value() || shipment.shopShipmentId.isEmpty();
        });
    return status == OrderStatus::Delivered && !everythingShipped
               ? Sentence::tr("未出荷の出荷があるため「発送済み」にできません。ショップで出荷を登録し、受注CS"
                              "Vを取り込み直してください。")
               : QString();
}

StorageResult<StatusChange> OrderService::setStatus(OrderId id, OrderStatus status,
                                                    const QString &operatorName)
{
    const auto order = m_context.orders.byId(id);
    if (!order) {
        return failure(order.error());
    }
    StatusChange change;
    change.order = id;
    change.orderNumber = order->orderNumber;
    if (order->status == status) {
        return change; // as asked already
    }
    change.problem = statusProblem(*order, status);
    if (!change.problem.isEmpty()) {
        return change;
    }
    // 入金日 goes with 入金済み (schema.md A.1, R6); other moves leave it.
    const auto paidAt =
        status == OrderStatus::Paid ? std::optional<QDateTime>(m_context.clock.nowUtc()) : order->paidAt;
    const auto stored =
        m_context.orders.setStatus(id, status, paidAt, operatorName, m_context.seat.name, order->rowVersion);
    if (!stored) {
        return failure(stored.error());
    }
    change.changed = true;
    emit m_context.notifier.orderChanged(id);
    return change;
}

} // namespace kessai
