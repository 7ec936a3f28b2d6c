#pragma once

#include "core/storage/storageerror.h"

namespace kessai {

/// How often a short transaction is begun before its failure is told; each try waits 3 s for a lock by
/// itself.
constexpr int TransactionTries = 3;

/// Another seat stood in the way and everything was rolled back: the transaction may be begun again
/// (journal.md §10).
inline bool isLockConflict(const StorageError &error)
{
    return error.kind == StorageError::Kind::Busy || error.kind == StorageError::Kind::StaleSnapshot;
}

} // namespace kessai
