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

QString lateEffectText(const Operation &operation, const std::optional<Snapshot> &seen)
{
    const QString asked = japantime::fromInstant(operation.askedAt).toString(u"yyyy/MM/dd HH:mm"_s);
    const QString sentence =
        seen && goalReached(operation, *seen)
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

StorageResult<bool> lateEffectFound(ShopContext &context, const Payment &payment, const Snapshot &seen)
{
    if (!payment.known || *payment.known == seen) {
        return false;
    }
    const auto watched = context.watch.standingOf(payment.id);
    if (!watched) {
        return failure(watched.error());
    }
    if (!*watched) {
        return false;
    }
    if (isSameMoney(*payment.known, seen)) {
        const auto untouched = nothingSentSince(context, payment.id, **watched);
        if (!untouched || !*untouched) {
            return untouched;
        }
    }
    const auto opened = openDriftFinding(context, payment, seen, u"WATCH"_s);
    return opened ? StorageResult<bool>(true) : failure(opened.error());
}

} // namespace kessai
