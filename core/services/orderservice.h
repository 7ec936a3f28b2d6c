#pragma once

#include "core/services/shopcontext.h"

namespace kessai {

/// What became of one change of 対応状況.
struct StatusChange
{
    OrderId order;
    QString orderNumber;
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

    /// @param paidAt set with 入金済み (R6); none: the present instant where the status is 入金済み
    StorageResult<StatusChange> setStatus(OrderId order, OrderStatus status, const QString &operatorName);

private:
    ShopContext &m_context;
};

} // namespace kessai
