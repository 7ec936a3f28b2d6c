#include "app/cli/confirmationtext.h"

#include "app/cli/ordertext.h"
#include "core/base/japantime.h"
#include "core/domain/methodrules.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

/// The payment as it will stand when what is asked for is done: most terms are counted from that anew.
/// @param word JobCd; "" the call has none
Payment afterwards(Payment payment, OperationKind kind, const QString &word, const QDateTime &now)
{
    Snapshot known = payment.known.value_or(Snapshot{});
    if (kind == OperationKind::Capture) {
        known.status = u"SALES"_s;
        payment.soldAt = now;
        payment.facts.completedOn = japantime::dayOf(now);
    } else if (!word.isEmpty()) {
        known.status = word;
    } else if (!payment.known && payment.method == PaymentMethod::Card) {
        known.status = u"AUTH"_s; // all of a card's states have one term
    }
    known.processDate = japantime::toGatewayText(now);
    payment.known = known;
    return payment;
}

/// What the customers will see on their card statements, one sentence for each way that occurs.
QString statementText(bool neverCharged, bool refundedInTime, bool refundedLater)
{
    QString text;
    if (neverCharged) {
        text += u"仮売上や当日の取消: お客様のカード明細に請求は載りません。\n"_s;
    }
    if (refundedInTime) {
        text +=
            u"RETURN（返品）: お客様のカード明細には請求が載らないか、請求と同額の返金が並んで載ります。\n"_s;
    }
    if (refundedLater) {
        text +=
            u"RETURNX（月跨ぎ返品）: お客様のカード明細には先に請求が載り、翌月以降に同額の返金が載ります。\n"_s;
    }
    return text;
}

bool isCash(PaymentMethod method)
{
    return method == PaymentMethod::ConvenienceStore || ruledAs(method) == PaymentMethod::PayEasyAtm;
}

} // namespace

QString lastDayText(OperationKind kind, const Payment &payment, const QString &word,
                    const PaymentRules &rules, const QDateTime &now)
{
    const Payment then = kind == OperationKind::Cancel ? payment : afterwards(payment, kind, word, now);
    return deadlineText(deadlinesOf(then, rules).cancelBy);
}

QString sentText(OperationKind kind, const QString &word, const std::optional<Payment> &payment)
{
    if (!word.isEmpty() || !payment || payment->method == PaymentMethod::Card) {
        return word;
    }
    for (const MethodRule &rule : methodRules()) {
        if (rule.method == ruledAs(payment->method) && rule.kind == kind) {
            return nameOf(rule.call); // one of each method and operation
        }
    }
    return {};
}

void ConfirmationText::add(const QString &word, const std::optional<Payment> &payment)
{
    const PaymentMethod method = payment ? payment->method : PaymentMethod::Other;
    m_cash |= isCash(method);
    m_wallet |= method == PaymentMethod::Rakuten;
    if (method != PaymentMethod::Card) {
        return;
    }
    const bool onlyAuthorized = payment->known && payment->known->status == u"AUTH"_s;
    m_neverCharged |= onlyAuthorized || word == u"VOID"_s;
    m_refundedInTime |= !onlyAuthorized && word == u"RETURN"_s;
    m_refundedLater |= !onlyAuthorized && word == u"RETURNX"_s;
}

QString ConfirmationText::textFor(const ConfirmationRequest &request) const
{
    QString text;
    if (request.kind == OperationKind::Cancel) {
        text += statementText(m_neverCharged, m_refundedInTime, m_refundedLater);
    }
    if (m_cash) {
        text += u"コンビニ・Pay-easy: お客様はこの番号では支払えなくなります。\n"_s;
    }
    if (m_wallet) {
        text +=
            u"楽天ペイ: 受け付けられた時点で完了とします。最終結果は後から届き、kessai refresh で確認できます。\n"_s;
    }
    if (request.kind == OperationKind::Reauthorize) {
        text += u"カードをもう一度承認します。\n"_s;
    }
    if (request.setStatus) {
        text += u"完了した注文の対応状況を「%1」にします。\n"_s.arg(labelOf(*request.setStatus));
    }
    return text;
}

} // namespace kessai::cli
