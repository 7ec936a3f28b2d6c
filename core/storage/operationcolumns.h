#pragma once

#include "core/domain/operation.h"
#include "core/storage/database.h"

namespace kessai {

// What refreshDoubt() makes of the columns of an order's newest operation, for steps that leave the rest of
// it as it is: a run takes several for each of its payments. Inside the caller's transaction.

/// After the operation was planned: nothing of its order is newer.
StorageResult<Nothing> showPlanned(Database &database, OrderId order, OperationKind kind);

/// Whether showState() is enough: of DONE no error is shown, and a doubt asks for a look at all operations.
bool isShownByState(OperationState from, OperationState to);
/// After the operation moved to this state. Where another one of the order is newer, that one stays shown.
StorageResult<Nothing> showState(Database &database, OrderId order, const OperationId &operation,
                                 OperationState state);

} // namespace kessai
