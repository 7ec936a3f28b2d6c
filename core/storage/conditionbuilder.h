#pragma once

#include "core/storage/ordercondition.h"

#include <QStringList>

namespace kessai {

/// The parts of a WHERE clause, all of which have to hold.
class ConditionBuilder
{
public:
    void add(const QString &condition, const QVariantList &values = {})
    {
        m_conditions.append(condition);
        m_values += values;
    }

    void addList(const QString &column, const QVariantList &values)
    {
        if (!values.isEmpty()) {
            const QStringList places(values.size(), QStringLiteral("?"));
            add(QStringLiteral("%1 IN (%2)").arg(column, places.join(u',')), values);
        }
    }

    [[nodiscard]] SqlCondition condition() const
    {
        const QString where = m_conditions.isEmpty()
                                  ? QString()
                                  : QStringLiteral("WHERE ") + m_conditions.join(QStringLiteral(" AND "));
        return {where, m_values};
    }

private:
    QStringList m_conditions;
    QVariantList m_values;
};

inline QVariantList valuesOf(const QStringList &texts)
{
    QVariantList values;
    values.reserve(texts.size());
    for (const QString &text : texts) {
        values.append(text);
    }
    return values;
}

/// The pattern of a piece anywhere in a text, for LIKE … ESCAPE '!'; the piece's own wildcards mean
/// themselves.
inline QString likePattern(QString piece)
{
    piece.replace(u'!', QStringLiteral("!!"))
        .replace(u'%', QStringLiteral("!%"))
        .replace(u'_', QStringLiteral("!_"));
    return u'%' + piece + u'%';
}

} // namespace kessai
