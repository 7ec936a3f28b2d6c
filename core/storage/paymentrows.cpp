#include "core/storage/paymentrows.h"

#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

const QString paymentColumns =
    u"p.id, p.order_id, p.shop, p.gw_order_id, p.gateway_method, p.method, p.pay_times, p.forward, "
    "p.masked_card_number, p.authorized_at, p.authorized_tran_id, p.sold_at, p.known_status, p.known_amount, "
    "p.known_tax, p.known_process_date, p.known_tran_id, p.known_approve, p.known_at, p.fence, "
    "p.row_version, p.unlinked_reason, p.known_cancel_amount, p.pay_by, p.paid_in_cash_at, "
    "p.gateway_ordered_at, p.completed_on, p.au_pay_method"_s;

Payment paymentFrom(const Rows &row)
{
    Payment payment;
    payment.id = {row.number(0)};
    payment.orderId = {row.number(1)};
    payment.shop = row.text(2);
    payment.gatewayOrderId = row.text(3);
    payment.method = stored::methodFromCode(row.text(4));
    payment.methodCode = row.text(5);
    payment.payTimes = row.text(6);
    payment.forward = row.text(7);
    payment.maskedCardNumber = row.text(8);
    payment.authorizedAt = row.instant(9);
    payment.authorizedTranId = row.text(10);
    payment.soldAt = row.instant(11);
    if (!row.isNull(12)) {
        payment.known = Snapshot{.status = row.text(12),
                                 .amount = Yen{row.number(13)},
                                 .tax = Yen{row.number(14)},
                                 .processDate = row.text(15),
                                 .tranId = row.text(16),
                                 .approve = row.text(17),
                                 .cancelledAmount = row.optionalYen(22)};
    }
    payment.knownAt = row.instant(18);
    payment.fence = row.number(19);
    payment.rowVersion = row.number(20);
    payment.unlinkedReason = row.text(21);
    if (payment.method != PaymentMethod::Card) {
        payment.facts = {.payBy = row.instant(23),
                         .paidAt = row.instant(24),
                         .orderedAt = row.instant(25),
                         .completedOn = stored::dayFrom(row.value(26)),
                         .auPayMethod = row.text(27)};
    }
    return payment;
}

StorageResult<QList<Payment>> paymentsWhere(Database &database, const QString &rest,
                                            const QVariantList &values)
{
    static const QString select = u"SELECT %1 FROM payment p "_s.arg(paymentColumns);
    return database.listOf(select + rest, values, paymentFrom);
}

} // namespace kessai
