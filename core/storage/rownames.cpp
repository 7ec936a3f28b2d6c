#include "core/storage/rownames.h"

#include "core/storage/idlist.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<QList<RowNames>> rowNames(Database &database, const QList<NamedRow> &rows)
{
    QList<qint64> orders;
    orders.reserve(rows.size());
    for (const NamedRow &row : rows) {
        orders.append(row.order.value);
    }
    const Database::Dialect dialect = database.dialect();
    QList<RowNames> names(rows.size());
    // An order has as many lines here as payments.
    const auto read = database.forEachRow(
        u"SELECT wanted.position, o.order_number, o.customer_name, o.gateway_order_id, p.id, p.gw_order_id "
        "FROM %1 JOIN orders o ON o.id = wanted.id LEFT JOIN payment p ON p.order_id = o.id"_s.arg(
            wantedIds(dialect)),
        {idList(dialect, orders)}, [&](const Rows &row) {
            RowNames &name = names[row.number(0)];
            const PaymentId meant = rows.at(row.number(0)).payment;
            if (name.orderNumber.isEmpty()) {
                name = {row.text(1), row.text(2), row.text(3)};
            }
            if (meant.value != 0 && meant.value == row.number(4)) {
                name.gatewayOrderId = row.text(5);
            }
        });
    return read ? StorageResult<QList<RowNames>>(std::move(names)) : failure(read.error());
}

} // namespace kessai
