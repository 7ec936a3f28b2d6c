#include "core/simulator/seedjson.h"

#include "core/simulator/simulatorclock.h"

namespace kessai::simulator {

using namespace Qt::StringLiterals;

void SeedReader::refuse(const QString &sentence)
{
    if (m_wrong.isEmpty()) {
        m_wrong = m_orderId.isEmpty() ? sentence : m_orderId + u": "_s + sentence;
    }
}

QString SeedReader::orderId()
{
    m_orderId = text(u"orderId"_s, {});
    if (m_orderId.isEmpty() || m_orderId.size() > 27) {
        m_orderId.clear();
        refuse(u"orderId has 1 to 27 characters."_s);
    }
    return m_orderId;
}

PayType SeedReader::payType()
{
    const QString number = text(u"payType"_s, u"0"_s);
    const auto payType = payTypeFromNumber(number);
    if (!payType) {
        refuse(u"payType %1 is not simulated; there are 0, 3, 4, 8, 9, 11 and 18."_s.arg(number));
    }
    return payType.value_or(PayType::Card);
}

QString SeedReader::text(const QString &name, const QString &otherwise)
{
    const QJsonValue value = m_json.value(name);
    if (value.isDouble()) {
        return QString::number(value.toInteger());
    }
    return value.isString() ? value.toString() : otherwise;
}

Yen SeedReader::yen(const QString &name, std::optional<Yen> otherwise)
{
    const QJsonValue value = m_json.value(name);
    if (value.isUndefined() && otherwise) {
        return *otherwise;
    }
    const auto yen = value.isString()           ? yenFromDigits(value.toString())
                     : value.toInteger(-1) >= 0 ? std::optional(Yen{value.toInteger()})
                                                : std::nullopt;
    if (!yen) {
        refuse(u"%1 is whole yen."_s.arg(name));
    }
    return yen.value_or(Yen{});
}

QDateTime SeedReader::time(const QString &name)
{
    const QString text = m_json.value(name).toString();
    const QDateTime instant = fromClockText(text);
    if (!text.isEmpty() && !instant.isValid()) {
        refuse(u"%1 is written yyyy-MM-dd HH:mm:ss."_s.arg(name));
    }
    return instant;
}

} // namespace kessai::simulator
