#pragma once

#include "core/domain/operation.h"
#include "core/domain/paymentstatus.h"
#include "core/storage/runstore.h"

#include <QMap>
#include <QStringList>

namespace kessai {

/// What became of one item of a run that moves no money.
struct RunItemChange
{
    // REFRESH; none: never read
    std::optional<PaymentStatus> paymentStatusBefore{};
    std::optional<PaymentStatus> paymentStatusAfter{};
    std::optional<Yen> amountBefore{}; ///< 決済金額, with tax
    std::optional<Yen> amountAfter{};
    // STATUS; none: not reached
    std::optional<OrderStatus> orderStatusBefore{};
    std::optional<OrderStatus> orderStatusAfter{};
    bool changed = false; ///< also where status and amount stay and something else of the payment moved
    QString problem{};    ///< why it could not be, in a sentence for staff; ""
};

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
    std::optional<RunItemChange> change; ///< of every item of a run that moves no money
};

/// The items of a run of any kind in the order asked; `states` empty: all of them.
/// @param changed only those that changed, or did not (RunItemChange); of a run that moves money not looked
/// at
StorageResult<QList<RunItem>> runItems(Database &database, const RunId &run,
                                       const QList<OperationState> &states, qint64 offset, qint64 limit,
                                       std::optional<bool> changed = {});
StorageResult<qint64> runItemCount(Database &database, const RunId &run, const QList<OperationState> &states,
                                   std::optional<bool> changed = {});

/// Orders of a run whose items ended REFUSED or CANCELLED (不成立と取りやめをもう一度), in the order asked,
/// each once. Of every kind of run.
StorageResult<QList<OrderId>> ordersToTryAgain(Database &database, const RunId &run);

/// Orders whose 対応状況 a run of this kind changed, in the order asked.
StorageResult<QList<OrderId>> ordersChanged(Database &database, const RunId &run);

/// What a run's items move, by state; those without a known amount count as nothing.
struct RunSums
{
    QMap<OperationState, Yen> yenByState; ///< DONE: what moved
};
StorageResult<RunSums> runSums(Database &database, const RunId &run);

/// Runs that are not over, newest first; counts the items of these only, however many runs there ever were.
StorageResult<QList<RunStore::Run>> unfinishedRuns(Database &database);

} // namespace kessai
