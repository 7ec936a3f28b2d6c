#include "tests/base/virtualclock.h"

#include <algorithm>

namespace kessai {

/// Puts the coroutine among the sleepers.
struct VirtualClock::Wait
{
    VirtualClock *clock;
    std::chrono::milliseconds duration;

    [[nodiscard]] bool await_ready() const { return duration.count() <= 0; }
    void await_suspend(std::coroutine_handle<> sleeping) const
    {
        clock->m_sleepers.push_back({clock->m_awake + duration, sleeping});
    }
    void await_resume() const {}
};

VirtualClock::VirtualClock(const QDateTime &startUtc) : m_now(startUtc.toUTC()) {}

QDateTime VirtualClock::nowUtc() const
{
    const QDateTime seen = m_now;
    m_now = m_now.addMSecs(m_passesAtLook.count());
    m_sinceBoot += m_passesAtLook;
    return seen;
}

QCoro::Task<> VirtualClock::sleep(std::chrono::milliseconds duration)
{
    const Wait wait{this, duration};
    co_await wait;
}

void VirtualClock::pass(std::chrono::milliseconds duration)
{
    m_now = m_now.addMSecs(duration.count());
    m_sinceBoot += duration;
    m_awake += duration;
}

std::list<VirtualClock::Sleeper>::iterator VirtualClock::nextSleeper()
{
    return std::min_element(
        m_sleepers.begin(), m_sleepers.end(),
        [](const Sleeper &one, const Sleeper &other) { return one.wakesAt < other.wakesAt; });
}

void VirtualClock::wake(std::list<Sleeper>::iterator sleeper)
{
    pass(std::max(sleeper->wakesAt - m_awake, std::chrono::milliseconds(0)));
    const std::coroutine_handle<> sleeping = sleeper->sleeping;
    m_sleepers.erase(sleeper);
    sleeping.resume();
}

void VirtualClock::advance(std::chrono::milliseconds duration)
{
    const std::chrono::milliseconds end = m_awake + duration;
    for (auto next = nextSleeper(); next != m_sleepers.end() && next->wakesAt <= end; next = nextSleeper()) {
        wake(next);
    }
    pass(std::max(end - m_awake, std::chrono::milliseconds(0)));
}

bool VirtualClock::advanceToNextSleeper()
{
    const auto next = nextSleeper();
    if (next == m_sleepers.end()) {
        return false;
    }
    wake(next);
    return true;
}

void VirtualClock::suspend(std::chrono::milliseconds duration)
{
    m_now = m_now.addMSecs(duration.count());
    m_sinceBoot += duration;
}

} // namespace kessai
