#include "core/simulator/transactionhead.h"

#include "core/base/japantime.h"

#include <QJsonArray>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

QString toLedgerTime(const QDateTime &instant)
{
    return instant.isValid() ? japantime::toStoredText(instant) : QString();
}

QDateTime ledgerTimeFrom(const QJsonValue &value)
{
    return japantime::fromStoredText(value.toString()).value_or(QDateTime());
}

QJsonObject headJson(const TransactionHead &head)
{
    return {
        {u"orderId"_s, head.orderId},
        {u"accessId"_s, head.accessId},
        {u"amount"_s, head.amount.value},
        {u"tax"_s, head.tax.value},
        {u"returnsClientFields"_s, head.returnsClientFields},
        {u"clientFields"_s, QJsonArray::fromStringList(head.clientFields)},
        {u"processedAt"_s, toLedgerTime(head.processedAt)},
        {u"authorizedAt"_s, toLedgerTime(head.authorizedAt)},
        {u"soldAt"_s, toLedgerTime(head.soldAt)},
    };
}

bool readHead(const QJsonObject &json, TransactionHead &head)
{
    const QJsonArray clientFields = json.value(u"clientFields"_s).toArray();
    if (clientFields.size() != 3) {
        return false;
    }
    head.orderId = json.value(u"orderId"_s).toString();
    head.accessId = json.value(u"accessId"_s).toString();
    head.amount = {json.value(u"amount"_s).toInteger()};
    head.tax = {json.value(u"tax"_s).toInteger()};
    head.returnsClientFields = json.value(u"returnsClientFields"_s).toBool();
    for (int index = 0; index < 3; ++index) {
        head.clientFields[index] = clientFields.at(index).toString();
    }
    head.processedAt = ledgerTimeFrom(json.value(u"processedAt"_s));
    head.authorizedAt = ledgerTimeFrom(json.value(u"authorizedAt"_s));
    head.soldAt = ledgerTimeFrom(json.value(u"soldAt"_s));
    return !head.orderId.isEmpty() && !head.accessId.isEmpty();
}

} // namespace kessai::simulator
