#include "core/domain/capturedue.h"

namespace kessai {

DaysFromToday daysOf(CaptureDue due)
{
    switch (due) {
    case CaptureDue::Lapsed:
        return {std::nullopt, -1};
    case CaptureDue::Soon:
        return {0, CaptureDueSoonDays};
    case CaptureDue::Later:
        break;
    }
    return {CaptureDueSoonDays + 1, std::nullopt};
}

CaptureDue captureDueOn(const QDate &last, const QDate &today)
{
    const qint64 days = today.daysTo(last);
    for (const CaptureDue due : {CaptureDue::Lapsed, CaptureDue::Soon}) {
        if (days <= *daysOf(due).until) {
            return due;
        }
    }
    return CaptureDue::Later;
}

} // namespace kessai
