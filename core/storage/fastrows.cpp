#include "core/storage/fastrows.h"

#include "core/storage/databaseerrors.h"

#include <QSqlDriver>

#include <sqlite3.h>

namespace kessai {

namespace {

/// The handle under QtSql's driver; null where it is another engine's.
sqlite3 *sqliteHandle(const Database &database)
{
    if (database.dialect() != Database::Dialect::Sqlite) {
        return nullptr;
    }
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0) {
        return nullptr;
    }
    return *static_cast<sqlite3 *const *>(handle.constData());
}

QByteArrayView bytesOf(sqlite3_stmt *statement, int column)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    return {bytes, bytes ? sqlite3_column_bytes(statement, column) : 0};
}

} // namespace

bool FastRow::isNull(int column) const
{
    return m_rows ? m_rows->isNull(column) : sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 FastRow::number(int column) const
{
    return m_rows ? m_rows->number(column) : sqlite3_column_int64(m_statement, column);
}

QString FastRow::text(int column) const
{
    return m_rows ? m_rows->text(column) : QString::fromUtf8(bytesOf(m_statement, column));
}

const QString &FastRow::word(int column, Word &last) const
{
    if (m_rows) {
        last.text = m_rows->text(column);
        return last.text;
    }
    const QByteArrayView bytes = bytesOf(m_statement, column);
    if (bytes != last.bytes) {
        last.bytes = bytes.toByteArray();
        last.text = QString::fromUtf8(bytes);
    }
    return last.text;
}

FastStatement::FastStatement(Database &database, QString sql) : m_database(database), m_sql(std::move(sql))
{
    if (sqlite3 *handle = sqliteHandle(database)) {
        const QByteArray text = m_sql.toUtf8();
        m_code = sqlite3_prepare_v2(handle, text.constData(), int(text.size()), &m_native, nullptr);
        // One that cannot be prepared is told by QtSql, as any other.
    }
}

FastStatement::~FastStatement()
{
    sqlite3_finalize(m_native);
}

bool FastStatement::begin(const QVariantList &values)
{
    m_code = SQLITE_OK;
    for (int at = 0; m_code == SQLITE_OK && at < values.size(); ++at) {
        if (values[at].metaType().id() == QMetaType::QString) {
            const QByteArray text = values[at].toString().toUtf8();
            m_code = sqlite3_bind_text(m_native, at + 1, text.constData(), int(text.size()),
                                       SQLITE_TRANSIENT); // NOLINT: SQLite's own cast
        } else {
            m_code = sqlite3_bind_int64(m_native, at + 1, values[at].toLongLong());
        }
    }
    return m_code == SQLITE_OK;
}

bool FastStatement::step()
{
    m_code = sqlite3_step(m_native);
    return m_code == SQLITE_ROW;
}

StorageResult<Nothing> FastStatement::end()
{
    const bool done = m_code == SQLITE_DONE;
    const QString native = QString::number(m_code);
    const QString text = done ? QString() : QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(m_native)));
    sqlite3_reset(m_native);
    sqlite3_clear_bindings(m_native);
    if (done) {
        return Nothing{};
    }
    const DatabaseSpec &spec = m_database.spec();
    return failure(storageErrorOf(spec, kindOfNativeCode(spec.dialect, native), native, text));
}

} // namespace kessai
