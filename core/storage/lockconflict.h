#pragma once

#include "core/storage/storageerror.h"

#include <chrono>

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

/// How long a coroutine sleeps before it begins a transaction again: the journal's turn meanwhile, for what
/// it has armed must be sent within T_SENDWIN (journal.md §3).
constexpr std::chrono::milliseconds ConflictPause{100};

/// Whether a transaction that came to this at its `tries`-th try is begun again.
template <typename Value>
bool isBegunAgain(const StorageResult<Value> &done, int tries)
{
    return !done && tries < TransactionTries && isLockConflict(done.error());
}

/// What a transaction came to that is begun again when another seat stood in its way, at once: for one that a
/// person waits for. What takes its time is a coroutine's, with a ConflictPause. `transaction` rolls
/// back what it failed with, in the database and in memory, and is nobody's to join: a joined one is its
/// owner's to begin again.
template <typename Step>
auto begunAgain(Step transaction) -> decltype(transaction())
{
    auto done = transaction();
    for (int tries = 1; isBegunAgain(done, tries); ++tries) {
        done = transaction();
    }
    return done;
}

} // namespace kessai
