#include "core/simulator/ledgerentry.h"

#include "core/base/japantime.h"
#include "core/simulator/simulatorclock.h"

#include <QJsonArray>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

QJsonObject toJson(const LedgerEntry &entry)
{
    return {
        {u"sequence"_s, entry.sequence},
        {u"call"_s, entry.call},
        {u"orderId"_s, entry.orderId},
        {u"jobCd"_s, entry.jobCd},
        {u"amount"_s, entry.amount},
        {u"tax"_s, entry.tax},
        {u"fields"_s, entry.fields},
        {u"digest"_s, entry.digest},
        {u"arrivedAt"_s, toClockText(entry.arrivedAt)},
        {u"machineTime"_s, japantime::toStoredText(entry.machineTime)},
        {u"effect"_s, entry.effect ? QJsonValue(*entry.effect) : QJsonValue(QJsonValue::Null)},
        {u"errors"_s, QJsonArray::fromStringList(entry.errors)},
        {u"fault"_s, entry.fault.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(entry.fault)},
        {u"settled"_s, entry.settled},
    };
}

LedgerEntry ledgerEntryFromJson(const QJsonObject &json)
{
    LedgerEntry entry;
    entry.sequence = json.value(u"sequence"_s).toInteger();
    entry.call = json.value(u"call"_s).toString();
    entry.orderId = json.value(u"orderId"_s).toString();
    entry.jobCd = json.value(u"jobCd"_s).toString();
    entry.amount = json.value(u"amount"_s).toString();
    entry.tax = json.value(u"tax"_s).toString();
    entry.fields = json.value(u"fields"_s).toObject();
    entry.digest = json.value(u"digest"_s).toString();
    entry.arrivedAt = fromClockText(json.value(u"arrivedAt"_s).toString());
    entry.machineTime =
        japantime::fromStoredText(json.value(u"machineTime"_s).toString()).value_or(QDateTime());
    if (json.value(u"effect"_s).isObject()) {
        entry.effect = json.value(u"effect"_s).toObject();
    }
    const QJsonArray errors = json.value(u"errors"_s).toArray();
    for (const auto &error : errors) {
        entry.errors.append(error.toString());
    }
    entry.fault = json.value(u"fault"_s).toString();
    entry.settled = json.value(u"settled"_s).toBool();
    return entry;
}

} // namespace kessai::simulator
