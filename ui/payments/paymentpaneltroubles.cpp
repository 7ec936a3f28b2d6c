#include "core/services/drift.h"
#include "core/services/journalrecord.h"
#include "core/services/refreshservice.h"
#include "ui/payments/paymentpanelmodel.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

#include <algorithm>

// What the panel says of doubt, conflict and findings; the other rows and banners are in
// paymentpanelrows.cpp.

namespace kessai {

using namespace Qt::StringLiterals;

void PaymentPanelModel::addTroubleBanners(QList<PanelBanner> &banners) const
{
    const PaymentFacts &facts = *current();
    if (state() == PanelState::InDoubt && facts.live) {
        banners.append({u"inDoubt"_s, Meaning::Doubt,
                        tr("結果確認中（再操作不要）: %1の結果をGMOに確認しています。%2")
                            .arg(Words::of(facts.live->kind), Words::of(facts.live->endReason)),
                        PanelBanner::Action::CheckNow});
    }
    const bool conflict = facts.live && facts.live->state == OperationState::Conflict;
    if (conflict && facts.payment.known && lostAuthorization(*facts.live, facts.payment.known->status)) {
        banners.append(
            {u"authorizationLost"_s, Meaning::NeedsPerson,
             tr("要確認: 決済金額変更の途中で承認が失われました。このままでは代金を請求できません。商品を"
                "発送せず、GMOの管理画面と見比べ、理由を付けて解決してから、再オーソリしてください。"),
             PanelBanner::Action::Resolve});
    } else if (conflict) {
        banners.append(
            {u"conflict"_s, Meaning::NeedsPerson,
             tr("要確認: %1の結果を判断できません。%2GMOの管理画面と見比べ、理由を付けて解決してください。")
                 .arg(Words::of(facts.live->kind), Words::of(facts.live->endReason)),
             PanelBanner::Action::Resolve});
    }
    for (const Finding &finding : facts.findings) {
        banners.append(
            {u"finding"_s, Meaning::NeedsPerson, findingText(finding), PanelBanner::Action::Resolve});
    }
}

/// Whose doing it was, as far as it is known, what moved, and what that means for the goods.
QString PaymentPanelModel::findingText(const Finding &finding) const
{
    const auto seen = snapshotFromFields(finding.seen);
    const auto word = [](const std::optional<Snapshot> &snapshot) {
        return snapshot ? tr("%1 %2").arg(Words::of(paymentStatusOfWord(snapshot->status)),
                                          Formats::yen(snapshot->total()))
                        : tr("不明");
    };
    const QString before = word(snapshotFromFields(finding.believed));
    const QString foundAt = Formats::minute(finding.foundAt);
    const auto &late = current()->lateOperations;
    const auto ours = std::find_if(late.begin(), late.end(), [&finding](const Operation &operation) {
        return operation.id == finding.operationId;
    });
    QStringList sentences;
    if (ours == late.end()) {
        sentences.append(tr("要確認: このアプリの外で決済が変わりました（%1 → %2、%3）。")
                             .arg(before, word(seen), foundAt));
    } else {
        sentences.append({questionedText(*ours, seen),
                          tr("GMOの状態は %1 → %2（%3）です。").arg(before, word(seen), foundAt)});
    }
    const bool wanted = ours != late.end() && ours->kind == OperationKind::Cancel;
    if (lostAuthorization(finding) && !wanted) {
        sentences.append(
            tr("承認が失われ、このままでは代金を請求できません。商品を発送せず、GMOの管理画面と見比"
               "べ、理由を付けて解決してから、再オーソリしてください。"));
    }
    return Formats::sentences(sentences);
}

QString PaymentPanelModel::lastSeenText() const
{
    const PaymentFacts *facts = current();
    if (!facts) {
        return {};
    }
    QString text;
    if (facts->live) {
        const QString wanted =
            facts->live->wantAmount
                ? u" "_s + Formats::yen(*facts->live->wantAmount + facts->live->wantTax.value_or(Yen{}))
                : QString();
        text += tr("依頼した操作: %1%2。").arg(Words::of(facts->live->kind), wanted);
    }
    // A finding keeps the belief as it is: what was seen stands in it.
    const Finding *finding = facts->findings.isEmpty() ? nullptr : &facts->findings.last();
    const auto seen = finding ? snapshotFromFields(finding->seen) : facts->payment.known;
    const auto at = finding ? std::optional(finding->foundAt) : facts->payment.knownAt;
    if (seen && at) {
        text += tr("GMOで最後に見た状態: %1 %2（%3）。")
                    .arg(Words::of(paymentStatusOfWord(seen->status)), Formats::yen(seen->total()),
                         Formats::minute(*at));
    }
    return text;
}

} // namespace kessai
