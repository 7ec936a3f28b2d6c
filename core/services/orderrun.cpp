#include "core/services/orderrun.h"

#include "core/services/orderrunprogress.h"
#include "core/storage/diskspace.h"
#include "core/storage/fewcheckpoints.h"
#include "core/storage/lockconflict.h"

#include <QScopeGuard>

// What runs of both kinds share. Reading is in orderrunreading.cpp, changing 対応状況 in orderrunchanges.cpp.

namespace kessai {

using namespace std::chrono_literals;

namespace {

constexpr qint64 WithdrawnAtOnce = 1'000; ///< the writer is held as long

} // namespace

StorageResult<RunId> OrderRun::plan(const OrderRunRequest &request, const QString &operatorName)
{
    RunStore::Run run;
    run.id = {newUuid()};
    run.kind = request.kind;
    run.askedBy = operatorName;
    run.askedAt = m_context.clock.nowUtc();
    run.wantedStatus = request.wantedStatus;
    return begunAgain([&]() -> StorageResult<RunId> {
        auto transaction = Transaction::begin(m_context.database);
        if (!transaction) {
            return failure(transaction.error());
        }
        RunItemStore items(m_context.database);
        const auto created = m_context.runs.create(run);
        const auto begun = created ? items.begin(run.id, m_context.seat.boot) : created;
        const auto planned = begun ? items.plan(run.id, request.items) : begun;
        const auto committed = planned ? transaction->commit() : planned;
        return committed ? StorageResult<RunId>(run.id) : failure(committed.error());
    });
}

QCoro::Task<OrderRun::Outcome> OrderRun::work(RunId run, QString operatorName, std::function<bool()> stop)
{
    Progress progress{m_context.database, run, operatorName, stop};
    const auto row = m_context.runs.byId(run);
    if (!row || !*row) {
        progress.outcome.storeError = row ? StorageError{} : row.error();
        co_return progress.outcome;
    }
    m_working.insert(run);
    const auto left = qScopeGuard([this, run] { m_working.remove(run); });
    const FewCheckpoints fewCheckpoints(m_context.database);
    if ((*row)->kind == RunKind::Refresh) {
        co_await readAll(progress);
    } else if ((*row)->kind == RunKind::Status && (*row)->wantedStatus) {
        progress.wantedStatus = *(*row)->wantedStatus;
        co_await changeAll(progress);
    }
    if (stop() && !progress.pauses()) { // 一時停止 and 中止 say so themselves
        progress.pauseReason = {.code = RunReason::Code::Closed};
    }
    auto closed = close(progress);
    for (int tries = 1; isBegunAgain(closed, tries); ++tries) {
        co_await m_context.clock.sleep(ConflictPause);
        closed = close(progress);
    }
    if (!closed) {
        progress.outcome.storeError = closed.error();
        co_return progress.outcome;
    }
    emit m_context.notifier.runChanged(run.value);
    co_return *closed;
}

bool OrderRun::mayGoOn(Progress &progress)
{
    if (progress.pauses() || progress.stop()) {
        return false;
    }
    const auto ours = progress.items.isBegunBy(progress.run, m_context.seat.boot);
    if (!ours) {
        progress.failBy(ours.error());
    } else if (m_context.storeFailing()) {
        progress.pauseReason = {.code = RunReason::Code::AnswersUnstored};
    } else if (const auto full = diskNearlyFull(m_context.database.spec())) {
        progress.outcome.storeError = full;
        progress.pauseReason = {.code = RunReason::Code::DiskFull, .text = full->message};
    }
    return ours && *ours && !progress.pauses();
}

/// One transaction, so that nobody pauses, stops or resumes it in between.
StorageResult<OrderRun::Outcome> OrderRun::close(const Progress &progress)
{
    Outcome outcome = progress.outcome;
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    RunItemStore items(m_context.database);
    const auto ours = items.isBegunBy(progress.run, m_context.seat.boot);
    const auto row = m_context.runs.byId(progress.run);
    if (!ours || !row) {
        return failure(ours ? row.error() : ours.error());
    }
    const RunStore::Run run = row->value_or(RunStore::Run());
    const bool finished = run.openCount() == 0;
    const RunReason kept = RunReason::fromStored(run.reason);
    if (!*ours && (run.state != RunStore::State::Paused || !finished)) {
        outcome.state = run.state; // as a person or the program that resumed it says
        outcome.reason = kept;
        return outcome;
    }
    const bool stopped = kept.code == RunReason::Code::StoppedBy;
    outcome.state = finished ? RunStore::State::Finished : RunStore::State::Paused;
    const RunReason why = finished ? RunReason() : progress.pauseReason;
    outcome.reason = stopped ? kept : why;
    const auto stored = m_context.runs.setState(progress.run, outcome.state, outcome.reason.stored(),
                                                m_context.clock.nowUtc());
    const auto committed = stored ? transaction->commit() : stored;
    return committed ? StorageResult<Outcome>(outcome) : failure(committed.error());
}

StorageResult<bool> OrderRun::resume(const RunId &run)
{
    const auto row = m_context.runs.byId(run);
    const auto elsewhere = isElsewhere(run);
    if (!row || !elsewhere) {
        return failure(row ? elsewhere.error() : row.error());
    }
    const bool mayGoOn = *row && !(*row)->movesMoney() && (*row)->state != RunStore::State::Finished &&
                         !isWorkingOn(run) && !*elsewhere;
    if (!mayGoOn) {
        return false;
    }
    const auto begun = RunItemStore(m_context.database).begin(run, m_context.seat.boot);
    if (!begun) {
        return failure(begun.error());
    }
    emit m_context.notifier.runChanged(run.value);
    return true;
}

StorageResult<bool> OrderRun::isElsewhere(const RunId &run)
{
    const auto running = m_context.runs.isRunning(run);
    const auto ours = RunItemStore(m_context.database).isBegunBy(run, m_context.seat.boot);
    if (!running || !ours) {
        return failure(running ? ours.error() : running.error());
    }
    return *running && !*ours;
}

QCoro::Task<StorageResult<Nothing>> OrderRun::withdrawAll(RunId run)
{
    for (int conflicts = 0;;) {
        const auto withdrawn =
            RunItemStore(m_context.database).withdraw(run, WithdrawnAtOnce, m_context.clock.nowUtc());
        if (!withdrawn && isLockConflict(withdrawn.error()) && ++conflicts < TransactionTries) {
            co_await m_context.clock.sleep(ConflictPause);
            continue;
        }
        if (!withdrawn) {
            co_return failure(withdrawn.error());
        }
        if (*withdrawn == 0) {
            co_return Nothing{};
        }
        conflicts = 0;
        emit m_context.notifier.runChanged(run.value);
        co_await m_context.clock.sleep(0ms); // the journal's turn
    }
}

namespace {

/// @returns whether it is paused now; false: it was over, or its owner's state changed meanwhile
StorageResult<bool> pauseLeft(ShopContext &context, const RunItemStore::Owned &left)
{
    auto transaction = Transaction::begin(context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto still = RunItemStore(context.database).isBegunBy(left.run, left.boot);
    const auto row = context.runs.byId(left.run);
    if (!still || !row) {
        return failure(still ? row.error() : still.error());
    }
    if (!*still || !*row) {
        return false;
    }
    const bool waits = (*row)->openCount() > 0;
    const QString reason = waits ? RunReason{.code = RunReason::Code::OwnerGone}.stored() : QString();
    const auto stored =
        context.runs.setState(left.run, waits ? RunStore::State::Paused : RunStore::State::Finished, reason,
                              context.clock.nowUtc());
    const auto committed = stored ? transaction->commit() : stored;
    if (!committed) {
        return failure(committed.error());
    }
    emit context.notifier.runChanged(left.run.value);
    return waits;
}

} // namespace

StorageResult<int> pauseLeftOrderRuns(ShopContext &context)
{
    const auto others = RunItemStore(context.database).begunByOthers(context.seat.boot);
    if (!others) {
        return failure(others.error());
    }
    const bool manySeats = context.database.dialect() == DatabaseSpec::Dialect::Postgresql;
    int paused = 0;
    for (const RunItemStore::Owned &run : *others) {
        const auto alive = manySeats ? seatIsAlive(context.database, run.boot) : StorageResult<bool>(false);
        const auto left = alive && !*alive ? pauseLeft(context, run) : alive;
        if (!alive || !left) {
            return failure(alive ? left.error() : alive.error());
        }
        paused += !*alive && *left ? 1 : 0;
    }
    return paused;
}

} // namespace kessai
