#pragma once

#include "core/base/ids.h"
#include "core/domain/orderstatus.h"
#include "core/storage/database.h"

#include <QList>

#include <optional>

namespace kessai {

/// 対応状況 that staff asked for together with a bulk run, for the orders that it gets DONE (S64, S66). It
/// lies with the run (table meta) until it has been set, so that a program that goes in between forgets
/// nothing. With it lies how far the orders' events had come: what moved since is asked of the database
/// alone, never of the clocks of several machines.
class RunPromises
{
public:
    explicit RunPromises(Database &database) : m_database(database) {}

    /// In the transaction that plans the run.
    StorageResult<Nothing> keep(const RunId &run, OrderStatus status);
    /// None: nothing was promised, or it is done.
    StorageResult<std::optional<OrderStatus>> of(const RunId &run);
    /// It is done: never again.
    StorageResult<Nothing> forget(const RunId &run);
    /// Runs that are over while their promise is not.
    StorageResult<QList<RunId>> overdue();
    /// Items of the run that are not at their end: each may get DONE still.
    StorageResult<qint64> openItems(const RunId &run);

    /// An order that is owed its 対応状況.
    struct Due
    {
        qint64 number = 0; ///< of its operation; they ascend
        OrderId order;
    };
    /// The next few behind the operation `after` (0 at first): DONE, and since the run was planned nobody has
    /// moved the order's 対応状況, nor taken the payment off it. So each is set once, also where a person has
    /// moved it on in the meantime.
    StorageResult<QList<Due>> due(const RunId &run, qint64 after, qint64 limit);
    /// Whether an order that the run has got DONE may be moved to this 対応状況.
    StorageResult<bool> someCanBecome(const RunId &run, OrderStatus status);

private:
    Database &m_database;
};

} // namespace kessai
