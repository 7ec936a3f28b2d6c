#include "core/storage/database.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/databasefaults.h"
#include "core/storage/databasesettings.h"
#include "core/storage/sqlitefunctions.h"
#include "core/storage/sqlitestatement.h"

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
constexpr qsizetype longestKept = 4000; ///< a longer statement is made for its values
constexpr int instructionsBetweenLooks = 1000;

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

/// SQLite gives row by row what would otherwise be kept twice. PostgreSQL's answer comes whole, or as an
/// error: row by row, one that is cut off half-way would look like a short one.
bool readsRowByRow(const DatabaseSpec &spec)
{
    return spec.dialect == DatabaseSpec::Dialect::Sqlite;
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
    // A peer that has vanished without a word is noticed within 15 seconds (ignored on a unix socket).
    const QString options =
        u"connect_timeout=10;application_name=KessaiDesk;keepalives_idle=5;keepalives_interval=5;"
        "keepalives_count=2;tcp_user_timeout=15000"_s;
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

/// Before SQLite is used for the first time. Both cost time for each statement of a run: room for twenty
/// pages in every cache, also in that of the small table which IN makes and forgets, and a count of all
/// memory, under a lock, that nobody reads.
void configureSqlite()
{
    static const bool done = sqlite3_config(SQLITE_CONFIG_PAGECACHE, nullptr, 0, 0) == SQLITE_OK &&
                             sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    static_cast<void>(done); // one that is in use already goes on as it is
}

/// SQLite asks while a statement runs; sqlite3_interrupt alone does not reach one that starts after it.
int isInterrupted(void *flag)
{
    return static_cast<const std::atomic<bool> *>(flag)->load() ? 1 : 0;
}

} // namespace

QString Database::nextConnectionName()
{
    static std::atomic<int> counter = 0;
    return u"kessai-%1"_s.arg(++counter);
}

Database::Database(DatabaseSpec spec, DatabaseMode mode, QString connectionName)
    : m_spec(std::move(spec)), m_mode(mode), m_connectionName(std::move(connectionName))
{
}

Database::~Database()
{
    if (!m_lost) {
        forgetPrepared(); // a lost connection cannot be asked to forget them
    }
    disconnect();
}

/// The driver goes too, so that nothing kept from this connection can reach the next one.
void Database::disconnect()
{
    {
        const std::lock_guard lock(m_interruptMutex);
        m_interrupt = nullptr;
    }
    m_sqlite = nullptr;
    m_postgresql = nullptr;
    connection().close();
    QSqlDatabase::removeDatabase(m_connectionName);
    m_prepared.clear();
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
    configureSqlite();
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
            if (addPostgresqlFunctions(m_sqlite) != SQLITE_OK) {
                return failure(storageErrorOf(m_spec, StorageError::Kind::Unavailable, QString(),
                                              QString::fromUtf8(sqlite3_errmsg(m_sqlite))));
            }
            sqlite3_progress_handler(m_sqlite, instructionsBetweenLooks, isInterrupted, &m_interrupted);
            const std::lock_guard lock(m_interruptMutex);
            m_interrupt = [handle = m_sqlite] { sqlite3_interrupt(handle); };
        }
        return Nothing{};
    }
    // The type behind the name PGconn: Qt 6 calls a handle so.
    m_postgresql = nativeHandle<PGconn>(connection, "pg_conn*");
    if (m_postgresql) {
        m_backend = m_backend ? m_backend : PQbackendPID(m_postgresql);
        const std::shared_ptr<PGcancel> cancel(PQgetCancel(m_postgresql), PQfreeCancel);
        const std::lock_guard lock(m_interruptMutex);
        m_interrupt = [cancel] {
            char reason[256];
            PQcancel(cancel.get(), reason, sizeof reason);
        };
    }
    return Nothing{};
}

void Database::interrupt()
{
    m_interrupted = true;
    const std::lock_guard lock(m_interruptMutex);
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
    if (m_interrupted) {
        return failure(storageErrorOf(m_spec, StorageError::Kind::Interrupted, QString(), QString()));
    }
    const auto connected = connectAgainIfLost();
    if (!connected) {
        return failure(connected.error());
    }
    if (m_sqlite) {
        auto executed = executedNatively(sql, values);
        return executed ? StorageResult<Rows>(Rows(*this, sql, std::move(*executed)))
                        : failure(executed.error());
    }
    if (values.isEmpty()) {
        QSqlQuery query(connection());
        query.setForwardOnly(readsRowByRow(m_spec));
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

StorageResult<Nothing> Database::forEachRow(const QString &sql, const QVariantList &values,
                                            const std::function<void(const Rows &)> &visit)
{
    auto rows = run(sql, values);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        visit(*rows);
    }
    if (rows->lastError().isValid()) {
        return failure(errorOf(rows->lastError()));
    }
    return Nothing{};
}

StorageResult<std::unique_ptr<SqliteStatement>> Database::executedNatively(const QString &sql,
                                                                           const QVariantList &values)
{
    auto statement = preparedNatively(sql);
    if (statement && !(*statement)->execute(values)) {
        const StorageError error = errorOf((*statement)->lastError());
        keepPrepared(sql, std::move(*statement));
        return failure(error);
    }
    return statement;
}

StorageResult<std::unique_ptr<SqliteStatement>> Database::preparedNatively(const QString &sql)
{
    // Taken out while it runs, so that the same statement can be nested; its place is left for it.
    const auto kept = m_preparedNatively.find(sql);
    if (kept != m_preparedNatively.end() && kept->second) {
        return std::move(kept->second);
    }
    auto statement = SqliteStatement::prepare(m_sqlite, sql);
    if (!statement) {
        return failure(errorOf(SqliteStatement::errorOn(m_sqlite)));
    }
    return statement;
}

void Database::keepPrepared(const QString &sql, std::unique_ptr<SqliteStatement> statement)
{
    if (!m_sqlite || sql.size() > longestKept) {
        return;
    }
    statement->finish();
    const auto place = m_preparedNatively.find(sql); // left for it by preparedNatively()
    if (place != m_preparedNatively.end()) {
        place->second = std::move(statement);
        return;
    }
    if (m_preparedNatively.size() >= preparedLimit) {
        m_preparedNatively.clear();
    }
    m_preparedNatively.emplace(sql, std::move(statement));
}

void Database::forgetPrepared()
{
    m_prepared.clear();
    m_preparedNatively.clear();
}

/// Also while statements are interrupted: a COMMIT or ROLLBACK goes through.
StorageResult<Nothing> Database::execute(const QString &sql)
{
    if (m_sqlite) {
        auto executed = executedNatively(sql, {});
        if (!executed) {
            return failure(executed.error());
        }
        keepPrepared(sql, std::move(*executed));
        return Nothing{};
    }
    QSqlQuery query(connection());
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
    query.setForwardOnly(readsRowByRow(m_spec));
    if (!query.prepare(sql)) {
        return failure(errorOf(query.lastError()));
    }
    return query;
}

void Database::keepPrepared(const QString &sql, QSqlQuery query)
{
    if (m_lost || query.driver() != connection().driver()) {
        return; // of a connection that is gone
    }
    if (sql.size() > longestKept) {
        return; // the server keeps its text and its plan too
    }
    if (m_prepared.size() >= preparedLimit) {
        m_prepared.clear();
    }
    m_prepared.insert_or_assign(sql, std::move(query));
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

StorageError Database::errorOf(const QSqlError &error)
{
    StorageError told = storageErrorOf(m_spec, error);
    if (m_spec.dialect == Dialect::Postgresql && !connection().isOpen()) {
        m_lost = true;
        const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
        told = storageErrorOf(m_spec, StorageError::Kind::Unavailable, told.nativeCode, text);
    }
    return told;
}

} // namespace kessai
