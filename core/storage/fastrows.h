#pragma once

#include "core/storage/database.h"

#include <QByteArray>

struct sqlite3_stmt;

namespace kessai {

/// One row of a FastStatement; only until the next one.
class FastRow
{
public:
    explicit FastRow(sqlite3_stmt *statement) : m_statement(statement) {}
    explicit FastRow(const Rows &rows) : m_rows(&rows) {}

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] QString text(int column) const;

    /// A column of few different words: its text is made once for each row that repeats it.
    struct Word
    {
        QByteArray bytes;
        QString text;
    };
    const QString &word(int column, Word &last) const;

private:
    sqlite3_stmt *m_statement = nullptr; ///< SQLite; else m_rows
    const Rows *m_rows = nullptr;
};

/// A statement whose many rows are only read: on SQLite past QtSql, which takes most of the time of a wide
/// row (design.md §11). Prepared once; must not outlive the connection.
class FastStatement
{
public:
    FastStatement(Database &database, QString sql);
    ~FastStatement();
    Q_DISABLE_COPY_MOVE(FastStatement)

    /// Calls `visit` for each row; as Database::forEachRow().
    template <typename Visit>
    StorageResult<Nothing> forEachRow(const QVariantList &values, Visit visit)
    {
        if (!m_native) {
            return m_database.forEachRow(m_sql, values, [&](const Rows &rows) { visit(FastRow(rows)); });
        }
        const FastRow row(m_native);
        bool more = begin(values);
        while (more && step()) {
            visit(row);
        }
        return end();
    }

private:
    bool begin(const QVariantList &values);
    /// false: no further row, or an error that end() tells.
    bool step();
    StorageResult<Nothing> end();

    Database &m_database;
    QString m_sql;
    sqlite3_stmt *m_native = nullptr; ///< null: another engine
    int m_code = 0;                   ///< SQLite's result of the last call
};

} // namespace kessai
