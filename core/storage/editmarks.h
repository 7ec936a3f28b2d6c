#pragma once

#include "core/base/ids.h"
#include "core/storage/seat.h"

#include <QDateTime>

#include <optional>

namespace kessai {

/// 「○○さんが編集中」: somebody has unsaved changes of an order in a window. It only tells; what keeps work
/// from being lost is the comparison when it is stored.
struct EditMark
{
    QString operatorName;
    QString seat;
    QDateTime since;
};

/// PostgreSQL: marks of programs that are still connected. SQLite has one seat, and so never another's mark.
class EditMarks
{
public:
    EditMarks(Database &database, const Seat &seat) : m_database(database), m_seat(seat) {}

    /// Another living program's mark on this order. Works on a read-only connection.
    StorageResult<std::optional<EditMark>> ofOthers(OrderId order);
    /// From now on it is ours, whoever had it.
    StorageResult<Nothing> set(OrderId order, const QString &operatorName, const QDateTime &now);
    /// Takes ours off; another's stays. False: there was none.
    StorageResult<bool> clear(OrderId order);

private:
    Database &m_database;
    Seat m_seat;
};

} // namespace kessai
