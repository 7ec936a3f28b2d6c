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

namespace {

/// "Thu, 03 Dec 2020 04:21:23 GMT" digit by digit: QLocale's parser asks for the machine's time zone nine
/// times over, for each answer of the gateway.
std::optional<QDateTime> fromFixedHttpDate(const QByteArray &header)
{
    constexpr QByteArrayView Shape("AAA, 00 AAA 0000 00:00:00 GMT");
    constexpr QByteArrayView Months("JanFebMarAprMayJunJulAugSepOctNovDec");
    constexpr QByteArrayView Weekdays("MonTueWedThuFriSatSun");
    bool fits = header.size() == Shape.size();
    for (qsizetype at = 0; fits && at < Shape.size(); ++at) {
        const bool isDigit = header[at] >= '0' && header[at] <= '9';
        fits = Shape[at] == 'A' || (Shape[at] == '0' ? isDigit : header[at] == Shape[at]);
    }
    const qsizetype month = fits ? Months.indexOf(QByteArrayView(header).sliced(8, 3)) : -1;
    if (month < 0 || month % 3 != 0) {
        return std::nullopt;
    }
    const auto number = [&header](int at, int size) { return header.mid(at, size).toInt(); };
    const QDate day(number(12, 4), int(month / 3) + 1, number(5, 2));
    const QTime time(number(17, 2), number(20, 2), number(23, 2));
    const bool valid = day.isValid() && time.isValid() &&
                       Weekdays.sliced(3 * (day.dayOfWeek() - 1), 3) == QByteArrayView(header).first(3);
    return valid ? std::optional(QDateTime(day, time, Qt::UTC)) : std::nullopt;
}

} // namespace

std::optional<QDateTime> fromHttpDate(const QByteArray &header)
{
    if (const auto fixed = fromFixedHttpDate(header.trimmed())) {
        return fixed;
    }
    QDateTime instant =
        QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!instant.isValid()) {
        return std::nullopt;
    }
    instant.setTimeSpec(Qt::UTC);
    return instant;
}

} // namespace kessai::japantime
