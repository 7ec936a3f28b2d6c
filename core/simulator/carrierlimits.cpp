#include "core/simulator/carrierlimits.h"

#include "core/base/japantime.h"
#include "core/simulator/japandates.h"

namespace kessai::simulator::carrierlimits {

namespace {

constexpr int AuDays = 90; // of an authorisation; one module has 60 (protocol.md §11)
constexpr int DocomoDays = 90;
constexpr int SoftBankDays = 60;

QDateTime startOf(const MultiTransaction &transaction)
{
    return transaction.isSold() ? transaction.soldAt : transaction.authorizedAt;
}

QTime secondOfDay(const QDateTime &instant)
{
    const QTime time = japantime::fromInstant(instant).time();
    return {time.hour(), time.minute(), time.second()};
}

/// Sold on day 1 to 10: the 13th; 11 to 20: the 23rd; later: the 2nd of the next month; at the time of day of
/// the sale.
QDateTime endOfTenDays(const QDateTime &soldAt)
{
    const QDate sold = japantime::dayOf(soldAt);
    const QDate first(sold.year(), sold.month(), 1);
    const QDate last = sold.day() <= 10   ? first.addDays(12)
                       : sold.day() <= 20 ? first.addDays(22)
                                          : first.addMonths(1).addDays(1);
    return japantime::instantOf(last, secondOfDay(soldAt));
}

} // namespace

QDateTime lastSale(const MultiTransaction &transaction)
{
    const bool isSoftBank = transaction.payType == PayType::SoftBank;
    return endOfDayAfter(transaction.authorizedAt, isSoftBank                           ? SoftBankDays
                                                   : transaction.payType == PayType::Au ? AuDays
                                                                                        : DocomoDays);
}

QDateTime lastCancel(const MultiTransaction &transaction)
{
    const QDateTime start = startOf(transaction);
    if (transaction.payType == PayType::Docomo) {
        return japantime::instantOf(lastDayOfMonthAfter(start, 2), {20, 0});
    }
    if (transaction.payType == PayType::SoftBank) {
        return transaction.status == MultiStatus::Sales ? endOfTenDays(start)
                                                        : endOfDayAfter(start, SoftBankDays);
    }
    return transaction.isSold() ? japantime::lastSecondOf(lastDayOfMonthAfter(start, 2))
                                : endOfDayAfter(start, AuDays);
}

QDateTime firstCancel(const MultiTransaction &transaction)
{
    const QDateTime start = startOf(transaction);
    const int days = QTime(20, 0) < secondOfDay(start) ? 2 : 1;
    return japantime::instantOf(japantime::dayOf(start).addDays(days), {12, 0});
}

} // namespace kessai::simulator::carrierlimits
