#pragma once

#include "core/services/shopcontext.h"

namespace kessai {

/// What the first program of a Japanese day does: sealDay() and backUpDay(). Does nothing where both are
/// done.
StorageResult<Nothing> doDailyDuties(ShopContext &context, const QString &dataFolder);

/// The seal over all chains of evidence that changed since the last one (journal.md §15).
StorageResult<Nothing> sealDay(ShopContext &context);

/// Whether the duty of this name is still to be done on the Japanese day of `now` (table meta).
StorageResult<bool> dutyIsDue(ShopContext &context, const QString &name, const QDateTime &now);
/// To be said when it is done, not before: a program that ends in between leaves it to the next one.
StorageResult<Nothing> markDutyDone(ShopContext &context, const QString &name, const QDateTime &now);

} // namespace kessai
