#include "core/storage/journalstore.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<Nothing> JournalStore::ownPlannedOfRun(const RunId &run)
{
    const auto owned = m_database.run(
        u"UPDATE op SET owner_seat = ?, owner_boot = ? WHERE run_id = ? AND state = 'PLANNED'"_s,
        {m_seat.name, m_seat.boot, run.value});
    if (!owned) {
        return failure(owned.error());
    }
    return Nothing{};
}

} // namespace kessai
