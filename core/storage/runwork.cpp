#include "core/storage/runwork.h"

#include "core/storage/journalrows.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<QList<Operation>> waitingItems(Database &database, const RunId &run, qint64 limit)
{
    return operationsWhere(database,
                           u"WHERE o.run_id = ? AND o.state = 'PLANNED' ORDER BY o.number LIMIT ?"_s,
                           {run.value, limit});
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
