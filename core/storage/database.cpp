#include "core/storage/database.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/databasefaults.h"
#include "core/storage/databasesettings.h"

#include <QFile>
#include <QSqlDriver>
#include <QSqlError>

#include <libpq-fe.h>
#include <sqlite3.h>

#include <atomic>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyTimeoutMs = 3000;
constexpr size_t preparedLimit = 200;

QString nextConnectionName()
{
    static std::atomic<int> counter = 0;
    return u"kessai-%1"_s.arg(++counter);
}

/// The file is made before SQLite opens it, so that it never stands there with a wider mode than 0600.
bool prepareFile(const QString &file)
{
    if (file.startsWith(u':')) {
        return true;
    }
    QFile database(file);
    if (!database.exists() && !database.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return false;
    }
    return database.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

QSqlDatabase makeConnection(const DatabaseSpec &spec, DatabaseMode mode, const QString &name)
{
    if (spec.dialect == DatabaseSpec::Dialect::Sqlite) {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        connection.setDatabaseName(spec.sqliteFile);
        connection.setConnectOptions(
            mode == DatabaseMode::ReadOnly
                ? u"QSQLITE_BUSY_TIMEOUT=%1;QSQLITE_OPEN_READONLY"_s.arg(busyTimeoutMs)
                : u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMs));
        return connection;
    }
    // No password here: libpq takes it from PGPASSFILE.
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QPSQL"_s, name);
    connection.setHostName(spec.host);
    connection.setPort(spec.port);
    connection.setUserName(spec.user);
    connection.setDatabaseName(spec.name);
    const QString options = u"connect_timeout=10;application_name=KessaiDesk"_s;
    connection.setConnectOptions(spec.isLocal() ? options : options + u";sslmode=verify-full"_s);
    return connection;
}

/// The native handle that QSqlDriver wraps; null where the driver has another type inside.
template <typename Handle>
Handle *nativeHandle(const QSqlDatabase &connection, const char *typeName)
{
    const QVariant handle = connection.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), typeName) != 0) {
        return nullptr;
    }
    return *static_cast<Handle *const *>(handle.constData());
}

} // namespace

Database::Database(DatabaseSpec spec, DatabaseMode mode, QString connectionName)
    : m_spec(std::move(spec)), m_mode(mode), m_connectionName(std::move(connectionName))
{
}

Database::~Database()
{
    m_prepared.clear();
    m_interrupt = nullptr;
    m_sqlite = nullptr;
    connection().close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

StorageResult<std::unique_ptr<Database>> Database::open(const DatabaseSpec &spec, DatabaseMode mode)
{
    std::unique_ptr<Database> database(new Database(spec, mode, nextConnectionName()));
    const auto connected = database->connect();
    if (!connected) {
        return failure(connected.error());
    }
    const auto settled = applySettings(*database);
    if (!settled) {
        return failure(settled.error());
    }
    return database;
}

StorageResult<Nothing> Database::connect()
{
    const bool sqlite = m_spec.dialect == Dialect::Sqlite;
    if (sqlite && m_mode == DatabaseMode::ReadWrite && !prepareFile(m_spec.sqliteFile)) {
        makeConnection(m_spec, m_mode, m_connectionName);
        return failure(storageErrorOf(m_spec, StorageError::Kind::Unavailable, QString(), QString()));
    }
    QSqlDatabase connection = makeConnection(m_spec, m_mode, m_connectionName);
    if (!connection.open()) {
        StorageError error = errorOf(connection.lastError());
        if (error.kind == StorageError::Kind::Other) {
            error.kind = StorageError::Kind::Unavailable;
        }
        return failure(error);
    }
    if (sqlite) {
        m_sqlite = nativeHandle<sqlite3>(connection, "sqlite3*");
        if (m_sqlite) {
            sqlite3_extended_result_codes(m_sqlite, 1);
            m_interrupt = [handle = m_sqlite] { sqlite3_interrupt(handle); };
        }
        return Nothing{};
    }
    // The type behind the name PGconn: Qt 6 calls a handle so.
    if (auto *handle = nativeHandle<PGconn>(connection, "pg_conn*")) {
        const std::shared_ptr<PGcancel> cancel(PQgetCancel(handle), PQfreeCancel);
        m_interrupt = [cancel] {
            char reason[256];
            PQcancel(cancel.get(), reason, sizeof reason);
        };
    }
    return Nothing{};
}

void Database::interrupt()
{
    if (m_interrupt) {
        m_interrupt();
    }
}

StorageResult<Rows> Database::run(const QString &sql, const QVariantList &values)
{
#ifdef KESSAI_TEST_SEAMS
    if (seams::databaseCallFails(false)) {
        return failure(storageErrorOf(m_spec, StorageError::Kind::Full, u"seam"_s, QString()));
    }
#endif
    if (values.isEmpty()) {
        QSqlQuery query(connection());
        query.setForwardOnly(true);
        if (!query.exec(sql)) {
            return failure(errorOf(query.lastError()));
        }
        return Rows(*this, sql, std::move(query), false);
    }
    StorageResult<QSqlQuery> query = prepared(sql);
    if (!query) {
        return failure(query.error());
    }
    for (int i = 0; i < values.size(); ++i) {
        const bool isNullText =
            values[i].metaType().id() == QMetaType::QString && values[i].toString().isNull();
        query->bindValue(i, isNullText ? QVariant(u""_s) : values[i]);
    }
    if (!query->exec()) {
        return failure(errorOf(query->lastError()));
    }
    return Rows(*this, sql, std::move(*query), true);
}

StorageResult<QVariantList> Database::first(const QString &sql, const QVariantList &values)
{
    auto rows = run(sql, values);
    if (!rows) {
        return failure(rows.error());
    }
    const QVariantList row = rows->next() ? rows->values() : QVariantList();
    if (rows->lastError().isValid()) {
        return failure(errorOf(rows->lastError()));
    }
    return row;
}

StorageResult<Nothing> Database::execute(const QString &sql)
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.exec(sql)) {
        return failure(errorOf(query.lastError()));
    }
    return Nothing{};
}

StorageResult<QSqlQuery> Database::prepared(const QString &sql)
{
    // Taken out while it runs, so that the same statement can be nested.
    if (auto kept = m_prepared.extract(sql)) {
        return std::move(kept.mapped());
    }
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return failure(errorOf(query.lastError()));
    }
    return query;
}

void Database::keepPrepared(const QString &sql, QSqlQuery query)
{
    if (m_prepared.size() >= preparedLimit) {
        m_prepared.clear();
    }
    m_prepared.insert_or_assign(sql, std::move(query));
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

StorageError Database::errorOf(const QSqlError &error) const
{
    return storageErrorOf(m_spec, error);
}

} // namespace kessai
