#pragma once

#include "core/storage/database.h"

#include <optional>

namespace kessai {

/// With less than this free nothing new is begun (journal.md §12): room for what is on its way.
inline constexpr qint64 DiskReserveBytes = 64LL * 1024 * 1024;

/// SQLite: says in words that the file system of the database has less than `bytes` free; nothing where there
/// is room, or where nobody can tell. PostgreSQL: nothing, its disk is the server's (a full one is 53100).
std::optional<StorageError> diskNearlyFull(const DatabaseSpec &spec, qint64 bytes = DiskReserveBytes);

} // namespace kessai
