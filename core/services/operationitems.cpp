#include "core/services/operationplanner.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/runitemrows.h"

namespace kessai {

namespace {

/// Why an item of a run that moves no money is where it is, in the words of the operations.
EndReason reasonOf(const RunItem &row)
{
    if (row.state == OperationState::Cancelled) {
        return EndReason::Withdrawn;
    }
    const bool ofStatus = row.change->orderStatusBefore.has_value();
    const EndReason refused = ofStatus ? EndReason::WrongState : EndReason::Unreadable;
    return row.state == OperationState::Refused ? refused : EndReason::None;
}

} // namespace

OperationItem operationItemOf(const RunItem &row)
{
    OperationItem item;
    item.order = row.order;
    item.orderNumber = row.orderNumber;
    item.gatewayOrderId = row.gatewayOrderId;
    item.operation = row.operation;
    item.state = row.state;
    item.reason = row.change ? reasonOf(row) : row.reason;
    item.problem = row.change ? row.change->problem : QString();
    item.proof = row.proof;
    item.jobCd = row.jobCd;
    item.codes = row.codes;
    item.paymentStatus = row.paymentStatus;
    item.amount = row.amount;
    return item;
}

StorageResult<QList<OperationItem>> itemsOf(Database &database, const QList<OperationId> &ids)
{
    const auto rows = runitemrows::itemsOf(database, ids);
    if (!rows) {
        return failure(rows.error());
    }
    QList<OperationItem> items;
    items.reserve(rows->size());
    for (const RunItem &row : *rows) {
        items.append(operationItemOf(row));
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
