#pragma once

#include "core/storage/database.h"

namespace kessai {

/// order_search.stamp tells whoever keeps the texts in memory which rows have changed since: news of other
/// seats may be lost (SeatNews), the stamps are in the rows themselves.
///
/// SQLite, where one writes at a time: one more than the largest. PostgreSQL: the number of the transaction,
/// because of two that write at the same time either may be seen first.

/// The stamp of what is being written, as an expression; in the transaction that writes.
QString searchStampOfWriter(Database::Dialect dialect);

/// What a snapshot shows.
struct SearchStamps
{
    /// What is not seen in this snapshot, but in a later one, has this stamp or a higher one.
    qint64 unseenFrom = 0;
    /// No row that is seen was changed with this stamp or a higher one: such a row was copied from another
    /// server, where the transactions have other numbers.
    qint64 end = 0;
};
StorageResult<SearchStamps> readSearchStamps(Database &database);

} // namespace kessai
