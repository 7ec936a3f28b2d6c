#include "ui/payments/paymentpanelmodel.h"

#include "ui/text/formats.h"
#include "ui/text/words.h"

// The rows and banners of the panel; commands and states are in paymentpanelmodel.cpp.

namespace kessai {

using namespace Qt::StringLiterals;

QList<PanelRow> PaymentPanelModel::rows() const
{
    QList<PanelRow> rows;
    const PaymentFacts *facts = current();
    rows.append({u"method"_s, tr("決済種別"), m_facts.order.methodName, {}, {}, false, false});
    if (!facts) {
        rows.append({u"status"_s,
                     tr("取引状態"),
                     {},
                     badgeOf(std::optional<PaymentStatus>(), m_facts.order.method, false),
                     {},
                     false,
                     false});
        return rows;
    }
    addMoneyRows(rows, facts->payment);
    addPaymentRows(rows, facts->payment);
    return rows;
}

void PaymentPanelModel::addMoneyRows(QList<PanelRow> &rows, const Payment &payment) const
{
    const auto &known = payment.known;
    const QString amount = known ? Formats::yen(known->total()) : tr("未確認");
    rows.append({u"amount"_s, tr("決済金額"), amount, {}, {}, false, difference().has_value()});
    const PaymentFacts *facts = current();
    Badge badge = badgeOf(known ? std::optional(paymentStatusOfWord(known->status)) : std::nullopt,
                          payment.method, true);
    if (state() == PanelState::InDoubt && facts->live) {
        badge = badgeOf(OperationState::InDoubt);
    } else if (state() == PanelState::Conflict) {
        badge = badgeOf(OperationState::Conflict);
    }
    const QString toolTip = known ? tr("%1（GMOの値: %2）").arg(badge.explanation, known->status) : QString();
    rows.append({u"status"_s, tr("取引状態"), {}, badge, Formats::plainTooltip(toolTip), false, false});
    const auto apart = difference();
    rows.append({u"difference"_s,
                 tr("差異"),
                 apart ? Formats::signedYen(*apart) : tr("なし"),
                 {},
                 {},
                 false,
                 apart.has_value()});
}

void PaymentPanelModel::addPaymentRows(QList<PanelRow> &rows, const Payment &payment) const
{
    const auto &known = payment.known;
    const auto add = [&rows](const QString &key, const QString &label, const QString &value, bool copyable) {
        rows.append(
            {key, label, value.isEmpty() ? u"—"_s : value, {}, {}, copyable && !value.isEmpty(), false});
    };
    add(u"gatewayOrderId"_s, tr("決済オーダーID"), payment.gatewayOrderId, true);
    add(u"approve"_s, tr("承認番号"), known ? known->approve : QString(), true);
    add(u"payMethod"_s, tr("支払い方法"), payMethodName(payment.methodCode, payment.payTimes), false);
    add(u"forward"_s, tr("仕向け先"), payment.forward, false);
    add(u"tranId"_s, tr("トランザクションID"), known ? known->tranId : QString(), true);
    add(u"authorizedAt"_s, tr("与信日時"),
        payment.authorizedAt ? Formats::second(*payment.authorizedAt) : QString(), false);
    if (payment.knownAt) {
        add(u"knownAt"_s, tr("最終確認"), Formats::minute(*payment.knownAt), false);
    }
}

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
    const QString numbers =
        tr("※決済金額とお支払い合計に差異があります。決済金額 %1、お支払い合計 %2。")
            .arg(Formats::yen(payment.known->total()), Formats::yen(m_facts.order.totals.payableTotal));
    if (cancelIsOver()) { // and so is the change, to the same day
        return numbers + Words::of(RuleReason::ChangeDeadlineOver);
    }
    if (payment.known->status == u"AUTH") {
        return numbers +
               tr("決済金額変更を行うと仮売上済みのまま金額が変わり、その後、通常通り売上処理ができます。");
    }
    return numbers + tr("決済金額変更を行うと、変更後は即時売上済みになります。");
}

/// The order is off, and its payment is not.
QString PaymentPanelModel::uncancelledText(const QString &word) const
{
    const QString sentence =
        cancelIsOver() ? tr("対応状況は「%1」ですが、決済が残っています。取消の期限を過ぎているため、GMOにお"
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
    const PaymentFacts *facts = current();
    const QString &word = payment.known->status;
    const bool charged = word == u"AUTH" || word == u"SALES" || word == u"CAPTURE";
    if (charged && orderIsOff()) {
        banners.append(
            {u"uncancelled"_s, Meaning::NeedsPerson, uncancelledText(word), PanelBanner::Action::None});
    }
    if (difference() && charged) {
        banners.append(
            {u"difference"_s, Meaning::NeedsPerson, differenceText(payment), PanelBanner::Action::None});
    }
    // What it is now, only the gateway knows; a finding says that it is something else.
    if (word != u"AUTH" || facts->live || !facts->findings.isEmpty()) {
        return;
    }
    const auto window = deadlineWindow();
    if (window && window->daysLeft < 0) {
        const QString sentence =
            cancelIsOver()
                ? tr("売上期限 %1 と取消の期限を過ぎています。GMOに問い合わせるか、別の方法での支払いを購入"
                     "者に依頼してください。")
                : tr("売上期限 %1 "
                     "を過ぎています。売上処理はできません。取消のあと再オーソリを行ってください。");
        banners.append({u"deadline"_s, Meaning::NeedsPerson, sentence.arg(Formats::day(window->last)),
                        PanelBanner::Action::None});
        return;
    }
    if (orderIsOff()) {
        return;
    }
    banners.append({u"notFinal"_s, Meaning::NeedsWork,
                    tr("請求はまだ確定していません。売上処理をすると請求金額が確定します。"),
                    PanelBanner::Action::None});
}

} // namespace kessai
