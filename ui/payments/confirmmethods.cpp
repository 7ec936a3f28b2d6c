#include "core/base/japantime.h"
#include "core/domain/methodrules.h"
#include "ui/payments/confirmparts.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(ConfirmContent)
};

bool isCash(PaymentMethod method)
{
    return !hasOperation(method, OperationKind::Capture);
}

/// キャンセル（CANCEL）: what the gateway will show, where the payment's state and days tell it; "" else.
QString stateAfter(const PaymentPanelModel &model, OperationKind kind)
{
    const Payment &payment = model.current()->payment;
    if (!payment.known) {
        return {};
    }
    const auto day = [](const std::optional<QDateTime> &instant) {
        return instant ? std::optional(japantime::dayOf(*instant)) : std::nullopt;
    };
    const auto soldAt =
        payment.soldAt ? payment.soldAt : japantime::fromGatewayText(payment.known->processDate);
    const MethodRule *const rule =
        ruleFor(payment.method, kind, payment.known->status,
                {.authorizedOn = day(payment.authorizedAt), .soldOn = day(soldAt), .today = model.today()});
    if (!rule) {
        return {};
    }
    const QString word(rule->statusAfter);
    return Sentences::tr("%1（%2）").arg(Words::of(paymentStatusOfWord(word)), word);
}

void addStateAfter(ConfirmContent &content, const PaymentPanelModel &model, OperationKind kind)
{
    const QString state = stateAfter(model, kind);
    if (!state.isEmpty()) {
        content.lines.append({Sentences::tr("実行後の取引状態"), state});
    }
}

/// What a wallet shows after its final word on this operation.
QString finalState(OperationKind kind, const Payment &payment)
{
    const bool authorized = !payment.known || payment.known->status == u"AUTH";
    switch (kind) {
    case OperationKind::Capture:
        return Words::of(PaymentStatus::Captured);
    case OperationKind::Cancel:
        return Words::of(PaymentStatus::Cancelled);
    case OperationKind::Change:
    case OperationKind::Reauthorize:
        break;
    }
    return Words::of(authorized ? PaymentStatus::Authorized : PaymentStatus::Captured);
}

/// 楽天ペイ answers "accepted" first (design.md §6).
QString walletSentence(OperationKind kind, const Payment &payment)
{
    const PaymentStatus accepted = kind == OperationKind::Capture  ? PaymentStatus::CaptureAccepted
                                   : kind == OperationKind::Cancel ? PaymentStatus::CancelAccepted
                                                                   : PaymentStatus::ChangeAccepted;
    return Sentences::tr("受け付けられると%1になり、後で%2になります。結果が出るまで、次の操作はできません。")
        .arg(Words::of(accepted), finalState(kind, payment));
}

QString undoSentence(const PaymentPanelModel &model)
{
    const Payment &payment = model.current()->payment;
    if (payment.method == PaymentMethod::Au && payment.facts.auPayMethod == u"03") {
        return Sentences::tr("WebMoneyでの支払いは、売上確定のあとも取り消せません。");
    }
    const QString until = confirmparts::cancelUntil(model, u"SALES"_s);
    return until.isEmpty() ? QString() : Sentences::tr("%1 までは取消ができます。").arg(until);
}

} // namespace

void confirmparts::addCapture(ConfirmContent &content, const PaymentPanelModel &model,
                              const OperationVerdict &verdict)
{
    const Payment &payment = model.current()->payment;
    const QString name = Words::of(payment.method);
    const QString yen = Formats::yen(verdict.amount.value_or(model.facts().order.totals.payableTotal));
    const bool wallet = payment.method == PaymentMethod::Rakuten;
    content.lines.append(
        {Sentences::tr("送信する内容"), wallet ? Sentences::tr("%1の売上確定の依頼 %2").arg(name, yen)
                                               : Sentences::tr("%1の売上確定 %2").arg(name, yen)});
    addStateAfter(content, model, OperationKind::Capture);
    content.consequence = Formats::sentences(
        {wallet ? walletSentence(OperationKind::Capture, payment)
                : Sentences::tr("購入者への請求が確定し、取引状態は実売上済みになります。"),
         undoSentence(model)});
}

void confirmparts::addCancel(ConfirmContent &content, const PaymentPanelModel &model,
                             const OperationVerdict & /*verdict*/)
{
    const Payment &payment = model.current()->payment;
    const QString name = Words::of(payment.method);
    const QString yen = content.seen.amount ? Formats::yen(*content.seen.amount) : QString();
    const bool wallet = payment.method == PaymentMethod::Rakuten;
    const QString sent = wallet ? Sentences::tr("%1の取消の依頼 %2").arg(name, yen)
                                : Sentences::tr("%1の取消 %2").arg(name, yen);
    content.lines.append({Sentences::tr("送信する内容"), sent.trimmed()});
    addStateAfter(content, model, OperationKind::Cancel);
    askForCancel(content, Sentences::tr("取消", "of a payment that is no card's"));
    const QString what = isCash(payment.method)
                             ? Sentences::tr("お客様は支払えなくなります。案内した番号は使えなくなります。")
                         : wallet ? walletSentence(OperationKind::Cancel, payment)
                                  : Sentences::tr("決済の全額を取り消します。");
    content.consequence = Formats::sentences(
        {what, Sentences::tr(
                   "取消は元に戻せません。もう一度支払ってもらうには、改めて注文してもらってください。")});
    content.statement =
        statementSentence(payment.method, {}, payment.known && payment.known->status == u"AUTH");
}

void confirmparts::addChange(ConfirmContent &content, const PaymentPanelModel &model,
                             const OperationVerdict &verdict)
{
    const Payment &payment = model.current()->payment;
    const Yen wanted = verdict.amount.value_or(model.facts().order.totals.payableTotal);
    content.lines.append(
        {Sentences::tr("送信する内容"),
         Sentences::tr("%1の金額変更の依頼 %2").arg(Words::of(payment.method), changeText(model, wanted))});
    addStateAfter(content, model, OperationKind::Change);
    content.consequence = walletSentence(OperationKind::Change, payment);
}

} // namespace kessai
