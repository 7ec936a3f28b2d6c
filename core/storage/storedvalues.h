#pragma once

#include "core/base/yen.h"
#include "core/domain/paymentmethod.h"

#include <QDate>
#include <QDateTime>
#include <QVariant>

#include <optional>

namespace kessai::stored {

/// How values are written into columns; NULL for none.
QVariant of(const std::optional<QDateTime> &instant);
QVariant of(const std::optional<QDate> &day);
QVariant of(const std::optional<qint64> &number);
QVariant of(const std::optional<Yen> &amount);
/// NULL for the empty text (columns where the absence has a meaning of its own).
QVariant textOrNull(const QString &text);
QString instant(const QDateTime &instant);
std::optional<QDate> dayFrom(const QVariant &value);

/// Stable codes of payment methods: CARD CVS PAYEASY_ATM PAYEASY_NET AU DOCOMO SOFTBANK RAKUTEN OTHER.
QString codeOf(PaymentMethod method);
PaymentMethod methodFromCode(const QString &code);

} // namespace kessai::stored
