#include "core/simulator/ledgerentry.h"

#include "core/base/japantime.h"
#include "core/simulator/simulatorclock.h"

#include <QJsonArray>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {

QJsonValue effectJson(const std::optional<QJsonObject> &effect)
{
    return effect ? QJsonValue(*effect) : QJsonValue(QJsonValue::Null);
}

std::optional<QJsonObject> effectFrom(const QJsonObject &json)
{
    const QJsonValue effect = json.value(u"effect"_s);
    return effect.isObject() ? std::optional(effect.toObject()) : std::nullopt;
}

QStringList errorsFrom(const QJsonObject &json)
{
    QStringList errors;
    const QJsonArray list = json.value(u"errors"_s).toArray();
    for (const auto &error : list) {
        errors.append(error.toString());
    }
    return errors;
}

} // namespace

QJsonObject toJson(const LedgerEntry &entry)
{
    QJsonObject json{
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
        {u"effect"_s, effectJson(entry.effect)},
        {u"errors"_s, QJsonArray::fromStringList(entry.errors)},
        {u"fault"_s, entry.fault.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(entry.fault)},
        {u"settled"_s, entry.settled},
    };
    if (entry.again) {
        json.insert(u"again"_s, QJsonObject{{u"effect"_s, effectJson(entry.again->effect)},
                                            {u"errors"_s, QJsonArray::fromStringList(entry.again->errors)}});
    }
    return json;
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
    entry.effect = effectFrom(json);
    entry.errors = errorsFrom(json);
    if (json.contains(u"again"_s)) {
        const QJsonObject again = json.value(u"again"_s).toObject();
        entry.again = Redelivery{effectFrom(again), errorsFrom(again)};
    }
    entry.fault = json.value(u"fault"_s).toString();
    entry.settled = json.value(u"settled"_s).toBool();
    return entry;
}

} // namespace kessai::simulator
