#include "core/base/japantime.h"

#include <QLocale>

#include <algorithm>

namespace kessai::japantime {

using namespace Qt::StringLiterals;

namespace {
constexpr int OffsetSeconds = 9 * 60 * 60;
}

QDateTime fromInstant(const QDateTime &instant)
{
    return instant.toOffsetFromUtc(OffsetSeconds);
}

QDate dayOf(const QDateTime &instant)
{
    return fromInstant(instant).date();
}

QDateTime instantOf(const QDate &day, const QTime &time)
{
    return QDateTime(day, time, Qt::OffsetFromUTC, OffsetSeconds).toUTC();
}

QDateTime lastSecondOf(const QDate &day)
{
    return instantOf(day, QTime(23, 59, 59));
}

std::optional<QDateTime> fromGatewayText(const QString &text)
{
    const bool digits = text.size() == 14 && std::all_of(text.begin(), text.end(), [](QChar character) {
                            return character >= QLatin1Char('0') && character <= QLatin1Char('9');
                        });
    if (!digits) {
        return std::nullopt;
    }
    const QDate day(text.mid(0, 4).toInt(), text.mid(4, 2).toInt(), text.mid(6, 2).toInt());
    const QTime time(text.mid(8, 2).toInt(), text.mid(10, 2).toInt(), text.mid(12, 2).toInt());
    if (!day.isValid() || !time.isValid()) {
        return std::nullopt;
    }
    return instantOf(day, time);
}

QString toGatewayText(const QDateTime &instant)
{
    return fromInstant(instant).toString(u"yyyyMMddHHmmss"_s);
}

QString toIsoText(const QDateTime &instant)
{
    return fromInstant(instant).toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u"+09:00"_s;
}

QString toStoredText(const QDateTime &instant)
{
    return instant.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
}

std::optional<QDateTime> fromStoredText(const QString &text)
{
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!instant.isValid()) {
        return std::nullopt;
    }
    return instant.toUTC();
}

std::optional<QDateTime> fromHttpDate(const QByteArray &header)
{
    QDateTime instant =
        QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!instant.isValid()) {
        return std::nullopt;
    }
    instant.setTimeSpec(Qt::UTC);
    return instant;
}

} // namespace kessai::japantime
