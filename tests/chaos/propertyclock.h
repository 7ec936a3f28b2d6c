#pragma once

#include "core/base/clock.h"

#include <coroutine>
#include <vector>

namespace kessai {

/// The time of the one machine on which the seats of a property test work. It passes only when told to.
struct MachineTime
{
    QDateTime now; ///< the clock on the wall, UTC
    std::chrono::milliseconds sinceBoot{1'000'000};

    void pass(std::chrono::milliseconds duration)
    {
        now = now.addMSecs(duration.count());
        sinceBoot += duration;
    }
};

/// The clock of one seat: it goes with the machine's, but its sleepers wake one by one and only when
/// wakeNext() is called, so that a test chooses which seat goes on. Must outlive the frames that sleep here.
class SeatClock final : public Clock
{
public:
    explicit SeatClock(MachineTime &time) : m_time(time) {}

    [[nodiscard]] QDateTime nowUtc() const override { return m_time.now; }
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override { return m_time.sinceBoot; }
    QCoro::Task<> sleep(std::chrono::milliseconds duration) override;

    /// Wakes whoever is to wake first; time passes until then, none when that moment is over. false: nobody
    /// sleeps.
    bool wakeNext();
    [[nodiscard]] bool hasSleepers() const { return !m_sleepers.empty(); }

private:
    struct Sleeper
    {
        std::chrono::milliseconds wakesAt; ///< since boot
        std::coroutine_handle<> sleeping;
    };
    struct Wait;

    MachineTime &m_time;
    std::vector<Sleeper> m_sleepers;
};

} // namespace kessai
