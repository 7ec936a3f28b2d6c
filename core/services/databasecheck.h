#pragma once

#include "core/services/shopcontext.h"

namespace kessai {

/// All chains of evidence and their seals (journal.md §15): words for staff, "" when all is well.
StorageResult<QString> chainsInWords(Database &database);

/// SQLite's full check of the file (journal.md §11): words for staff that name the newest good backup, ""
/// when all is well; PostgreSQL: "", its administrator's.
StorageResult<QString> integrityInWords(Database &database, const QString &backupFolder);

/// Whether the full check is still to be passed in this Japanese week, which begins on Monday.
StorageResult<bool> weeklyCheckIsDue(ShopContext &context);
/// To be said when it was passed, not before: a program that ends in between leaves it to the next one.
StorageResult<Nothing> markWeeklyCheckPassed(ShopContext &context);

/// For a program without a window to tell it later: both checks, where they are due: words for staff, ""
/// when all is well. A broken file refuses money from then on.
StorageResult<QString> checkOfTheWeek(ShopContext &context, const QString &backupFolder);

} // namespace kessai
