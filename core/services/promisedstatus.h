#pragma once

#include "core/services/orderservice.h"

namespace kessai {

/// What became of the 対応状況 that was promised with a bulk run (RunPromises).
struct PromisedStatus
{
    std::optional<OrderStatus> status; ///< none: nothing was promised
    qint64 changed = 0;
    QList<StatusChange> refused;
    qint64 waiting = 0; ///< items whose result is not known yet: owed still where it turns out to be DONE
    std::optional<StorageError> storeError;
};

/// Sets the promised 対応状況 of what the run has got DONE: never of what is in doubt, and of no order twice.
/// It is forgotten when the run is over and nothing of it can get DONE any more; to call again until then.
/// @param stop what is left is owed still
QCoro::Task<PromisedStatus> keepPromisedStatus(ShopContext &context, RunId run, QString operatorName,
                                               std::function<bool()> stop);

} // namespace kessai
