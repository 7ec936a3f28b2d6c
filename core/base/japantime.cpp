#include "core/base/japantime.h"

#include <QLocale>

namespace kessai::japantime {

using namespace Qt::StringLiterals;

namespace {

constexpr int OffsetSeconds = 9 * 60 * 60;
constexpr qint64 OffsetMs = OffsetSeconds * 1000LL;
constexpr qint64 DayMs = 24 * 60 * 60 * 1000LL;

constexpr qint64 Epoch = 2'440'588; // the Julian day of 1970-01-01

/// Without a QDateTime that knows its offset, which is made on the heap: lists of hundreds of thousands of
/// payments ask for their days.
QDateTime utcOf(const QDate &day, const QTime &time, qint64 offsetMs)
{
    return QDateTime::fromMSecsSinceEpoch(
        (day.toJulianDay() - Epoch) * DayMs + time.msecsSinceStartOfDay() - offsetMs, Qt::UTC);
}

/// The number that so many digits make; -1 where one is none.
int numberOf(QStringView text, qsizetype from, int digits)
{
    int number = 0;
    for (qsizetype at = from; at < from + digits; ++at) {
        const int digit = text[at].unicode() - u'0';
        if (digit < 0 || digit > 9) {
            return -1;
        }
        number = number * 10 + digit;
    }
    return number;
}

/// Writes a number that is not negative in so many digits.
void putNumber(QChar *text, int from, int digits, int number)
{
    for (int at = from + digits - 1; at >= from; --at) {
        text[at] = QChar(u'0' + number % 10);
        number /= 10;
    }
}

/// No day before the year 1: for QDate -1 is a year too.
QDate dayFrom(int year, int month, int day)
{
    return year > 0 ? QDate(year, month, day) : QDate();
}

/// Text of the form that toStoredText() writes; none for other forms.
std::optional<QDateTime> fromOwnText(const QString &text)
{
    static const QString form = u"0000-00-00T00:00:00.000Z"_s;
    if (text.size() != form.size()) {
        return std::nullopt;
    }
    for (const qsizetype at : {4, 7, 10, 13, 16, 19, 23}) {
        if (text[at] != form[at]) {
            return std::nullopt;
        }
    }
    const QDate day = dayFrom(numberOf(text, 0, 4), numberOf(text, 5, 2), numberOf(text, 8, 2));
    const QTime time(numberOf(text, 11, 2), numberOf(text, 14, 2), numberOf(text, 17, 2),
                     numberOf(text, 20, 3));
    return day.isValid() && time.isValid() ? std::optional(utcOf(day, time, 0)) : std::nullopt;
}

} // namespace

QDateTime fromInstant(const QDateTime &instant)
{
    return instant.toOffsetFromUtc(OffsetSeconds);
}

QDate dayOf(const QDateTime &instant)
{
    if (!instant.isValid()) {
        return {};
    }
    const qint64 local = instant.toMSecsSinceEpoch() + OffsetMs;
    return QDate::fromJulianDay(Epoch + (local >= 0 ? local : local - DayMs + 1) / DayMs);
}

QDateTime instantOf(const QDate &day, const QTime &time)
{
    if (!day.isValid() || !time.isValid()) {
        return QDateTime(day, time, Qt::OffsetFromUTC, OffsetSeconds).toUTC();
    }
    return utcOf(day, time, OffsetMs);
}

QDateTime lastSecondOf(const QDate &day)
{
    return instantOf(day, QTime(23, 59, 59));
}

std::optional<QDateTime> fromGatewayText(const QString &text)
{
    if (text.size() != 14) {
        return std::nullopt;
    }
    const QDate day = dayFrom(numberOf(text, 0, 4), numberOf(text, 4, 2), numberOf(text, 6, 2));
    const QTime time(numberOf(text, 8, 2), numberOf(text, 10, 2), numberOf(text, 12, 2));
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

/// Digit by digit: QDateTime reads its format anew each time, and the journal writes a dozen instants for
/// each payment that it moves.
QString toStoredText(const QDateTime &instant)
{
    const QDateTime utc = instant.toUTC();
    const QDate day = utc.date();
    if (day.year() < 1 || day.year() > 9999) { // also one that is not valid
        return utc.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
    }
    const QTime time = utc.time();
    QString text = u"0000-00-00T00:00:00.000Z"_s;
    QChar *const characters = text.data();
    putNumber(characters, 0, 4, day.year());
    putNumber(characters, 5, 2, day.month());
    putNumber(characters, 8, 2, day.day());
    putNumber(characters, 11, 2, time.hour());
    putNumber(characters, 14, 2, time.minute());
    putNumber(characters, 17, 2, time.second());
    putNumber(characters, 20, 3, time.msec());
    return text;
}

std::optional<QDateTime> fromStoredText(const QString &text)
{
    if (const auto own = fromOwnText(text)) {
        return own;
    }
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
