#pragma once

#include "core/base/japantime.h"
#include "core/storage/operationhistory.h"
#include "core/storage/storedvalues.h"

#include <QStringList>
#include <QVariantList>

/// What the statements of OperationHistory share.
namespace kessai::history {

/// The parts of a WHERE with their values.
class Condition
{
public:
    void add(const QString &part, const QVariantList &values)
    {
        m_parts.append(part);
        m_values += values;
    }
    /// column IN (…); nothing where there are no values.
    void addList(const QString &column, const QStringList &values)
    {
        if (!values.isEmpty()) {
            const QStringList places(values.size(), QStringLiteral("?"));
            add(QStringLiteral("%1 IN (%2)").arg(column, places.join(u',')),
                QVariantList(values.cbegin(), values.cend()));
        }
    }
    [[nodiscard]] QString where() const
    {
        return m_parts.isEmpty() ? QString()
                                 : QStringLiteral(" WHERE ") + m_parts.join(QStringLiteral(" AND "));
    }
    [[nodiscard]] const QVariantList &values() const { return m_values; }

private:
    QStringList m_parts;
    QVariantList m_values;
};

/// The first instant of a day in Japan, as it is stored.
inline QString beginningOf(const QDate &day)
{
    return stored::instant(japantime::instantOf(day, QTime(0, 0)));
}

template <typename Value>
QStringList codesOf(const QList<Value> &values)
{
    QStringList codes;
    for (const Value value : values) {
        codes.append(codeOf(value));
    }
    return codes;
}

/// Days and operator: op and bulk_run have these columns alike.
/// @param instant the column that the days are of
Condition askedIn(const HistoryFilter &filter, const QString &instant = QStringLiteral("asked_at"));

/// 決済金額 that a DONE cancel (alias o) gave back, as the read shows it that proved the cancel: the gateway
/// cancels what the transaction holds by then, not what our pre-check saw. NULL for every other operation,
/// for a carrier's, whose call says itself how much, and where that read shows no amount, no cancelled
/// payment or a later processing than ours.
QString cancelledAmount(Database::Dialect dialect);

/// 決済金額 that an operation (alias o) moves or is to move; NULL where it is not known.
QString movedAmount(Database::Dialect dialect);

/// Calls readChunk(QList<Key>) for pieces short enough for one statement, until one is a failure.
template <typename Key, typename ReadChunk>
StorageResult<Nothing> inChunks(const QList<Key> &keys, ReadChunk readChunk)
{
    constexpr qsizetype PageChunk = 500;
    for (qsizetype start = 0; start < keys.size(); start += PageChunk) {
        const StorageResult<Nothing> read = readChunk(keys.mid(start, PageChunk));
        if (!read) {
            return read;
        }
    }
    return Nothing{};
}

} // namespace kessai::history
