#pragma once

#include <QDate>

namespace kessai {

/// 締め日 that a card company counts a month to: a day of the month, 31 being the last one of every month.
constexpr int LastDayOfMonth = 31;

/// The first closing date that is not before this day; `today` itself on the closing date (S16).
/// @param day 1–31; a month without that day closes on its last one
QDate nextClosingDate(int day, const QDate &today);

} // namespace kessai
