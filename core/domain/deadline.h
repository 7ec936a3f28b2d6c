#pragma once

#include <QDate>
#include <QDateTime>
#include <QTime>

namespace kessai {

/// The last second in Japan time in which something can be done (design.md §6 "Deadlines").
struct Deadline
{
    QDate day;
    QTime second{23, 59, 59};

    [[nodiscard]] bool isOver(const QDateTime &now) const;
    /// It is not the end of its day, so that the day alone does not say it.
    [[nodiscard]] bool hasTime() const { return second != QTime(23, 59, 59); }
    bool operator==(const Deadline &) const = default;
};

} // namespace kessai
