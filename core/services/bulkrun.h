#pragma once

#include "core/domain/runreason.h"
#include "core/services/paymentoperation.h"
#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>

#include <QSet>

#include <functional>

namespace kessai {

/// Works the PLANNED operations of a run off, as many at a time as the shop has slots (journal.md §11
/// "Batch", §3 PARALLEL). Two runs at once share slots and pace, which are the gate's.
class BulkRun
{
public:
    BulkRun(ShopContext &context, PaymentOperation &operation) : m_context(context), m_operation(operation) {}

    struct Outcome
    {
        RunStore::State state = RunStore::State::Running;
        RunReason reason;
        bool gatewayUnusable = false;
        QString problem; ///< why, of the first item of which it was so
        std::optional<StorageError> storeError;
    };
    /// Until all are done, BREAKER pauses, or `stop` says true: claims no more then; what is sent is never
    /// aborted.
    QCoro::Task<Outcome> work(RunId run, std::function<bool()> stop);

    /// Paused → running again, with this program as its owner; false when there is no such paused run. A run
    /// that stands as running though this program has left it (its store failed at the end) counts as paused.
    StorageResult<bool> resume(const RunId &run);
    StorageResult<Nothing> pause(const RunId &run, const RunReason &reason);
    /// By this program, now: also while a paused run waits for its last answers.
    [[nodiscard]] bool isWorkingOn(const RunId &run) const { return m_working.contains(run); }

private:
    struct Progress;
    struct Queue;
    StorageResult<bool> hasOpenItems(const RunId &run);
    QCoro::Task<> workAll(RunId run, Progress &progress, Queue &queue, std::function<bool()> stop);
    bool hasNext(const RunId &run, Progress &progress, Queue &queue);
    QCoro::Task<bool> workNext(RunId run, Progress &progress, Queue &queue, std::function<bool()> stop);
    bool mayClaim(const RunId &run, Progress &progress, const std::function<bool()> &stop);
    QCoro::Task<> workOne(Progress &progress, Queue &queue, OperationId id, std::function<bool()> halt);
    void takeDown(Progress &progress, const OperationId &id, const OperationRunResult &result);
    Outcome close(const RunId &run, Progress &progress);

    ShopContext &m_context;
    PaymentOperation &m_operation;
    QSet<RunId> m_working; ///< by this program, now
};

} // namespace kessai
