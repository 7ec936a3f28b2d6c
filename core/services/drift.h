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
/// @param source WATCH or SWEEP
StorageResult<Nothing> openDriftFinding(ShopContext &context, const Payment &payment,
                                        const std::optional<Snapshot> &seen, const QString &source);

/// The gateway may show an effect up to T_SETTLE late (journal.md §2, A2): until then a read that equals what
/// stood there before an operation that is DONE says nothing against it, and nothing of it may be adopted.
StorageResult<bool> mayBeStale(ShopContext &context, PaymentId payment, const Snapshot &seen);

/// What a finding after one of our NO_EFFECT verdicts is told as: whose operation took effect late, or moved
/// something else, and what is to do.
/// @param seen none: the gateway does not know the order
QString lateEffectText(const Operation &operation, const std::optional<Snapshot> &seen);

/// While a payment is on watch after NO_EFFECT, another snapshot than the believed one may be the late effect
/// of what we called without effect (journal.md §2, A1): whoever reads it opens the finding.
/// @returns true when it is so: then nothing of this read may be adopted
StorageResult<bool> lateEffectFound(ShopContext &context, const Payment &payment, const Snapshot &seen);

} // namespace kessai
