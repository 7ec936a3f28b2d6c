#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace kessai {

/// Japan time is UTC+9 all year round; a fixed offset works without time zone data (environment.md §2).
/// Instants are QDateTime in UTC everywhere; these functions are the only way to and from Japan time.
namespace japantime {

/// The instant as a QDateTime whose clock reads Japan time (for display and for date arithmetic).
QDateTime fromInstant(const QDateTime &instant);

/// The calendar day in Japan on which the instant lies.
QDate dayOf(const QDateTime &instant);

/// The UTC instant of a Japanese wall-clock day and time.
QDateTime instantOf(const QDate &day, const QTime &time);

/// The last second of a Japanese day, 23:59:59, as a UTC instant.
QDateTime lastSecondOf(const QDate &day);

/// The gateway's `yyyyMMddHHmmss` → UTC instant; nothing when it is not one (protocol.md §1.7).
std::optional<QDateTime> fromGatewayText(const QString &text);
/// UTC instant → `yyyyMMddHHmmss` in Japan time.
QString toGatewayText(const QDateTime &instant);

/// ISO 8601 with offset, `2020-12-03T13:21:23+09:00`.
QString toIsoText(const QDateTime &instant);

/// How instants are stored: UTC, `2020-12-03T04:21:23.000Z`, so that text order is time order.
QString toStoredText(const QDateTime &instant);
std::optional<QDateTime> fromStoredText(const QString &text);

/// `Fri, 01 Mar 2013 02:59:35 GMT` (an HTTP Date header) → UTC instant; nothing when unreadable.
std::optional<QDateTime> fromHttpDate(const QByteArray &header);

} // namespace japantime
} // namespace kessai
