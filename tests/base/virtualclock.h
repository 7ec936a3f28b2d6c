#pragma once

#include "core/base/clock.h"

#include <coroutine>
#include <list>

namespace kessai {

/// A clock that tests turn by hand. Time stands still until advance(); sleepers wake in the order of their
/// time, each of them seeing exactly that time. For one thread.
class VirtualClock final : public Clock
{
public:
    explicit VirtualClock(const QDateTime &startUtc);

    [[nodiscard]] QDateTime nowUtc() const override;
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override { return m_sinceBoot; }
    QCoro::Task<> sleep(std::chrono::milliseconds duration) override;

    /// Lets time pass; sleepers that a woken one starts anew are woken too if they end within it.
    void advance(std::chrono::milliseconds duration);
    /// Lets time pass until the next sleeper wakes; false when nobody sleeps.
    bool advanceToNextSleeper();
    [[nodiscard]] qsizetype sleepers() const { return qsizetype(m_sleepers.size()); }

    /// The machine slept: the clock on the wall and the time since boot go on, sleepers do not wake for it.
    void suspend(std::chrono::milliseconds duration);
    /// Work takes time from now on: so much has passed at each look at the clock on the wall since the last.
    void passAtEachLook(std::chrono::milliseconds duration) { m_passesAtLook = duration; }
    /// Somebody set the clock on the wall; the time since boot goes on as it was.
    void setNowUtc(const QDateTime &now) { m_now = now; }

private:
    struct Sleeper
    {
        std::chrono::milliseconds wakesAt; ///< on the scale of m_awake
        std::coroutine_handle<> sleeping;
    };
    struct Wait;
    void pass(std::chrono::milliseconds duration);
    std::list<Sleeper>::iterator nextSleeper();
    void wake(std::list<Sleeper>::iterator sleeper);

    mutable QDateTime m_now;
    std::chrono::milliseconds m_passesAtLook{0};
    mutable std::chrono::milliseconds m_sinceBoot{1'000'000};
    std::chrono::milliseconds m_awake{0}; ///< as timers count: stands still while suspended
    std::list<Sleeper> m_sleepers;
};

} // namespace kessai
