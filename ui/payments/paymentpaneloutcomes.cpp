#include "ui/models/codewords.h"
#include "ui/payments/paymentpanel.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

// What the panel says of how a command or a look at the gateway ended.

namespace kessai {

void PaymentPanel::takeOutcome(const Question &question, const CommandOutcome &outcome)
{
    if (!outcome.item) {
        finish(Meaning::NeedsPerson, outcome.problem);
        return;
    }
    const OperationItem &item = *outcome.item;
    const bool open = item.state == OperationState::InDoubt || item.state == OperationState::Conflict;
    if (open) {
        m_model.setActivity(PaymentPanelModel::Activity::None);
        if (!outcome.statusProblem.isEmpty()) {
            m_model.setNotice(outcome.statusProblem);
        }
        emit changed(); // of the rest the banner of the doubt says it all
        return;
    }
    finish(item.state == OperationState::Done ? Meaning::Good : Meaning::NeedsWork,
           outcomeText(question, outcome), otherCancelWord(question, item));
}

/// What became of it, why, and what to do next.
QString PaymentPanel::outcomeText(const Question &question, const CommandOutcome &outcome)
{
    const OperationItem &item = *outcome.item;
    const OperationKind kind = question.request.kind;
    QStringList sentences{tr("%1: %2。").arg(Words::of(kind), Words::of(item.state))};
    if (item.state != OperationState::Done) {
        sentences.append(Words::of(item.reason));
    } else if (question.command == PanelCommand::Cancel) {
        const QString sent = item.jobCd.isEmpty() ? question.sentWord : item.jobCd;
        sentences.append(statementSentence(question.method, sent, question.authorizedOnly));
    }
    if (item.reason == EndReason::Declined) {
        sentences.append(Words::afterDecline(kind));
    }
    if (outcome.statusChanged) {
        sentences.append(tr("対応状況も変更しました。"));
    }
    sentences.append({outcome.statusProblem, outcome.problem});
    if (!item.heldBy.isEmpty()) {
        sentences.append(tr("%1 が操作中です。").arg(item.heldBy));
    }
    for (const QString &code : item.codes) {
        sentences.append(tr("%1（%2）").arg(gatewayCodeMeaning(code), code));
    }
    return Formats::sentences(sentences);
}

/// After a refusal the neighbouring word is offered, once, and never tried unasked (design.md §6).
QString PaymentPanel::otherCancelWord(const Question &question, const OperationItem &item) const
{
    const bool refused = item.state == OperationState::Refused && item.reason == EndReason::RefusedByGateway;
    const bool first = question.command == PanelCommand::Cancel && question.request.cancelWord.isEmpty();
    if (!refused || !first || !question.request.confirmed) {
        return {};
    }
    return neighbouringCancelWord(question.request.confirmed->status, item.jobCd).value_or(QString());
}

void PaymentPanel::finish(Meaning meaning, const QString &text, const QString &otherCancelWord)
{
    m_model.setOutcome(meaning, text, otherCancelWord);
    m_model.setActivity(PaymentPanelModel::Activity::Finished);
    showModel();
    emit changed();
}

void PaymentPanel::takeRefresh(const StorageResult<RefreshItem> &item)
{
    if (!item || !item->error.isEmpty()) {
        finish(Meaning::NeedsWork, item ? item->error : item.error().message);
        return;
    }
    const auto word = [](const std::optional<PaymentStatus> &status) {
        return status ? Words::of(*status) : Words::neverRead();
    };
    QStringList moved;
    if (item->before != item->after) {
        moved.append(tr("GMOの状態を反映しました: %1 → %2。").arg(word(item->before), word(item->after)));
    }
    if (item->amountBefore != item->amountAfter) {
        const auto yen = [](const std::optional<Yen> &amount) {
            return amount ? Formats::yen(*amount) : Words::neverRead();
        };
        moved.append(
            tr("決済金額は %1 → %2 になりました。").arg(yen(item->amountBefore), yen(item->amountAfter)));
    }
    if (!moved.isEmpty()) {
        finish(Meaning::Accent, Formats::sentences(moved));
        return;
    }
    finish(Meaning::Good,
           item->changed ? tr("GMOの最新の内容を反映しました（%1）。").arg(word(item->after))
                         : tr("GMOの状態を確認しました。変わりはありません（%1）。").arg(word(item->after)));
}

} // namespace kessai
