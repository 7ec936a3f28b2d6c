#include "core/storage/runwork.h"

#include "core/storage/journalrows.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

StorageResult<QList<NumberedOperation>> numberedWhere(Database &database, const QString &condition,
                                                      const QVariantList &values)
{
    return database.listOf(
        u"SELECT number, id FROM op WHERE run_id = ? AND number > ? %1ORDER BY number LIMIT ?"_s.arg(
            condition),
        values, [](const Rows &row) {
            return NumberedOperation{row.number(0), OperationId{row.text(1)}};
        });
}

} // namespace

StorageResult<QList<Operation>> waitingItems(Database &database, const RunId &run, qint64 limit)
{
    return operationsWhere(database,
                           u"WHERE o.run_id = ? AND o.state = 'PLANNED' ORDER BY o.number LIMIT ?"_s,
                           {run.value, limit});
}

StorageResult<QList<NumberedOperation>> operationsOfRun(Database &database, const RunId &run, qint64 after,
                                                        qint64 limit)
{
    return numberedWhere(database, QString(), {run.value, after, limit});
}

StorageResult<QList<NumberedOperation>> waitingOfRun(Database &database, const RunId &run, qint64 after,
                                                     qint64 limit)
{
    return numberedWhere(database, u"AND state = 'PLANNED' "_s, {run.value, after, limit});
}

// From the runs to their items: those that are over, however many there ever were, are not looked at.
const QString waitingInRunsFrom =
    u"FROM bulk_run r JOIN op ON op.run_id = r.id WHERE r.state <> 'FINISHED' AND op.state = 'PLANNED'"_s;

StorageResult<QSet<PaymentId>> paymentsWaitingInRuns(Database &database)
{
    QSet<PaymentId> payments;
    const auto read = database.forEachRow(u"SELECT op.payment_id %1"_s.arg(waitingInRunsFrom), {},
                                          [&](const Rows &row) { payments.insert({row.number(0)}); });
    return read ? StorageResult<QSet<PaymentId>>(std::move(payments)) : failure(read.error());
}

StorageResult<bool> hasItemsOfOthers(Database &database, const RunId &run, const QString &boot)
{
    const auto row =
        database.first(u"SELECT 1 FROM op WHERE run_id = ? AND state IN "
                       "('PLANNED','CLAIMED','ARMED') AND coalesce(owner_boot, '') <> ? LIMIT 1"_s,
                       {run.value, boot});
    return row ? StorageResult<bool>(!row->isEmpty()) : failure(row.error());
}

} // namespace kessai
