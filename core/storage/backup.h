#pragma once

#include "core/storage/database.h"

#include <QDateTime>

namespace kessai {

/// VACUUM INTO a new file, then an integrity check of it; an existing file is refused. A read-only connection
/// is enough. PostgreSQL: refused in words that name pg_dump (the administrator's).
StorageResult<Nothing> backupTo(Database &database, const QString &file);

/// Once a day and before each migration: into `folder`, the last `keep` stay. Does nothing if today's is
/// there.
StorageResult<QString> dailyBackup(Database &database, const QString &folder, const QDateTime &now,
                                   int keep = 7);

/// The newest backup in the folder that passes its check; "" where there is none.
QString newestGoodBackup(const QString &folder);

/// Checks the backup, puts it in place of `databaseFile` (the old one is kept beside it, named with the time)
/// and marks it so that the sweep of journal.md §12 comes before money moves. The shop must not be open.
StorageResult<Nothing> restoreFrom(const QString &backupFile, const QString &databaseFile,
                                   const QDateTime &now);

/// `PRAGMA quick_check` / integrity_check; PostgreSQL: a read of every table's head.
StorageResult<QStringList> integrityProblems(Database &database, bool full);

} // namespace kessai
