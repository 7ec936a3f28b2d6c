// Shop::operate and Shop::resumeRun: what comes before money moves, the work, and the answer afterwards.
#include "core/base/sentence.h"
#include "core/services/shopparts.h"
#include "core/storage/diskspace.h"
#include "core/storage/runrows.h"

namespace kessai {

QCoro::Task<Shop::OperationAnswer> Shop::operate(QList<OperationRequest> requests, std::function<bool()> stop)
{
    const OperationRequests all = OperationRequests::of(requests);
    const OperationAnswer answer = co_await planAndWork(all, PlannedItems::All, stop);
    co_return answer;
}

QCoro::Task<Shop::OperationAnswer> Shop::operateInPieces(OperationRequests requests,
                                                         std::function<bool()> stop)
{
    const PlannedItems kept = requests.count > 1 ? PlannedItems::Held : PlannedItems::All;
    const OperationAnswer answer = co_await planAndWork(requests, kept, stop);
    co_return answer;
}

QCoro::Task<Shop::OperationAnswer> Shop::planAndWork(OperationRequests requests, PlannedItems kept,
                                                     std::function<bool()> stop)
{
    OperationAnswer answer;
    const bool mayMove = co_await mayMoveMoney(answer, stop);
    if (!mayMove) {
        co_return answer;
    }
    const auto full = requests.count > 1 ? diskNearlyFull(m_context.database.spec()) : std::nullopt;
    if (full) { // no new batch (journal.md §12)
        answer.storeError = full;
        co_return answer;
    }
    auto plan = co_await m_services->planner.planInPieces(requests, kept, stop);
    if (!plan) {
        answer.storeError = plan.error();
        co_return answer;
    }
    if (plan->stopped) {
        answer.pausedReason = Sentence::tr("中断したため、何も実行していません。");
        co_return answer;
    }
    answer.run = plan->run;
    answer.items = std::exchange(plan->items, {});
    if (answer.run) {
        emit m_context.notifier.runChanged(answer.run->value);
        co_await work(answer, *answer.run, stop);
    } else {
        co_await workAlone(answer);
    }
    refreshItems(answer);
    co_return answer;
}

/// A connection, and after a restore the sweep that comes before money moves; else the answer says why not.
QCoro::Task<bool> Shop::mayMoveMoney(OperationAnswer &answer, std::function<bool()> stop)
{
    if (!m_context.gate) {
        answer.gatewayUnusable = true;
        answer.pausedReason =
            Sentence::tr("GMOに接続していないため、決済の操作はできません。設定を確認してください。");
        co_return false;
    }
    if (m_context.brokenStore) {
        answer.storeError = m_context.brokenStore;
        co_return false;
    }
    const auto released = m_services->operation.releaseIdle();
    if (!released) {
        answer.storeError = released.error();
        co_return false;
    }
    const auto swept = co_await sweptAfterRestore(stop);
    if (swept && *swept) {
        co_return true;
    }
    answer.storeError = swept ? std::nullopt : std::optional<StorageError>(swept.error());
    answer.gatewayUnusable = true;
    answer.pausedReason = Sentence::tr("バックアップから復元した後の照合がまだ終わっていないため、決済の操作"
                                       "はできません。GMOとの接続を確認してください。");
    co_return false;
}

QCoro::Task<> Shop::workAlone(OperationAnswer &answer)
{
    if (answer.items.isEmpty() || answer.items.first().state != OperationState::Planned) {
        co_return;
    }
    const OperationRunResult result = co_await m_services->operation.run(*answer.items.first().operation,
                                                                         Within::NoRun, [] { return false; });
    if (result.state == OperationState::Planned) {
        // Nobody waits for it any more; a store that fails here too is told by storeError.
        static_cast<void>(m_services->operation.releaseIdle().ok());
    }
    answer.gatewayUnusable = result.gatewayUnusable;
    answer.problem = result.problem;
    answer.storeError = result.storeError;
    answer.items.first().heldBy = result.heldBy;
}

QCoro::Task<> Shop::work(OperationAnswer &answer, RunId run, std::function<bool()> stop)
{
    const BulkRun::Outcome outcome = co_await m_services->bulkRun.work(run, stop);
    answer.gatewayUnusable = outcome.gatewayUnusable;
    answer.problem = outcome.problem;
    answer.storeError = outcome.storeError;
    const bool paused = outcome.state == RunStore::State::Paused; // one that a person stopped is over
    answer.pausedReason = paused ? outcome.reason.inWords() : QString();
}

QCoro::Task<Shop::OperationAnswer> Shop::resumeRun(RunId run, std::function<bool()> stop)
{
    const auto moneyless = runrows::movesNoMoney(m_context.database, run);
    if (moneyless && *moneyless) {
        OperationAnswer told = co_await resumeInPieces(run, stop);
        const auto rest = itemsOfRun(m_context.database, m_context.rules, run);
        told.items = rest ? *rest : QList<OperationItem>();
        told.storeError = rest ? told.storeError : std::optional(rest.error());
        co_return told;
    }
    const auto items = itemsOfRun(m_context.database, m_context.rules, run);
    if (!items) {
        OperationAnswer unread;
        unread.run = run;
        unread.storeError = items.error();
        co_return unread;
    }
    OperationAnswer answer = co_await resumeInPieces(run, stop);
    answer.items = *items;
    refreshItems(answer);
    co_return answer;
}

QCoro::Task<Shop::OperationAnswer> Shop::resumeInPieces(RunId run, std::function<bool()> stop)
{
    OperationAnswer answer;
    answer.run = run;
    const auto row = m_context.runs.byId(run);
    if (!row) {
        answer.storeError = row.error();
        co_return answer;
    }
    if (*row && !(*row)->movesMoney()) {
        co_await resumeOrders(answer, (*row)->kind, stop);
        co_return answer;
    }
    const bool mayMove = co_await mayMoveMoney(answer, stop);
    if (!mayMove) {
        co_return answer;
    }
    const auto resumed = m_services->bulkRun.resume(run);
    if (!resumed) {
        answer.storeError = resumed.error();
    } else if (*resumed) {
        co_await work(answer, run, stop);
    } else if (m_services->bulkRun.isWorkingOn(run)) {
        answer.pausedReason = Sentence::tr(
            "この一括処理は、送信済みの処理の回答をまだ待っています。終わってから再開してください。");
    }
    co_return answer;
}

/// What the journal says now is the answer, whatever happened on the way.
void Shop::refreshItems(OperationAnswer &answer)
{
    QList<OperationId> ids;
    for (const OperationItem &item : answer.items) {
        if (item.operation) {
            ids.append(*item.operation);
        }
    }
    const auto read = itemsOf(m_context.database, ids);
    if (!read) {
        answer.storeError = answer.storeError ? answer.storeError : std::optional(read.error());
        return;
    }
    auto current = read->begin(); // in the order of the answer's
    for (OperationItem &item : answer.items) {
        if (item.operation && current != read->end() && current->operation == item.operation) {
            const QString heldBy = item.heldBy;
            item = *current++;
            item.heldBy = heldBy;
        }
    }
}

/// After a restore all payments are compared with the gateway before money moves (journal.md §12).
QCoro::Task<StorageResult<bool>> Shop::sweptAfterRestore(std::function<bool()> stop)
{
    const auto needed = m_context.meta.sweepNeeded();
    if (!needed) {
        co_return failure(needed.error());
    }
    if (!*needed) {
        co_return true;
    }
    const auto swept = co_await m_services->sweep.afterRestore(stop);
    co_return swept;
}

} // namespace kessai
