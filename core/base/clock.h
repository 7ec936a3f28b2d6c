#pragma once

#include <QDateTime>

#include <QCoro/QCoroTask>

#include <chrono>

namespace kessai {

/// Where the program gets time from. Money code never asks the system clock directly, so that tests can turn
/// it.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The present instant in UTC.
    [[nodiscard]] virtual QDateTime nowUtc() const = 0;

    /// Time since boot that goes on while the machine sleeps (CLOCK_BOOTTIME, journal.md §6.5).
    [[nodiscard]] virtual std::chrono::milliseconds sinceBoot() const = 0;

    /// Resumes the caller after so long; never blocks the thread. A pending sleep ends with the clock.
    virtual QCoro::Task<> sleep(std::chrono::milliseconds duration) = 0;
};

/// The machine's clock; sleeps on the event loop of the calling thread.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override;
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override;
    QCoro::Task<> sleep(std::chrono::milliseconds duration) override;
};

} // namespace kessai
