#pragma once

#include "core/domain/paymentrules.h"
#include "core/storage/orderticks.h"

#include <QMap>

namespace kessai {

/// What one pass over the ticked orders says, from the columns that the lists keep.
struct TickedSums
{
    qint64 count = 0;
    qint64 shown = 0;                     ///< of these, match the present conditions of the list
    Yen total;                            ///< 購入金額
    qint64 readable = 0;                  ///< have a payment that the gateway can be asked about
    QMap<OperationKind, qint64> wouldRun; ///< Capture, Cancel, Reauthorize; without the undecided
    /// Few: the columns do not tell what the rules say of them.
    QList<OrderId> undecided;
};

/// Works on a read-only connection.
/// @param shown the present conditions of the list
StorageResult<TickedSums> tickedSums(Database &database, const OrderTicks &ticks, const OrderFilter &shown,
                                     const PaymentRules &rules, const QDateTime &now);

} // namespace kessai
