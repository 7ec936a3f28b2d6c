#pragma once

#include "core/storage/rowbatch.h"
#include "core/storage/rows.h"
#include "core/storage/storageerror.h"

#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <type_traits>
#include <unordered_map>

struct pg_conn;
struct sqlite3;

namespace kessai {

/// Where the shop's database is: a SQLite file or postgresql://user@host:port/name.
struct DatabaseSpec
{
    enum class Dialect { Sqlite, Postgresql };
    Dialect dialect = Dialect::Sqlite;
    QString sqliteFile;
    QString host; ///< a directory for a unix socket
    int port = 5432;
    QString user;
    QString name;

    /// "" → `defaultSqliteFile`; postgresql://… parsed; anything else is an error in words.
    static Result<DatabaseSpec, QString> parse(const QString &spec, const QString &defaultSqliteFile);
    /// Where it is, for messages: the file or user@host:port/name.
    [[nodiscard]] QString place() const;
    /// A unix socket or a loopback address: no TLS asked for.
    [[nodiscard]] bool isLocal() const;
};

enum class DatabaseMode { ReadWrite, ReadOnly };

/// One connection, used by the thread that opened it. Settings of journal.md §10 are set and read back at
/// open.
///
/// PostgreSQL: a connection that is lost makes the statement that meets it, all that is left of an open
/// transaction and its commit fail as Unavailable; the statement after that connects again.
class Database
{
public:
    using Dialect = DatabaseSpec::Dialect;

    static StorageResult<std::unique_ptr<Database>> open(const DatabaseSpec &spec, DatabaseMode mode);
    ~Database();

    [[nodiscard]] Dialect dialect() const { return m_spec.dialect; }
    [[nodiscard]] DatabaseMode mode() const { return m_mode; }
    [[nodiscard]] const DatabaseSpec &spec() const { return m_spec; }
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

    /// Binds in order and executes; forward-only. A statement with values (SQLite: each of ordinary length)
    /// is prepared once per connection and used again. A null QString is the empty text; NULL is QVariant().
    StorageResult<Rows> run(const QString &sql, const QVariantList &values = {});

    /// As run(), for a statement of at most one row: its values, empty when there is none. The statement is
    /// over then, as a commit after UPDATE … RETURNING asks for.
    StorageResult<QVariantList> first(const QString &sql, const QVariantList &values = {});

    /// Calls `visit` for each row. A statement that breaks off in the middle is a failure, not a short
    /// answer.
    StorageResult<Nothing> forEachRow(const QString &sql, const QVariantList &values,
                                      const std::function<void(const Rows &)> &visit);

    /// What `read` makes of each row; as forEachRow().
    template <typename Read>
    auto listOf(const QString &sql, const QVariantList &values, Read read)
        -> StorageResult<QList<std::invoke_result_t<Read, const Rows &>>>
    {
        QList<std::invoke_result_t<Read, const Rows &>> list;
        const auto ended = forEachRow(sql, values, [&](const Rows &row) { list.append(read(row)); });
        if (!ended) {
            return failure(ended.error());
        }
        return list;
    }

    /// INSERT INTO `into` ("table (column, …)") of the rows of many batches with as many columns. On SQLite
    /// past QtSql, which takes most of the time of a large import. After an error some rows may be in: roll
    /// back.
    StorageResult<Nothing> insertRows(const QString &into, const QList<const RowBatch *> &batches);

    /// From any thread: ends the statement that runs on this connection (sqlite3_interrupt, PQcancel) and
    /// each that would start, until clearInterrupt(). A COMMIT or ROLLBACK still goes through. PostgreSQL:
    /// one that is just being sent is not reached; its time limit ends it.
    void interrupt();
    /// The statements from now on are wanted again.
    void clearInterrupt() { m_interrupted = false; }

    /// How often a lost connection was made again; between two of them other seats may have taken over.
    [[nodiscard]] int reconnects() const { return m_reconnects; }
    /// Called on each new connection after its settings, before any other statement, with the server's
    /// process of the lost one. An error leaves the connection lost.
    using SessionStart = std::function<StorageResult<Nothing>(Database &, int lostBackend)>;
    void setSessionStart(SessionStart start) { m_sessionStart = std::move(start); }
    /// Called when a lost connection was made again and is sound, under the statement that asked for it: it
    /// may use the driver, but run nothing here.
    void setConnectedAgain(std::function<void()> connectedAgain)
    {
        m_connectedAgain = std::move(connectedAgain);
    }
    /// Of the present connection; the next one has another.
    [[nodiscard]] QSqlDriver *driver() const { return connection().driver(); }

private:
    friend class Rows;
    friend class Transaction;
    Database(DatabaseSpec spec, DatabaseMode mode, QString connectionName);

    static QString nextConnectionName();
    StorageResult<Nothing> connect();
    void disconnect();
    StorageResult<Nothing> connectAgainIfLost();
    StorageResult<Nothing> connectAgain();
    /// Whether a COMMIT would keep what was done: PostgreSQL answers one after a failed statement without an
    /// error, and rolls back.
    [[nodiscard]] bool commitWouldKeep() const;
    StorageResult<Nothing> execute(const QString &sql);
    StorageResult<Nothing> insertNatively(const QString &into, const QList<const RowBatch *> &batches);
    StorageResult<Nothing> insertByStatements(const QString &into, const QList<const RowBatch *> &batches);
    StorageResult<QSqlQuery> prepared(const QString &sql);
    StorageResult<std::unique_ptr<SqliteStatement>> preparedNatively(const QString &sql);
    StorageResult<std::unique_ptr<SqliteStatement>> executedNatively(const QString &sql,
                                                                     const QVariantList &values);
    void keepPrepared(const QString &sql, QSqlQuery query);
    void keepPrepared(const QString &sql, std::unique_ptr<SqliteStatement> statement);
    void forgetPrepared();
    [[nodiscard]] QSqlDatabase connection() const;
    [[nodiscard]] StorageError errorOf(const QSqlError &error);
    friend StorageResult<Nothing> migrate(Database &database,
                                          const std::function<StorageResult<Nothing>()> &beforeMigrating);

    DatabaseSpec m_spec;
    DatabaseMode m_mode;
    QString m_connectionName;
    bool m_inTransaction = false;
    /// Statements are long: without a seed Qt goes through them byte by byte.
    struct StatementHash
    {
        size_t operator()(const QString &sql) const { return qHash(sql, size_t(1)); }
    };
    std::unordered_map<QString, QSqlQuery, StatementHash> m_prepared;
    std::unordered_map<QString, std::unique_ptr<SqliteStatement>, StatementHash> m_preparedNatively;
    sqlite3 *m_sqlite = nullptr;     ///< null: another engine, or a driver with its own kind of handle
    pg_conn *m_postgresql = nullptr; ///< null: another engine
    std::atomic<bool> m_interrupted = false;
    std::mutex m_interruptMutex;
    std::function<void()> m_interrupt; ///< none while there is no connection; under the mutex
    bool m_lost = false;
    int m_reconnects = 0;
    int m_openRows = 0; ///< answers that are still read: they point into their connection
    int m_backend = 0;  ///< PostgreSQL: the server's process of the last sound connection
    SessionStart m_sessionStart;
    std::function<void()> m_connectedAgain;
    QElapsedTimer m_sinceAttempt;
    qint64 m_attemptTookMs = 0;
};

/// BEGIN IMMEDIATE (SQLite) or BEGIN (PostgreSQL); rolls back unless commit() was called and its result
/// checked.
class Transaction
{
public:
    static StorageResult<Transaction> begin(Database &database);
    /// As begin(); inside a transaction that is open already it joins that one: then its owner commits or
    /// rolls back.
    static StorageResult<Transaction> beginOrJoin(Database &database);
    /// All reads until its end see the database as it was at the first; needs only to read. Joins as
    /// beginOrJoin() does.
    static StorageResult<Transaction> beginSnapshot(Database &database);
    Transaction(Transaction &&other) noexcept;
    ~Transaction();
    /// After an error nothing is known to be written; read back what matters (journal.md §6.4).
    StorageResult<Nothing> commit();

private:
    static StorageResult<Transaction> beginWith(Database &database, const QString &statement);
    Transaction(Database &database, bool joined) : m_database(&database), m_joined(joined) {}
    void rollBack();
    Database *m_database;
    bool m_joined;
};

/// Applies the numbered migrations embedded at :/kessai/migrations, each in a transaction, and refuses a
/// newer database in words. Before the first step on an existing database `beforeMigrating` is called
/// (backup).
StorageResult<Nothing> migrate(Database &database,
                               const std::function<StorageResult<Nothing>()> &beforeMigrating);
/// The version that this program knows.
int newestSchemaVersion();

} // namespace kessai
