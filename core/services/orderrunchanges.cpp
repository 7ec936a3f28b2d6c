// OrderRun: 対応状況の変更 of many orders.
#include "core/services/orderrunprogress.h"
#include "core/services/orderservice.h"
#include "core/storage/lockconflict.h"

namespace kessai {

using namespace std::chrono_literals;

namespace {

/// Few, for the writer is held as long: an answer of the gateway waits to be recorded.
constexpr qint64 OrdersAtOnce = 50;

RunItemStore::Result resultOf(const RunItemStore::Waiting &item, const StatusChange &change,
                              OrderStatus wanted)
{
    RunItemStore::Result result;
    result.position = item.position;
    result.state = change.problem.isEmpty() ? OperationState::Done : OperationState::Refused;
    result.change.orderStatusBefore = change.before;
    result.change.orderStatusAfter = change.problem.isEmpty() ? std::optional(wanted) : change.before;
    result.change.changed = change.changed;
    result.change.problem = change.problem;
    return result;
}

} // namespace

/// A piece at a time; where one of them stands in the way, each of the piece by itself.
QCoro::Task<> OrderRun::changeAll(Progress &progress)
{
    while (mayGoOn(progress)) {
        const auto changed = changeTogether(progress, OrdersAtOnce);
        if (!changed && isLockConflict(changed.error())) {
            co_await changeOneByOne(progress);
        } else if (!changed) {
            progress.failBy(changed.error());
        } else if (*changed == 0) {
            co_return;
        }
        emit m_context.notifier.runChanged(progress.run.value);
        co_await m_context.clock.sleep(0ms); // the journal's turn
    }
}

/// One that others keep changing has its sentence instead.
QCoro::Task<> OrderRun::changeOneByOne(Progress &progress)
{
    for (qint64 at = 0; at < OrdersAtOnce && mayGoOn(progress); ++at) {
        auto changed = changeTogether(progress, 1);
        for (int tries = 1; isBegunAgain(changed, tries); ++tries) {
            co_await m_context.clock.sleep(ConflictPause);
            changed = changeTogether(progress, 1);
        }
        if (!changed && isLockConflict(changed.error())) {
            const auto givenUp = giveUpFirst(progress, changed.error());
            if (!givenUp) {
                progress.failBy(givenUp.error());
            }
        } else if (!changed) {
            progress.failBy(changed.error());
        }
    }
}

/// The next few that wait: 対応状況 and what the run says of it change in one transaction. What waits is read
/// in it, so that an order whose change is kept though its commit seemed to fail is not changed twice.
/// @returns how many were looked at; 0: none waits, or the run is not ours any more
StorageResult<qsizetype> OrderRun::changeTogether(const Progress &progress, qint64 limit)
{
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    RunItemStore items(m_context.database);
    const auto ours = items.isBegunBy(progress.run, m_context.seat.boot);
    if (!ours || !*ours) {
        return ours ? StorageResult<qsizetype>(0) : failure(ours.error());
    }
    const auto waiting = items.waiting(progress.run, -1, limit);
    if (!waiting) {
        return failure(waiting.error());
    }
    OrderService orders(m_context);
    QList<StatusChange> changes;
    QList<RunItemStore::Result> results;
    for (const RunItemStore::Waiting &item : *waiting) {
        const auto change =
            orders.storeStatus(item.target.order, progress.wantedStatus, progress.operatorName);
        if (!change) {
            return failure(change.error());
        }
        changes.append(*change);
        results.append(resultOf(item, *change, progress.wantedStatus));
    }
    const auto noted = items.setResults(progress.run, results, m_context.clock.nowUtc());
    if (!noted) {
        return failure(noted.error());
    }
    const auto committed = transaction->commit();
    orders.tell(changes); // also where only the answer of the commit is lost: who listens reads them again
    return committed ? StorageResult<qsizetype>(waiting->size()) : failure(committed.error());
}

/// REFUSED, because of `problem`.
StorageResult<Nothing> OrderRun::giveUpFirst(const Progress &progress, const StorageError &problem)
{
    RunItemStore items(m_context.database);
    const auto waiting = items.waiting(progress.run, -1, 1);
    if (!waiting || waiting->isEmpty()) {
        return waiting ? StorageResult<Nothing>(Nothing{}) : failure(waiting.error());
    }
    StatusChange unchanged;
    unchanged.problem = problem.message;
    const RunItemStore::Result result = resultOf(waiting->first(), unchanged, progress.wantedStatus);
    return items.setResults(progress.run, {result}, m_context.clock.nowUtc());
}

} // namespace kessai
