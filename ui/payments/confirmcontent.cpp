#include "ui/payments/confirmcontent.h"

#include "core/base/japantime.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(ConfirmContent)
};

/// Why this cancel word: the days it follows from (S65).
QString dateReason(const Payment &payment, const QString &word, const QDate &today)
{
    const auto day = [](const std::optional<QDateTime> &instant) {
        return instant ? Formats::day(japantime::dayOf(*instant)) : Sentences::tr("不明");
    };
    const bool sold = payment.known && payment.known->status != u"AUTH";
    const QString days =
        sold ? Sentences::tr("与信日 %1、売上日 %2、今日 %3")
                   .arg(day(payment.authorizedAt), day(payment.soldAt), Formats::day(today))
             : Sentences::tr("与信日 %1、今日 %2").arg(day(payment.authorizedAt), Formats::day(today));
    return Sentences::tr("%1（%2）… %3").arg(cancelWordName(word), word, days);
}

void addCapture(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict,
                bool keepsOldAmount)
{
    const Yen amount = verdict.amount.value_or(model.facts().order.totals.payableTotal);
    content.seen.amount = amount;
    content.title = Sentences::tr("売上確定(実売上)の確認");
    content.lines.append(
        {Sentences::tr("送信する内容"), Sentences::tr("実売上（SALES）%1").arg(Formats::yen(amount))});
    if (model.orderIsOff()) {
        content.lines.append(
            {Sentences::tr("注意"), Sentences::tr("対応状況は「%1」です。この注文は請求しないはずです。")
                                        .arg(Words::of(model.facts().order.status))});
    }
    content.question = keepsOldAmount ? Sentences::tr("%1 のまま売上確定しますか").arg(Formats::yen(amount))
                                      : Sentences::tr("%1 を売上確定しますか").arg(Formats::yen(amount));
    content.verb = keepsOldAmount ? Sentences::tr("%1 のまま売上確定する").arg(Formats::yen(amount))
                                  : Sentences::tr("%1 を売上確定する").arg(Formats::yen(amount));
    content.consequence =
        Sentences::tr(
            "購入者への請求が確定し、取引状態は実売上済みになります。%1 までは取消(返品)ができます。")
            .arg(Formats::day(model.today().addDays(model.facts().rules.changeDays)));
    content.thenStatus = OrderStatus::Paid;
    content.thenLabel = Sentences::tr("対応状況を入金済みにする");
}

void addCancel(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict)
{
    const Payment &payment = model.current()->payment;
    const bool authorizedOnly = payment.known && payment.known->status == u"AUTH";
    content.title = Sentences::tr("取消(返品)の確認");
    content.lines.append({Sentences::tr("送信する内容"),
                          verdict.jobCd.isEmpty()
                              ? Sentences::tr("取消の種類は、実行の直前にGMOの状態と日付で決まります")
                              : dateReason(payment, verdict.jobCd, model.today())});
    content.seen.amount = verdict.amount;
    const QString word = verdict.jobCd.isEmpty() ? Sentences::tr("取消") : cancelWordName(verdict.jobCd);
    content.question = content.seen.amount
                           ? Sentences::tr("%1 を%2しますか").arg(Formats::yen(*content.seen.amount), word)
                           : Sentences::tr("この決済を%1しますか").arg(word);
    content.verb = content.seen.amount
                       ? Sentences::tr("%1 を%2する").arg(Formats::yen(*content.seen.amount), word)
                       : Sentences::tr("この決済を%1する").arg(word);
    content.consequence =
        Sentences::tr(
            "取消は元に戻せません。%1 までは再オーソリで与信を取り直せます（カード会社の承認が必要です）。")
            .arg(Formats::day(model.today().addDays(model.facts().rules.changeDays)));
    content.statement = statementSentence(verdict.jobCd, authorizedOnly);
    content.thenStatus = OrderStatus::Cancelled;
    content.thenLabel = Sentences::tr("対応状況を注文取消しにする");
}

void addChange(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict)
{
    const auto &known = model.current()->payment.known;
    const Yen wanted = verdict.amount.value_or(model.facts().order.totals.payableTotal);
    content.seen.amount = wanted;
    const QString change = Sentences::tr("%1 → %2").arg(
        known ? Formats::yen(known->total()) : Sentences::tr("未確認"), Formats::yen(wanted));
    const QString after = verdict.jobCd == u"CAPTURE" ? Words::of(PaymentStatus::ImmediatelyCaptured)
                                                      : Words::of(PaymentStatus::Authorized);
    content.title = Sentences::tr("決済金額変更の確認");
    content.lines.append(
        {Sentences::tr("送信する内容"), Sentences::tr("決済金額変更（%1）%2").arg(verdict.jobCd, change)});
    content.lines.append({Sentences::tr("変更後の取引状態"), after});
    content.question = Sentences::tr("決済金額を %1 に変更しますか").arg(Formats::yen(wanted));
    content.verb = Sentences::tr("決済金額を %1 に変更する").arg(Formats::yen(wanted));
    content.consequence = Sentences::tr("新しい金額で与信を取り直します。カード会社が承認しないこともあります"
                                        "。%1 まではもう一度の変更や取消ができます。")
                              .arg(Formats::day(model.today().addDays(model.facts().rules.changeDays)));
}

void addReauthorize(ConfirmContent &content, const PaymentPanelModel &model, const OperationVerdict &verdict)
{
    const Yen amount = verdict.amount.value_or(model.facts().order.totals.payableTotal);
    const bool sale = verdict.jobCd == u"CAPTURE";
    content.seen.amount = amount;
    content.title = Sentences::tr("再オーソリの確認");
    content.lines.append({Sentences::tr("送信する内容"),
                          Sentences::tr("再オーソリ（%1）%2").arg(verdict.jobCd, Formats::yen(amount))});
    content.lines.append({Sentences::tr("実行後の取引状態"),
                          Words::of(sale ? PaymentStatus::ImmediatelyCaptured : PaymentStatus::Authorized)});
    content.question = Sentences::tr("%1 を再オーソリしますか").arg(Formats::yen(amount));
    content.verb = Sentences::tr("%1 を再オーソリする").arg(Formats::yen(amount));
    content.consequence = Sentences::tr("購入者のカードで新しく与信を取ります。カード会社が承認しないこともあ"
                                        "ります。%1 までは取消ができます。")
                              .arg(Formats::day(model.today().addDays(model.facts().rules.changeDays)));
}

} // namespace

QString cancelWordName(const QString &cancelWord)
{
    if (cancelWord == u"VOID") {
        return Sentences::tr("取消");
    }
    return cancelWord == u"RETURN" ? Sentences::tr("返品") : Sentences::tr("月跨ぎ返品");
}

QString statementSentence(const QString &cancelWord, bool authorizedOnly)
{
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
        addReauthorize(content, model, verdict);
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
