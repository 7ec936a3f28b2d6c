#include "tests/chaos/propertyclock.h"

#include <algorithm>

namespace kessai {

/// Puts the coroutine among the sleepers.
struct SeatClock::Wait
{
    SeatClock *clock;
    std::chrono::milliseconds duration;

    [[nodiscard]] bool await_ready() const { return duration.count() <= 0; }
    void await_suspend(std::coroutine_handle<> sleeping) const
    {
        clock->m_sleepers.push_back({clock->m_time.sinceBoot + duration, sleeping});
    }
    void await_resume() const {}
};

QCoro::Task<> SeatClock::sleep(std::chrono::milliseconds duration)
{
    const Wait wait{this, duration};
    co_await wait;
}

bool SeatClock::wakeNext()
{
    const auto next =
        std::min_element(m_sleepers.begin(), m_sleepers.end(), [](const Sleeper &one, const Sleeper &other) {
            return one.wakesAt < other.wakesAt;
        });
    if (next == m_sleepers.end()) {
        return false;
    }
    const Sleeper sleeper = *next;
    m_sleepers.erase(next);
    m_time.pass(std::max(sleeper.wakesAt - m_time.sinceBoot, std::chrono::milliseconds(0)));
    sleeper.sleeping.resume();
    return true;
}

} // namespace kessai
