#pragma once

#include "core/storage/database.h"

namespace kessai {

/// Sets what journal.md §10 asks of a connection, reads it back and refuses the database where one is
/// different.
StorageResult<Nothing> applySettings(Database &database);

} // namespace kessai
