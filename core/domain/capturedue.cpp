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

} // namespace kessai
