#pragma once

#include "core/domain/operation.h"
#include "core/storage/database.h"

#include <QSet>

namespace kessai {

/// Items of a run that wait: nothing was sent of them and nobody holds them. In the order planned, as many as
/// `limit`.
StorageResult<QList<Operation>> waitingItems(Database &database, const RunId &run, qint64 limit);

/// An operation of a run and its number, which says where it stands in the order planned.
struct NumberedOperation
{
    qint64 number = 0;
    OperationId id;
};

/// Operations of a run whose number is above `after`, in the order planned, as many as `limit`.
StorageResult<QList<NumberedOperation>> operationsOfRun(Database &database, const RunId &run, qint64 after,
                                                        qint64 limit);
/// Of these only the ones that wait (PLANNED).
StorageResult<QList<NumberedOperation>> waitingOfRun(Database &database, const RunId &run, qint64 after,
                                                     qint64 limit);

/// As a FROM: the payments that wait (PLANNED) in a run that is not over, as payment_id; some of them twice.
extern const QString waitingInRunsFrom;
/// All of these, at once: they are few, or a run of any size is under way.
StorageResult<QSet<PaymentId>> paymentsWaitingInRuns(Database &database);

/// Whether an item that is to be worked on still belongs to another start of the program, here or at another
/// seat.
StorageResult<bool> hasItemsOfOthers(Database &database, const RunId &run, const QString &boot);

} // namespace kessai
