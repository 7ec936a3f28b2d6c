// PaymentPanelModel: the commands of the panel, and why one of them is off.
#include "core/domain/methodrules.h"
#include "ui/payments/closingnotice.h"
#include "ui/payments/paymentpanelmodel.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

OperationKind kindOf(PanelCommand command)
{
    switch (command) {
    case PanelCommand::Capture:
    case PanelCommand::CaptureOldAmount:
        return OperationKind::Capture;
    case PanelCommand::Cancel:
        return OperationKind::Cancel;
    case PanelCommand::Change:
        return OperationKind::Change;
    case PanelCommand::Reauthorize:
    case PanelCommand::Refresh:
        break;
    }
    return OperationKind::Reauthorize;
}

/// What is paid at a store or bank can be cancelled, never given back.
bool canBeReturned(PaymentMethod method)
{
    return hasOperation(method, OperationKind::Capture);
}

} // namespace

OperationVerdict PaymentPanelModel::verdict(PanelCommand command, const QString &cancelWord) const
{
    PaymentSituation seen = situation();
    if (command == PanelCommand::CaptureOldAmount && seen.payment && seen.payment->known) {
        seen.payableTotal = seen.payment->known->total(); // the person says that this is meant
    }
    OperationVerdict verdict = operationVerdict(kindOf(command), seen, m_facts.rules);
    if (verdict.reason == RuleReason::CaptureDeadlineOver && cancelIsOver()) {
        verdict.reason = RuleReason::ChangeDeadlineOver; // a re-authorisation would need the cancel first
    }
    if (!cancelWord.isEmpty()) {
        verdict.jobCd = cancelWord;
    }
    return verdict;
}

bool PaymentPanelModel::cancelIsOver() const
{
    PaymentSituation seen = situation();
    seen.operationLive = seen.findingOpen = seen.ambiguous = false; // these pass, the deadline does not
    return operationVerdict(OperationKind::Cancel, seen, m_facts.rules).reason ==
           RuleReason::ChangeDeadlineOver;
}

QString PaymentPanelModel::labelOf(PanelCommand command) const
{
    const PaymentFacts *facts = current();
    switch (command) {
    case PanelCommand::Capture:
        return tr("売上確定(実売上)実行");
    case PanelCommand::CaptureOldAmount:
        return tr("決済金額のまま売上確定");
    case PanelCommand::Cancel:
        return canBeReturned(method()) ? tr("取消(返品)実行") : tr("取消実行");
    case PanelCommand::Change:
        if (facts && difference()) {
            return tr("決済金額変更 %1→%2")
                .arg(Formats::yen(facts->payment.known->total()),
                     Formats::yen(m_facts.order.totals.payableTotal));
        }
        return tr("決済金額変更");
    case PanelCommand::Reauthorize:
        return tr("再オーソリ");
    case PanelCommand::Refresh:
        return state() == PanelState::InDoubt ? tr("今すぐ確認") : tr("決済状態確認・反映");
    }
    return {};
}

QString PaymentPanelModel::busyReason() const
{
    switch (state()) {
    case PanelState::Waiting:
        return tr("GMOの回答を待っています。");
    case PanelState::Confirming:
        return tr("確認画面を開いています。");
    case PanelState::InDoubt:
        return tr("結果を確認しています。再操作は不要です。");
    case PanelState::Conflict:
        return tr("要確認の内容を先に解決してください。");
    case PanelState::Idle:
    case PanelState::Done:
        break;
    }
    return {};
}

PanelButton PaymentPanelModel::buttonOf(PanelCommand command) const
{
    PanelButton button{command, labelOf(command), true, false, false, busyReason()};
    const PaymentFacts *facts = current();
    button.visible = command == PanelCommand::Refresh || hasOperation(method(), kindOf(command));
    if (command == PanelCommand::Refresh) {
        const bool free = state() != PanelState::Waiting && state() != PanelState::Confirming;
        button.enabled = facts != nullptr && free;
        button.reason = button.enabled ? QString() : free ? Words::of(RuleReason::NotLinked) : button.reason;
        return button;
    }
    const OperationVerdict allowed = verdict(command);
    if (command == PanelCommand::Reauthorize) {
        button.visible =
            button.visible && facts && facts->payment.known && isCancelledWord(facts->payment.known->status);
    }
    if (command == PanelCommand::CaptureOldAmount) {
        button.visible = verdict(PanelCommand::Capture).reason == RuleReason::DifferenceBlocksCapture;
    }
    button.note = command == PanelCommand::Change ? closingNotice(m_facts, facts) : QString();
    if (!button.reason.isEmpty()) {
        return button;
    }
    button.enabled = allowed.allowed;
    const bool wantsMoney =
        command == PanelCommand::Capture || (command == PanelCommand::Change && difference().has_value());
    button.next = button.enabled && (orderIsOff() ? command == PanelCommand::Cancel : wantsMoney);
    button.reason = allowed.allowed ? QString() : reasonOf(allowed);
    return button;
}

QString PaymentPanelModel::reasonOf(const OperationVerdict &verdict) const
{
    const PaymentFacts *facts = current();
    if (verdict.reason == RuleReason::WrongState && facts && facts->payment.known) {
        return tr("取引状態が「%1」のため操作できません。")
            .arg(Words::of(paymentStatusOfWord(facts->payment.known->status)));
    }
    if (verdict.reason == RuleReason::DifferenceBlocksCapture) {
        return hasOperation(method(), OperationKind::Change)
                   ? tr("差異があります。先に決済金額変更を行ってください。")
                   : tr("差異があります。この支払方法では決済金額を変更できません。");
    }
    return Words::of(verdict.reason);
}

bool PaymentPanelModel::orderIsOff() const
{
    return m_facts.order.status == OrderStatus::Cancelled || m_facts.order.status == OrderStatus::Returned;
}

QList<PanelButton> PaymentPanelModel::buttons() const
{
    return {buttonOf(PanelCommand::Capture),          buttonOf(PanelCommand::Cancel),
            buttonOf(PanelCommand::Change),           buttonOf(PanelCommand::Refresh),
            buttonOf(PanelCommand::CaptureOldAmount), buttonOf(PanelCommand::Reauthorize)};
}

} // namespace kessai
