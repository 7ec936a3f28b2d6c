#include "core/services/orderservice.h"

#include "core/base/sentence.h"
#include "core/services/gatewaytime.h"
#include "core/services/shownlabel.h"
#include "core/storage/lockconflict.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Few, for the writer is held as long: an answer of the gateway waits to be recorded.
constexpr qsizetype OrdersAtOnce = 50;

} // namespace

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
    const auto change = storeStatus(id, status, operatorName);
    if (change && change->changed) {
        emit m_context.notifier.orderChanged(id);
    }
    return change;
}

StorageResult<StatusChange> OrderService::storeStatus(OrderId id, OrderStatus status,
                                                      const QString &operatorName)
{
    const auto order = m_context.orders.byId(id);
    if (!order) {
        return failure(order.error());
    }
    StatusChange change;
    change.order = id;
    change.orderNumber = order->orderNumber;
    change.before = order->status;
    if (order->status == status) {
        return change; // as asked already
    }
    change.problem = statusProblem(*order, status);
    if (!change.problem.isEmpty()) {
        return change;
    }
    // 入金日 goes with 入金済み (schema.md A.1, R6); other moves leave it.
    std::optional<QDateTime> paid = order->paidAt;
    if (status == OrderStatus::Paid) {
        const auto told = paidAt(*order);
        if (!told) {
            return failure(told.error());
        }
        paid = *told;
    }
    const auto stored =
        m_context.orders.setStatus(id, status, paid, operatorName, m_context.seat.name, order->rowVersion);
    if (!stored) {
        return failure(stored.error());
    }
    change.changed = true;
    return change;
}

/// Its day is the gateway's, as for every date (design.md §6).
StorageResult<QDateTime> OrderService::paidAt(const Order &order)
{
    if (order.method == PaymentMethod::Card) { // the commonest, and never paid in cash
        return gatewayTime(m_context);
    }
    const auto payments = m_context.payments.ofOrder(order.id);
    if (!payments) {
        return failure(payments.error());
    }
    for (const Payment &payment : *payments) {
        const bool isPaid = payment.known && payment.known->status == "PAYSUCCESS"_L1;
        if (isPaid && payment.facts.paidAt && payment.unlinkedReason.isEmpty()) {
            return *payment.facts.paidAt;
        }
    }
    return gatewayTime(m_context);
}

QCoro::Task<OrderService::StatusChanges> OrderService::setStatuses(QList<OrderId> orders, OrderStatus status,
                                                                   QString operatorName,
                                                                   std::function<bool()> stop)
{
    StatusChanges result;
    for (qsizetype start = 0; start < orders.size() && !stop(); start += OrdersAtOnce) {
        const QList<OrderId> chunk = orders.mid(start, OrdersAtOnce);
        auto changes = storeTogether(chunk, status, operatorName);
        if (!changes) { // one of them stood in the way: each by itself then
            result.storeError = storeOneByOne(chunk, status, operatorName, result.changes);
        } else {
            result.changes += *changes;
        }
        if (result.storeError) {
            break;
        }
        co_await m_context.clock.sleep(std::chrono::milliseconds(0)); // the journal's turn
    }
    co_return result;
}

/// In one transaction, which is many times faster; told when it is on disk.
StorageResult<QList<StatusChange>>
OrderService::storeTogether(const QList<OrderId> &orders, OrderStatus status, const QString &operatorName)
{
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    QList<StatusChange> changes;
    for (const OrderId id : orders) {
        const auto change = storeStatus(id, status, operatorName);
        if (!change) {
            return failure(change.error());
        }
        changes.append(*change);
    }
    const auto committed = transaction->commit();
    if (!committed) {
        return failure(committed.error());
    }
    tell(changes);
    return changes;
}

void OrderService::tell(const QList<StatusChange> &changes)
{
    for (const StatusChange &change : changes) {
        if (change.changed) {
            emit m_context.notifier.orderChanged(change.order);
        }
    }
}

/// @returns why the store is of no more use; an order that is gone or that others keep changing has its
/// sentence instead
std::optional<StorageError> OrderService::storeOneByOne(const QList<OrderId> &orders, OrderStatus status,
                                                        const QString &operatorName,
                                                        QList<StatusChange> &changes)
{
    for (const OrderId id : orders) {
        auto change = setStatus(id, status, operatorName);
        for (int tries = 1; tries < TransactionTries && !change && isLockConflict(change.error()); ++tries) {
            change = setStatus(id, status, operatorName);
        }
        if (change) {
            changes.append(*change);
            continue;
        }
        const bool ofThisOrder = change.error().kind == StorageError::Kind::NotFound ||
                                 change.error().kind == StorageError::Kind::StaleSnapshot;
        if (!ofThisOrder) {
            return change.error();
        }
        StatusChange unchanged;
        unchanged.order = id;
        unchanged.problem = change.error().message;
        changes.append(unchanged);
    }
    return std::nullopt;
}

} // namespace kessai
