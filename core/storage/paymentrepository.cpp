#include "core/storage/paymentrepository.h"

#include "core/base/sentence.h"
#include "core/storage/databaseerrors.h"
#include "core/storage/ordercolumns.h"
#include "core/storage/orderrepository.h"
#include "core/storage/paymentrows.h"
#include "core/storage/rowlocks.h"
#include "core/storage/storedvalues.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The payments of this one's order and what is to be paid for it, under the order's lock.
StorageResult<OrderPayments> orderPaymentsOf(Database &database, PaymentId id)
{
    const auto locked = lockOrderOf(database, id);
    if (!locked) {
        return failure(locked.error());
    }
    static const QString select =
        u"SELECT %1, o.payable_total, o.%2 FROM payment p JOIN orders o ON o.id = p.order_id WHERE "
        "p.order_id = (SELECT order_id FROM payment WHERE id = ?) ORDER BY p.id"_s.arg(
            paymentColumns, QString::fromLatin1(ShownColumns).replace(u", "_s, u", o."_s));
    OrderPayments order;
    const auto ended = database.forEachRow(select, {id.value}, [&order](const Rows &row) {
        order.payments.append(paymentFrom(row));
        order.payableTotal = Yen{row.number(PaymentColumnCount)};
        order.shown.clear();
        for (int column = 0; column < ShownColumnCount; ++column) {
            order.shown.append(row.value(PaymentColumnCount + 1 + column));
        }
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
    const auto takeFact = [](auto &kept, const auto &told) { kept = told ? told : kept; };
    takeFact(payment.facts.payBy, read.facts.payBy);
    takeFact(payment.facts.paidAt, read.facts.paidAt);
    takeFact(payment.facts.orderedAt, read.facts.orderedAt);
    takeFact(payment.facts.completedOn, read.facts.completedOn);
    take(payment.facts.auPayMethod, read.facts.auPayMethod);
}

StorageResult<Nothing> writeKnown(Database &database, const Payment &payment)
{
    const Snapshot &known = *payment.known;
    const auto stored = database.run(
        u"UPDATE payment SET known_status = ?, known_amount = ?, known_tax = ?, known_cancel_amount = ?, "
        "known_process_date = ?, known_tran_id = ?, known_approve = ?, known_at = ?, authorized_at = ?, "
        "authorized_tran_id = ?, sold_at = ?, method = ?, pay_times = ?, forward = ?, "
        "masked_card_number = ?, pay_by = ?, paid_in_cash_at = ?, gateway_ordered_at = ?, completed_on = ?, "
        "au_pay_method = ?, row_version = row_version + 1 WHERE id = ?"_s,
        {known.status,
         known.amount.value,
         known.tax.value,
         stored::of(known.cancelledAmount),
         known.processDate,
         known.tranId,
         known.approve,
         stored::of(payment.knownAt),
         stored::of(payment.authorizedAt),
         stored::textOrNull(payment.authorizedTranId),
         stored::of(payment.soldAt),
         stored::textOrNull(payment.methodCode),
         stored::textOrNull(payment.payTimes),
         stored::textOrNull(payment.forward),
         stored::textOrNull(payment.maskedCardNumber),
         stored::of(payment.facts.payBy),
         stored::of(payment.facts.paidAt),
         stored::of(payment.facts.orderedAt),
         stored::of(payment.facts.completedOn),
         stored::textOrNull(payment.facts.auPayMethod),
         payment.id.value});
    return stored ? StorageResult<Nothing>(Nothing{}) : failure(stored.error());
}

/// What the gateway does not tell this time stays.
StorageResult<Nothing> writeNumbers(Database &database, PaymentId id,
                                    const QList<std::pair<QString, QString>> &numbers)
{
    for (const auto &[name, value] : numbers) {
        if (value.isEmpty()) {
            continue;
        }
        const auto written =
            database.run(u"INSERT INTO payment_fact (payment_id, name, value) VALUES (?,?,?) ON CONFLICT "
                         u"(payment_id, name) "
                         "DO UPDATE SET value = excluded.value WHERE payment_fact.value <> excluded.value"_s,
                         {id.value, name, value});
        if (!written) {
            return failure(written.error());
        }
    }
    return Nothing{};
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
    const ReadDetails read = details.value_or(ReadDetails{});
    showIn(*payment, snapshot, readAt, read);
    const auto known = writeKnown(m_database, *payment);
    const auto stored = known ? writeNumbers(m_database, id, read.numbers) : known;
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

} // namespace kessai
