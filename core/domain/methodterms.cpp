#include "core/base/japantime.h"
#include "core/domain/methodrules.h"
#include "core/domain/paymentrules.h"

namespace kessai {

namespace {

const QTime DocomoEvening(20, 0, 0);

/// A whole day, to its last second.
std::optional<Deadline> daysAfter(const std::optional<QDateTime> &start, int days)
{
    if (!start) {
        return std::nullopt;
    }
    return Deadline{japantime::dayOf(*start).addDays(days)};
}

Deadline lastDayOfMonthAfter(const QDate &start, int months, QTime second = Deadline().second)
{
    const QDate month = QDate(start.year(), start.month(), 1).addMonths(months);
    return {month.addDays(month.daysInMonth() - 1), second};
}

std::optional<Deadline> monthsAfter(const std::optional<QDateTime> &start, int months,
                                    QTime second = Deadline().second)
{
    if (!start) {
        return std::nullopt;
    }
    return lastDayOfMonthAfter(japantime::dayOf(*start), months, second);
}

std::optional<Deadline> tenDayBooks(const std::optional<QDateTime> &soldAt)
{
    if (!soldAt) {
        return std::nullopt;
    }
    const QDateTime local = japantime::fromInstant(*soldAt);
    const QDate sold = local.date();
    const QDate first(sold.year(), sold.month(), 1);
    const QDate last = sold.day() <= 10   ? first.addDays(12)
                       : sold.day() <= 20 ? first.addDays(22)
                                          : first.addMonths(1).addDays(1);
    return Deadline{last, QTime(local.time().hour(), local.time().minute(), local.time().second())};
}

} // namespace

std::optional<Deadline> endOf(RuleTerm term, const TermStarts &starts, const PaymentRules &rules)
{
    switch (term) {
    case RuleTerm::CaptureDays:
        return daysAfter(starts.authorizedAt, rules.captureDays);
    case RuleTerm::ChangeDays:
        return daysAfter(starts.processedAt, rules.changeDays);
    case RuleTerm::HundredEightyDays:
        return daysAfter(starts.processedAt, 180);
    case RuleTerm::NinetyDaysFromAuthorization:
        return daysAfter(starts.authorizedAt, 90);
    case RuleTerm::SixtyDaysFromAuthorization:
        return daysAfter(starts.authorizedAt, 60);
    case RuleTerm::SixtyDaysFromSale:
        return daysAfter(starts.soldAt, 60);
    case RuleTerm::SecondMonthAfterSale:
        return monthsAfter(starts.soldAt, 2);
    case RuleTerm::SecondMonthUntilEvening:
        return monthsAfter(starts.soldAt ? starts.soldAt : starts.authorizedAt, 2, DocomoEvening);
    case RuleTerm::TenDayBooks:
        return tenDayBooks(starts.soldAt);
    case RuleTerm::FifthMonthAfterOrder:
        return monthsAfter(starts.orderedAt, 5);
    case RuleTerm::MonthAfterCompletion:
        if (!starts.completedOn) {
            return std::nullopt;
        }
        return lastDayOfMonthAfter(*starts.completedOn, 1);
    }
    return std::nullopt;
}

} // namespace kessai
