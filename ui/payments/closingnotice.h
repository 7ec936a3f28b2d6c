#pragma once

#include "ui/payments/orderfacts.h"

namespace kessai {

/// A 締め日 of one company, on a day.
struct ClosingDay
{
    QString company;
    QDate day;

    bool operator==(const ClosingDay &) const = default;
};

/// The 締め日 that comes first, today's included (S16).
std::optional<ClosingDay> nextClosing(const QList<ClosingDate> &dates, const QDate &today);
/// The first 締め日 of each company from the day of the sale on, where it has passed (S85).
QList<ClosingDay> closedSince(const QList<ClosingDate> &dates, const QDate &soldOn, const QDate &today);

/// What the 締め日 mean for a change of the payment's amount: 次の締め日まで 3日（VISA 2020/12/15）; past the
/// one that follows the sale, that the difference is settled later. "" where the shop has none, nothing is
/// held or sold, or the payment is not by card: the days are those of card companies.
QString closingNotice(const OrderFacts &facts, const PaymentFacts *payment);

} // namespace kessai
