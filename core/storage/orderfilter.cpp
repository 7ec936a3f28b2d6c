#include "core/storage/orderfilter.h"

#include "core/base/japantime.h"

namespace kessai {

QDateTime firstInstantOf(const DayOrTime &moment)
{
    return japantime::instantOf(moment.day, moment.time.value_or(QTime(0, 0)));
}

QDateTime instantAfter(const DayOrTime &moment)
{
    return moment.time ? firstInstantOf(moment).addSecs(60)
                       : japantime::instantOf(moment.day.addDays(1), QTime(0, 0));
}

OrderFilter askedAt(OrderFilter filter, const QDateTime &now)
{
    if (filter.captureFromDays) {
        filter.captureByFrom = japantime::dayOf(now).addDays(*filter.captureFromDays);
    }
    if (filter.captureWithinDays) {
        filter.captureByUntil = japantime::dayOf(now).addDays(*filter.captureWithinDays);
    }
    if (filter.payFromDays) {
        filter.payByFrom = japantime::dayOf(now).addDays(*filter.payFromDays);
    }
    if (filter.payWithinDays) {
        filter.payByUntil = japantime::dayOf(now).addDays(*filter.payWithinDays);
    }
    if (filter.stuckMinutes) {
        filter.stuckBefore = now.addSecs(-60 * qint64(*filter.stuckMinutes));
    }
    filter.cancelledCashFrom.reset(); // of a question that is not asked any more
    if (filter.onlyCancelledWithOpenPayment) {
        filter.cancelledCashFrom = japantime::dayOf(now).addDays(-CancelledCashDays);
    }
    return filter;
}

OrderFilter captureDueFilter(CaptureDue due, const QDateTime &now)
{
    OrderFilter filter;
    filter.captureFromDays = daysOf(due).from;
    filter.captureWithinDays = daysOf(due).until;
    return askedAt(filter, now);
}

} // namespace kessai
