#pragma once

#include "core/domain/orderstatus.h"
#include "core/domain/runkind.h"
#include "core/storage/database.h"

#include <QDateTime>
#include <QMap>

namespace kessai {

/// Bulk runs (table bulk_run). The items of one that moves money are the operations with its run_id, and the
/// REJECTED events with it, of orders without a payment; those of the others lie in bulk_run_item
/// (RunItemStore).
class RunStore
{
public:
    explicit RunStore(Database &database) : m_database(database) {}

    enum class State { Running, Paused, Finished };
    struct Run
    {
        RunId id;
        RunKind kind = RunKind::Capture;
        State state = State::Running;
        QString reason; ///< why it is paused, or who stopped it: RunReason::stored()
        QString askedBy;
        QDateTime askedAt;
        std::optional<QDateTime> finishedAt;
        std::optional<QDateTime> sweptAt;        ///< closing sweep done; none: 照合待ち
        std::optional<OrderStatus> wantedStatus; ///< STATUS: what the orders are to become
        /// Of a run that moves no money: PLANNED waits; DONE was read or changed, or is as asked already;
        /// REFUSED could not be; CANCELLED was withdrawn before it was reached.
        QMap<OperationState, qint64> counts;
        qint64 changedCount = 0; ///< of the DONE ones of a run that moves no money: those that changed
        /// PLANNED, CLAIMED or ARMED: to be worked on still.
        [[nodiscard]] qint64 openCount() const
        {
            return counts.value(OperationState::Planned) + counts.value(OperationState::Claimed) +
                   counts.value(OperationState::Armed);
        }
        [[nodiscard]] bool movesMoney() const { return operationOf(kind).has_value(); }
        /// What a request that moves money went out for, or may have: all that ended but what was taken back
        /// before.
        [[nodiscard]] qint64 sentCount() const
        {
            return !movesMoney()
                       ? 0
                       : counts.value(OperationState::Done) + counts.value(OperationState::Refused) +
                             counts.value(OperationState::InDoubt) + counts.value(OperationState::Conflict);
        }
        /// A person ended it (中止); it did not come to its own end.
        [[nodiscard]] bool wasStopped() const;
        /// For staff, in the language of the program.
        [[nodiscard]] QString reasonInWords() const;
    };

    /// In the caller's transaction, together with JournalStore::plan or RunItemStore::plan.
    StorageResult<Nothing> create(const Run &run);
    StorageResult<Nothing> setState(const RunId &id, State state, const QString &reason,
                                    const QDateTime &now);
    StorageResult<Nothing> setSwept(const RunId &id, const QDateTime &now);
    StorageResult<std::optional<Run>> byId(const RunId &id);
    /// Without counting the items, for a question that is asked before each of them.
    StorageResult<bool> isRunning(const RunId &id);
    StorageResult<QList<Run>> all(); ///< newest first
    /// Finished at or before this instant and without their closing sweep, oldest first. What moved no money
    /// needs none.
    StorageResult<QList<Run>> unswept(const QDateTime &finishedBy);

private:
    Database &m_database;
};

} // namespace kessai
