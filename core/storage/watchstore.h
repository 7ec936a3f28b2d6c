#pragma once

#include "core/base/ids.h"
#include "core/storage/database.h"

#include <QDateTime>

namespace kessai {

/// Payments that are to be read again later (table watch): after NO_EFFECT and after a REQ… word (journal.md
/// §8, §9).
class WatchStore
{
public:
    explicit WatchStore(Database &database) : m_database(database) {}

    /// One line per instant at which the payment is due.
    StorageResult<Nothing> put(PaymentId payment, const std::optional<OperationId> &operation,
                               const QList<QDateTime> &dueAt);
    /// Payments with a line due at or before `now`, each once.
    StorageResult<QList<PaymentId>> due(const QDateTime &now);
    /// The payment was read: its lines up to `now` are done.
    StorageResult<Nothing> done(PaymentId payment, const QDateTime &now);
    /// The next instant at which something is due.
    StorageResult<std::optional<QDateTime>> nextDue();

private:
    Database &m_database;
};

} // namespace kessai
