#include "app/cli/jsonvalues.h"

#include "core/base/japantime.h"

namespace kessai::cli {

QJsonValue jsonOf(const std::optional<Yen> &amount)
{
    return amount ? QJsonValue(amount->value) : QJsonValue();
}

QJsonValue jsonOf(const std::optional<QDate> &day)
{
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue jsonOf(const std::optional<Deadline> &deadline)
{
    return jsonOf(deadline ? std::optional(deadline->day) : std::nullopt);
}

QJsonValue jsonOf(const std::optional<QDateTime> &instant)
{
    return instant ? QJsonValue(japantime::toIsoText(*instant)) : QJsonValue();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace kessai::cli
