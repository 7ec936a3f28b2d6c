#pragma once

#include "core/domain/order.h"
#include "core/domain/paymentrules.h"
#include "core/services/shop.h"
#include "core/storage/closingdates.h"
#include "ui/payments/methodrows.h"

namespace kessai {

/// A payment of the order with what stands on it.
struct PaymentFacts
{
    Payment payment;
    std::optional<Operation> live;     ///< CLAIMED, ARMED, IN_DOUBT or CONFLICT
    QList<Finding> findings;           ///< open ones
    QList<Operation> lateOperations{}; ///< whose verdict of no effect the findings question
    PaymentNumbers numbers{};          ///< 受付番号, 確認番号 … as the gateway names them
};

/// Everything that the window of one order shows, as it was at one moment.
struct OrderFacts
{
    Order order;
    QList<PaymentFacts> payments; ///< linked ones, oldest first
    QStringList importConflicts; ///< fields of which a file brought another value than ours (取込と相違)
    PaymentRules rules;
    QDateTime gatewayNow;              ///< the gateway's time, as near as known
    QList<ClosingDate> closingDates{}; ///< 締め日 of the shop's card companies
};

/// Reads the order and its payments; on the engine's thread.
StorageResult<OrderFacts> readOrderFacts(Shop &shop, OrderId id);

} // namespace kessai
