#include "ui/payments/paymentpanel.h"

#include "ui/models/whendone.h"
#include "ui/payments/confirmdialog.h"
#include "ui/payments/linkdialog.h"
#include "ui/payments/reasondialog.h"
#include "ui/widgets/helpplace.h"

// What the panel asks; what it makes of the answers is in paymentpaneloutcomes.cpp.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

QString tickKey(PanelCommand command)
{
    return command == PanelCommand::Cancel ? u"payments/setCancelled"_s : u"payments/setPaid"_s;
}

OperationRequest requestOf(const PaymentPanelModel &model, PanelCommand command, const ConfirmedScreen &seen)
{
    OperationRequest request;
    request.confirmed = seen;
    request.order = model.facts().order.id;
    request.gatewayOrderId = model.current()->payment.gatewayOrderId;
    request.keepGatewayAmount = command == PanelCommand::CaptureOldAmount;
    request.kind = command == PanelCommand::Cancel        ? OperationKind::Cancel
                   : command == PanelCommand::Change      ? OperationKind::Change
                   : command == PanelCommand::Reauthorize ? OperationKind::Reauthorize
                                                          : OperationKind::Capture;
    return request;
}

} // namespace

void PaymentPanel::ask(PanelCommand command, const QString &cancelWord)
{
    if (command == PanelCommand::Refresh) {
        refresh();
        return;
    }
    judgeAnew();
    const bool free = m_model.state() == PanelState::Idle || m_model.state() == PanelState::Done;
    if (!free || !m_model.verdict(command).allowed) {
        return;
    }
    const ConfirmContent content = confirmContentOf(m_model, command, cancelWord);
    const auto &known = m_model.current()->payment.known;
    Question question{command,
                      content,
                      requestOf(m_model, command, content.seen),
                      content.seen.jobCd,
                      known && known->status == u"AUTH",
                      m_model.method()};
    question.request.cancelWord = cancelWord;
    const bool ticked = m_remembered.value(tickKey(command), true).toBool();
    auto *dialog = new ConfirmDialog(content, ticked, this);
    setHelpPage(*dialog, helpPageOf(m_buttons.value(command).button));
    m_dialog = dialog;
    m_question = question;
    m_model.setActivity(PaymentPanelModel::Activity::Confirming);
    m_model.clearOutcome();
    showModel();
    connect(dialog, &QDialog::rejected, this, [this] {
        m_model.setActivity(PaymentPanelModel::Activity::None);
        showModel();
    });
    connect(dialog, &ConfirmDialog::confirmed, this,
            [this, question, dialog] { confirmed(question, *dialog); });
    dialog->open();
}

void PaymentPanel::warnOfMovedQuestion()
{
    if (!m_dialog || !m_model.current()) {
        return;
    }
    const bool allowed = m_model.verdict(m_question.command).allowed;
    const ConfirmContent now = confirmContentOf(m_model, m_question.command, m_question.request.cancelWord);
    if (!allowed || !now.saysTheSame(m_question.content)) {
        m_dialog->warn(
            tr("この画面を開いたあとで、金額、取引状態または日付が変わりました。キャンセルして、今の内容を"
               "確かめてからやり直してください。"));
    }
}

/// By the gateway's time of this moment: a window may stay open over midnight.
void PaymentPanel::judgeAnew()
{
    if (m_known && m_model.setGatewayNow(m_commands.session().gatewayNow())) {
        showModel();
        warnOfMovedQuestion();
    }
}

/// What is sent is what stood on the screen: the services plan nothing that moved since.
void PaymentPanel::confirmed(const Question &question, const ConfirmDialog &dialog)
{
    judgeAnew();
    const OperationVerdict now = m_model.verdict(question.command, question.request.cancelWord);
    const bool wordMoved = !question.sentWord.isEmpty() && now.jobCd != question.sentWord; // with the day
    if (m_model.state() != PanelState::Confirming || wordMoved) { // or somebody else's operation came between
        m_model.setActivity(PaymentPanelModel::Activity::None);
        m_model.setNotice(tr(
            "確認画面を開いている間に、この決済または日付が変わりました。今の確認では何も送信していません。"
            "内容を確かめてからやり直してください。"));
        showModel();
        return;
    }
    if (const auto tick = dialog.tick()) {
        m_remembered.setValue(tickKey(question.command), *tick);
    }
    m_model.setActivity(PaymentPanelModel::Activity::Waiting);
    showModel();
    whenDone(
        m_commands.operate(question.request, dialog.thenStatus()), this,
        [this, question](const CommandOutcome &outcome) { takeOutcome(question, outcome); },
        [this] { finish(Meaning::Doubt, tr("店舗を閉じています。結果は次に開いたときに確認します。")); });
}

void PaymentPanel::refresh()
{
    const bool busy = m_model.state() == PanelState::Waiting || m_model.state() == PanelState::Confirming;
    if (busy || !m_model.current()) {
        return;
    }
    m_model.clearOutcome();
    m_model.setActivity(PaymentPanelModel::Activity::Waiting);
    showModel();
    whenDone(
        m_commands.refresh(m_model.current()->payment.id), this,
        [this](const StorageResult<RefreshItem> &item) { takeRefresh(item); },
        [this] { finish(Meaning::Doubt, tr("店舗を閉じています。")); });
}

void PaymentPanel::askResolve()
{
    const PaymentFacts *facts = m_model.current();
    if (!facts) {
        return;
    }
    const PaymentId id = facts->payment.id;
    const auto answer = [this, id](Resolution resolution, const QString &reason) {
        m_keptReason = reason;
        m_model.clearOutcome();
        m_model.setActivity(PaymentPanelModel::Activity::Waiting);
        showModel();
        whenDone(m_commands.resolve(id, resolution, reason), this,
                 [this](const StorageResult<ResolveService::Outcome> &outcome) {
                     const bool resolved = outcome && outcome->resolved;
                     if (resolved) {
                         m_keptReason.clear();
                     }
                     finish(resolved ? Meaning::Good : Meaning::NeedsPerson,
                            resolved  ? tr("要確認を解決しました。")
                            : outcome ? outcome->problem
                                      : outcome.error().message);
                 });
    };
    auto *dialog = makeResolveDialog(facts->live.has_value(), m_model.lastSeenText(), answer, this);
    dialog->setReason(m_keptReason);
    dialog->open();
}

void PaymentPanel::askLink()
{
    auto *dialog = new LinkDialog(m_commands, m_model.facts().order, this);
    connect(dialog, &LinkDialog::linked, this,
            [this] { finish(Meaning::Good, tr("決済オーダーIDを連携しました。")); });
    dialog->open();
}

void PaymentPanel::askUnlink()
{
    const PaymentFacts *facts = m_model.current();
    if (!facts || !m_model.unlinkProblem().isEmpty()) {
        return;
    }
    const PaymentId id = facts->payment.id;
    auto *dialog =
        new ReasonDialog(tr("連携を外す"),
                         tr("決済オーダーID %1 をこの注文から外します。GMOの取引には何も送信しません。")
                             .arg(facts->payment.gatewayOrderId),
                         this);
    dialog->addAnswer(tr("連携を外す"), u"unlinkConfirmButton"_s, [this, id](const QString &reason) {
        whenDone(m_commands.unlink(id, reason), this, [this](const QString &problem) {
            finish(problem.isEmpty() ? Meaning::Good : Meaning::NeedsPerson,
                   problem.isEmpty() ? tr("連携を外しました。") : problem);
        });
    });
    dialog->open();
}

} // namespace kessai
