#include "core/services/drift.h"

#include "core/services/journalrecord.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Of the watch that stands; else of the last operation that was not skipped.
StorageResult<std::optional<OperationId>> questionedVerdict(ShopContext &context, PaymentId payment)
{
    const auto watched = context.watch.standingOf(payment);
    if (!watched || *watched) {
        return watched;
    }
    const auto operations = context.journal.ofPayment(payment);
    if (!operations) {
        return failure(operations.error());
    }
    for (auto operation = operations->crbegin(); operation != operations->crend(); ++operation) {
        if (operation->state == OperationState::Cancelled) {
            continue;
        }
        return operation->endReason == EndReason::NoEffect ? std::optional(operation->id) : std::nullopt;
    }
    return std::optional<OperationId>();
}

} // namespace

bool isSameMoney(const Snapshot &believed, const Snapshot &seen)
{
    return believed.status == seen.status && believed.amount == seen.amount && believed.tax == seen.tax &&
           believed.tranId == seen.tranId;
}

StorageResult<Nothing> openDriftFinding(ShopContext &context, const Payment &payment,
                                        const std::optional<Snapshot> &seen, const QString &source)
{
    const QString seenFields = seen ? snapshotFields(*seen) : u"{}"_s;
    const auto standing = context.journal.openFindingsOf(payment.id);
    if (!standing) {
        return failure(standing.error());
    }
    for (const Finding &finding : *standing) {
        if (finding.seen == seenFields) {
            return Nothing{}; // told already
        }
    }
    const auto verdict = questionedVerdict(context, payment.id);
    if (!verdict) {
        return failure(verdict.error());
    }
    Finding finding;
    finding.id = FindingId{newUuid()};
    finding.paymentId = payment.id;
    finding.operationId = *verdict;
    finding.foundAt = context.clock.nowUtc();
    finding.source = source;
    finding.believed = snapshotFields(*payment.known);
    finding.seen = seenFields;
    const auto opened = context.journal.openFinding(finding);
    if (opened) {
        emit context.notifier.paymentChanged(payment.id, payment.orderId);
    }
    return opened;
}

StorageResult<bool> lateEffectFound(ShopContext &context, const Payment &payment, const Snapshot &seen)
{
    if (!payment.known || isSameMoney(*payment.known, seen)) {
        return false;
    }
    const auto watched = context.watch.standingOf(payment.id);
    if (!watched) {
        return failure(watched.error());
    }
    if (!*watched) {
        return false;
    }
    const auto opened = openDriftFinding(context, payment, seen, u"WATCH"_s);
    return opened ? StorageResult<bool>(true) : failure(opened.error());
}

} // namespace kessai
