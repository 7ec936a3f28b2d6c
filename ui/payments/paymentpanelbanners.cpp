#include "core/domain/methodrules.h"
#include "ui/payments/paymentpanelmodel.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

// What the panel says of the payment's money, and what is to be done next. Doubt, conflict and findings are
// in paymentpaneltroubles.cpp.

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

bool isHeldOrTaken(const QString &word)
{
    return word == u"AUTH" || word == u"SALES" || word == u"CAPTURE";
}

/// Paid at a store or bank, or still to be paid there.
bool isOfCash(const QString &word, PaymentMethod method)
{
    return ruledAs(method) == PaymentMethod::PayEasyAtm || method == PaymentMethod::ConvenienceStore
               ? word == u"REQSUCCESS" || word == u"PAYSUCCESS"
               : false;
}

} // namespace

QList<PanelBanner> PaymentPanelModel::banners() const
{
    QList<PanelBanner> banners;
    const bool troubled = isTroubled();
    if (m_outcome && !troubled) {
        banners.append(*m_outcome);
    }
    const PaymentFacts *facts = current();
    if (!facts) {
        banners.append({u"unlinked"_s, Meaning::NeedsPerson,
                        tr("決済オーダーIDが連携されていないため、決済を操作できません。下の「決済オーダーID"
                           "を連携」から連携してください。"),
                        PanelBanner::Action::None});
        return banners;
    }
    addTroubleBanners(banners);
    if (m_outcome && troubled && m_outcome->meaning != Meaning::Good) { // nothing is well beside a trouble
        PanelBanner said = *m_outcome;
        said.action = PanelBanner::Action::None; // nothing can be begun until the trouble is over
        banners.append(said);
    }
    if (ambiguous()) {
        banners.append({u"ambiguous"_s, Meaning::NeedsPerson,
                        tr("二重決済の疑い: 有効な決済が2件以上あります。操作する決済を選んでください。"),
                        PanelBanner::Action::None});
    }
    addMoneyBanners(banners, facts->payment);
    return banners;
}

QString PaymentPanelModel::differenceText(const Payment &payment) const
{
    return Formats::sentences(
        {tr("※決済金額とお支払い合計に差異があります。決済金額 %1、お支払い合計 %2。")
             .arg(Formats::yen(payment.known->total()), Formats::yen(m_facts.order.totals.payableTotal)),
         differenceAdvice(payment)});
}

QString PaymentPanelModel::differenceAdvice(const Payment &payment) const
{
    const QString &word = payment.known->status;
    if (word == u"REQSUCCESS") {
        return tr("購入者が支払うのは決済金額です。違う金額で支払ってもらうには、取消してから、改めて注文して"
                  "もらってください。");
    }
    if (word == u"PAYSUCCESS") {
        return tr("入金されたのは決済金額です。差額は、ほかの方法で精算してください。");
    }
    if (cancelIsOver()) { // and so is the change, to the same day
        return Words::of(RuleReason::ChangeDeadlineOver);
    }
    const bool authorized = word == u"AUTH";
    if (!hasOperation(payment.method, OperationKind::Change)) {
        return authorized
                   ? tr("この支払方法では決済金額を変更できません。決済金額のまま売上確定するか、取消して、改"
                        "めて注文してもらってください。")
                   : tr("この支払方法では決済金額を変更できません。差額は、ほかの方法で精算してください。");
    }
    if (payment.method == PaymentMethod::Rakuten) {
        return tr("決済金額変更を行うと注文金額変更受付になり、楽天ペイの最終結果が出ると金額が変わります。");
    }
    return authorized
               ? tr("決済金額変更を行うと仮売上済みのまま金額が変わり、その後、通常通り売上処理ができます。")
               : tr("決済金額変更を行うと、変更後は即時売上済みになります。");
}

/// The order is off, and its payment is not.
QString PaymentPanelModel::uncancelledText(const QString &word) const
{
    const QString sentence =
        word == u"PAYSUCCESS"
            ? tr("対応状況は「%1」ですが、購入者が支払いを済ませています。GMOからは返金できないため、ほかの方"
                 "法で返金してください。")
        : word == u"REQSUCCESS" ? tr("対応状況は「%1」ですが、購入者はまだ支払えます。取消を行ってください。")
        : cancelIsOver()
            ? tr("対応状況は「%1」ですが、決済が残っています。取消の期限を過ぎているため、GMOにお"
                 "問い合わせください。")
        : word == u"AUTH"
            ? tr("対応状況は「%1」ですが、与信が残っています。取消(返品)を行ってください。")
            : tr("対応状況は「%1」ですが、購入者に請求されたままです。取消(返品)を行ってください。");
    return sentence.arg(Words::of(m_facts.order.status));
}

void PaymentPanelModel::addMoneyBanners(QList<PanelBanner> &banners, const Payment &payment) const
{
    if (!payment.known) {
        banners.append({u"neverRead"_s, Meaning::Motion,
                        tr("GMOの状態はまだ確認していません。「決済状態確認・反映」で確認できます。"),
                        PanelBanner::Action::None});
        return;
    }
    const QString &word = payment.known->status;
    const bool held = isHeldOrTaken(word) || isOfCash(word, payment.method);
    if (held && orderIsOff()) {
        banners.append(
            {u"uncancelled"_s, Meaning::NeedsPerson, uncancelledText(word), PanelBanner::Action::None});
    }
    if (difference() && held) {
        banners.append(
            {u"difference"_s, Meaning::NeedsPerson, differenceText(payment), PanelBanner::Action::None});
    }
    const PaymentFacts *facts = current();
    if (facts->live || !facts->findings.isEmpty()) {
        return; // what it is now, only the gateway knows; a finding says that it is something else
    }
    if (isRequestWord(word)) {
        banners.append(
            {u"walletPending"_s, Meaning::Motion,
             tr("楽天ペイの最終結果を待っています（%1）。結果が出るまで、この決済は操作できません。"
                "結果は自動で確認します。すぐに確認するには「決済状態確認・反映」を押してください。")
                 .arg(Words::of(paymentStatusOfWord(word))),
             PanelBanner::Action::None});
    } else if (word == u"AUTH") {
        addCaptureBanner(banners);
    } else if (isOfCash(word, payment.method)) {
        addCashBanner(banners, payment);
    }
}

void PaymentPanelModel::addCaptureBanner(QList<PanelBanner> &banners) const
{
    const auto captureBy = deadlinesOf(current()->payment, m_facts.rules).captureBy;
    if (captureBy && captureBy->isOver(m_facts.gatewayNow)) {
        const QString sentence =
            cancelIsOver()
                ? tr("売上期限 %1 と取消の期限を過ぎています。GMOに問い合わせるか、別の方法での支払いを購入"
                     "者に依頼してください。")
            : hasOperation(method(), OperationKind::Reauthorize)
                ? tr("売上期限 %1 "
                     "を過ぎています。売上処理はできません。取消のあと再オーソリを行ってください。")
                : tr("売上期限 %1 "
                     "を過ぎています。売上処理はできません。取消して、改めて支払ってもらうよう、購"
                     "入者に依頼してください。");
        banners.append({u"deadline"_s, Meaning::NeedsPerson, sentence.arg(Formats::deadline(*captureBy)),
                        PanelBanner::Action::None});
    } else if (!orderIsOff()) {
        banners.append({u"notFinal"_s, Meaning::NeedsWork,
                        tr("請求はまだ確定していません。売上処理をすると請求金額が確定します。"),
                        PanelBanner::Action::None});
    }
}

void PaymentPanelModel::addCashBanner(QList<PanelBanner> &banners, const Payment &payment) const
{
    if (payment.known->status == u"PAYSUCCESS") {
        if (moveAllowed(m_facts.order.status, OrderStatus::Paid)) {
            banners.append({u"paidInCash"_s, Meaning::Good,
                            tr("購入者が支払いを済ませました。対応状況を「入金済み」にしてください。"),
                            PanelBanner::Action::None});
        }
        return;
    }
    const auto payBy = deadlinesOf(payment, m_facts.rules).payBy;
    if (orderIsOff() || !payBy) {
        return;
    }
    banners.append(
        {u"waitsForCash"_s, Meaning::NeedsWork,
         payBy->isOver(m_facts.gatewayNow)
             ? tr("お支払期限を過ぎましたが、GMOはまだ期限切れにしていません。数時間のうちに期限切れ"
                  "になるか、期限内の入金が知らされます。")
             : tr("購入者の入金を待っています。期限までに支払わないと、期限切れになります。"),
         PanelBanner::Action::None});
}

} // namespace kessai
