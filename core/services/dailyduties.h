#pragma once

#include "core/services/shopcontext.h"

namespace kessai {

/// What the first program of a Japanese day does: the seal over all chains of evidence (journal.md §15) and,
/// on SQLite, the daily backup. Does nothing where both are done.
StorageResult<Nothing> doDailyDuties(ShopContext &context, const QString &dataFolder);

/// Whether the duty of this name is due on the day of `now`; true marks it as done (table meta).
StorageResult<bool> beginDuty(ShopContext &context, const QString &name, const QDateTime &now);

} // namespace kessai
