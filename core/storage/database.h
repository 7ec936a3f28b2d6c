#pragma once

#include "core/storage/rows.h"
#include "core/storage/storageerror.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <unordered_map>

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

    /// Binds in order and executes; forward-only. A statement with values is prepared once per connection and
    /// used again. A null QString is the empty text; NULL is QVariant().
    StorageResult<Rows> run(const QString &sql, const QVariantList &values = {});

    /// As run(), for a statement of at most one row: its values, empty when there is none. The statement is
    /// over then, as a commit after UPDATE … RETURNING asks for.
    StorageResult<QVariantList> first(const QString &sql, const QVariantList &values = {});

    /// INSERT INTO `into` ("table (column, …)") of many rows of equal length: texts, whole numbers and
    /// QVariant() for NULL. On SQLite past QtSql, which takes most of the time of a large import. After an
    /// error some rows may be in: roll back.
    StorageResult<Nothing> insertRows(const QString &into, const QList<QVariantList> &rows);

    /// Ends the statement that runs on this connection, from any thread (sqlite3_interrupt, PQcancel).
    void interrupt();

private:
    friend class Rows;
    friend class Transaction;
    Database(DatabaseSpec spec, DatabaseMode mode, QString connectionName);

    StorageResult<Nothing> connect();
    StorageResult<Nothing> execute(const QString &sql);
    StorageResult<Nothing> insertNatively(const QString &into, const QList<QVariantList> &rows);
    StorageResult<Nothing> insertByStatements(const QString &into, const QList<QVariantList> &rows);
    StorageResult<QSqlQuery> prepared(const QString &sql);
    void keepPrepared(const QString &sql, QSqlQuery query);
    void forgetPrepared() { m_prepared.clear(); }
    [[nodiscard]] QSqlDatabase connection() const;
    [[nodiscard]] StorageError errorOf(const QSqlError &error) const;
    friend StorageResult<Nothing> migrate(Database &database,
                                          const std::function<StorageResult<Nothing>()> &beforeMigrating);

    DatabaseSpec m_spec;
    DatabaseMode m_mode;
    QString m_connectionName;
    bool m_inTransaction = false;
    std::unordered_map<QString, QSqlQuery> m_prepared;
    sqlite3 *m_sqlite = nullptr;       ///< null: another engine, or a driver with its own kind of handle
    std::function<void()> m_interrupt; ///< safe from any thread while the connection is open
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
    Transaction(Transaction &&other) noexcept;
    ~Transaction();
    /// After an error nothing is known to be written; read back what matters (journal.md §6.4).
    StorageResult<Nothing> commit();

private:
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
