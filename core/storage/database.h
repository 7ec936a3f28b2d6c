#pragma once

#include "core/storage/storageerror.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>

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
};

enum class DatabaseMode { ReadWrite, ReadOnly };

/// One connection, used by the thread that opened it. Settings of journal.md §10 are set and read back at open.
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

    /// Prepares, binds in order, executes. Forward-only.
    StorageResult<QSqlQuery> run(const QString &sql, const QVariantList &values = {});

    /// Ends the statement that runs on this connection, from any thread (sqlite3_interrupt, PQcancel).
    void interrupt();

private:
    friend class Transaction;
    Database(DatabaseSpec spec, DatabaseMode mode, QString connectionName);

    DatabaseSpec m_spec;
    DatabaseMode m_mode;
    QString m_connectionName;
    bool m_inTransaction = false;
};

/// BEGIN IMMEDIATE (SQLite) or BEGIN (PostgreSQL); rolls back unless commit() was called and its result checked.
class Transaction
{
public:
    static StorageResult<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    ~Transaction();
    StorageResult<Nothing> commit();

private:
    explicit Transaction(Database &database);
    Database *m_database;
};

/// Applies the numbered migrations embedded at :/kessai/migrations, each in a transaction, and refuses a newer
/// database in words. Before the first step on an existing database `beforeMigrating` is called (backup).
StorageResult<Nothing> migrate(Database &database, const std::function<StorageResult<Nothing>()> &beforeMigrating);
/// The version that this program knows.
int newestSchemaVersion();

} // namespace kessai
