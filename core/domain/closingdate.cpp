#include "core/domain/closingdate.h"

#include <algorithm>

namespace kessai {

QDate nextClosingDate(int day, const QDate &today)
{
    const auto closingOf = [day](const QDate &month) {
        return QDate(month.year(), month.month(), std::min(day, month.daysInMonth()));
    };
    const QDate closing = closingOf(today);
    return closing >= today ? closing : closingOf(today.addMonths(1));
}

} // namespace kessai
