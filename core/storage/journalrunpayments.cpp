#include "core/storage/journalstore.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<QList<PaymentId>> JournalStore::paymentsOfRun(const RunId &id)
{
    return m_database.listOf(u"SELECT payment_id FROM op WHERE run_id = ? ORDER BY number"_s, {id.value},
                             [](const Rows &row) { return PaymentId{row.number(0)}; });
}

} // namespace kessai
