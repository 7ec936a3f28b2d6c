#include "core/base/japantime.h"
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

/// Until when what is done now can be changed or undone: the gateway counts from its last processing.
QString changeUntil(const PaymentPanelModel &model)
{
    return Formats::day(model.today().addDays(model.facts().rules.changeDays));
}

} // namespace

void confirmparts::addCardCapture(ConfirmContent &content, const PaymentPanelModel &model,
                                  const OperationVerdict &verdict)
{
    const Yen amount = verdict.amount.value_or(model.facts().order.totals.payableTotal);
    content.lines.append(
        {Sentences::tr("送信する内容"), Sentences::tr("実売上（SALES）%1").arg(Formats::yen(amount))});
    content.consequence =
        Sentences::tr(
            "購入者への請求が確定し、取引状態は実売上済みになります。%1 までは取消(返品)ができます。")
            .arg(changeUntil(model));
}

void confirmparts::addCardCancel(ConfirmContent &content, const PaymentPanelModel &model,
                                 const OperationVerdict &verdict)
{
    const Payment &payment = model.current()->payment;
    const bool authorizedOnly = payment.known && payment.known->status == u"AUTH";
    content.lines.append({Sentences::tr("送信する内容"),
                          verdict.jobCd.isEmpty()
                              ? Sentences::tr("取消の種類は、実行の直前にGMOの状態と日付で決まります")
                              : dateReason(payment, verdict.jobCd, model.today())});
    askForCancel(content, verdict.jobCd.isEmpty() ? Sentences::tr("取消") : cancelWordName(verdict.jobCd));
    content.consequence =
        Sentences::tr(
            "取消は元に戻せません。%1 までは再オーソリで与信を取り直せます（カード会社の承認が必要です）。")
            .arg(changeUntil(model));
    content.statement = statementSentence(PaymentMethod::Card, verdict.jobCd, authorizedOnly);
}

void confirmparts::addCardChange(ConfirmContent &content, const PaymentPanelModel &model,
                                 const OperationVerdict &verdict)
{
    const Yen wanted = verdict.amount.value_or(model.facts().order.totals.payableTotal);
    const QString after = verdict.jobCd == u"CAPTURE" ? Words::of(PaymentStatus::ImmediatelyCaptured)
                                                      : Words::of(PaymentStatus::Authorized);
    content.lines.append(
        {Sentences::tr("送信する内容"),
         Sentences::tr("決済金額変更（%1）%2").arg(verdict.jobCd, changeText(model, wanted))});
    content.lines.append({Sentences::tr("変更後の取引状態"), after});
    content.consequence = Sentences::tr("新しい金額で与信を取り直します。カード会社が承認しないこともあります"
                                        "。%1 まではもう一度の変更や取消ができます。")
                              .arg(changeUntil(model));
}

void confirmparts::addReauthorize(ConfirmContent &content, const PaymentPanelModel &model,
                                  const OperationVerdict &verdict)
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
                              .arg(changeUntil(model));
}

} // namespace kessai
