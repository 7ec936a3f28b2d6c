#pragma once

#include <optional>

namespace kessai {

/// Days before the last one within which an authorisation counts as "due soon" (design.md §6 "Deadlines").
constexpr int CaptureDueSoonDays = 7;

/// How an authorisation that waits for its capture stands to its 売上期限.
enum class CaptureDue {
    Later,
    Soon,   ///< the last day is today or within CaptureDueSoonDays: it can still be captured
    Lapsed, ///< the last day is over: it cannot
};

/// The last days of those that are Soon, Lapsed or Later, counted from today; both ends included, none: open.
struct DaysFromToday
{
    std::optional<int> from;
    std::optional<int> until;

    bool operator==(const DaysFromToday &) const = default;
};
DaysFromToday daysOf(CaptureDue due);

} // namespace kessai
