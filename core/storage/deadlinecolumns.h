#pragma once

#include "core/domain/paymentrules.h"
#include "core/storage/database.h"

namespace kessai {

/// Writes the days that the shop agreed on into the rules: those of the database, which all its seats share,
/// else the given ones.
StorageResult<Nothing> readAgreedDays(Database &database, PaymentRules &rules);

/// The lists keep capture_by, cancel_by and change_by of each order (design.md §4). When the shop agrees on
/// other days those of cards move by the difference, in one transaction; meta deadlineDays says for which
/// days they stand.
/// @returns whether any may have moved
StorageResult<bool> moveDeadlines(Database &database, const PaymentRules &rules);

} // namespace kessai
