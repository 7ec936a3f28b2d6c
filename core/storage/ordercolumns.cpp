#include "core/storage/ordercolumns.h"

#include "core/base/textfold.h"
#include "core/storage/paymentrepository.h"
#include "core/storage/rowlocks.h"
#include "core/storage/searchstamps.h"
#include "core/storage/storedvalues.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The payments that count: oldest first, without those taken off again.
QList<Payment> linkedOf(QList<Payment> payments)
{
    payments.removeIf([](const Payment &payment) { return !payment.unlinkedReason.isEmpty(); });
    return payments;
}

/// The payment that the lists show: the one that commands act on, else the newest.
std::optional<Payment> shownOf(const QList<Payment> &payments)
{
    const PaymentChoice open = choosePayment(OperationKind::Cancel, payments);
    const PaymentChoice closed = choosePayment(OperationKind::Reauthorize, payments);
    const std::optional<PaymentId> chosen = open.payment ? open.payment : closed.payment;
    const auto found = std::find_if(payments.begin(), payments.end(),
                                    [&](const Payment &payment) { return chosen == payment.id; });
    if (found != payments.end()) {
        return *found;
    }
    return payments.isEmpty() ? std::nullopt : std::optional(payments.last());
}

StorageResult<Yen> payableTotalOf(Database &database, OrderId order)
{
    const auto row = database.first(u"SELECT payable_total FROM orders WHERE id = ?"_s, {order.value});
    if (!row) {
        return failure(row.error());
    }
    return Yen{row->value(0).toLongLong()};
}

QVariant lastDay(const std::optional<Deadline> &deadline)
{
    return deadline ? QVariant(deadline->day.toString(Qt::ISODate)) : QVariant();
}

/// The values of ShownColumns.
QVariantList shownValues(const OrderPayments &made, const PaymentRules &rules)
{
    const QList<Payment> payments = linkedOf(made.payments);
    const std::optional<Payment> shown = shownOf(payments);
    const bool ambiguous =
        choosePayment(OperationKind::Cancel, payments).problem == EndReason::AmbiguousPayment;
    const bool read = shown && shown->known;
    const Deadlines deadlines = shown ? deadlinesOf(*shown, rules) : Deadlines{};
    const std::optional<Yen> difference = differenceOf(made.payableTotal, shown);
    return {shown ? QVariant(shown->id.value) : QVariant(),
            qint64(payments.size()),
            int(ambiguous),
            shown ? shown->gatewayOrderId : QString(),
            read ? QVariant(int(paymentStatusOfWord(shown->known->status))) : QVariant(),
            read ? QVariant(shown->known->total().value) : QVariant(),
            stored::of(difference),
            lastDay(deadlines.captureBy),
            lastDay(deadlines.cancelBy),
            lastDay(deadlines.changeBy),
            lastDay(deadlines.payBy)};
}

/// Whether a column has this value, in whatever width the engine gives its numbers.
bool isSame(const QVariant &stored, const QVariant &value)
{
    return stored.isNull() == value.isNull() && stored.toString() == value.toString();
}

/// What the search reads of an order.
Order searchedFrom(const Rows &row)
{
    Order order;
    order.orderNumber = row.text(0);
    order.customer.familyName = row.text(1);
    order.customer.givenName = row.text(2);
    order.customer.familyKana = row.text(3);
    order.customer.givenKana = row.text(4);
    order.customer.companyName = row.text(5);
    order.mailAddress = row.text(6);
    order.customer.phoneNumber = row.text(7);
    order.customer.postalCode = row.text(8);
    return order;
}

} // namespace

StorageResult<Nothing> refreshDoubt(Database &database, PaymentId payment)
{
    const auto row = database.first(u"SELECT order_id FROM payment WHERE id = ?"_s, {payment.value});
    if (!row) {
        return failure(row.error());
    }
    if (row->value(0).isNull()) {
        return Nothing{};
    }
    return refreshDoubt(database, OrderId{row->at(0).toLongLong()});
}

StorageResult<Nothing> refreshDoubt(Database &database, OrderId order)
{
    const auto locked = lockOrder(database, order);
    if (!locked) {
        return locked;
    }
    const auto updated = database.run(
        // CONFLICT comes before IN_DOUBT, also in the alphabet. One pass over the order's operations: SQLite
        // would make a table for the newest one.
        u"UPDATE orders SET (doubt, last_operation, last_operation_state, last_error) = (SELECT "
        "CASE WHEN EXISTS (SELECT 1 FROM payment p JOIN finding f ON f.payment_id = p.id "
        "  WHERE p.order_id = orders.id AND f.closed_at IS NULL) THEN 'CONFLICT' ELSE passed.doubt END, "
        "coalesce(newest.kind, ''), "
        "CASE WHEN newest.state = 'ARMED' THEN 'CLAIMED' ELSE coalesce(newest.state, '') END, "
        "coalesce(CASE WHEN newest.state <> 'DONE' THEN (SELECT e.err_info FROM evidence e "
        "  WHERE e.op_id = newest.id AND e.err_info IS NOT NULL ORDER BY e.seq DESC LIMIT 1) END, '') "
        "FROM (SELECT max(o.number) AS number, "
        "  min(CASE WHEN o.state IN ('CONFLICT','IN_DOUBT') THEN o.state END) AS doubt "
        "  FROM payment p JOIN op o ON o.payment_id = p.id WHERE p.order_id = orders.id) AS passed "
        "LEFT JOIN op AS newest ON newest.number = passed.number) WHERE id = ?"_s,
        {order.value});
    return updated ? StorageResult<Nothing>(Nothing{}) : failure(updated.error());
}

StorageResult<Nothing> refreshPayment(Database &database, OrderId order, const PaymentRules &rules)
{
    const auto locked = lockOrder(database, order);
    if (!locked) {
        return locked;
    }
    const auto all = PaymentRepository(database, rules).ofOrder(order);
    if (!all) {
        return failure(all.error());
    }
    const auto payable = payableTotalOf(database, order);
    if (!payable) {
        return failure(payable.error());
    }
    return writePayment(database, order, {*all, *payable}, rules);
}

StorageResult<Nothing> writePayment(Database &database, OrderId order, const OrderPayments &made,
                                    const PaymentRules &rules)
{
    static const QStringList names = QString::fromLatin1(ShownColumns).split(u", "_s);
    const QVariantList values = shownValues(made, rules);
    QString sql;
    QVariantList differing;
    for (qsizetype column = 0; column < ShownColumnCount; ++column) {
        if (made.shown.isEmpty() || !isSame(made.shown[column], values[column])) {
            sql += (sql.isEmpty() ? u"UPDATE orders SET %1 = ?"_s : u", %1 = ?"_s).arg(names[column]);
            differing.append(values[column]);
        }
    }
    if (differing.isEmpty()) {
        return Nothing{};
    }
    differing.append(order.value);
    const auto updated = database.run(sql + u" WHERE id = ?"_s, differing);
    return updated ? StorageResult<Nothing>(Nothing{}) : failure(updated.error());
}

QString searchTextOf(const Order &order, const QStringList &gatewayOrderIds)
{
    QStringList parts{
        order.orderNumber,
        order.customer.familyName + order.customer.givenName,
        order.customer.familyKana + order.customer.givenKana,
        order.customer.companyName,
        order.mailAddress,
        order.customer.phoneNumber,
        order.customer.postalCode,
    };
    parts += gatewayOrderIds;
    QStringList folded;
    for (const QString &part : parts) {
        const QString text = foldForSearch(part);
        if (!text.isEmpty()) {
            folded.append(text);
        }
    }
    return folded.join(u'\n');
}

StorageResult<Nothing> refreshSearchText(Database &database, OrderId id)
{
    const auto orders = database.listOf(
        u"SELECT order_number, family_name, given_name, family_kana, given_kana, company_name, "
        "mail_address, phone_number, postal_code FROM orders WHERE id = ?"_s,
        {id.value}, searchedFrom);
    if (!orders || orders->isEmpty()) {
        return orders ? StorageResult<Nothing>(Nothing{}) : failure(orders.error());
    }
    const auto gatewayOrderIds = database.listOf(
        u"SELECT gw_order_id FROM payment WHERE order_id = ? AND unlinked_reason = '' ORDER BY id"_s,
        {id.value}, [](const Rows &row) { return row.text(0); });
    if (!gatewayOrderIds) {
        return failure(gatewayOrderIds.error());
    }
    const auto updated = database.run(
        u"INSERT INTO order_search (order_id, text, stamp) VALUES (?, ?, %1) ON CONFLICT "
        "(order_id) DO UPDATE SET text = excluded.text, stamp = excluded.stamp "
        "WHERE order_search.text <> excluded.text"_s.arg(searchStampOfWriter(database.dialect())),
        {id.value, searchTextOf(orders->first(), *gatewayOrderIds)});
    return updated ? StorageResult<Nothing>(Nothing{}) : failure(updated.error());
}

} // namespace kessai
