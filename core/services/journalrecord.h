#pragma once

#include "core/services/shopcontext.h"

namespace kessai {

/// A read that became our belief, with what came beside the snapshot.
struct SeenPayment
{
    Snapshot snapshot;
    std::optional<PaymentRepository::ReadDetails> details;
};

/// Moves an operation and stores what was seen of its payment in one transaction, then tells everybody. A
/// verdict of NO_EFFECT puts the payment on watch in the same transaction (journal.md §8).
/// @returns false when no row was touched: somebody took the operation over and its state is left to them
StorageResult<bool> moveOperation(ShopContext &context, const Move &move, const QString &source,
                                  const std::optional<SeenPayment> &seen);

/// As moveOperation(), as a step of a group: in the caller's transaction when there is one, and tells nobody.
/// @param answer its evidence, which the caller's transaction keeps in any case
StorageResult<bool> moveStep(ShopContext &context, const Move &move, PaymentId payment, const QString &source,
                             const std::optional<SeenPayment> &seen,
                             const std::optional<Evidence> &answer = {});

/// Stores a trusted read as the belief and tells everybody.
StorageResult<Nothing> storeSeen(ShopContext &context, PaymentId payment, const SeenPayment &seen);

SeenPayment seenIn(const InquiryAnswer &answer);

/// READ evidence of an inquiry; class READ, UNKNOWN_ORDER, SHOP_REFUSED or UNREADABLE. Of one that was read
/// it holds the snapshot and, as GatewayDate, what the gateway's clock said (yyyyMMddHHmmss, Japan time).
Evidence readEvidence(const Operation &operation, const InquiryAnswer &answer, const QDateTime &at);
/// ANSWER evidence of a mutating call; source SEND when nothing was offered.
Evidence answerEvidence(const Operation &operation, const MutationAnswer &answer, const QDateTime &at);

/// The snapshot as the whitelisted fields of an evidence row, and back; nothing when the row holds none.
QString snapshotFields(const Snapshot &snapshot);
std::optional<Snapshot> snapshotFromFields(const QString &fields);

/// A code as it is stored and shown; "?" for a text that is none: whatever it is, it might be a secret (I14).
QString keptCode(const QString &code);
QString joinedCodes(const QList<GatewayError> &errors);

} // namespace kessai
