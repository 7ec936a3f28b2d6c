#include "core/storage/database.h"

#include "core/base/sentence.h"
#include "core/storage/databaseerrors.h"
#include "core/storage/databasefaults.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<Transaction> Transaction::begin(Database &database)
{
    // Never a plain BEGIN on SQLite: it would take the write lock late and fail with a stale snapshot.
    const bool sqlite = database.dialect() == Database::Dialect::Sqlite;
    return beginWith(database, sqlite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
}

StorageResult<Transaction> Transaction::beginWith(Database &database, const QString &statement)
{
    const auto begun = database.run(statement);
    if (!begun) {
        if (!database.m_inTransaction) {
            // SQLite may have begun before it was interrupted; an error here means that it had not.
            static_cast<void>(database.execute(u"ROLLBACK"_s));
        }
        return failure(begun.error());
    }
    database.m_inTransaction = true;
    return Transaction(database, false);
}

StorageResult<Transaction> Transaction::beginSnapshot(Database &database)
{
    if (database.inTransaction()) {
        return Transaction(database, true);
    }
    const bool sqlite = database.dialect() == Database::Dialect::Sqlite;
    return beginWith(database, sqlite ? u"BEGIN"_s : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s);
}

StorageResult<Transaction> Transaction::beginOrJoin(Database &database)
{
    if (database.inTransaction()) {
        return Transaction(database, true);
    }
    return begin(database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)), m_joined(other.m_joined)
{
}

Transaction::~Transaction()
{
    if (m_database && !m_joined) {
        rollBack();
    }
}

void Transaction::rollBack()
{
    Database &database = *std::exchange(m_database, nullptr);
    database.m_inTransaction = false;
    // An error here leaves nothing to do: the engine has rolled back by itself or the connection is gone.
    static_cast<void>(database.execute(u"ROLLBACK"_s));
}

StorageResult<Nothing> Transaction::commit()
{
    if (m_joined) {
        m_database = nullptr;
        return Nothing{};
    }
#ifdef KESSAI_TEST_SEAMS
    const StorageError fault =
        storageErrorOf(m_database->spec(), StorageError::Kind::Full, u"seam"_s, QString());
    if (seams::databaseCallFails(true)) {
        rollBack();
        return failure(fault);
    }
#endif
    if (!m_database->commitWouldKeep()) {
        const StorageError undone = storageErrorOf(m_database->spec(), StorageError::Kind::Other, QString(),
                                                   Sentence::tr("途中の処理が失敗したため取り消しました"));
        rollBack();
        return failure(undone);
    }
    const auto committed = m_database->execute(u"COMMIT"_s);
    if (!committed) {
        rollBack();
        return committed;
    }
    m_database->m_inTransaction = false;
    m_database = nullptr;
#ifdef KESSAI_TEST_SEAMS
    if (seams::commitAnswerIsLost()) {
        return failure(fault);
    }
#endif
    return Nothing{};
}

} // namespace kessai
