#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QSqlError>
#include <QString>
#include <QVariant>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

namespace kessai {

/// A prepared statement of SQLite's own, for Database and Rows alone. QtSql spends several times as long on
/// each execution (it describes every column anew) as SQLite on the statement itself.
class SqliteStatement
{
public:
    /// Null after an error, which errorOn() tells.
    static std::unique_ptr<SqliteStatement> prepare(sqlite3 *handle, const QString &sql);
    /// What the connection's last call came to.
    static QSqlError errorOn(sqlite3 *handle);
    ~SqliteStatement();
    Q_DISABLE_COPY_MOVE(SqliteStatement)

    /// Binds in order and takes the first step, so that an error comes here. A null QString is the empty
    /// text; NULL is QVariant(). As many values as the statement has parameters: any other number is a
    /// mistake in the program, and an error with the statement's text.
    /// @returns false after an error
    bool execute(const QVariantList &values);
    /// To the first row, then to the next; false at the end or after an error (lastError).
    bool next();
    /// Ends the execution; the statement can be executed again.
    void finish();

    [[nodiscard]] int columnCount() const;
    /// NULL: an invalid value's type of text, as QtSql gives it.
    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    /// A column of text as UTF-8, until the next row; empty for NULL and for numbers.
    [[nodiscard]] QByteArrayView utf8(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    /// Rows changed by the connection's last INSERT, UPDATE or DELETE.
    [[nodiscard]] int changed() const;
    [[nodiscard]] QSqlError lastError() const { return m_error; }

private:
    enum class Position { BeforeFirst, OnRow, AtEnd };
    SqliteStatement(sqlite3 *handle, sqlite3_stmt *statement) : m_handle(handle), m_statement(statement) {}
    int bind(int position, const QVariant &value);
    bool step();
    [[nodiscard]] sqlite3_value *cell(int column) const;

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement;
    Position m_position = Position::AtEnd;
    bool m_isUsed = false;      ///< since the last finish()
    QList<QByteArray> m_values; ///< texts and bytes that SQLite reads where they are
    QSqlError m_error;
};

} // namespace kessai
