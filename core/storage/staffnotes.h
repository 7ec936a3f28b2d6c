#pragma once

#include "core/base/ids.h"
#include "core/storage/database.h"

#include <QDateTime>

namespace kessai {

/// What one of the staff tells the others about an order (引き継ぎ). Never changed, never removed.
struct StaffNote
{
    qint64 sequence = 0;
    QDateTime at;
    QString operatorName;
    QString seat;
    QString text; ///< plain text, may have several lines
};

/// How long a note may be, in characters.
constexpr qsizetype LongestNote = 2'000;

/// Notes lie among the order's events (kind NOTE), so that its log has them too.
class StaffNotes
{
public:
    explicit StaffNotes(Database &database) : m_database(database) {}

    /// In the caller's transaction or its own. orders.newest_note, which the list shows, follows.
    /// @param note its sequence is given out here
    StorageResult<Nothing> add(OrderId order, const StaffNote &note);
    /// Newest first. Works on a read-only connection.
    StorageResult<QList<StaffNote>> of(OrderId order);

private:
    Database &m_database;
};

} // namespace kessai
