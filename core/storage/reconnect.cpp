#include "core/storage/databaseerrors.h"
#include "core/storage/databasesettings.h"

#include <libpq-fe.h>

namespace kessai {

using namespace Qt::StringLiterals;

/// Not inside a transaction, whose first half is gone with the old connection, nor under an answer that is
/// still read. At most half of the time goes into attempts, so that a server that cannot be reached does not
/// hold its caller for the whole of each statement.
StorageResult<Nothing> Database::connectAgainIfLost()
{
    if (!m_lost) {
        return Nothing{};
    }
    const bool justTried = m_sinceAttempt.isValid() && m_sinceAttempt.elapsed() < m_attemptTookMs;
    if (m_inTransaction || m_openRows > 0 || justTried) {
        return failure(storageErrorOf(m_spec, StorageError::Kind::Unavailable, QString(), QString()));
    }
    QElapsedTimer attempt;
    attempt.start();
    const auto made = connectAgain();
    m_attemptTookMs = made ? 0 : attempt.elapsed();
    m_sinceAttempt.start();
    return made;
}

StorageResult<Nothing> Database::connectAgain()
{
    disconnect();
    m_connectionName = nextConnectionName();
    m_lost = false;
    auto made = connect();
    if (made) {
        made = applySettings(*this);
    }
    if (made && m_sessionStart) {
        made = m_sessionStart(*this, m_backend);
    }
    m_lost = !made;
    if (made) {
        m_backend = PQbackendPID(m_postgresql);
        ++m_reconnects;
        if (m_connectedAgain) {
            m_connectedAgain();
        }
    }
    return made;
}

bool Database::commitWouldKeep() const
{
    if (!m_postgresql) {
        return true; // SQLite says so itself
    }
    const PGTransactionStatusType status = PQtransactionStatus(m_postgresql);
    // Without a connection the COMMIT itself fails.
    return status == PQTRANS_INTRANS || status == PQTRANS_UNKNOWN;
}

} // namespace kessai
