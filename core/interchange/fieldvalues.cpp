#include "core/interchange/fieldvalues.h"

#include "core/base/japantime.h"

#include <algorithm>

namespace kessai {
namespace {

bool isDigit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// Walks over a text that must be a date.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text) : m_rest(text) {}

    /// A number of so many digits; -1 when there is none.
    int number(int fewest, int most)
    {
        int value = 0;
        int digits = 0;
        while (digits < most && !m_rest.isEmpty() && isDigit(m_rest.front())) {
            value = value * 10 + (m_rest.front() - '0');
            m_rest = m_rest.sliced(1);
            ++digits;
        }
        return digits >= fewest ? value : -1;
    }

    bool skip(char byte)
    {
        if (m_rest.isEmpty() || m_rest.front() != byte) {
            return false;
        }
        m_rest = m_rest.sliced(1);
        return true;
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
};

std::optional<QDate> readDay(Scanner &scanner)
{
    constexpr int EarliestYear = 1900;
    const int year = scanner.number(4, 4);
    const char separator = scanner.skip('-') ? '-' : '/';
    if (separator == '/' && !scanner.skip('/')) {
        return std::nullopt;
    }
    const int month = scanner.number(1, 2);
    if (!scanner.skip(separator)) {
        return std::nullopt;
    }
    const QDate day(year, month, scanner.number(1, 2));
    return day.isValid() && year >= EarliestYear ? std::optional(day) : std::nullopt;
}

std::optional<QTime> readTime(Scanner &scanner)
{
    const int hour = scanner.number(1, 2);
    if (!scanner.skip(':')) {
        return std::nullopt;
    }
    const int minute = scanner.number(2, 2);
    int second = 0;
    if (scanner.skip(':')) {
        second = scanner.number(2, 2);
        // A fraction of a second means nothing to staff.
        if (scanner.skip('.') && scanner.number(1, 6) < 0) {
            return std::nullopt;
        }
    }
    const QTime time(hour, minute, second);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

struct DayAndTime
{
    QDate day;
    QTime time{0, 0};
};

std::optional<DayAndTime> readDayAndTime(QByteArrayView text)
{
    Scanner scanner(text);
    const std::optional<QDate> day = readDay(scanner);
    if (!day || scanner.atEnd()) {
        return day ? std::optional(DayAndTime{*day}) : std::nullopt;
    }
    if (!scanner.skip(' ')) {
        return std::nullopt;
    }
    const std::optional<QTime> time = readTime(scanner);
    return time && scanner.atEnd() ? std::optional(DayAndTime{*day, *time}) : std::nullopt;
}

} // namespace

std::optional<qint64> wholeNumber(QByteArrayView text)
{
    constexpr qsizetype MostDigits = 18;
    const bool negative = text.startsWith('-');
    const QByteArrayView digits = negative ? text.sliced(1) : text;
    if (digits.isEmpty() || digits.size() > MostDigits ||
        !std::all_of(digits.begin(), digits.end(), isDigit)) {
        return std::nullopt;
    }
    qint64 value = 0;
    for (const char digit : digits) {
        value = value * 10 + (digit - '0');
    }
    return negative ? -value : value;
}

std::optional<qint64> positiveId(QByteArrayView text)
{
    const std::optional<qint64> id = wholeNumber(text);
    return id && *id > 0 ? id : std::nullopt;
}

std::optional<qint64> numberWithZeroFraction(QByteArrayView text)
{
    const qsizetype point = text.indexOf('.');
    if (point < 0) {
        return wholeNumber(text);
    }
    const QByteArrayView fraction = text.sliced(point + 1);
    const bool zeros = !fraction.isEmpty() &&
                       std::all_of(fraction.begin(), fraction.end(), [](char byte) { return byte == '0'; });
    return zeros ? wholeNumber(text.first(point)) : std::nullopt;
}

std::optional<Yen> yenFromDecimal(QByteArrayView text)
{
    constexpr qint64 Most = 999'999'999'999;
    const std::optional<qint64> value = numberWithZeroFraction(text);
    if (!value || *value > Most || *value < -Most) {
        return std::nullopt;
    }
    return Yen{*value};
}

std::optional<QDateTime> instantFromText(QByteArrayView text)
{
    const std::optional<DayAndTime> read = readDayAndTime(text);
    return read ? std::optional(japantime::instantOf(read->day, read->time)) : std::nullopt;
}

std::optional<QDate> dayFromText(QByteArrayView text)
{
    const std::optional<DayAndTime> read = readDayAndTime(text);
    return read ? std::optional(read->day) : std::nullopt;
}

} // namespace kessai
