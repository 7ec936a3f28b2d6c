#include "core/services/operationplanner.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/historycondition.h"

#include <QHash>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype IdsOfOneStatement = 500;

std::optional<Yen> yenFrom(const Rows &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Yen{row.number(column)});
}

OperationItem itemFrom(const Rows &row)
{
    OperationItem item;
    item.operation = OperationId{row.text(0)};
    // A state that nobody knows must never look as if it were over.
    item.state = operationStateFromCode(row.text(1)).value_or(OperationState::Conflict);
    item.reason = endReasonFromCode(row.text(2)).value_or(EndReason::None);
    item.proof = proofFromCode(row.text(3));
    item.jobCd = row.text(4);
    item.order = {row.number(7)};
    item.gatewayOrderId = row.text(8);
    item.orderNumber = row.text(12);
    if (!row.isNull(9)) {
        item.paymentStatus = paymentStatusOfWord(row.text(9));
        item.amount = Yen{row.number(10)} + Yen{row.number(11)};
    }
    if (const auto wanted = yenFrom(row, 5)) {
        item.amount = *wanted + yenFrom(row, 6).value_or(Yen{});
    }
    if (const auto moved = yenFrom(row, 13)) { // the payment may have moved on since
        item.amount = *moved;
    }
    return item;
}

QString placeholders(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u',');
}

/// The codes of each: the last answer's, or why none was asked for.
StorageResult<Nothing> readCodes(Database &database, const QVariantList &ids,
                                 QHash<OperationId, OperationItem> &items)
{
    QSet<QString> answered;
    return database.forEachRow(
        u"SELECT op_id, source, err_info FROM evidence WHERE op_id IN (%1) AND (source = 'ANSWER' OR "
        "err_info IS NOT NULL) ORDER BY seq"_s.arg(placeholders(ids.size())),
        ids, [&](const Rows &row) {
            const QString id = row.text(0);
            const bool answer = row.text(1) == u"ANSWER"_s;
            const auto item = items.find(OperationId{id});
            if (item != items.end() && (answer || !answered.contains(id))) {
                item->codes = row.text(2).split(u'|', Qt::SkipEmptyParts);
            }
            if (answer) {
                answered.insert(id);
            }
        });
}

StorageResult<Nothing> readItems(Database &database, const QList<OperationId> &ids,
                                 QHash<OperationId, OperationItem> &items)
{
    QVariantList values;
    for (const OperationId &id : ids) {
        values.append(id.value);
    }
    const auto read = database.forEachRow(
        u"SELECT o.id, o.state, o.end_reason, o.proof, o.job_cd, o.want_amount, o.want_tax, p.order_id, "
        "p.gw_order_id, p.known_status, p.known_amount, p.known_tax, r.order_number, "
        "CASE WHEN o.state = 'DONE' THEN %1 END FROM op o "
        "JOIN payment p ON p.id = o.payment_id JOIN orders r ON r.id = p.order_id WHERE o.id IN (%2)"_s.arg(
            history::movedAmount(database.dialect()), placeholders(values.size())),
        values, [&](const Rows &row) { items.insert(OperationId{row.text(0)}, itemFrom(row)); });
    return read ? readCodes(database, values, items) : read;
}

} // namespace

StorageResult<QList<OperationItem>> itemsOf(Database &database, const QList<OperationId> &ids)
{
    QList<OperationItem> items;
    items.reserve(ids.size());
    for (qsizetype start = 0; start < ids.size(); start += IdsOfOneStatement) {
        const QList<OperationId> some = ids.mid(start, IdsOfOneStatement);
        QHash<OperationId, OperationItem> found;
        const auto read = readItems(database, some, found);
        if (!read) {
            return failure(read.error());
        }
        for (const OperationId &id : some) {
            if (found.contains(id)) {
                items.append(found.take(id));
            }
        }
    }
    return items;
}

StorageResult<OperationItem> itemOf(Database &database, const PaymentRules &, const OperationId &id)
{
    const auto items = itemsOf(database, {id});
    if (!items) {
        return failure(items.error());
    }
    if (items->isEmpty()) {
        return failure(storageErrorOf(database.spec(), StorageError::Kind::NotFound, QString(), id.value));
    }
    return items->first();
}

} // namespace kessai
