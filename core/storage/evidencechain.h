#pragma once

#include "core/storage/journalstore.h"

namespace kessai {

/// The hash before the first row of an operation's chain: it follows from the operation's id.
QString genesisOf(const OperationId &id);
/// BLAKE2b-256 over the previous hash and all other columns, as hex (journal.md §15).
QString hashOf(const Evidence &evidence);
QString hashOfText(const QString &text);

/// Appends one row at the end of the operation's chain, inside the caller's transaction. Takes the
/// operation's row lock, so chains never fork. Missing epoch and attempt are the operation's own.
StorageResult<Nothing> appendEvidence(Database &database, Evidence evidence);

} // namespace kessai
