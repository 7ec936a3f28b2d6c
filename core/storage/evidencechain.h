#pragma once

#include "core/storage/journalstore.h"

namespace kessai {

/// The hash before the first row of an operation's chain: it follows from the operation's id.
QString genesisOf(const OperationId &id);
/// BLAKE2b-256 over the previous hash and all other columns, as hex (journal.md §15).
QString hashOf(const Evidence &evidence);
QString hashOfText(const QString &text);

/// An operation as its next row of evidence finds it.
struct ChainEnd
{
    QString head; ///< the hash of the last row
    qint64 epoch = 0;
    qint64 attempt = 0;
    QString endReason; ///< code
    QString proof;     ///< code
    PaymentId payment;
    OrderId order;
    qint64 sequence = 0; ///< for the next row
};
/// Takes the operation's row lock until the end of the caller's transaction, so chains never fork, also
/// against a seat whose ownership is over. None: there is no such operation.
StorageResult<std::optional<ChainEnd>> chainEndOf(Database &database, const OperationId &id);

/// Before the first row of a new operation.
StorageResult<ChainEnd> chainBeginOf(Database &database, const OperationId &id, PaymentId payment);

/// Numbers the row and links it to the chain's end. Missing epoch and attempt are the operation's own.
void linkEvidence(Evidence &row, const ChainEnd &end);
/// The end behind a linked row, for another one in the same transaction.
StorageResult<ChainEnd> chainEndBehind(Database &database, const Evidence &row, ChainEnd end);

/// For the UPDATE of op that goes with rows of evidence; two values: how many, and the hash of the last.
inline constexpr auto ChainAssignments = "chain_length = chain_length + ?, chain_head = ?";

/// Stores a linked row, inside the transaction that moves the chain's end to it.
StorageResult<Nothing> insertEvidence(Database &database, const Evidence &row);

/// Appends one row that goes with no other change of the operation, inside the caller's transaction.
StorageResult<Nothing> appendEvidence(Database &database, Evidence evidence, const ChainEnd &end);

} // namespace kessai
