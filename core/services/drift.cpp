#include "core/services/drift.h"

#include "core/base/japantime.h"
#include "core/base/sentence.h"
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
    const auto last = context.journal.lastSentOf(payment);
    if (!last) {
        return failure(last.error());
    }
    const bool questioned = *last && (*last)->endReason == EndReason::NoEffect;
    return questioned ? std::optional((*last)->id) : std::nullopt;
}

/// Nothing was sent since the verdict that the watch is about: then all six fields must stay as they were.
StorageResult<bool> nothingSentSince(ShopContext &context, PaymentId payment, const OperationId &watched)
{
    const auto last = context.journal.lastSentOf(payment);
    if (!last) {
        return failure(last.error());
    }
    return *last && (*last)->id == watched;
}

QString nameOf(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Capture:
        return Sentence::tr("売上確定(実売上)");
    case OperationKind::Cancel:
        return Sentence::tr("取消(返品)");
    case OperationKind::Change:
        return Sentence::tr("決済金額変更");
    case OperationKind::Reauthorize:
        return Sentence::tr("再オーソリ");
    }
    return {};
}

/// @param operation that it questions; none: plain outside work
StorageResult<Nothing> openFinding(ShopContext &context, const Payment &payment,
                                   const std::optional<Snapshot> &seen, const QString &source,
                                   const std::optional<OperationId> &operation)
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
    Finding finding;
    finding.id = FindingId{newUuid()};
    finding.paymentId = payment.id;
    finding.operationId = operation;
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

/// The operation that the wallet accepted from us and ended otherwise.
StorageResult<std::optional<Operation>> notEndedAsAsked(ShopContext &context, const Payment &payment,
                                                        const Snapshot &seen)
{
    if (!isRequestWord(payment.known->status) || isRequestWord(seen.status)) {
        return std::optional<Operation>();
    }
    const auto last = context.journal.lastSentOf(payment.id);
    if (!last || !*last) {
        return last;
    }
    // A request that was made at the gateway's console is not ours.
    const Operation &operation = **last;
    const bool accepted = operation.state == OperationState::Done && goalReached(operation, *payment.known);
    return accepted && !isEndAskedFor(operation, seen) ? last : std::optional<Operation>();
}

/// The operation whose NO_EFFECT verdict the read questions.
StorageResult<std::optional<Operation>> tookEffectLate(ShopContext &context, const Payment &payment,
                                                       const Snapshot &seen)
{
    const auto watched = context.watch.standingOf(payment.id);
    if (!watched) {
        return failure(watched.error());
    }
    if (!*watched || isNaturalStep(payment.known->status, seen.status)) {
        return std::optional<Operation>();
    }
    if (isSameMoney(*payment.known, seen)) {
        const auto untouched = nothingSentSince(context, payment.id, **watched);
        if (!untouched) {
            return failure(untouched.error());
        }
        if (!*untouched) {
            return std::optional<Operation>();
        }
    }
    const auto operation = context.journal.byId(**watched);
    return operation ? StorageResult<std::optional<Operation>>(*operation) : failure(operation.error());
}

} // namespace

bool isSameMoney(const Snapshot &believed, const Snapshot &seen)
{
    return believed.status == seen.status && believed.amount == seen.amount && believed.tax == seen.tax &&
           believed.cancelledAmount == seen.cancelledAmount && believed.tranId == seen.tranId;
}

StorageResult<Nothing> openDriftFinding(ShopContext &context, const Payment &payment,
                                        const std::optional<Snapshot> &seen, const QString &source)
{
    const auto verdict = questionedVerdict(context, payment.id);
    return verdict ? openFinding(context, payment, seen, source, *verdict) : failure(verdict.error());
}

QString questionedText(const Operation &operation, const std::optional<Snapshot> &seen)
{
    const QString asked = japantime::fromInstant(operation.askedAt).toString(u"yyyy/MM/dd HH:mm"_s);
    const QString sentence =
        operation.state == OperationState::Done
            ? Sentence::tr("要確認: 楽天ペイが受け付けたこのアプリの%1（%2、%3）は、求めたとおりに終わりませ"
                           "んでした。GMOの管理画面と見比べ、理由を付けて解決してください。")
        : seen && goalReached(operation, *seen)
            ? Sentence::tr("要確認: このアプリの%1（%2、%3）は、影響なしと判断したあとでGMOに反映されました。"
                           "GMOの管理画面と見比べ、理由を付けて解決してください。")
            : Sentence::tr("要確認: このアプリの%1（%2、%3）を影響なしと判断したあとで、GMOの状態が変わりまし"
                           "た。GMOの管理画面と見比べ、理由を付けて解決してください。");
    return sentence.arg(nameOf(operation.kind), operation.askedBy, asked);
}

StorageResult<bool> mayBeStale(ShopContext &context, PaymentId payment, const Snapshot &seen)
{
    const auto last = context.journal.lastSentOf(payment);
    if (!last) {
        return failure(last.error());
    }
    const bool asBefore =
        *last && (*last)->state == OperationState::Done && (*last)->pre == seen && (*last)->armedAt;
    if (!asBefore) {
        return false;
    }
    const auto settle = context.timing.sendWindow + context.timing.settle;
    return context.clock.nowUtc() < (*last)->armedAt->addMSecs(settle.count());
}

StorageResult<std::optional<Operation>> questionedOperation(ShopContext &context, const Payment &payment,
                                                            const Snapshot &seen)
{
    if (!payment.known || *payment.known == seen) {
        return std::optional<Operation>();
    }
    const auto byWallet = notEndedAsAsked(context, payment, seen);
    if (!byWallet) {
        return byWallet;
    }
    const auto questioned = *byWallet ? byWallet : tookEffectLate(context, payment, seen);
    if (!questioned || !*questioned) {
        return questioned;
    }
    const QString source = *byWallet ? u"WALLET"_s : u"WATCH"_s;
    const auto opened = openFinding(context, payment, seen, source, (*questioned)->id);
    return opened ? questioned : failure(opened.error());
}

} // namespace kessai
