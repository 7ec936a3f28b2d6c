#include "core/storage/rows.h"

#include "core/base/japantime.h"
#include "core/storage/database.h"
#include "core/storage/sqlitestatement.h"

#include <QSqlRecord>

#include <algorithm>

namespace kessai {

Rows::Rows(Database &database, QString sql, QSqlQuery query, bool reusable)
    : m_database(&database), m_sql(std::move(sql)), m_query(std::move(query)), m_reusable(reusable)
{
    ++m_database->m_openRows;
}

Rows::Rows(Database &database, QString sql, std::unique_ptr<SqliteStatement> statement)
    : m_database(&database), m_sql(std::move(sql)), m_native(std::move(statement))
{
    ++m_database->m_openRows;
}

Rows::Rows(Rows &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_sql(std::move(other.m_sql))
    , m_native(std::move(other.m_native))
    , m_query(std::move(other.m_query))
    , m_reusable(other.m_reusable)
{
}

Rows::~Rows()
{
    if (!m_database) {
        return;
    }
    --m_database->m_openRows;
    if (m_native) {
        m_database->keepPrepared(m_sql, std::move(m_native));
        return;
    }
    m_query->finish();
    if (m_reusable) {
        m_database->keepPrepared(m_sql, std::move(*m_query));
    }
}

QVariantList Rows::values() const
{
    const int count = m_native ? m_native->columnCount() : m_query->record().count();
    QVariantList values;
    values.reserve(count);
    for (int i = 0; i < count; ++i) {
        values.append(value(i));
    }
    return values;
}

bool Rows::next()
{
    return m_native ? m_native->next() : m_query->next();
}

QVariant Rows::value(int column) const
{
    return m_native ? m_native->value(column) : m_query->value(column);
}

bool Rows::isNull(int column) const
{
    return m_native ? m_native->isNull(column) : m_query->isNull(column);
}

QString Rows::text(int column) const
{
    return m_native ? m_native->text(column) : m_query->value(column).toString();
}

const QString &Rows::word(int column, Word &last) const
{
    if (!m_native) {
        last.text = text(column);
    } else if (const QByteArrayView utf8 = m_native->utf8(column); utf8 != last.utf8) {
        last.utf8 = utf8.toByteArray();
        last.text = QString::fromUtf8(utf8);
    }
    return last.text;
}

void Rows::readText(int column, QString &into) const
{
    const QByteArrayView utf8 = m_native ? m_native->utf8(column) : QByteArrayView();
    const bool plain = std::all_of(utf8.begin(), utf8.end(), [](char byte) { return uchar(byte) < 0x80; });
    if (utf8.isEmpty() || !plain) {
        if (isNull(column)) {
            into.resize(0); // and keeps its memory
        } else {
            into = text(column);
        }
        return;
    }
    if (into.size() != utf8.size()) {
        into.resize(utf8.size());
    }
    std::transform(utf8.begin(), utf8.end(), into.begin(), [](char byte) { return QLatin1Char(byte); });
}

void Rows::readUtf8(int column, QByteArray &into) const
{
    if (!m_native) {
        into = text(column).toUtf8();
        return;
    }
    const QByteArrayView utf8 = m_native->utf8(column);
    into.resize(utf8.size());
    std::copy(utf8.begin(), utf8.end(), into.begin());
}

qint64 Rows::number(int column) const
{
    return m_native ? m_native->number(column) : m_query->value(column).toLongLong();
}

int Rows::changed() const
{
    return m_native ? m_native->changed() : m_query->numRowsAffected();
}

QSqlError Rows::lastError() const
{
    return m_native ? m_native->lastError() : m_query->lastError();
}

std::optional<QDateTime> Rows::instant(int column) const
{
    if (isNull(column)) {
        return std::nullopt;
    }
    return japantime::fromStoredText(text(column));
}

std::optional<qint64> Rows::optionalNumber(int column) const
{
    if (isNull(column)) {
        return std::nullopt;
    }
    return number(column);
}

std::optional<Yen> Rows::optionalYen(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(Yen{number(column)});
}

} // namespace kessai
