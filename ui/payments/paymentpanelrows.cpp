#include "ui/payments/paymentpanelmodel.h"

#include "ui/text/formats.h"
#include "ui/text/words.h"

// The rows of the panel; its banners are in paymentpanelbanners.cpp, its deadlines in paymentpanelterms.cpp.

namespace kessai {

using namespace Qt::StringLiterals;

QList<PanelRow> PaymentPanelModel::rows() const
{
    QList<PanelRow> rows;
    const PaymentFacts *facts = current();
    rows.append({u"method"_s, tr("決済種別"), m_facts.order.methodName});
    if (!facts) {
        PanelRow status{u"status"_s, tr("取引状態"), {}};
        status.badge = badgeOf(std::optional<PaymentStatus>(), m_facts.order.method, false);
        rows.append(status);
        return rows;
    }
    const Payment &payment = facts->payment;
    addMoneyRows(rows, payment);
    PanelRow id{u"gatewayOrderId"_s, tr("決済オーダーID"), payment.gatewayOrderId};
    id.copyable = true;
    rows.append(id);
    rows.append(methodRows(payment, facts->numbers));
    if (payment.knownAt) {
        rows.append({u"knownAt"_s, tr("最終確認"), Formats::minute(*payment.knownAt)});
    }
    addTermRows(rows);
    return rows;
}

void PaymentPanelModel::addMoneyRows(QList<PanelRow> &rows, const Payment &payment) const
{
    const auto &known = payment.known;
    const auto apart = difference();
    PanelRow amount{u"amount"_s, tr("決済金額"), known ? Formats::yen(known->total()) : tr("未確認")};
    amount.tone = apart ? Tone::Alarm : Tone::Plain;
    rows.append(amount);
    const PaymentFacts *facts = current();
    Badge badge = badgeOf(known ? std::optional(paymentStatusOfWord(known->status)) : std::nullopt,
                          payment.method, true);
    if (state() == PanelState::InDoubt && facts->live) {
        badge = badgeOf(OperationState::InDoubt);
    } else if (state() == PanelState::Conflict) {
        badge = badgeOf(OperationState::Conflict);
    }
    const QString toolTip = known ? tr("%1（GMOの値: %2）").arg(badge.explanation, known->status) : QString();
    PanelRow status{u"status"_s, tr("取引状態"), {}};
    status.badge = badge;
    status.toolTip = Formats::plainTooltip(toolTip);
    rows.append(status);
    PanelRow difference{u"difference"_s, tr("差異"), apart ? Formats::signedYen(*apart) : tr("なし")};
    difference.tone = amount.tone;
    rows.append(difference);
    // A part may have been taken back at GMO's console; nothing here does that.
    if (known && known->cancelledAmount.value_or(Yen{}) > Yen{} && known->total() > Yen{}) {
        rows.append({u"cancelledAmount"_s, tr("取消済みの金額"), Formats::yen(*known->cancelledAmount)});
        rows.append({u"leftAmount"_s, tr("残りの金額"), Formats::yen(known->total())});
    }
}

} // namespace kessai
