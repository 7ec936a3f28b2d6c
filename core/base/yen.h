#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace kessai {

/// Whole yen. Money is never a floating-point number.
struct Yen
{
    qint64 value = 0;

    auto operator<=>(const Yen &) const = default;
    Yen operator+(Yen other) const { return {value + other.value}; }
    Yen operator-(Yen other) const { return {value - other.value}; }
    Yen operator-() const { return {-value}; }
    Yen &operator+=(Yen other)
    {
        value += other.value;
        return *this;
    }
};

/// "3200" → 3,200 yen. ASCII digits only, no sign, no grouping, at most 12 of them; anything else gives
/// nothing (journal.md §7).
std::optional<Yen> yenFromDigits(const QString &digits);

/// "3,200": grouped by thousands, with a minus sign where needed, without currency sign.
QString groupedYen(Yen amount);

} // namespace kessai
