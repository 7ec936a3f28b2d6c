#pragma once

#include <QDateTime>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>

namespace kessai {

class Database;

/// The rows of one statement, read forwards. Ends the statement and gives its prepared form back to the
/// connection when it goes; must not outlive the connection.
class Rows
{
public:
    Rows(Database &database, QString sql, QSqlQuery query, bool reusable);
    Rows(Rows &&other) noexcept;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    [[nodiscard]] QVariantList values() const;

    bool next() { return m_query.next(); }
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    /// An instant of stored text; none for NULL.
    [[nodiscard]] std::optional<QDateTime> instant(int column) const;
    [[nodiscard]] std::optional<qint64> optionalNumber(int column) const;
    /// How many rows the statement changed.
    [[nodiscard]] int changed() const { return m_query.numRowsAffected(); }
    [[nodiscard]] QSqlError lastError() const { return m_query.lastError(); }

private:
    Database *m_database;
    QString m_sql;
    QSqlQuery m_query;
    bool m_reusable;
};

} // namespace kessai
