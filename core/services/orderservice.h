#pragma once

#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace kessai {

/// What became of one change of 対応状況.
struct StatusChange
{
    OrderId order;
    QString orderNumber;
    std::optional<OrderStatus> before{}; ///< none: the order could not be read
    bool changed = false;
    QString problem; ///< a sentence that names both states, for staff
};

/// Why the shop does not allow this change of 対応状況, in a sentence for staff; "" when it does, or when the
/// order has the status already (schema.md A.1).
QString statusProblem(const Order &order, OrderStatus status);

/// Changes 対応状況 by the moves of schema.md A.1. Never touches a payment (S44).
class OrderService
{
public:
    explicit OrderService(ShopContext &context) : m_context(context) {}

    /// 入金済み sets 入金日 (R6): when the buyer paid at the store or bank, as far as the gateway told it,
    /// else the present instant.
    StorageResult<StatusChange> setStatus(OrderId order, OrderStatus status, const QString &operatorName);

    /// The same in the caller's transaction, which tells nobody: tell() after its commit.
    StorageResult<StatusChange> storeStatus(OrderId order, OrderStatus status, const QString &operatorName);
    void tell(const QList<StatusChange> &changes);

    /// The same for many (S43): each order is judged by itself, in chunks between which the journal has its
    /// turn. One that cannot be changed keeps its sentence and stops no other. Answers for the orders that
    /// were looked at: fewer than asked when `stop` said true or the store failed, which `storeError` tells.
    struct StatusChanges
    {
        QList<StatusChange> changes; ///< in the order asked
        std::optional<StorageError> storeError;
    };
    QCoro::Task<StatusChanges> setStatuses(QList<OrderId> orders, OrderStatus status, QString operatorName,
                                           std::function<bool()> stop);

private:
    StorageResult<QDateTime> paidAt(const Order &order);
    StorageResult<QList<StatusChange>> storeTogether(const QList<OrderId> &orders, OrderStatus status,
                                                     const QString &operatorName);
    std::optional<StorageError> storeOneByOne(const QList<OrderId> &orders, OrderStatus status,
                                              const QString &operatorName, QList<StatusChange> &changes);

    ShopContext &m_context;
};

} // namespace kessai
