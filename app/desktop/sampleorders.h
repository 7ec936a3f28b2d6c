#pragma once

#include "core/domain/order.h"
#include "core/simulator/transactionseed.h"

#include <QList>

namespace kessai {

/// An order of the practice shop with the card payments that the simulator keeps for it.
struct SampleOrder
{
    Order order;
    QList<simulator::TransactionSeed> payments; ///< none: not linked, or not paid by card
    bool linked = true;
    bool willBeRefused = false; ///< the gateway refuses what is asked for it
};

/// 300 orders over the seven months before `now`, the same ones for the same day: all states of a card
/// payment, some near their deadline or past it, some with a difference, one paid twice.
QList<SampleOrder> sampleOrders(const QDateTime &now);

} // namespace kessai
