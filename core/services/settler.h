#pragma once

#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QObject>
#include <QSet>

namespace kessai {

/// Settles what is in doubt by reading, never by sending (journal.md §8), and takes over what a gone owner
/// left (§10).
class Settler
{
public:
    explicit Settler(ShopContext &context) : m_context(context) {}

    /// What adoption found, for one banner.
    struct Adopted
    {
        int inDoubt = 0;            ///< armed before, now in doubt, or in doubt already
        int replanned = 0;          ///< claimed before: nothing was armed
        QList<Operation> withdrawn; ///< planned by a gone owner and belonging to no run
        int pausedRuns = 0;
        bool interrupted = false;   ///< its owner was at work; else only what was in doubt already
        bool fromOtherSeat = false; ///< of a seat that went away, not of a program that ran here before
        [[nodiscard]] bool any() const { return inDoubt || replanned || !withdrawn.isEmpty() || pausedRuns; }
    };
    StorageResult<Adopted> adoptAbandoned();

    /// One read of one operation in doubt, and what follows from it. The new state.
    QCoro::Task<OperationState> settleOnce(OperationId id);

    /// Reads all in doubt until none is left or the time is over; without time: each once.
    /// @param stop asked between reads
    QCoro::Task<> settleAll(std::optional<std::chrono::milliseconds> wait, std::function<bool()> stop);

    /// What this program armed is judged by the time since boot as well: a clock on the wall that is set
    /// forward must not hasten a "no".
    void armedNow(const OperationId &id, std::chrono::milliseconds sinceBoot)
    {
        m_armedSinceBoot[id] = sinceBoot;
    }
    /// It is over without doubt.
    void forget(const OperationId &id) { m_armedSinceBoot.remove(id); }

    /// How long to wait before the next read of an operation in doubt: the POLL schedule, a cancel's second
    /// read, the end of the settle time.
    [[nodiscard]] std::chrono::milliseconds nextReadIn(const Operation &operation) const;

private:
    [[nodiscard]] std::chrono::milliseconds pollDistance(int readsSoFar) const;
    StorageResult<Nothing> addUnownedRuns(QSet<RunId> &orphaned);
    StorageResult<int> pauseRuns(const QSet<RunId> &orphaned);
    StorageResult<Nothing> withdrawReplanned(Adopted &adopted);
    [[nodiscard]] Operation byTimeSinceBoot(Operation operation) const;
    QCoro::Task<OperationState> readAndDecide(Operation operation);
    StorageResult<SettleVerdict> verdictOn(const Operation &operation, const InquiryAnswer &answer,
                                           const QList<Evidence> &rows, const QDateTime &now);
    StorageResult<OperationState> apply(const Operation &operation, const InquiryAnswer &answer,
                                        const SettleVerdict &verdict, bool answerSaidSo);

    ShopContext &m_context;
    QSet<OperationId> m_reading;
    QHash<OperationId, int> m_readsSoFar;
    QHash<OperationId, std::chrono::milliseconds> m_armedSinceBoot;
    QSet<OperationId> m_readAgain; ///< cancels whose first "yes" was read
};

} // namespace kessai
