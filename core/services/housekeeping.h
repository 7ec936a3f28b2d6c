#pragma once

#include "core/gmo/suspendmeter.h"

#include <chrono>

namespace kessai {

/// What an open shop does by itself, and how often.
struct Housekeeping
{
    std::chrono::milliseconds tick{1'000};     ///< reads due, resume from sleep, a connection made again
    std::chrono::milliseconds minute{60'000};  ///< watched and unread payments, gone seats, closing sweeps
    std::chrono::milliseconds hour{3'600'000}; ///< the day's seal and backup
    SuspendMeter suspended = suspendedSinceBoot;
};

} // namespace kessai
