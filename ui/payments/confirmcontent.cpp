#include "ui/payments/confirmcontent.h"

#include "core/base/japantime.h"
#include "ui/payments/closingnotice.h"
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

void addCapture(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict,
                bool keepsOldAmount)
{
    const Order &order = model.facts().order;
    const bool wallet = model.method() == PaymentMethod::Rakuten;
    content.title = Sentences::tr("売上確定(実売上)の確認");
    confirmparts::askForCapture(content, verdict.amount.value_or(order.totals.payableTotal), keepsOldAmount);
    (model.method() == PaymentMethod::Card ? confirmparts::addCardCapture
                                           : confirmparts::addCapture)(content, model, verdict);
    if (model.orderIsOff()) {
        content.lines.append(
            {Sentences::tr("注意"), Sentences::tr("対応状況は「%1」です。この注文は請求しないはずです。")
                                        .arg(Words::of(order.status))});
    }
    content.thenStatus = OrderStatus::Paid;
    content.thenLabel = wallet ? Sentences::tr("受け付けられたら、対応状況を入金済みにする")
                               : Sentences::tr("対応状況を入金済みにする");
}

void addCancel(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict)
{
    content.title = hasOperation(model.method(), OperationKind::Capture) ? Sentences::tr("取消(返品)の確認")
                                                                         : Sentences::tr("取消の確認");
    content.seen.amount = verdict.amount;
    (model.method() == PaymentMethod::Card ? confirmparts::addCardCancel
                                           : confirmparts::addCancel)(content, model, verdict);
    content.thenStatus = OrderStatus::Cancelled;
    content.thenLabel = Sentences::tr("対応状況を注文取消しにする");
}

void addChange(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict)
{
    content.title = Sentences::tr("決済金額変更の確認");
    confirmparts::askForChange(content, verdict.amount.value_or(model.facts().order.totals.payableTotal));
    (model.method() == PaymentMethod::Card ? confirmparts::addCardChange
                                           : confirmparts::addChange)(content, model, verdict);
    const QString closing = closingNotice(model.facts(), model.current());
    if (!closing.isEmpty()) {
        content.lines.append({Sentences::tr("締め日"), closing});
    }
}

} // namespace

void confirmparts::askForCapture(ConfirmContent &content, Yen amount, bool keepsOldAmount)
{
    const QString yen = Formats::yen(amount);
    content.seen.amount = amount;
    content.question = keepsOldAmount ? Sentences::tr("%1 のまま売上確定しますか").arg(yen)
                                      : Sentences::tr("%1 を売上確定しますか").arg(yen);
    content.verb = keepsOldAmount ? Sentences::tr("%1 のまま売上確定する").arg(yen)
                                  : Sentences::tr("%1 を売上確定する").arg(yen);
}

void confirmparts::askForCancel(ConfirmContent &content, const QString &word)
{
    content.question = content.seen.amount
                           ? Sentences::tr("%1 を%2しますか").arg(Formats::yen(*content.seen.amount), word)
                           : Sentences::tr("この決済を%1しますか").arg(word);
    content.verb = content.seen.amount
                       ? Sentences::tr("%1 を%2する").arg(Formats::yen(*content.seen.amount), word)
                       : Sentences::tr("この決済を%1する").arg(word);
}

void confirmparts::askForChange(ConfirmContent &content, Yen wanted)
{
    content.seen.amount = wanted;
    content.question = Sentences::tr("決済金額を %1 に変更しますか").arg(Formats::yen(wanted));
    content.verb = Sentences::tr("決済金額を %1 に変更する").arg(Formats::yen(wanted));
}

QString confirmparts::changeText(const PaymentPanelModel &model, Yen wanted)
{
    const auto &known = model.current()->payment.known;
    return Sentences::tr("%1 → %2").arg(known ? Formats::yen(known->total()) : Sentences::tr("未確認"),
                                        Formats::yen(wanted));
}

QString confirmparts::cancelUntil(const PaymentPanelModel &model, const QString &status)
{
    Payment then = model.current()->payment;
    const QDateTime now = model.facts().gatewayNow;
    if (!then.known) {
        then.known = Snapshot{};
    }
    then.known->status = status;
    then.known->processDate = japantime::toGatewayText(now);
    then.soldAt = now;
    then.facts.completedOn = model.today();
    const auto last = deadlinesOf(then, model.facts().rules).cancelBy;
    return last ? Formats::deadline(*last) : QString();
}

QString cancelWordName(const QString &cancelWord)
{
    if (cancelWord == u"VOID") {
        return Sentences::tr("取消");
    }
    return cancelWord == u"RETURN" ? Sentences::tr("返品") : Sentences::tr("月跨ぎ返品");
}

QString statementSentence(PaymentMethod method, const QString &cancelWord, bool authorizedOnly)
{
    if (method != PaymentMethod::Card) {
        return authorizedOnly ? Sentences::tr("お客様には請求されません。") : QString();
    }
    if (authorizedOnly || cancelWord == u"VOID") {
        return Sentences::tr("お客様のカード明細には、この取引の請求は載りません。");
    }
    if (cancelWord == u"RETURN") {
        return Sentences::tr("お客様のカード明細には請求が載らないか、請求と同額の返金が並んで載ります。");
    }
    if (cancelWord == u"RETURNX") {
        return Sentences::tr(
            "お客様のカード明細には先に請求が載り、翌月以降の明細に同額の返金（マイナス）が載ります。");
    }
    return {};
}

ConfirmContent confirmContentOf(const PaymentPanelModel &model, PanelCommand command,
                                const QString &cancelWord)
{
    const Order &order = model.facts().order;
    const OperationVerdict verdict = model.verdict(command, cancelWord);
    const auto &known = model.current()->payment.known;
    ConfirmContent content;
    content.seen.status = known ? known->status : QString();
    content.seen.jobCd = verdict.jobCd;
    content.lines = {{Sentences::tr("注文番号"), order.orderNumber},
                     {Sentences::tr("注文者"), Sentences::tr("%1 様").arg(order.customer.fullName())},
                     {Sentences::tr("決済オーダーID"), model.current()->payment.gatewayOrderId}};
    switch (command) {
    case PanelCommand::Capture:
    case PanelCommand::CaptureOldAmount:
        addCapture(content, model, verdict, command == PanelCommand::CaptureOldAmount);
        break;
    case PanelCommand::Cancel:
        addCancel(content, model, verdict);
        break;
    case PanelCommand::Change:
        addChange(content, model, verdict);
        break;
    case PanelCommand::Reauthorize:
        confirmparts::addReauthorize(content, model, verdict);
        break;
    case PanelCommand::Refresh:
        break;
    }
    const auto &then = content.thenStatus;
    if (then && !moveAllowed(order.status, *then)) {
        content.thenProblem = order.status == *then
                                  ? Sentences::tr("対応状況はすでに「%1」です。").arg(Words::of(*then))
                                  : Sentences::tr("対応状況を「%1」から「%2」に変更することはできません。")
                                        .arg(Words::of(order.status), Words::of(*then));
    }
    return content;
}

} // namespace kessai
