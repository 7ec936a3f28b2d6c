#pragma once

#include "core/storage/database.h"
#include "core/storage/storageerror.h"

class QSqlError;

namespace kessai {

/// The class of a native code: SQLite's extended result code or PostgreSQL's SQLSTATE (journal.md §10).
StorageError::Kind kindOfNativeCode(DatabaseSpec::Dialect dialect, const QString &nativeCode);

/// The error with a sentence for staff: what happened, where, and what to do.
StorageError storageErrorOf(const DatabaseSpec &spec, const QSqlError &error);
StorageError storageErrorOf(const DatabaseSpec &spec, StorageError::Kind kind, const QString &nativeCode,
                            const QString &detail);

} // namespace kessai
