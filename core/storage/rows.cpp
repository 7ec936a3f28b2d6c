#include "core/storage/rows.h"

#include "core/base/japantime.h"
#include "core/storage/database.h"

#include <QSqlError>
#include <QSqlRecord>

namespace kessai {

Rows::Rows(Database &database, QString sql, QSqlQuery query, bool reusable)
    : m_database(&database), m_sql(std::move(sql)), m_query(std::move(query)), m_reusable(reusable)
{
    ++m_database->m_openRows;
}

Rows::Rows(Rows &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_sql(std::move(other.m_sql))
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
    m_query.finish();
    if (m_reusable) {
        m_database->keepPrepared(m_sql, std::move(m_query));
    }
}

QVariantList Rows::values() const
{
    QVariantList values;
    const int count = m_query.record().count();
    for (int i = 0; i < count; ++i) {
        values.append(m_query.value(i));
    }
    return values;
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

} // namespace kessai
