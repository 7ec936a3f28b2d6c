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

/// What a transaction came to that is begun again when another seat stood in its way. `transaction` rolls
/// back what it failed with, in the database and in memory, and is nobody's to join: a joined one is its
/// owner's to begin again.
template <typename Step>
auto begunAgain(Step transaction) -> decltype(transaction())
{
    auto done = transaction();
    for (int tries = 1; tries < TransactionTries && !done && isLockConflict(done.error()); ++tries) {
        done = transaction();
    }
    return done;
}

} // namespace kessai
