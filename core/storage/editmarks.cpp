#include "core/storage/editmarks.h"

#include "core/base/japantime.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<std::optional<EditMark>> EditMarks::ofOthers(OrderId order)
{
    if (m_database.dialect() == Database::Dialect::Sqlite) {
        return std::optional<EditMark>();
    }
    const auto row = m_database.first(
        u"SELECT operator_name, seat, boot, since FROM order_editing WHERE order_id = ?"_s, {order.value});
    if (!row) {
        return failure(row.error());
    }
    if (row->isEmpty() || row->at(2).toString() == m_seat.boot) {
        return std::optional<EditMark>();
    }
    const auto alive = seatIsAlive(m_database, row->at(2).toString());
    if (!alive) {
        return failure(alive.error());
    }
    const auto since = japantime::fromStoredText(row->at(3).toString());
    return *alive ? std::optional(
                        EditMark{row->at(0).toString(), row->at(1).toString(), since.value_or(QDateTime())})
                  : std::optional<EditMark>();
}

StorageResult<Nothing> EditMarks::set(OrderId order, const QString &operatorName, const QDateTime &now)
{
    if (m_database.dialect() == Database::Dialect::Sqlite) {
        return Nothing{};
    }
    const auto set = m_database.run(
        u"INSERT INTO order_editing (order_id, operator_name, seat, boot, since) VALUES (?,?,?,?,?) "
        "ON CONFLICT (order_id) DO UPDATE SET operator_name = excluded.operator_name, "
        "seat = excluded.seat, boot = excluded.boot, since = excluded.since"_s,
        {order.value, operatorName, m_seat.name, m_seat.boot, stored::instant(now)});
    return set ? StorageResult<Nothing>(Nothing{}) : failure(set.error());
}

StorageResult<bool> EditMarks::clear(OrderId order)
{
    if (m_database.dialect() == Database::Dialect::Sqlite) {
        return false;
    }
    const auto cleared =
        m_database.first(u"DELETE FROM order_editing WHERE order_id = ? AND boot = ? RETURNING order_id"_s,
                         {order.value, m_seat.boot});
    return cleared ? StorageResult<bool>(!cleared->isEmpty()) : failure(cleared.error());
}

} // namespace kessai
