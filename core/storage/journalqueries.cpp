#include "core/storage/journalstore.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/journalrows.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString liveStates = u"('CLAIMED','ARMED','IN_DOUBT','CONFLICT')"_s;

} // namespace

StorageResult<QList<Operation>> JournalStore::abandoned()
{
    // The first conditions are the index's own: without them SQLite looks at all operations that there ever
    // were.
    const auto others =
        operationsWhere(m_database,
                        u"WHERE o.state <> 'DONE' AND o.state <> 'REFUSED' AND o.state <> 'CANCELLED' "
                        "AND o.state IN ('PLANNED','CLAIMED','ARMED','IN_DOUBT') "
                        "AND coalesce(o.owner_boot, '') <> ? ORDER BY o.number"_s,
                        {m_seat.boot});
    if (!others || m_database.dialect() == Database::Dialect::Sqlite) {
        return others;
    }
    QHash<QString, bool> connected;
    QList<Operation> abandoned;
    for (const Operation &operation : *others) {
        if (!connected.contains(operation.ownerBoot)) {
            const auto alive = seatIsAlive(m_database, operation.ownerBoot);
            if (!alive) {
                return failure(alive.error());
            }
            connected.insert(operation.ownerBoot, *alive);
        }
        if (!connected.value(operation.ownerBoot)) {
            abandoned.append(operation);
        }
    }
    return abandoned;
}

StorageResult<Operation> JournalStore::byId(const OperationId &id)
{
    const auto operations = operationsWhere(m_database, u"WHERE o.id = ?"_s, {id.value});
    if (!operations) {
        return failure(operations.error());
    }
    if (operations->isEmpty()) {
        return failure(storageErrorOf(m_database.spec(), StorageError::Kind::NotFound, QString(), id.value));
    }
    return operations->first();
}

StorageResult<qint64> JournalStore::epochOf(const OperationId &id)
{
    const auto row = m_database.first(u"SELECT epoch FROM op WHERE id = ?"_s, {id.value});
    if (!row) {
        return failure(row.error());
    }
    if (row->isEmpty()) {
        return failure(storageErrorOf(m_database.spec(), StorageError::Kind::NotFound, QString(), id.value));
    }
    return row->at(0).toLongLong();
}

StorageResult<bool> JournalStore::isArmed(const OperationId &id, qint64 epoch)
{
    const auto row = m_database.first(u"SELECT 1 FROM op WHERE id = ? AND state = 'ARMED' AND epoch = ?"_s,
                                      {id.value, epoch});
    return row ? StorageResult<bool>(!row->isEmpty()) : failure(row.error());
}

StorageResult<QList<Operation>> JournalStore::inState(OperationState state)
{
    return operationsWhere(m_database, whereState(state) + u" ORDER BY o.number"_s, {codeOf(state)});
}

StorageResult<QList<Operation>> JournalStore::inHandOf(const QString &boot)
{
    return operationsWhere(m_database, whereInHand() + u" ORDER BY o.number"_s, {boot});
}

StorageResult<QList<Operation>> JournalStore::ofPayment(PaymentId id)
{
    return operationsWhere(m_database, u"WHERE o.payment_id = ? ORDER BY o.number"_s, {id.value});
}

StorageResult<std::optional<Operation>> JournalStore::lastSentOf(PaymentId id)
{
    const auto operations =
        operationsWhere(m_database,
                        u"WHERE o.payment_id = ? AND o.state NOT IN ('CANCELLED','PLANNED') "
                        "AND NOT (o.state = 'CLAIMED' AND o.attempt = 0) ORDER BY o.number DESC LIMIT 1"_s,
                        {id.value});
    if (!operations) {
        return failure(operations.error());
    }
    return operations->isEmpty() ? std::nullopt : std::optional(operations->first());
}

StorageResult<std::optional<Operation>> JournalStore::liveOf(PaymentId id)
{
    const auto operations = operationsWhere(
        m_database, u"WHERE o.payment_id = ? AND o.state IN "_s + liveStates + u" ORDER BY o.number"_s,
        {id.value});
    if (!operations) {
        return failure(operations.error());
    }
    return operations->isEmpty() ? std::nullopt : std::optional(operations->first());
}

StorageResult<QList<Operation>> JournalStore::ofRun(const RunId &id)
{
    return operationsWhere(m_database, u"WHERE o.run_id = ? ORDER BY o.number"_s, {id.value});
}

StorageResult<QList<OperationId>> JournalStore::plannedOfRun(const RunId &id)
{
    return m_database.listOf(u"SELECT id FROM op WHERE run_id = ? AND state = 'PLANNED' ORDER BY number"_s,
                             {id.value}, [](const Rows &row) { return OperationId{row.text(0)}; });
}

StorageResult<bool> JournalStore::isElsewhere(const RunId &id)
{
    const auto row = m_database.first(u"SELECT 1 FROM op WHERE run_id = ? AND state IN ('PLANNED','CLAIMED',"
                                      "'ARMED') AND coalesce(owner_boot, '') <> ? LIMIT 1"_s,
                                      {id.value, m_seat.boot});
    return row ? StorageResult<bool>(!row->isEmpty()) : failure(row.error());
}

StorageResult<QList<Evidence>> JournalStore::evidenceOf(const OperationId &id)
{
    return m_database.listOf(evidenceSelect() + u"WHERE op_id = ? ORDER BY seq"_s, {id.value}, evidenceFrom);
}

StorageResult<QList<PaymentId>> JournalStore::paymentsWithOperationSince(const QDateTime &since)
{
    return m_database.listOf(u"SELECT DISTINCT payment_id FROM op WHERE asked_at >= ? OR ended_at >= ? "
                             "OR state IN ('CLAIMED','ARMED','IN_DOUBT','CONFLICT') ORDER BY payment_id"_s,
                             {stored::instant(since), stored::instant(since)},
                             [](const Rows &row) { return PaymentId{row.number(0)}; });
}

} // namespace kessai
