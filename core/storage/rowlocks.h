#pragma once

#include "core/base/ids.h"
#include "core/storage/database.h"

namespace kessai {

// For PostgreSQL, where a statement sees what was committed before it began: a question and the change that
// follows from it are one only under a lock. Until the end of the transaction other seats that ask for the
// same row wait; the statements after it see all that was committed before. Always the run first, then the
// payment, then its order. SQLite's transactions are alone anyway.

StorageResult<Nothing> lockRun(Database &database, const RunId &id);
StorageResult<Nothing> lockPayment(Database &database, PaymentId id);
StorageResult<Nothing> lockPaymentOf(Database &database, const OperationId &id);
StorageResult<Nothing> lockOrder(Database &database, OrderId id);
StorageResult<Nothing> lockOrderOf(Database &database, PaymentId id);

} // namespace kessai
