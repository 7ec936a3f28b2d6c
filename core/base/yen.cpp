#include "core/base/yen.h"

#include <algorithm>

namespace kessai {

std::optional<Yen> yenFromDigits(const QString &digits)
{
    constexpr qsizetype MaximumDigits = 12;
    const bool allDigits = std::all_of(digits.begin(), digits.end(), [](QChar character) {
        return character >= QLatin1Char('0') && character <= QLatin1Char('9');
    });
    if (digits.isEmpty() || digits.size() > MaximumDigits || !allDigits) {
        return std::nullopt;
    }
    return Yen{digits.toLongLong()};
}

QString groupedYen(Yen amount)
{
    QString text = QString::number(amount.value);
    const qsizetype first = text.startsWith(QLatin1Char('-')) ? 1 : 0;
    for (qsizetype position = text.size() - 3; position > first; position -= 3) {
        text.insert(position, QLatin1Char(','));
    }
    return text;
}

} // namespace kessai
