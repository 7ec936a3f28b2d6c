#pragma once

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
    bool lostClaim = false;        ///< another operation is live: a run tries once more at its end
    QString heldBy;
    std::optional<StorageError> storeError; ///< before or at arm: nothing was sent
};

/// Carries one planned operation out: the eight steps of journal.md §6 in run(), top to bottom.
class PaymentOperation
{
public:
    PaymentOperation(ShopContext &context, Settler &settler) : m_context(context), m_settler(settler) {}

    /// @param inRun a lost claim stays PLANNED (the run tries again) instead of ending as CANCELLED, HELD
    QCoro::Task<OperationRunResult> run(OperationId id, bool inRun);

    /// Requests open now, for a visible count at quit.
    [[nodiscard]] int openCount() const { return int(m_running.size()); }
    [[nodiscard]] bool isRunning(const OperationId &id) const { return m_running.contains(id); }

private:
    struct Attempt;
    QCoro::Task<bool> claim(Attempt &attempt, bool inRun);
    QCoro::Task<bool> preCheck(Attempt &attempt);
    bool decideJob(Attempt &attempt);
    QCoro::Task<bool> arm(Attempt &attempt);
    SendGuard guardOf(const Attempt &attempt) const;
    QCoro::Task<> record(Attempt &attempt);
    QCoro::Task<> verify(Attempt &attempt);

    ShopContext &m_context;
    Settler &m_settler;
    QSet<OperationId> m_running;
};

} // namespace kessai
