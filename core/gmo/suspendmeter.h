#pragma once

#include <chrono>
#include <functional>

namespace kessai {

/// How long the machine has slept since it was started; grows by the length of each sleep.
using SuspendMeter = std::function<std::chrono::milliseconds()>;

/// CLOCK_BOOTTIME − CLOCK_MONOTONIC.
std::chrono::milliseconds suspendedSinceBoot();

/// A jump over this is a resume from sleep (journal.md §11).
inline constexpr std::chrono::milliseconds suspendTolerance{2'000};

} // namespace kessai
