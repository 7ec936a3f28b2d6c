#include "core/services/workers.h"

#include <algorithm>
#include <iterator>

namespace kessai {

int slotsNow(const ShopContext &context)
{
    return context.gate ? std::min(context.limits.parallel, context.gate->slotCount()) : 1;
}

Workers::Workers(std::function<int()> wanted, std::function<QCoro::Task<bool>()> step)
    : m_wanted(std::move(wanted)), m_step(std::move(step))
{
}

QCoro::Task<> Workers::work()
{
    join();
    while (!m_workers.empty()) {
        co_await m_workers.front();
        m_workers.pop_front();
    }
}

void Workers::join()
{
    // Of those who have left; the first one is waited for.
    auto worker = m_workers.empty() ? m_workers.end() : std::next(m_workers.begin());
    while (worker != m_workers.end()) {
        worker = worker->isReady() ? m_workers.erase(worker) : std::next(worker);
    }
    m_workers.push_back(workOff());
}

/// One worker; calls the next one where too few are at work, and leaves where too many are. Its own item is
/// begun first: whether more are wanted may depend on it.
QCoro::Task<> Workers::workOff()
{
    ++m_count;
    bool goesOn = true;
    while (goesOn && m_count <= std::max(1, m_wanted())) {
        const QCoro::Task<bool> step = m_step();
        if (!m_ended && m_count < m_wanted()) {
            join();
        }
        goesOn = co_await step;
        m_ended = m_ended || !goesOn;
    }
    --m_count;
}

} // namespace kessai
