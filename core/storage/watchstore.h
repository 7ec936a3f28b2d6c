#pragma once

#include "core/base/ids.h"
#include "core/storage/database.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace kessai {

/// Payments that are read again later by themselves (table watch): after a NO_EFFECT verdict at +5 min, +1 h
/// and next morning (journal.md §8).
class WatchStore
{
public:
    explicit WatchStore(Database &database) : m_database(database) {}

    struct Due
    {
        qint64 sequence = 0;
        PaymentId paymentId;
        OperationId operationId;
        QDateTime dueAt;
    };

    /// Three dates from `now`: +5 min, +1 h and 9:00 of the next day in Japan.
    StorageResult<Nothing> start(PaymentId payment, const OperationId &operation, const QDateTime &now);
    StorageResult<QList<Due>> dueAt(const QDateTime &now);
    /// The operation whose verdict this payment's watch is about; none: no read is left to come.
    StorageResult<std::optional<OperationId>> standingOf(PaymentId payment);
    StorageResult<Nothing> finish(qint64 sequence, const QDateTime &now);

private:
    Database &m_database;
};

} // namespace kessai
