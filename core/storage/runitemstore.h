#pragma once

#include "core/storage/runitems.h"

namespace kessai {

/// The items of bulk runs that move no money (table bulk_run_item), and who works on such a run.
class RunItemStore
{
public:
    explicit RunItemStore(Database &database) : m_database(database) {}

    struct Target
    {
        OrderId order;
        std::optional<PaymentId> payment{}; ///< REFRESH; none: the order has none to read
    };
    /// In the caller's transaction, together with RunStore::create: the items wait (PLANNED) in this order.
    StorageResult<Nothing> plan(const RunId &run, const QList<Target> &targets);

    struct Waiting
    {
        qint64 position = 0; ///< from 0, in the order asked
        Target target;
    };
    /// The next few that wait behind `after` (-1 at first).
    StorageResult<QList<Waiting>> waiting(const RunId &run, qint64 after, qint64 limit);

    struct Result
    {
        qint64 position = 0;
        OperationState state = OperationState::Done; ///< DONE or REFUSED
        RunItemChange change;
    };
    /// Those of them that wait still; the others keep what they are.
    StorageResult<Nothing> setResults(const RunId &run, const QList<Result> &results, const QDateTime &now);
    /// CANCELLED, as many of those that wait as `limit`. How many were.
    StorageResult<qint64> withdraw(const RunId &run, qint64 limit, const QDateTime &now);

    /// RUNNING, worked on by the start of the program with this boot id.
    StorageResult<Nothing> begin(const RunId &run, const QString &boot);
    /// Whether it is RUNNING and this start's. In a transaction it stays so until its end: pausing waits.
    StorageResult<bool> isBegunBy(const RunId &run, const QString &boot);
    /// RUNNING ones that another start of the program works on, or worked on.
    struct Owned
    {
        RunId run;
        QString boot;
    };
    StorageResult<QList<Owned>> begunByOthers(const QString &boot);

    // For the reports of runs (runitems.h).
    StorageResult<QList<RunItem>> items(const RunId &run, const QList<OperationState> &states, qint64 offset,
                                        qint64 limit, std::optional<bool> changed);
    StorageResult<qint64> count(const RunId &run, const QList<OperationState> &states,
                                std::optional<bool> changed);
    /// Their orders, in the order asked, each once.
    StorageResult<QList<OrderId>> orders(const RunId &run, const QList<OperationState> &states,
                                         std::optional<bool> changed);

private:
    Database &m_database;
};

} // namespace kessai
