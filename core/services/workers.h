#pragma once

#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <list>

namespace kessai {

/// How many calls to the gateway may be under way at once from here: the seat's share of the slots; 1 without
/// a gateway.
int slotsNow(const ShopContext &context);

/// Works on many items, several at a time: each worker takes the next item when its last one is done. Others
/// join and leave while they work, as more or fewer are wanted.
class Workers
{
public:
    /// @param wanted how many are to be at work, asked before each item; one works in any case
    /// @param step works on the next item; false: there is none, or none may be begun any more
    Workers(std::function<int()> wanted, std::function<QCoro::Task<bool>()> step);

    /// Ends when each worker was told so by its step.
    QCoro::Task<> work();

private:
    void join();
    QCoro::Task<> workOff();

    std::function<int()> m_wanted;
    std::function<QCoro::Task<bool>()> m_step;
    std::list<QCoro::Task<>> m_workers; ///< those at work, and some who have left
    int m_count = 0;                    ///< at work
    bool m_ended = false;               ///< a step said so: nobody joins any more
};

} // namespace kessai
