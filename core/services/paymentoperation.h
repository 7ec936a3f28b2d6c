#pragma once

#include "core/services/journalrecord.h"
#include "core/services/settler.h"
#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>
#include <QSet>

namespace kessai {

/// How one attempt at an operation went, for breaker, run and command line.
struct OperationRunResult
{
    OperationState state = OperationState::Planned;
    bool ambiguous = false;        ///< counts for BREAKER
    bool shopLevelRefusal = false; ///< pauses the run
    bool gatewayUnusable = false;
    QString problem;        ///< why the gateway was of no use, in a sentence for staff; "" when it was
    bool lostClaim = false; ///< another operation is live: a run tries once more at its end
    QString heldBy;
    std::optional<StorageError> storeError; ///< before or at arm: nothing was sent
};

/// Carries one planned operation out: the eight steps of journal.md §6 in run(), top to bottom.
class PaymentOperation
{
public:
    PaymentOperation(ShopContext &context, Settler &settler) : m_context(context), m_settler(settler) {}

    /// The operation must be PLANNED and on disk.
    /// @param inRun a lost claim stays PLANNED (the run tries again) instead of ending as CANCELLED, HELD
    /// @param stop ends a run's waiting for midnight to pass; the item is then CANCELLED, MIDNIGHT
    QCoro::Task<OperationRunResult> run(OperationId id, bool inRun, std::function<bool()> stop);

    /// Operations of this boot that nobody works on, left by a store that failed: CLAIMED ones and PLANNED
    /// ones of no run end as CANCELLED, for nothing was sent; ARMED ones, and those that a BUSY answered, are
    /// in doubt. How many. Call it before planning.
    StorageResult<int> releaseIdle();

    /// Operations between claim and end now, for a visible count at quit.
    [[nodiscard]] int openCount() const { return int(m_running.size()); }

private:
    struct Attempt;
    enum class Next { Stop, TryAgain };

    StorageResult<bool> load(Attempt &attempt, const OperationId &id);
    bool claim(Attempt &attempt);
    QCoro::Task<bool> preCheck(Attempt &attempt);
    StorageResult<bool> untrustedRead(const Attempt &attempt);
    StorageResult<EndReason> chosenProblem(const Attempt &attempt);
    QCoro::Task<bool> stillBeforeMidnight(Attempt &attempt);
    StorageResult<bool> release(const Operation &row, EndReason reason);
    EndReason eligibility(const Attempt &attempt) const;
    EndReason deadlineProblem(const Attempt &attempt) const;
    EndReason prepare(Attempt &attempt) const;
    bool arm(Attempt &attempt);
    SendGuard guardOf(const Attempt &attempt) const;
    QCoro::Task<> record(Attempt &attempt);
    QCoro::Task<Next> verify(Attempt &attempt, qsizetype attemptsLeft);

    QCoro::Task<> afterSuccess(Attempt &attempt);
    QCoro::Task<> afterRefusal(Attempt &attempt);
    QCoro::Task<Next> afterBusy(Attempt &attempt, qsizetype attemptsLeft);
    QCoro::Task<std::optional<InquiryAnswer>> readAgain(Attempt &attempt);
    QCoro::Task<bool> moveUntilStored(Attempt &attempt, OperationState to, std::optional<Proof> proof,
                                      EndReason reason, std::optional<SeenPayment> seen);
    QCoro::Task<> skip(Attempt &attempt, EndReason reason);

    ShopContext &m_context;
    Settler &m_settler;
    QSet<OperationId> m_running;
};

} // namespace kessai
