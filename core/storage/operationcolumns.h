#pragma once

#include "core/domain/operation.h"
#include "core/storage/database.h"

namespace kessai {

// What refreshDoubt() makes of the columns of an order's newest operation, for steps that leave the rest of
// it as it is: a run takes several for each of its payments. Inside the caller's transaction.

/// After the operation was planned: nothing of its order is newer.
StorageResult<Nothing> showPlanned(Database &database, OrderId order, OperationKind kind);

/// Whether showState() is enough: a doubt asks for a look at all operations.
bool isShownByState(OperationState from, OperationState to);
/// The word of last_operation_state: CLAIMED stands for ARMED too, as staff read 処理中 for both, so that
/// arming writes nothing to the order.
QString shownCode(OperationState state);
/// After the operation moved to this state. Where another one of the order is newer, that one stays shown.
StorageResult<Nothing> showState(Database &database, OrderId order, const OperationId &operation,
                                 OperationState state);

} // namespace kessai
