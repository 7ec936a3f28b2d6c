#include "core/storage/watchstore.h"

#include "core/base/japantime.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<Nothing> WatchStore::put(PaymentId payment, const std::optional<OperationId> &operation,
                                       const QList<QDateTime> &dueAt)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    for (const QDateTime &instant : dueAt) {
        const auto inserted = m_database.run(
            u"INSERT INTO watch (payment_id, op_id, due_at) VALUES (?,?,?)"_s,
            {payment.value, operation ? QVariant(operation->value) : QVariant(), stored::instant(instant)});
        if (!inserted) {
            return failure(inserted.error());
        }
    }
    return transaction->commit();
}

StorageResult<QList<PaymentId>> WatchStore::due(const QDateTime &now)
{
    auto rows = m_database.run(
        u"SELECT DISTINCT payment_id FROM watch WHERE done_at IS NULL AND due_at <= ? ORDER BY payment_id"_s,
        {stored::instant(now)});
    if (!rows) {
        return failure(rows.error());
    }
    QList<PaymentId> payments;
    while (rows->next()) {
        payments.append(PaymentId{rows->number(0)});
    }
    return payments;
}

StorageResult<Nothing> WatchStore::done(PaymentId payment, const QDateTime &now)
{
    const auto updated = m_database.run(
        u"UPDATE watch SET done_at = ? WHERE payment_id = ? AND done_at IS NULL AND due_at <= ?"_s,
        {stored::instant(now), payment.value, stored::instant(now)});
    return updated ? StorageResult<Nothing>(Nothing{}) : failure(updated.error());
}

StorageResult<std::optional<QDateTime>> WatchStore::nextDue()
{
    const auto row = m_database.first(u"SELECT min(due_at) FROM watch WHERE done_at IS NULL"_s);
    if (!row) {
        return failure(row.error());
    }
    return japantime::fromStoredText(row->value(0).toString());
}

} // namespace kessai
