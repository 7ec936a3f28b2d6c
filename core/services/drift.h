#pragma once

#include "core/services/shopcontext.h"

namespace kessai {

/// A payment that is not where we believe it to be is told as a finding (journal.md §4, §14); the belief
/// stays.

/// Same status, money and transaction. A SALES answer carries neither ProcessDate nor Approve of the payment,
/// so these two alone are no drift.
bool isSameMoney(const Snapshot &believed, const Snapshot &seen);

/// Opens a finding unless the same was told already. It names the operation whose NO_EFFECT verdict it
/// questions, where there is one.
/// @param seen none: the gateway does not know the order
/// @param source WATCH, SWEEP or WALLET
StorageResult<Nothing> openDriftFinding(ShopContext &context, const Payment &payment,
                                        const std::optional<Snapshot> &seen, const QString &source);

/// The gateway may show an effect up to T_SETTLE late (journal.md §2, A2): until then a read that equals what
/// stood there before an operation that is DONE says nothing against it, and nothing of it may be adopted.
/// The word that a wallet was asked for is never such a read.
StorageResult<bool> mayBeStale(ShopContext &context, PaymentId payment, const Snapshot &seen);

/// What a finding that names an operation of ours is told as, and what is to do: it took effect late after a
/// verdict of NO_EFFECT, or the wallet did not end it as asked.
/// @param seen none: the gateway does not know the order
QString questionedText(const Operation &operation, const std::optional<Snapshot> &seen);

/// The operation of ours that this read puts in question; whoever reads it opens the finding, which names it,
/// and adopts nothing of the read.
/// - While a payment is on watch after NO_EFFECT, another snapshot than the believed one may be the late
///   effect of what we called without effect (journal.md §2, A1), but for a step that the payment makes by
///   itself.
/// - The wallet's final word is not the one that an operation asked for which is DONE by a REQ… word
///   (journal.md §9).
/// @returns none: the read says nothing against any
StorageResult<std::optional<Operation>> questionedOperation(ShopContext &context, const Payment &payment,
                                                            const Snapshot &seen);

} // namespace kessai
