#pragma once

#include "core/storage/orderrepository.h"

namespace kessai {

/// What 決済状況一覧 says beside its check boxes (S88–S90): only orders of a method that goes through GMO.
struct GatewayCounts
{
    QMap<OrderStatus, qint64> byOrderStatus;
    /// These two without 購入処理中 and 決済処理中, as the list shows them (S89).
    QMap<PaymentStatus, qint64> byPaymentStatus;
    QMap<PaymentMethod, qint64> byMethod;
    /// The same two with them, as the list shows them where it is asked for these too.
    QMap<PaymentStatus, qint64> allByPaymentStatus;
    QMap<PaymentMethod, qint64> allByMethod;
};

/// From the counts of all orders less those that the list does not show; both are kept (order_count).
StorageResult<GatewayCounts> gatewayCounts(Database &database, const OrderRepository::Counts &all);

} // namespace kessai
