#include "core/storage/paymentrepository.h"

#include "core/base/sentence.h"
#include "core/storage/databaseerrors.h"
#include "core/storage/ordercolumns.h"
#include "core/storage/orderrepository.h"
#include "core/storage/rowlocks.h"
#include "core/storage/storedvalues.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString paymentColumns =
    u"p.id, p.order_id, p.shop, p.gw_order_id, p.gateway_method, p.method, p.pay_times, p.forward, "
    "p.masked_card_number, p.authorized_at, p.authorized_tran_id, p.sold_at, p.known_status, p.known_amount, "
    "p.known_tax, p.known_process_date, p.known_tran_id, p.known_approve, p.known_at, p.fence, "
    "p.row_version, "
    "p.unlinked_reason"_s;
constexpr int PaymentColumnCount = 22;

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
                                 .approve = row.text(17)};
    }
    payment.knownAt = row.instant(18);
    payment.fence = row.number(19);
    payment.rowVersion = row.number(20);
    payment.unlinkedReason = row.text(21);
    return payment;
}

StorageResult<QList<Payment>> paymentsWhere(Database &database, const QString &rest,
                                            const QVariantList &values)
{
    static const QString select = u"SELECT %1 FROM payment p "_s.arg(paymentColumns);
    return database.listOf(select + rest, values, paymentFrom);
}

/// The payments of this one's order and what is to be paid for it, under the order's lock.
StorageResult<OrderPayments> orderPaymentsOf(Database &database, PaymentId id)
{
    const auto locked = lockOrderOf(database, id);
    if (!locked) {
        return failure(locked.error());
    }
    static const QString select =
        u"SELECT %1, o.payable_total FROM payment p JOIN orders o ON o.id = p.order_id WHERE p.order_id = "
        "(SELECT order_id FROM payment WHERE id = ?) ORDER BY p.id"_s.arg(paymentColumns);
    OrderPayments order;
    const auto ended = database.forEachRow(select, {id.value}, [&order](const Rows &row) {
        order.payments.append(paymentFrom(row));
        order.payableTotal = Yen{row.number(PaymentColumnCount)};
    });
    return ended ? StorageResult<OrderPayments>(order) : failure(ended.error());
}

/// What a trusted read makes of the payment; a detail that it does not tell stays.
void showIn(Payment &payment, const Snapshot &snapshot, const QDateTime &readAt,
            const PaymentRepository::ReadDetails &read)
{
    const AuthorizationTimes times =
        learnTimes({payment.authorizedAt, payment.authorizedTranId, payment.soldAt}, snapshot.status,
                   snapshot.tranId, snapshot.processDate);
    payment.authorizedAt = times.authorizedAt;
    payment.authorizedTranId = times.authorizedTranId;
    payment.soldAt = times.soldAt;
    payment.known = snapshot;
    payment.knownAt = readAt;
    payment.rowVersion += 1;
    const auto take = [](QString &kept, const QString &told) { kept = told.isEmpty() ? kept : told; };
    take(payment.methodCode, read.methodCode);
    take(payment.payTimes, read.payTimes);
    take(payment.forward, read.forward);
    take(payment.maskedCardNumber, read.maskedCardNumber);
}

QString eventContent(const QString &gatewayOrderId, const QString &reason)
{
    QJsonObject content{{u"gatewayOrderId"_s, gatewayOrderId}};
    if (!reason.isEmpty()) {
        content.insert(u"reason"_s, reason);
    }
    return QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
}

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

StorageResult<PaymentRepository::LinkOutcome> PaymentRepository::link(OrderId order, const QString &shop,
                                                                      const QString &gatewayOrderId,
                                                                      PaymentMethod method)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    // A payment that was taken off comes back with all its history; one that is linked stays where it is,
    // also when another seat links it at this moment.
    const auto linked = m_database.first(
        u"INSERT INTO payment (order_id, shop, gw_order_id, pay_type, gateway_method) VALUES (?,?,?,?,?) "
        "ON CONFLICT (shop, gw_order_id) DO UPDATE SET order_id = excluded.order_id, unlinked_reason = '', "
        "row_version = payment.row_version + 1 WHERE payment.unlinked_reason <> '' RETURNING id"_s,
        {order.value, shop, gatewayOrderId, payTypeOf(method), stored::codeOf(method)});
    if (!linked) {
        return failure(linked.error());
    }
    if (linked->isEmpty()) {
        const auto standing = byGatewayOrderId(shop, gatewayOrderId);
        if (!standing) {
            return failure(standing.error());
        }
        const bool own = *standing && (*standing)->orderId == order;
        return own ? LinkOutcome::AlreadyLinked : LinkOutcome::BelongsToOtherOrder;
    }
    const auto refreshed = refreshOrderColumns(order);
    if (!refreshed) {
        return failure(refreshed.error());
    }
    const auto committed = transaction->commit();
    return committed ? StorageResult<LinkOutcome>(LinkOutcome::Linked) : failure(committed.error());
}

StorageResult<Nothing> PaymentRepository::unlink(PaymentId id, const QString &reason,
                                                 const QString &operatorName, const QString &seat)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto locked = lockPayment(m_database, id);
    if (!locked) {
        return locked;
    }
    const auto unlinked = m_database.first(
        u"UPDATE payment SET unlinked_reason = ?, row_version = row_version + 1 WHERE id = ? AND "
        u"unlinked_reason = '' "
        "AND NOT EXISTS (SELECT 1 FROM op o WHERE o.payment_id = payment.id AND o.state NOT IN "
        "('DONE','REFUSED','CANCELLED')) AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.payment_id = "
        "payment.id "
        "AND f.closed_at IS NULL) RETURNING order_id, gw_order_id"_s,
        {reason, id.value});
    if (!unlinked) {
        return failure(unlinked.error());
    }
    if (unlinked->isEmpty()) {
        return failure(StorageError{
            StorageError::Kind::Unique, QString(),
            Sentence::tr("この決済には処理中の操作か要確認があるか、すでに連携が外されています。"
                         "操作が終わり、要確認を解決してから、画面を更新して確認してください。")});
    }
    OrderRepository::Event event;
    event.orderId = {unlinked->at(0).toLongLong()};
    event.paymentId = id;
    event.at = QDateTime::currentDateTimeUtc();
    event.kind = u"UNLINK"_s;
    event.operatorName = operatorName;
    event.seat = seat;
    event.content = eventContent(unlinked->at(1).toString(), reason);
    const auto logged = OrderRepository(m_database).addEvent(event);
    if (!logged) {
        return logged;
    }
    const auto refreshed = refreshOrderColumns(event.orderId);
    return refreshed ? transaction->commit() : refreshed;
}

StorageResult<bool> PaymentRepository::lockUnmoved(const Payment &seen)
{
    const auto locked = lockPayment(m_database, seen.id);
    if (!locked) {
        return failure(locked.error());
    }
    const auto row = m_database.first(
        u"SELECT 1 FROM payment p WHERE p.id = ? AND p.fence = ? AND NOT EXISTS (SELECT 1 FROM op o WHERE "
        "o.payment_id = p.id AND o.state IN ('CLAIMED','ARMED','IN_DOUBT','CONFLICT'))"_s,
        {seen.id.value, seen.fence});
    return row ? StorageResult<bool>(!row->isEmpty()) : failure(row.error());
}

StorageResult<Nothing> PaymentRepository::storeSnapshot(PaymentId id, const Snapshot &snapshot,
                                                        const QDateTime &readAt,
                                                        const std::optional<ReadDetails> &details)
{
    const auto kept = keepSnapshot(id, snapshot, readAt, details);
    return kept ? StorageResult<Nothing>(Nothing{}) : failure(kept.error());
}

StorageResult<OrderPayments> PaymentRepository::keepSnapshot(PaymentId id, const Snapshot &snapshot,
                                                             const QDateTime &readAt,
                                                             const std::optional<ReadDetails> &details)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto locked = lockPayment(m_database, id);
    if (!locked) {
        return failure(locked.error());
    }
    auto order = orderPaymentsOf(m_database, id);
    if (!order) {
        return order;
    }
    const auto payment = std::find_if(order->payments.begin(), order->payments.end(),
                                      [id](const Payment &one) { return one.id == id; });
    if (payment == order->payments.end()) {
        return failure(storageErrorOf(m_database.spec(), StorageError::Kind::NotFound, QString(),
                                      QString::number(id.value)));
    }
    showIn(*payment, snapshot, readAt, details.value_or(ReadDetails{}));
    const auto stored = m_database.run(
        u"UPDATE payment SET known_status = ?, known_amount = ?, known_tax = ?, known_process_date = ?, "
        "known_tran_id = ?, known_approve = ?, known_at = ?, authorized_at = ?, authorized_tran_id = ?, "
        "sold_at = ?, method = ?, pay_times = ?, forward = ?, masked_card_number = ?, "
        "row_version = row_version + 1 WHERE id = ?"_s,
        {snapshot.status, snapshot.amount.value, snapshot.tax.value, snapshot.processDate, snapshot.tranId,
         snapshot.approve, stored::instant(readAt), stored::of(payment->authorizedAt),
         stored::textOrNull(payment->authorizedTranId), stored::of(payment->soldAt),
         stored::textOrNull(payment->methodCode), stored::textOrNull(payment->payTimes),
         stored::textOrNull(payment->forward), stored::textOrNull(payment->maskedCardNumber), id.value});
    if (!stored) {
        return failure(stored.error());
    }
    const auto refreshed = writePayment(m_database, payment->orderId, *order, m_rules);
    const auto committed = refreshed ? transaction->commit() : refreshed;
    return committed ? order : failure(committed.error());
}

StorageResult<Nothing> PaymentRepository::refreshOrderColumns(OrderId id)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto payment = refreshPayment(m_database, id, m_rules);
    if (!payment) {
        return failure(payment.error());
    }
    const auto doubt = refreshDoubt(m_database, id);
    if (!doubt) {
        return doubt;
    }
    const auto text = refreshSearchText(m_database, id);
    return text ? transaction->commit() : text;
}

StorageResult<QList<PaymentId>> PaymentRepository::openPayments(bool onlyNeverRead)
{
    // Of a payment once read the gateway's word tells; one never read is open until a read says otherwise.
    const QString neverRead =
        u"AND p.known_status IS NULL AND p.gateway_method = '%1' "_s.arg(stored::codeOf(PaymentMethod::Card));
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

} // namespace kessai
