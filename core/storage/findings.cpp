#include "core/storage/databaseerrors.h"
#include "core/storage/journalstore.h"
#include "core/storage/ordercolumns.h"
#include "core/storage/rowlocks.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

Finding findingFrom(const Rows &row)
{
    Finding finding;
    finding.id = {row.text(0)};
    finding.paymentId = {row.number(1)};
    if (!row.isNull(2)) {
        finding.operationId = OperationId{row.text(2)};
    }
    finding.foundAt = row.instant(3).value_or(QDateTime());
    finding.source = row.text(4);
    finding.believed = row.text(5);
    finding.seen = row.text(6);
    finding.closedAt = row.instant(7);
    finding.closedBy = row.text(8);
    finding.closing = row.text(9);
    finding.reason = row.text(10);
    return finding;
}

StorageResult<QList<Finding>> findingsWhere(Database &database, const QString &condition,
                                            const QVariantList &values)
{
    return database.listOf(
        u"SELECT id, payment_id, op_id, found_at, source, believed, seen, closed_at, closed_by, "
        "closing, reason FROM finding WHERE "_s +
            condition + u" ORDER BY found_at, id"_s,
        values, findingFrom);
}

} // namespace

StorageResult<Nothing> JournalStore::openFinding(const Finding &finding)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto locked = lockPayment(m_database, finding.paymentId);
    if (!locked) {
        return locked;
    }
    const auto live = liveOf(finding.paymentId);
    if (!live) {
        return failure(live.error());
    }
    if (*live && (*live)->ownerBoot != m_seat.boot) {
        return failure(
            storageErrorOf(m_database.spec(), StorageError::Kind::Busy, QString(), (*live)->ownerSeat));
    }
    const auto inserted = m_database.run(
        u"INSERT INTO finding (id, payment_id, op_id, found_at, source, believed, seen) VALUES (?,?,?,?,?,?,?)"_s,
        {finding.id.value, finding.paymentId.value,
         finding.operationId ? QVariant(finding.operationId->value) : QVariant(),
         stored::instant(finding.foundAt), finding.source, finding.believed, finding.seen});
    if (!inserted) {
        return failure(inserted.error());
    }
    const auto refreshed = refreshDoubt(m_database, finding.paymentId);
    return refreshed ? transaction->commit() : refreshed;
}

StorageResult<Nothing> JournalStore::closeFinding(const FindingId &id, const QString &closedBy,
                                                  const QString &closing, const QString &reason,
                                                  const QDateTime &now)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto closed =
        m_database.first(u"UPDATE finding SET closed_at = ?, closed_by = ?, closing = ?, reason = ? "
                         "WHERE id = ? AND closed_at IS NULL RETURNING payment_id"_s,
                         {stored::instant(now), closedBy, closing, reason, id.value});
    if (!closed) {
        return failure(closed.error());
    }
    if (closed->isEmpty()) {
        return failure(storageErrorOf(m_database.spec(), StorageError::Kind::NotFound, QString(), id.value));
    }
    const auto refreshed = refreshDoubt(m_database, PaymentId{closed->at(0).toLongLong()});
    return refreshed ? transaction->commit() : refreshed;
}

StorageResult<QList<Finding>> JournalStore::openFindingsOf(PaymentId id)
{
    return findingsWhere(m_database, u"payment_id = ? AND closed_at IS NULL"_s, {id.value});
}

StorageResult<QList<Finding>> JournalStore::openFindings()
{
    return findingsWhere(m_database, u"closed_at IS NULL"_s, {});
}

} // namespace kessai
