#pragma once

#include "core/base/ids.h"
#include "core/domain/orderstatus.h"
#include "core/storage/database.h"

#include <QList>

#include <optional>

namespace kessai {

/// 対応状況 that staff asked for together with a bulk run, for the orders that it gets DONE (S64, S66). It
/// lies with the run (table meta) until it has been set, so that a program that goes in between forgets
/// nothing.
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
    /// Orders of the run that are DONE and whose 対応状況 nobody has moved since: each is set once, also
    /// where a person has moved it on in the meantime.
    StorageResult<QList<OrderId>> dueOrders(const RunId &run);

private:
    Database &m_database;
};

} // namespace kessai
