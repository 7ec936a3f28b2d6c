#pragma once

#include "core/domain/operation.h"
#include "core/domain/paymentstatus.h"
#include "core/storage/runstore.h"

#include <QMap>
#include <QStringList>

namespace kessai {

/// One line of a run's report, read by the page: never all of a run in the window's memory.
struct RunItem
{
    OrderId order;
    QString orderNumber;
    QString customerName;
    QString gatewayOrderId;
    std::optional<OperationId> operation; ///< none: rejected, there was no payment to hang it on
    OperationState state = OperationState::Planned;
    EndReason reason = EndReason::None;
    std::optional<Proof> proof;
    QString jobCd;                              ///< the word that was sent; "" none yet
    QStringList codes;                          ///< ErrInfo codes of the last answer that had some
    std::optional<Yen> amount;                  ///< that moved, or was to; none: unknown
    std::optional<PaymentStatus> paymentStatus; ///< as last read
    std::optional<QDateTime> endedAt;
};

/// The items of a run in the order asked; `states` empty: all of them.
StorageResult<QList<RunItem>> runItems(Database &database, const RunId &run,
                                       const QList<OperationState> &states, qint64 offset, qint64 limit);
StorageResult<qint64> runItemCount(Database &database, const RunId &run, const QList<OperationState> &states);

/// Orders of a run whose items ended REFUSED or CANCELLED (不成立と取りやめをもう一度), in the order asked,
/// each once.
StorageResult<QList<OrderId>> ordersToTryAgain(Database &database, const RunId &run);

/// What a run's items move, by state; those without a known amount count as nothing.
struct RunSums
{
    QMap<OperationState, Yen> yenByState; ///< DONE: what moved
};
StorageResult<RunSums> runSums(Database &database, const RunId &run);

/// Runs that are not over, newest first; counts the items of these only, however many runs there ever were.
StorageResult<QList<RunStore::Run>> unfinishedRuns(Database &database);

} // namespace kessai
