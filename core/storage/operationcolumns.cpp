#include "core/storage/operationcolumns.h"

#include "core/storage/rowlocks.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

StorageResult<Nothing> updateUnderLock(Database &database, OrderId order, const QString &sql,
                                       const QVariantList &values)
{
    const auto locked = lockOrder(database, order);
    if (!locked) {
        return locked;
    }
    const auto updated = database.run(sql, values);
    return updated ? StorageResult<Nothing>(Nothing{}) : failure(updated.error());
}

} // namespace

StorageResult<Nothing> showPlanned(Database &database, OrderId order, OperationKind kind)
{
    return updateUnderLock(database, order,
                           u"UPDATE orders SET last_operation = ?, last_operation_state = 'PLANNED', "
                           "last_error = '' WHERE id = ?"_s,
                           {codeOf(kind), order.value});
}

bool isShownByState(OperationState from, OperationState to)
{
    const auto isPlain = [](OperationState state) {
        return state != OperationState::InDoubt && state != OperationState::Conflict &&
               state != OperationState::Done;
    };
    const bool endsWell = from == OperationState::Armed && to == OperationState::Done;
    return endsWell || (isPlain(from) && isPlain(to));
}

QString shownCode(OperationState state)
{
    return codeOf(state == OperationState::Armed ? OperationState::Claimed : state);
}

StorageResult<Nothing> showState(Database &database, OrderId order, const OperationId &operation,
                                 OperationState state)
{
    const QString error = state == OperationState::Done ? u", last_error = ''"_s : QString();
    return updateUnderLock(
        database, order,
        u"UPDATE orders SET last_operation_state = ?%1 WHERE id = ? AND (SELECT max(o.number) "
        "FROM payment p JOIN op o ON o.payment_id = p.id WHERE p.order_id = orders.id) = "
        "(SELECT number FROM op WHERE id = ?)"_s.arg(error),
        {shownCode(state), order.value, operation.value});
}

} // namespace kessai
