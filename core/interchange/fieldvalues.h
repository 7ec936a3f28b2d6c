#pragma once

#include "core/base/yen.h"

#include <QByteArrayView>
#include <QDate>
#include <QDateTime>

#include <optional>

namespace kessai {

/// Strict readers of the values in an order CSV. Each gives nothing for what is not exactly such a value;
/// none trims.

/// Digits with an optional minus sign, at most 18 of them.
std::optional<qint64> wholeNumber(QByteArrayView text);

/// A whole number from 1 up.
std::optional<qint64> positiveId(QByteArrayView text);

/// As wholeNumber, and a fraction of zeros is allowed: "1.00".
std::optional<qint64> numberWithZeroFraction(QByteArrayView text);

/// "3200.00" → 3,200 yen; "-500" too. At most 12 digits; a fraction other than zeros gives nothing.
std::optional<Yen> yenFromDecimal(QByteArrayView text);

/// Japan time as the shop's systems and spreadsheets write it: "2020-12-03 13:21:23", "2020/12/3 13:21",
/// "2020-12-03 13:21:23.456", "2020-12-03" (midnight). Gives the UTC instant, whole seconds.
std::optional<QDateTime> instantFromText(QByteArrayView text);

/// The day of such a text.
std::optional<QDate> dayFromText(QByteArrayView text);

} // namespace kessai
