// PaymentRepository: the questions.
#include "core/base/japantime.h"
#include "core/storage/databaseerrors.h"
#include "core/storage/paymentrepository.h"
#include "core/storage/paymentrows.h"
#include "core/storage/storedvalues.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int GivenUpDays = 3; ///< that a payment is UNPROCESSED

} // namespace

StorageResult<Payment> PaymentRepository::byId(PaymentId id)
{
    const auto payments = paymentsWhere(m_database, u"WHERE p.id = ?"_s, {id.value});
    if (!payments) {
        return failure(payments.error());
    }
    if (payments->isEmpty()) {
        return failure(storageErrorOf(m_database.spec(), StorageError::Kind::NotFound, QString(),
                                      QString::number(id.value)));
    }
    return payments->first();
}

StorageResult<QList<Payment>> PaymentRepository::ofOrder(OrderId id)
{
    return paymentsWhere(m_database, u"WHERE p.order_id = ? ORDER BY p.id"_s, {id.value});
}

StorageResult<QList<PaymentId>> PaymentRepository::heldOf(OrderId id)
{
    return m_database.listOf(
        u"SELECT p.id FROM payment p WHERE p.order_id = ? AND p.unlinked_reason = '' AND (EXISTS (SELECT 1 "
        "FROM op o WHERE o.payment_id = p.id AND o.state IN ('CLAIMED','ARMED','IN_DOUBT','CONFLICT')) OR "
        "EXISTS (SELECT 1 FROM finding f WHERE f.payment_id = p.id AND f.closed_at IS NULL)) ORDER BY p.id"_s,
        {id.value}, [](const Rows &row) { return PaymentId{row.number(0)}; });
}

StorageResult<std::optional<Payment>> PaymentRepository::byGatewayOrderId(const QString &shop,
                                                                          const QString &gatewayOrderId)
{
    const auto payments =
        paymentsWhere(m_database, u"WHERE p.shop = ? AND p.gw_order_id = ?"_s, {shop, gatewayOrderId});
    if (!payments) {
        return failure(payments.error());
    }
    return payments->isEmpty() ? std::nullopt : std::optional(payments->first());
}

StorageResult<QList<PaymentId>> PaymentRepository::openPayments(bool onlyNeverRead)
{
    // Of a payment once read the gateway's word tells; one never read is open until a read says otherwise.
    const QString neverRead = u"AND p.known_status IS NULL AND p.gateway_method <> '%1' "_s.arg(
        stored::codeOf(PaymentMethod::Other));
    const auto payments = paymentsWhere(m_database,
                                        u"JOIN orders o ON o.id = p.order_id WHERE p.unlinked_reason = '' %1"
                                        "ORDER BY o.ordered_at DESC, o.shop_order_id DESC, p.id DESC"_s.arg(
                                            onlyNeverRead ? neverRead : QString()),
                                        {});
    if (!payments) {
        return failure(payments.error());
    }
    QList<PaymentId> open;
    for (const Payment &payment : *payments) {
        if (!payment.known || !isClosed(payment.known->status)) {
            open.append(payment.id);
        }
    }
    return open;
}

StorageResult<QList<PaymentId>> PaymentRepository::changingByThemselves(const QDateTime &notReadSince,
                                                                        const QDateTime &pressingNotReadSince,
                                                                        const QDateTime &now)
{
    return m_database.listOf(
        u"SELECT id FROM (SELECT p.id, p.known_at, o.ordered_at, o.shop_order_id, CASE WHEN p.known_status = "
        "'REQSALES' OR p.known_status = 'REQCANCEL' OR p.known_status = 'REQCHANGE' OR (p.known_status = "
        "'REQSUCCESS' AND p.pay_by >= ? AND p.pay_by <= ?) THEN 1 ELSE 0 END AS pressing "
        "FROM payment p JOIN orders o ON o.id = p.order_id "
        // in the words of payment_changing, which answers it
        "WHERE p.gateway_method <> 'CARD' AND (p.known_status = 'UNPROCESSED' OR p.known_status = "
        "'AUTHPROCESS' OR p.known_status = 'REQSUCCESS' OR p.known_status = 'PAYSTART' OR p.known_status = "
        "'REQSALES' OR p.known_status = 'REQCANCEL' OR p.known_status = 'REQCHANGE') AND p.known_at < ? "
        "AND (p.known_status <> 'UNPROCESSED' OR p.known_process_date >= ? "
        "OR (coalesce(p.known_process_date, '') = '' AND o.ordered_at >= ?)) "
        "AND p.unlinked_reason = '') AS changing WHERE known_at < CASE WHEN pressing = 1 THEN ? ELSE ? END "
        "ORDER BY pressing DESC, ordered_at DESC, shop_order_id DESC, id DESC"_s,
        {stored::instant(now.addDays(-1)), stored::instant(now.addDays(1)),
         stored::instant(std::max(notReadSince, pressingNotReadSince)),
         japantime::toGatewayText(now.addDays(-GivenUpDays)), stored::instant(now.addDays(-GivenUpDays)),
         stored::instant(pressingNotReadSince), stored::instant(notReadSince)},
        [](const Rows &row) { return PaymentId{row.number(0)}; });
}

StorageResult<QList<std::pair<QString, QString>>> PaymentRepository::numbersOf(PaymentId id)
{
    return m_database.listOf(u"SELECT name, value FROM payment_fact WHERE payment_id = ? ORDER BY name"_s,
                             {id.value}, [](const Rows &row) { return std::pair(row.text(0), row.text(1)); });
}

} // namespace kessai
