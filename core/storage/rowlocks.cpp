#include "core/storage/rowlocks.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// NO KEY: rows that only refer to this one can still be added.
StorageResult<Nothing> lockRow(Database &database, const QString &select, const QVariant &id)
{
    if (database.dialect() == Database::Dialect::Sqlite) {
        return Nothing{};
    }
    const auto locked = database.run(select + u" FOR NO KEY UPDATE"_s, {id});
    return locked ? StorageResult<Nothing>(Nothing{}) : failure(locked.error());
}

} // namespace

StorageResult<Nothing> lockRun(Database &database, const RunId &id)
{
    return lockRow(database, u"SELECT 1 FROM bulk_run WHERE id = ?"_s, id.value);
}

StorageResult<Nothing> lockPayment(Database &database, PaymentId id)
{
    return lockRow(database, u"SELECT 1 FROM payment WHERE id = ?"_s, id.value);
}

StorageResult<Nothing> lockPaymentOf(Database &database, const OperationId &id)
{
    return lockRow(database, u"SELECT 1 FROM payment WHERE id = (SELECT payment_id FROM op WHERE id = ?)"_s,
                   id.value);
}

StorageResult<Nothing> lockOrder(Database &database, OrderId id)
{
    return lockRow(database, u"SELECT 1 FROM orders WHERE id = ?"_s, id.value);
}

StorageResult<Nothing> lockOrderOf(Database &database, PaymentId id)
{
    return lockRow(database, u"SELECT 1 FROM orders WHERE id = (SELECT order_id FROM payment WHERE id = ?)"_s,
                   id.value);
}

} // namespace kessai
