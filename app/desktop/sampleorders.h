#pragma once

#include "core/domain/order.h"
#include "core/simulator/transactionseed.h"

#include <QList>

namespace kessai {

/// An order of the practice shop with the payments that the simulator keeps for it.
struct SampleOrder
{
    Order order;
    QList<simulator::TransactionSeed> payments{}; ///< by card
    std::optional<simulator::MultiSeed> other{};  ///< by another method
    bool linked = true;
    bool willBeRefused = false;   ///< the gateway refuses what is asked for it
    bool hasUnknownState = false; ///< the gateway says a word for it that is none of its list
};

/// 300 orders over the seven months before `now`, the same ones for the same day: all eight methods and all
/// states of their payments, some near their deadline or past it, some with a difference, one paid twice.
QList<SampleOrder> sampleOrders(const QDateTime &now);

} // namespace kessai
