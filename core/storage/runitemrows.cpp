#include "core/storage/runitemrows.h"

#include "core/storage/historycondition.h"

#include <QHash>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

RunItem itemFrom(const Rows &row)
{
    RunItem item;
    item.order = {row.number(0)};
    item.orderNumber = row.text(1);
    item.customerName = row.text(2);
    item.gatewayOrderId = row.text(3);
    item.operation = OperationId{row.text(4)};
    // A state that nobody knows must never look as if it were over.
    item.state = operationStateFromCode(row.text(5)).value_or(OperationState::Conflict);
    item.reason = endReasonFromCode(row.text(6)).value_or(EndReason::None);
    item.proof = proofFromCode(row.text(7));
    item.jobCd = row.text(8);
    item.codes = row.text(9).split(u'|', Qt::SkipEmptyParts);
    item.amount = row.optionalYen(10);
    if (!row.isNull(11)) {
        item.paymentStatus = paymentStatusOfWord(row.text(11));
    }
    item.endedAt = row.instant(12);
    return item;
}

} // namespace

QString runitemrows::amountColumn(Database::Dialect dialect)
{
    return u"coalesce(%1, o.want_amount + coalesce(o.want_tax, 0), o.pre_amount + coalesce(o.pre_tax, 0), "
           "p.known_amount + coalesce(p.known_tax, 0))"_s.arg(history::cancelledAmount(dialect));
}

QString runitemrows::codesColumn()
{
    return u"coalesce((SELECT coalesce(e.err_info, '') FROM evidence e WHERE e.op_id = o.id "
           "AND e.source = 'ANSWER' ORDER BY e.seq DESC LIMIT 1), (SELECT e.err_info FROM evidence e "
           "WHERE e.op_id = o.id AND e.err_info <> '' ORDER BY e.seq DESC LIMIT 1), '')"_s;
}

StorageResult<QList<RunItem>> runitemrows::itemsWhere(Database &database, const QString &condition,
                                                      const QVariantList &values)
{
    return database.listOf(
        u"SELECT p.order_id, r.order_number, r.customer_name, p.gw_order_id, o.id, o.state, o.end_reason, "
        "o.proof, o.job_cd, %1, %2, p.known_status, o.ended_at FROM op o JOIN payment p ON p.id = "
        "o.payment_id LEFT JOIN orders r ON r.id = p.order_id WHERE %3"_s.arg(
            codesColumn(), amountColumn(database.dialect()), condition),
        values, itemFrom);
}

StorageResult<QList<RunItem>> runitemrows::itemsOf(Database &database, const QList<OperationId> &ids)
{
    QHash<OperationId, RunItem> found;
    const auto read = history::inChunks(ids, [&](const QList<OperationId> &chunk) {
        QVariantList values;
        for (const OperationId &id : chunk) {
            values.append(id.value);
        }
        const QString places = QStringList(values.size(), u"?"_s).join(u',');
        const auto items = itemsWhere(database, u"o.id IN (%1) AND r.id IS NOT NULL"_s.arg(places), values);
        if (!items) {
            return StorageResult<Nothing>(failure(items.error()));
        }
        for (const RunItem &item : *items) {
            found.insert(*item.operation, item);
        }
        return StorageResult<Nothing>(Nothing{});
    });
    if (!read) {
        return failure(read.error());
    }
    QList<RunItem> items;
    items.reserve(ids.size());
    for (const OperationId &id : ids) {
        if (found.contains(id)) {
            items.append(found.take(id));
        }
    }
    return items;
}

} // namespace kessai
