#pragma once

#include "core/services/operationplanner.h"

namespace kessai {

/// The items of a run in the order asked, some at a time: a run of any size is told without being held.
/// Works on a read-only connection too.
class RunItemPages
{
public:
    RunItemPages(Database &database, RunId run) : m_database(database), m_run(std::move(run)) {}

    /// The next few; empty: there are no more. What moved between two calls is told as it is then.
    StorageResult<QList<OperationItem>> next();

private:
    /// An order without a payment to hang an operation on, and its place among the items asked.
    struct Rejected
    {
        qint64 position = 0;
        OrderId order;
        EndReason reason = EndReason::NoPayment;
    };
    StorageResult<QList<OperationItem>> nextOfMoneyless();
    StorageResult<Nothing> readRejected();
    StorageResult<Nothing> appendRejected(QList<OperationItem> &items, bool all);

    Database &m_database;
    RunId m_run;
    std::optional<bool> m_moneyless;           ///< not known yet
    std::optional<QList<Rejected>> m_rejected; ///< those not told yet, the first one first; there are few
    qint64 m_number = 0;                       ///< of the last operation told
    qint64 m_told = 0;                         ///< items so far
};

} // namespace kessai
