// Shop::pauseRun and Shop::stopRun: a person's word to a run.
#include "core/services/shopparts.h"
#include "core/storage/lockconflict.h"
#include "core/storage/runwork.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Few, for the writer is held as long: an answer of the gateway waits to be recorded.
constexpr qint64 ItemsAtOnce = 100;
constexpr std::chrono::milliseconds LookAgain = 100ms;

/// PLANNED → CANCELLED, WITHDRAWN, as far as they are PLANNED still: one transaction.
StorageResult<QList<PaymentId>> withdraw(ShopContext &context, const QList<Operation> &items,
                                         const QString &operatorName)
{
    auto transaction = Transaction::begin(context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    Evidence evidence;
    evidence.source = u"PERSON"_s;
    evidence.fields = QString::fromUtf8(
        QJsonDocument(QJsonObject{{u"operator"_s, operatorName}}).toJson(QJsonDocument::Compact));
    QList<PaymentId> moved;
    for (const Operation &item : items) {
        const Move move{item.id,      OperationState::Planned, OperationState::Cancelled, item.epoch,
                        std::nullopt, EndReason::Withdrawn};
        const auto done = context.journal.move(move, evidence, context.clock.nowUtc());
        if (!done) {
            return failure(done.error());
        }
        if (*done) {
            moved.append(item.paymentId);
        }
    }
    const auto committed = transaction->commit();
    return committed ? StorageResult<QList<PaymentId>>(moved) : failure(committed.error());
}

void tellPayments(ShopContext &context, const QList<PaymentId> &payments)
{
    for (const PaymentId id : payments) {
        const auto payment = context.payments.byId(id);
        if (payment) { // else the lists read it again with the next change
            emit context.notifier.paymentChanged(id, payment->orderId);
        }
    }
}

/// The payments of what was withdrawn; none at all: nothing waits any more. Another seat may have been
/// quicker with everything that waited when it was read: then there are none, but what waits behind it is
/// still left.
StorageResult<std::optional<QList<PaymentId>>> withdrawPiece(ShopContext &context, const RunId &run,
                                                             const QString &operatorName)
{
    const auto waiting = waitingItems(context.database, run, ItemsAtOnce);
    if (!waiting) {
        return failure(waiting.error());
    }
    if (waiting->isEmpty()) {
        return std::optional<QList<PaymentId>>();
    }
    const auto withdrawn = withdraw(context, *waiting, operatorName);
    if (!withdrawn) {
        return failure(withdrawn.error());
    }
    return std::optional(*withdrawn);
}

/// All items of the run that wait, piece by piece, until none is left. Others have their turn in between.
QCoro::Task<StorageResult<Nothing>> withdrawAll(ShopContext &context, RunId run, QString operatorName)
{
    for (int conflicts = 0;;) {
        const auto withdrawn = withdrawPiece(context, run, operatorName);
        if (!withdrawn && isLockConflict(withdrawn.error()) && ++conflicts < TransactionTries) {
            continue;
        }
        if (!withdrawn) {
            co_return failure(withdrawn.error());
        }
        if (!withdrawn->has_value()) {
            co_return Nothing{};
        }
        conflicts = 0;
        tellPayments(context, **withdrawn);
        emit context.notifier.runChanged(run.value);
        co_await context.clock.sleep(0ms);
    }
}

} // namespace

StorageResult<Nothing> finishIfAtRest(ShopContext &context, const RunId &run, const RunReason &reason)
{
    const auto row = context.runs.byId(run);
    if (!row) {
        return failure(row.error());
    }
    if (!*row || (*row)->state == RunStore::State::Finished || (*row)->openCount() > 0) {
        return Nothing{};
    }
    const auto finished =
        context.runs.setState(run, RunStore::State::Finished, reason.stored(), context.clock.nowUtc());
    emit context.notifier.runChanged(run.value);
    return finished;
}

StorageResult<Nothing> Shop::pauseRun(const RunId &run)
{
    return m_services->bulkRun.pause(run, {.code = RunReason::Code::PausedBy, .text = m_operatorName});
}

QCoro::Task<StorageResult<bool>> Shop::stopRun(RunId run)
{
    BulkRun &work = m_services->bulkRun;
    const auto row = m_context.runs.byId(run);
    if (!row) {
        co_return failure(row.error());
    }
    if (*row && !(*row)->movesMoney() && (*row)->state != RunStore::State::Finished) {
        const auto stopped = co_await stopOrders(run);
        co_return stopped;
    }
    const auto elsewhere = worksElsewhere(run);
    if (!elsewhere) {
        co_return failure(elsewhere.error());
    }
    if (!*row || (*row)->state == RunStore::State::Finished || *elsewhere) {
        co_return false;
    }
    // Paused first, so that nobody claims more: a crash from here on leaves a run that a person goes on with.
    const RunReason reason{
        .code = RunReason::Code::StoppedBy, .text = m_operatorName, .at = m_context.clock.nowUtc()};
    const auto paused = work.pause(run, reason);
    if (!paused) {
        co_return failure(paused.error());
    }
    const auto withdrawn = co_await withdrawAll(m_context, run, m_operatorName);
    if (!withdrawn) {
        co_return failure(withdrawn.error());
    }
    while (work.isWorkingOn(run)) { // what is sent is never aborted
        co_await m_context.clock.sleep(LookAgain);
    }
    // What was under way and went back into the run, and what a store that failed left claimed.
    static_cast<void>(m_services->operation.releaseIdle().ok());
    const auto rest = co_await withdrawAll(m_context, run, m_operatorName);
    if (!rest) {
        co_return failure(rest.error());
    }
    const auto finished = finishIfAtRest(m_context, run, reason);
    if (!finished) {
        co_return failure(finished.error());
    }
    co_return true;
}

/// Running, but not here: at another seat, or at one that is gone and whose run nobody has taken over yet.
StorageResult<bool> Shop::worksElsewhere(const RunId &run)
{
    const auto running = m_context.runs.isRunning(run);
    if (!running) {
        return failure(running.error());
    }
    if (!*running || m_services->bulkRun.isWorkingOn(run)) {
        return false;
    }
    return hasItemsOfOthers(m_context.database, run, m_context.seat.boot);
}

} // namespace kessai
