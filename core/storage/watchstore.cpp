#include "core/storage/watchstore.h"

#include "core/base/japantime.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<Nothing> WatchStore::start(PaymentId payment, const OperationId &operation,
                                         const QDateTime &now)
{
    const QDateTime nextMorning = japantime::instantOf(japantime::dayOf(now).addDays(1), QTime(9, 0));
    for (const QDateTime &due : {now.addSecs(5 * 60), now.addSecs(60 * 60), nextMorning}) {
        const auto added = m_database.run(u"INSERT INTO watch (payment_id, op_id, due_at) VALUES (?, ?, ?)"_s,
                                          {payment.value, operation.value, japantime::toStoredText(due)});
        if (!added) {
            return failure(added.error());
        }
    }
    return Nothing{};
}

StorageResult<QList<WatchStore::Due>> WatchStore::dueAt(const QDateTime &now)
{
    return m_database.listOf(
        u"SELECT id, payment_id, op_id, due_at FROM watch WHERE done_at IS NULL AND due_at <= ? ORDER BY due_at, id"_s,
        {japantime::toStoredText(now)}, [now](const Rows &row) {
            return Due{row.number(0), PaymentId{row.number(1)}, OperationId{row.text(2)},
                       row.instant(3).value_or(now)};
        });
}

StorageResult<std::optional<OperationId>> WatchStore::standingOf(PaymentId payment)
{
    const auto row = m_database.first(
        u"SELECT op_id FROM watch WHERE payment_id = ? AND done_at IS NULL ORDER BY id DESC LIMIT 1"_s,
        {payment.value});
    if (!row) {
        return failure(row.error());
    }
    return row->isEmpty() ? std::nullopt : std::optional(OperationId{row->at(0).toString()});
}

StorageResult<Nothing> WatchStore::finish(qint64 sequence, const QDateTime &now)
{
    const auto done = m_database.run(u"UPDATE watch SET done_at = ? WHERE id = ?"_s,
                                     {japantime::toStoredText(now), sequence});
    if (!done) {
        return failure(done.error());
    }
    return Nothing{};
}

} // namespace kessai
