#include "core/services/bulkrun.h"

#include "core/services/gatewaytime.h"
#include "core/services/workers.h"
#include "core/storage/diskspace.h"
#include "core/storage/fewcheckpoints.h"
#include "core/storage/runwork.h"

#include <QScopeGuard>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 ItemsAtOnce = 500; ///< read together, of a run of any size

RunReason unwritable(const StorageError &error)
{
    return {.code = RunReason::Code::StoreFailed, .text = error.message};
}

} // namespace

/// What a run carries from item to item.
struct BulkRun::Progress
{
    Outcome outcome;
    RunKind kind = RunKind::Capture;
    int ambiguousInRow = 0;
    int unsentInRow = 0;   ///< of these: never sent
    RunReason pauseReason; ///< claim no more
    [[nodiscard]] bool pauses() const { return pauseReason.code != RunReason::Code::None; }
    bool takenOver = false; ///< another seat resumed the run: its items are not ours any more
    QList<OperationId> lostClaims;
};

/// The items that wait, for the workers of one pass over the run: read some at a time.
struct BulkRun::Queue
{
    QList<OperationId> operations; ///< those read
    Within within = Within::Run;
    bool hasMore = false; ///< behind those read
    qsizetype next = 0;
    qint64 readTo = 0;              ///< number of the last one read
    QList<OperationId> backInRun{}; ///< once more, after all others
    OperationId takeNext() { return operations.at(next++); }
};

QCoro::Task<BulkRun::Outcome> BulkRun::work(RunId run, std::function<bool()> stop)
{
    Progress progress;
    const auto row = m_context.runs.byId(run);
    if (!row || !*row) {
        progress.outcome.storeError = row ? StorageError{} : row.error();
        co_return progress.outcome;
    }
    progress.kind = (*row)->kind;
    m_working.insert(run);
    const auto left = qScopeGuard([this, run] { m_working.remove(run); });
    const FewCheckpoints fewCheckpoints(m_context.database);
    Queue all{.operations = {}, .within = Within::Run, .hasMore = true};
    co_await workAll(run, progress, all, stop);
    // A lost claim is tried once more at the end of the run, then CANCELLED, HELD (journal.md §6.2).
    Queue again{.operations = progress.lostClaims, .within = Within::RunLastTry};
    co_await workAll(run, progress, again, stop);
    if (stop() && !progress.pauses()) { // 一時停止 and 中止 say so themselves
        progress.pauseReason = {.code = RunReason::Code::Closed};
    }
    co_return close(run, progress);
}

/// Until none is left or none may be claimed any more.
QCoro::Task<> BulkRun::workAll(RunId run, Progress &progress, Queue &queue, std::function<bool()> stop)
{
    if (!hasNext(run, progress, queue)) {
        co_return;
    }
    // Not more than there are slots: an item that waits for one would be claimed and not worked on.
    Workers workers([this] { return slotsNow(m_context); },
                    [this, run, &progress, &queue, stop] { return workNext(run, progress, queue, stop); });
    co_await workers.work();
}

/// Reads on when those read are taken.
bool BulkRun::hasNext(const RunId &run, Progress &progress, Queue &queue)
{
    if (queue.next < queue.operations.size()) {
        return true;
    }
    queue.next = 0;
    queue.operations.clear();
    if (queue.hasMore) {
        const auto some = waitingOfRun(m_context.database, run, queue.readTo, ItemsAtOnce);
        if (!some) {
            progress.outcome.storeError = some.error();
            progress.pauseReason = unwritable(some.error());
            return false;
        }
        for (const NumberedOperation &operation : *some) {
            queue.operations.append(operation.id);
            queue.readTo = operation.number;
        }
        queue.hasMore = some->size() == ItemsAtOnce;
    }
    if (queue.operations.isEmpty()) {
        queue.operations = std::exchange(queue.backInRun, {});
    }
    return !queue.operations.isEmpty();
}

QCoro::Task<bool> BulkRun::workNext(RunId run, Progress &progress, Queue &queue, std::function<bool()> stop)
{
    if (!hasNext(run, progress, queue)) {
        co_return false;
    }
    const auto halt = [this, &run, &progress, &stop] { return !mayClaim(run, progress, stop); };
    // The items stay PLANNED while a run of cancels waits (journal.md §9).
    if (progress.kind == RunKind::Cancel) {
        co_await waitOutMidnight(m_context, halt);
    }
    if (!hasNext(run, progress, queue) || halt()) {
        co_return false;
    }
    co_await workOne(progress, queue, queue.takeNext(), halt);
    co_return true;
}

bool BulkRun::mayClaim(const RunId &run, Progress &progress, const std::function<bool()> &stop)
{
    const auto running = m_context.runs.isRunning(run);
    if (!running) {
        progress.outcome.storeError = running.error();
        progress.pauseReason = unwritable(running.error());
    }
    return running && *running && !stop() && !progress.pauses() && !progress.takenOver;
}

QCoro::Task<> BulkRun::workOne(Progress &progress, Queue &queue, OperationId id, std::function<bool()> halt)
{
    if (const auto full = diskNearlyFull(m_context.database.spec())) {
        progress.outcome.storeError = full;
        progress.pauseReason = {.code = RunReason::Code::DiskFull, .text = full->message};
        co_return;
    }
    const OperationRunResult result = co_await m_operation.run(id, queue.within, halt);
    if (result.lostClaim && queue.within == Within::Run) {
        progress.lostClaims.append(id);
    } else if (result.backInRun) {
        queue.backInRun.append(id);
    }
    takeDown(progress, id, result);
}

/// What an item's end means for those after it.
void BulkRun::takeDown(Progress &progress, const OperationId &id, const OperationRunResult &result)
{
    progress.outcome.gatewayUnusable |= result.gatewayUnusable;
    if (progress.outcome.problem.isEmpty()) {
        progress.outcome.problem = result.problem;
    }
    if (result.claimed && !result.backInRun) {
        const bool unsent = result.state == OperationState::Cancelled;
        progress.ambiguousInRow = result.ambiguous ? progress.ambiguousInRow + 1 : 0;
        progress.unsentInRow = result.ambiguous ? progress.unsentInRow + (unsent ? 1 : 0) : 0;
    } else if (!result.claimed && !result.lostClaim) {
        const auto row = m_context.journal.byId(id);
        progress.takenOver |= row && row->ownerBoot != m_context.seat.boot;
    }
    if (result.storeError) {
        progress.outcome.storeError = result.storeError;
        progress.pauseReason = unwritable(*result.storeError);
    } else if (result.shopLevelRefusal) {
        progress.pauseReason = {.code = RunReason::Code::ShopRefused};
    } else if (progress.ambiguousInRow >= m_context.breaker) {
        progress.pauseReason = {.code = RunReason::Code::Breaker,
                                .count = progress.ambiguousInRow,
                                .unsent = progress.unsentInRow};
    } else if (m_context.storeFailing()) {
        progress.pauseReason = {.code = RunReason::Code::AnswersUnstored};
    }
}

BulkRun::Outcome BulkRun::close(const RunId &run, Progress &progress)
{
    Outcome outcome = progress.outcome;
    // What a failing store left claimed is let go now, or the run is not over.
    const auto released = m_operation.releaseIdle();
    const auto open = hasOpenItems(run);
    if (!open) {
        outcome.storeError = open.error();
        return outcome;
    }
    if (!released && !progress.pauses()) {
        progress.pauseReason = unwritable(released.error());
    }
    const auto row = m_context.runs.byId(run);
    const RunReason kept = row && *row && (*row)->state == RunStore::State::Paused
                               ? RunReason::fromStored((*row)->reason)
                               : RunReason();
    const bool stopped = kept.code == RunReason::Code::StoppedBy;
    if (stopped || !progress.pauses() || progress.pauseReason.code == RunReason::Code::Closed) {
        progress.pauseReason = kept.code == RunReason::Code::None ? progress.pauseReason : kept;
    }
    // After our last item: what is not at rest is another program's.
    const auto elsewhere = m_context.journal.isElsewhere(run);
    if (!elsewhere || *elsewhere) { // another program resumed the run and says how it ends
        outcome.storeError = elsewhere ? outcome.storeError : elsewhere.error();
        return outcome;
    }
    const bool finished = !*open;
    outcome.state = finished ? RunStore::State::Finished : RunStore::State::Paused;
    const bool told = !finished || stopped; // a run that a person stopped is told apart from one that ended
    outcome.reason = told ? progress.pauseReason : RunReason();
    const auto stored =
        m_context.runs.setState(run, outcome.state, outcome.reason.stored(), m_context.clock.nowUtc());
    if (!stored) {
        outcome.storeError = stored.error();
    }
    emit m_context.notifier.runChanged(run.value);
    return outcome;
}

/// PLANNED, CLAIMED or ARMED: to be worked on still.
StorageResult<bool> BulkRun::hasOpenItems(const RunId &run)
{
    const auto row = m_context.runs.byId(run);
    if (!row) {
        return failure(row.error());
    }
    return *row && (*row)->openCount() > 0;
}

StorageResult<bool> BulkRun::resume(const RunId &run)
{
    const auto row = m_context.runs.byId(run);
    if (!row) {
        return failure(row.error());
    }
    const bool mayGoOn = *row && !m_working.contains(run) && (*row)->state != RunStore::State::Finished;
    if (!mayGoOn) {
        return false;
    }
    if ((*row)->state == RunStore::State::Running) {
        const auto elsewhere = m_context.journal.isElsewhere(run);
        if (!elsewhere || *elsewhere) {
            return elsewhere ? StorageResult<bool>(false) : elsewhere;
        }
    }
    const auto owned = m_context.journal.ownPlannedOfRun(run);
    if (!owned) {
        return failure(owned.error());
    }
    const auto stored = m_context.runs.setState(run, RunStore::State::Running, {}, m_context.clock.nowUtc());
    if (!stored) {
        return failure(stored.error());
    }
    emit m_context.notifier.runChanged(run.value);
    return true;
}

StorageResult<Nothing> BulkRun::pause(const RunId &run, const RunReason &reason)
{
    const auto stored =
        m_context.runs.setState(run, RunStore::State::Paused, reason.stored(), m_context.clock.nowUtc());
    emit m_context.notifier.runChanged(run.value);
    return stored;
}

} // namespace kessai
