#include "core/simulator/multidetails.h"

#include "core/base/japantime.h"
#include "core/simulator/simulatorclock.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

/// `Au` of AuCancelAmount; empty for a pay type without such a field.
QString cancelPrefix(PayType payType)
{
    static const QHash<PayType, QString> prefixes{
        {PayType::Au, u"Au"_s}, {PayType::Docomo, u"Docomo"_s}, {PayType::SoftBank, u"Sb"_s}};
    return prefixes.value(payType);
}

} // namespace

QMap<QString, QString> shownDetails(const MultiTransaction &transaction)
{
    QMap<QString, QString> details = transaction.details;
    const QString prefix = cancelPrefix(transaction.payType);
    if (!prefix.isEmpty() && transaction.counts.cancels > 0) {
        details.insert(prefix + u"CancelAmount"_s, QString::number(transaction.cancelledAmount.value));
        details.insert(prefix + u"CancelTax"_s, QString::number(transaction.cancelledTax.value));
    }
    if (transaction.payType == PayType::Docomo && transaction.counts.changes > 0) {
        details.insert(u"DocomoIncreaseAmount"_s, QString::number(transaction.increasedAmount.value));
        details.insert(u"DocomoIncreaseTax"_s, QString::number(transaction.increasedTax.value));
    }
    if (transaction.payType == PayType::RakutenId && transaction.authorizedAt.isValid()) {
        details.insert(u"OrderDate"_s, japantime::toGatewayText(transaction.authorizedAt));
    }
    if (transaction.payType == PayType::RakutenId && transaction.soldAt.isValid()) {
        details.insert(u"CompletionDate"_s, japantime::toGatewayText(transaction.soldAt).left(8));
    }
    return details;
}

QJsonObject toControlJson(const MultiTransaction &transaction, const QString &accessPass)
{
    QJsonObject details;
    const QMap<QString, QString> shown = shownDetails(transaction);
    for (auto detail = shown.begin(); detail != shown.end(); ++detail) {
        details.insert(detail.key(), detail.value());
    }
    const bool hasJob = transaction.lastJob != MultiStatus::Unprocessed;
    return {
        {u"orderId"_s, transaction.orderId},
        {u"payType"_s, payTypeNumber(transaction.payType)},
        {u"accessId"_s, transaction.accessId},
        {u"accessPass"_s, accessPass},
        {u"status"_s, multiWord(transaction.status)},
        {u"jobCd"_s, hasJob ? multiWord(transaction.lastJob) : QString()},
        {u"amount"_s, transaction.amount.value},
        {u"tax"_s, transaction.tax.value},
        {u"cancelledAmount"_s, transaction.cancelledAmount.value},
        {u"cancelledTax"_s, transaction.cancelledTax.value},
        {u"sales"_s, transaction.counts.sales},
        {u"cancels"_s, transaction.counts.cancels},
        {u"changes"_s, transaction.counts.changes},
        {u"processDate"_s, toClockText(transaction.processedAt)},
        {u"authorizedAt"_s, toClockText(transaction.authorizedAt)},
        {u"soldAt"_s, toClockText(transaction.soldAt)},
        {u"dueAt"_s, toClockText(transaction.dueAt)},
        {u"details"_s, details},
    };
}

} // namespace kessai::simulator
