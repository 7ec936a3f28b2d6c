#include "app/cli/paymenttext.h"

#include "app/cli/ordertext.h"
#include "app/cli/textwriter.h"
#include "core/base/japantime.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

/// What staff call a number that the gateway names so.
QString labelOfNumber(const QString &gatewayName)
{
    static const QHash<QString, QString> labels{{u"CvsCode"_s, u"コンビニ（コード）"_s},
                                                {u"CvsReceiptNo"_s, u"受付番号"_s},
                                                {u"CvsConfNo"_s, u"確認番号"_s},
                                                {u"BkCode"_s, u"収納機関番号"_s},
                                                {u"CustID"_s, u"お客様番号"_s},
                                                {u"ConfNo"_s, u"確認番号"_s},
                                                {u"PayeasyPaymentURL"_s, u"お支払い画面のURL"_s},
                                                {u"AuPayInfoNo"_s, u"お支払番号"_s},
                                                {u"AuPayMethod"_s, u"決済手段（コード）"_s},
                                                {u"DocomoSettlementCode"_s, u"決済番号"_s},
                                                {u"SbTrackingId"_s, u"トラッキングID"_s}};
    return labels.value(gatewayName, gatewayName);
}

QString dayText(const std::optional<QDate> &day)
{
    return day ? day->toString(u"yyyy/MM/dd"_s) : QString();
}

/// What is not known is left out.
QList<QStringList> factRows(const ShownPayment &shown)
{
    const MethodFacts &facts = shown.payment.facts;
    const auto cancelled = shown.payment.known ? shown.payment.known->cancelledAmount : std::nullopt;
    QList<QStringList> rows;
    for (const auto &[name, value] : shown.numbers) {
        rows.append({labelOfNumber(name), value});
    }
    rows += {{u"お支払期限"_s, timeText(facts.payBy)},
             {u"払込日時"_s, timeText(facts.paidAt)},
             {u"注文日"_s, timeText(facts.orderedAt)},
             {u"完了日"_s, dayText(facts.completedOn)},
             {u"取消し済みの金額"_s, cancelled == Yen{} ? QString() : yenText(cancelled)}};
    rows.removeIf([](const QStringList &row) { return row.constLast().isEmpty(); });
    for (QStringList &row : rows) {
        row.first().prepend(u"    "_s);
    }
    return rows;
}

} // namespace

QString paymentsText(const QList<ShownPayment> &payments)
{
    QString text;
    for (const ShownPayment &shown : payments) {
        const Payment &payment = shown.payment;
        const QString status =
            payment.known ? labelOf(paymentStatusOfWord(payment.known->status)) : u"未確認"_s;
        const QString amount = payment.known ? yenText(payment.known->total()) : QString();
        text += alignedRows(
                    {{u"  "_s + payment.gatewayOrderId, status, amount, timeText(payment.authorizedAt)}}) +
                alignedRows(factRows(shown));
    }
    return text;
}

} // namespace kessai::cli
