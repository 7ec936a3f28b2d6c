#pragma once

#include "tests/base/virtualclock.h"

#include <QEventLoop>
#include <QTimer>

#include <QCoro/QCoroTask>

#include <optional>

namespace kessai {

/// While it lives, the event loop turns the clock to the next sleeper whenever it has nothing else to do.
class TurningClock
{
public:
    explicit TurningClock(VirtualClock &clock)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [&clock] { clock.advanceToNextSleeper(); });
        m_timer.start(1);
    }

private:
    QTimer m_timer;
};

template <typename T>
QCoro::Task<> keepResult(QCoro::Task<T> task, std::optional<T> &result, QEventLoop &loop)
{
    result = co_await task;
    loop.quit();
}

/// Runs a task to its end; sleeps inside it end by turning the clock.
template <typename T>
T runToEnd(VirtualClock &clock, QCoro::Task<T> task)
{
    const TurningClock turning(clock);
    QEventLoop loop;
    std::optional<T> result;
    keepResult(std::move(task), result, loop);
    if (!result) {
        loop.exec();
    }
    return std::move(*result);
}

} // namespace kessai
