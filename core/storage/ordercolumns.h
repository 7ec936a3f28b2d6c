#pragma once

#include "core/domain/order.h"
#include "core/domain/payment.h"
#include "core/domain/paymentrules.h"
#include "core/storage/database.h"

namespace kessai {

/// The columns of `orders` that the lists read (design.md §4), kept right inside the caller's transaction.

/// doubt, last_operation, last_operation_state, last_error of the payment's order.
StorageResult<Nothing> refreshDoubt(Database &database, PaymentId payment);
StorageResult<Nothing> refreshDoubt(Database &database, OrderId order);

/// An order's payments, oldest first, with those taken off again, and what is to be paid.
struct OrderPayments
{
    QList<Payment> payments;
    Yen payableTotal;
    QVariantList shown{}; ///< ShownColumns as the row has them; empty: not read
};

/// The columns of refreshPayment(), commas between, and their number.
constexpr auto ShownColumns = "payment_id, payment_count, ambiguous, gateway_order_id, payment_status_code, "
                              "gateway_amount, difference, "
                              "capture_by, cancel_by, change_by, pay_by";
constexpr int ShownColumnCount = 11;

/// payment_id, payment_count, ambiguous, gateway_order_id, status, amount, difference, the days of the
/// deadlines.
StorageResult<Nothing> refreshPayment(Database &database, OrderId order, const PaymentRules &rules);
/// As refreshPayment(), from what the caller has just read or changed under the order's lock. A column that
/// has its value already (OrderPayments::shown) is not written: naming it would renew each index it is in.
StorageResult<Nothing> writePayment(Database &database, OrderId order, const OrderPayments &made,
                                    const PaymentRules &rules);

/// The text of an order to be searched (order_search), from its own columns and the 決済オーダーID of its
/// payments.
StorageResult<Nothing> refreshSearchText(Database &database, OrderId order);
/// The folded text: 注文番号, name, kana, company, mail, phone, postal code, 決済オーダーID, a line feed
/// between.
QString searchTextOf(const Order &order, const QStringList &gatewayOrderIds);

} // namespace kessai
