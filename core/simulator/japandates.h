#pragma once

#include <QDate>
#include <QDateTime>

namespace kessai::simulator {

/// The limits of the protocol are seconds of Japan time, the last one included: 23:59:59 is in time to its
/// end, the next 00:00:00 is too late.
bool hasPassed(const QDateTime &lastSecond, const QDateTime &now);

/// 23:59:59 of the day that lies `days` after that of the instant.
QDateTime endOfDayAfter(const QDateTime &instant, int days);

/// The last day of the month that lies `months` after that of the instant.
QDate lastDayOfMonthAfter(const QDateTime &instant, int months);

bool inSameMonth(const QDateTime &one, const QDateTime &other);

} // namespace kessai::simulator
