#include "core/storage/ordercounts.h"

#include "core/storage/orderrepository.h"

#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 NoPaymentStatus = -1; ///< in order_count: of payment_status_code NULL

/// One row of order_count: so many orders of a kind.
void addKind(OrderRepository::Counts &counts, const Rows &row)
{
    const auto status = orderStatusFromId(int(row.number(0)));
    const auto payment = paymentStatusFromCode(int(row.number(1)));
    const PaymentMethod method = stored::methodFromCode(row.text(2));
    const bool isLinked = row.flag(3);
    const qint64 orders = row.number(4);
    if (status) {
        counts.byOrderStatus[*status] += orders;
    }
    if (payment) {
        counts.byPaymentStatus[*payment] += orders;
    }
    counts.byMethod[method] += orders;
    counts.unlinked += isLinked || method == PaymentMethod::Other ? 0 : orders;
    counts.neverRead += isLinked && row.number(1) == NoPaymentStatus ? orders : 0;
    const bool isToCapture = payment == PaymentStatus::Authorized && status != OrderStatus::Cancelled &&
                             status != OrderStatus::Returned;
    counts.captureNeeded += isToCapture ? orders : 0;
}

struct View
{
    qint64 OrderRepository::Counts::*count;
    bool OrderFilter::*only;
};

/// The views that the kinds do not tell; each is answered by an index of the orders that are in it.
const QList<View> &views()
{
    using Counts = OrderRepository::Counts;
    static const QList<View> list{
        {&Counts::ambiguous, &OrderFilter::onlyAmbiguous},
        {&Counts::inDoubt, &OrderFilter::onlyInDoubt},
        {&Counts::conflict, &OrderFilter::onlyConflict},
        {&Counts::difference, &OrderFilter::onlyDifference},
        {&Counts::importConflict, &OrderFilter::onlyImportConflict},
        {&Counts::unreflected, &OrderFilter::onlyUnreflected},
        {&Counts::cancelledWithOpenPayment, &OrderFilter::onlyCancelledWithOpenPayment},
    };
    return list;
}

} // namespace

StorageResult<QStringList> OrderRepository::shopMethodNames()
{
    return m_database.listOf(u"SELECT method_name FROM order_count WHERE method_name <> '' GROUP BY "
                             "method_name HAVING sum(orders) <> 0 ORDER BY 1"_s,
                             {}, [](const Rows &row) { return row.text(0); });
}

StorageResult<Nothing> countNewOrders(Database &database, const QList<NewOrders> &orders)
{
    QString sql =
        u"INSERT INTO order_count (status, payment_status_code, method, method_name, linked, orders) "
        "VALUES (?, %1, ?, ?, 0, ?)"_s.arg(NoPaymentStatus);
    if (database.dialect() == Database::Dialect::Sqlite) {
        sql += u" ON CONFLICT (status, payment_status_code, method, method_name, linked) "
               "DO UPDATE SET orders = orders + excluded.orders"_s;
    }
    for (const NewOrders &alike : orders) {
        const auto counted = database.run(
            sql, {qint64(alike.status), stored::codeOf(alike.method), alike.methodName, alike.count});
        if (!counted) {
            return failure(counted.error());
        }
    }
    return Nothing{};
}

StorageResult<Nothing> foldOrderCounts(Database &database)
{
    if (database.dialect() == Database::Dialect::Sqlite) {
        return Nothing{};
    }
    const auto folded = database.run(
        u"WITH taken AS (DELETE FROM order_count RETURNING *) INSERT INTO order_count "
        "SELECT status, payment_status_code, method, method_name, linked, CAST(sum(orders) AS BIGINT) "
        "FROM taken GROUP BY status, payment_status_code, method, method_name, linked "
        "HAVING sum(orders) <> 0"_s);
    return folded ? StorageResult<Nothing>(Nothing{}) : failure(folded.error());
}

StorageResult<OrderRepository::Counts> OrderRepository::counts(const QDateTime &now)
{
    Counts counts;
    const auto kinds = m_database.forEachRow(
        u"SELECT status, payment_status_code, method, linked, CAST(sum(orders) AS BIGINT) FROM order_count "
        "GROUP BY status, payment_status_code, method, linked HAVING sum(orders) <> 0"_s,
        {}, [&counts](const Rows &row) { addKind(counts, row); });
    if (!kinds) {
        return failure(kinds.error());
    }
    for (const View &view : views()) {
        OrderFilter filter; // the same question as the list's, so that a number never counts what it hides
        filter.*view.only = true;
        const auto matching = count(now.isValid() ? askedAt(filter, now) : filter);
        if (!matching) {
            return failure(matching.error());
        }
        counts.*view.count = *matching;
    }
    return counts;
}

} // namespace kessai
