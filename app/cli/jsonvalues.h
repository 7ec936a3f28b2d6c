#pragma once

#include "core/base/yen.h"
#include "core/domain/deadline.h"

#include <QDate>
#include <QDateTime>
#include <QJsonValue>

#include <optional>

namespace kessai::cli {

/// null where there is none.
QJsonValue jsonOf(const std::optional<Yen> &amount);
/// YYYY-MM-DD
QJsonValue jsonOf(const std::optional<QDate> &day);
/// The day alone, YYYY-MM-DD, also of a deadline that ends within its day.
QJsonValue jsonOf(const std::optional<Deadline> &deadline);
/// ISO 8601 in Japan time, 2020-12-03T13:21:23+09:00
QJsonValue jsonOf(const std::optional<QDateTime> &instant);
/// null for an empty text
QJsonValue textOrNull(const QString &text);

} // namespace kessai::cli
