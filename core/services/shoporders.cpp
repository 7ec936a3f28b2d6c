// Shop::operateOrders, and going on with and stopping such a run: work on many orders that moves no money.
#include "core/base/sentence.h"
#include "core/services/shopparts.h"
#include "core/storage/diskspace.h"

namespace kessai {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds LookAgain = 100ms;

} // namespace

QCoro::Task<Shop::OperationAnswer> Shop::operateOrders(OrderRunRequest request, std::function<bool()> stop)
{
    OperationAnswer answer;
    const bool asksForSomething =
        !request.items.isEmpty() && (request.kind == RunKind::Refresh ||
                                     (request.kind == RunKind::Status && request.wantedStatus.has_value()));
    if (!asksForSomething || !mayRunOrders(answer, request.kind)) {
        co_return answer;
    }
    const auto full = diskNearlyFull(m_context.database.spec());
    if (full) { // no new batch (journal.md §12)
        answer.storeError = full;
        co_return answer;
    }
    const auto planned = m_services->orderRun.plan(request, m_operatorName);
    if (!planned) {
        answer.storeError = planned.error();
        co_return answer;
    }
    answer.run = *planned;
    emit m_context.notifier.runChanged(planned->value);
    co_await workOrders(answer, *planned, stop);
    co_return answer;
}

/// What reads needs a connection; what only writes does not.
bool Shop::mayRunOrders(OperationAnswer &answer, RunKind kind)
{
    if (kind == RunKind::Refresh && !m_context.gate) {
        answer.gatewayUnusable = true;
        answer.pausedReason =
            Sentence::tr("GMOに接続していません。設定で接続先とショップIDを確認してください。");
        return false;
    }
    answer.storeError = m_context.brokenStore;
    return !m_context.brokenStore;
}

QCoro::Task<> Shop::workOrders(OperationAnswer &answer, RunId run, std::function<bool()> stop)
{
    const OrderRun::Outcome outcome = co_await m_services->orderRun.work(run, m_operatorName, stop);
    answer.gatewayUnusable = outcome.gatewayUnusable;
    answer.problem = outcome.problem;
    answer.storeError = outcome.storeError;
    const bool paused = outcome.state == RunStore::State::Paused; // one that a person stopped is over
    answer.pausedReason = paused ? outcome.reason.inWords() : QString();
}

QCoro::Task<> Shop::resumeOrders(OperationAnswer &answer, RunKind kind, std::function<bool()> stop)
{
    if (!mayRunOrders(answer, kind)) {
        co_return;
    }
    const RunId run = *answer.run;
    const auto resumed = m_services->orderRun.resume(run);
    if (!resumed) {
        answer.storeError = resumed.error();
    } else if (*resumed) {
        co_await workOrders(answer, run, stop);
    } else if (m_services->orderRun.isWorkingOn(run)) {
        answer.pausedReason =
            Sentence::tr("この一括処理は、GMOの回答をまだ待っています。終わってから再開してください。");
    }
}

/// As stopRun(). What is being read comes back first, so that nothing that was read is told as withdrawn.
QCoro::Task<StorageResult<bool>> Shop::stopOrders(RunId run)
{
    OrderRun &work = m_services->orderRun;
    const auto elsewhere = work.isElsewhere(run);
    if (!elsewhere || *elsewhere) {
        co_return elsewhere ? StorageResult<bool>(false) : elsewhere;
    }
    // Paused first, so that nobody begins more: a crash from here on leaves a run that a person goes on with.
    const RunReason reason{
        .code = RunReason::Code::StoppedBy, .text = m_operatorName, .at = m_context.clock.nowUtc()};
    const auto paused = m_services->bulkRun.pause(run, reason);
    if (!paused) {
        co_return failure(paused.error());
    }
    while (work.isWorkingOn(run)) {
        co_await m_context.clock.sleep(LookAgain);
    }
    const auto withdrawn = co_await work.withdrawAll(run);
    if (!withdrawn) {
        co_return failure(withdrawn.error());
    }
    const auto finished = finishIfAtRest(m_context, run, reason);
    if (!finished) {
        co_return failure(finished.error());
    }
    co_return true;
}

} // namespace kessai
