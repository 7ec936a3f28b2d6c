#include "core/simulator/japandates.h"

#include "core/base/japantime.h"

namespace kessai::simulator {

bool hasPassed(const QDateTime &lastSecond, const QDateTime &now)
{
    return now >= lastSecond.addSecs(1);
}

QDateTime endOfDayAfter(const QDateTime &instant, int days)
{
    return japantime::lastSecondOf(japantime::dayOf(instant).addDays(days));
}

QDate lastDayOfMonthAfter(const QDateTime &instant, int months)
{
    const QDate day = japantime::dayOf(instant);
    const QDate first = QDate(day.year(), day.month(), 1).addMonths(months);
    return first.addDays(first.daysInMonth() - 1);
}

bool inSameMonth(const QDateTime &one, const QDateTime &other)
{
    return lastDayOfMonthAfter(one, 0) == lastDayOfMonthAfter(other, 0);
}

} // namespace kessai::simulator
