#pragma once

#include "core/base/yen.h"

#include <QByteArray>
#include <QDateTime>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>
#include <optional>

namespace kessai {

class Database;
class SqliteStatement;

/// The rows of one statement, read forwards. Ends the statement and gives its prepared form back to the
/// connection when it goes; must not outlive the connection.
class Rows
{
public:
    Rows(Database &database, QString sql, QSqlQuery query, bool reusable);
    /// SQLite, past QtSql.
    Rows(Database &database, QString sql, std::unique_ptr<SqliteStatement> statement);
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    [[nodiscard]] QVariantList values() const;

    bool next();
    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    /// The text of a column of few different words, which most rows repeat: it is made only when it is
    /// another than that of the row before, which `last` keeps.
    struct Word
    {
        QByteArray utf8;
        QString text;
    };
    const QString &word(int column, Word &last) const;
    /// As text(), written over `into`: of texts of one length, such as instants, none but the first takes
    /// memory.
    void readText(int column, QString &into) const;
    /// As readText(), as UTF-8.
    void readUtf8(int column, QByteArray &into) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    /// An instant of stored text; none for NULL.
    [[nodiscard]] std::optional<QDateTime> instant(int column) const;
    [[nodiscard]] std::optional<qint64> optionalNumber(int column) const;
    [[nodiscard]] std::optional<Yen> optionalYen(int column) const;
    /// How many rows the statement changed.
    [[nodiscard]] int changed() const;
    [[nodiscard]] QSqlError lastError() const;

private:
    Database *m_database;
    QString m_sql;
    std::unique_ptr<SqliteStatement> m_native; ///< else m_query
    std::optional<QSqlQuery> m_query;          ///< an empty one would look for a connection, row after row
    bool m_reusable = true;
};

} // namespace kessai
