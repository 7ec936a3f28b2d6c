#include "core/services/operationplanner.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/runitemrows.h"

namespace kessai {

namespace {

OperationItem itemFrom(const RunItem &row)
{
    OperationItem item;
    item.order = row.order;
    item.orderNumber = row.orderNumber;
    item.gatewayOrderId = row.gatewayOrderId;
    item.operation = row.operation;
    item.state = row.state;
    item.reason = row.reason;
    item.proof = row.proof;
    item.jobCd = row.jobCd;
    item.codes = row.codes;
    item.paymentStatus = row.paymentStatus;
    item.amount = row.amount;
    return item;
}

} // namespace

StorageResult<QList<OperationItem>> itemsOf(Database &database, const QList<OperationId> &ids)
{
    const auto rows = runitemrows::itemsOf(database, ids);
    if (!rows) {
        return failure(rows.error());
    }
    QList<OperationItem> items;
    items.reserve(rows->size());
    for (const RunItem &row : *rows) {
        items.append(itemFrom(row));
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
