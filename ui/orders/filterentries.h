#pragma once

#include "core/base/result.h"
#include "core/storage/orderfilter.h"

namespace kessai::filterentries {

/// What staff type into 詳細検索 (S28, features.md §3.1), in any width; errors are sentences for the field.
/// An empty text asks for nothing and is no error.
template <typename T>
using Entry = Result<T, QString>;

/// Longer texts are none that a person means.
constexpr int TextMaximum = 200;

/// 2020/12/3, 2020-12-03, 20201203, 2020年12月3日.
Entry<std::optional<QDate>> day(const QString &text);
/// As day(), with a time of day behind it: 2020/12/03 13:21.
Entry<std::optional<DayOrTime>> moment(const QString &text);
/// 3200, 3,200, ¥3,200, 3,200円.
Entry<std::optional<Yen>> amount(const QString &text);
/// Full-width kana only.
Entry<QString> kana(const QString &text);
/// Digits and hyphens only; they come back in their ordinary width.
Entry<QString> phoneNumber(const QString &text);

/// How a value is shown in its field; the functions above read it again.
QString textOf(const std::optional<QDate> &day);
QString textOf(const std::optional<DayOrTime> &moment);
QString textOf(const std::optional<Yen> &amount);

} // namespace kessai::filterentries
