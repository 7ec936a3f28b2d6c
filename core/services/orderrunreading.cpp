// OrderRun: 状態一括確認 of many payments.
#include "core/base/sentence.h"
#include "core/services/orderrunprogress.h"
#include "core/services/workers.h"
#include "core/storage/lockconflict.h"

namespace kessai {

namespace {

constexpr qint64 ItemsAtOnce = 500; ///< read together, of a run of any size
constexpr int Passes = 2;           ///< what could not be sent is tried once more after all others

RunItemStore::Result resultOf(const RunItemStore::Waiting &item, const RefreshItem &read)
{
    RunItemStore::Result result;
    result.position = item.position;
    result.state = read.error.isEmpty() ? OperationState::Done : OperationState::Refused;
    result.change.paymentStatusBefore = read.before;
    result.change.paymentStatusAfter = read.after;
    result.change.amountBefore = read.amountBefore;
    result.change.amountAfter = read.amountAfter;
    result.change.changed = read.changed;
    result.change.problem = read.error;
    return result;
}

RunItemStore::Result unreadable(const RunItemStore::Waiting &item, const QString &problem)
{
    RefreshItem unread;
    unread.error = problem;
    return resultOf(item, unread);
}

} // namespace

/// As many at a time as there are slots.
QCoro::Task<> OrderRun::readAll(Progress &progress)
{
    for (int pass = 0; pass < Passes; ++pass) {
        progress.readTo = -1;
        progress.hasMore = true;
        progress.unsent = 0;
        Workers workers([this] { return slotsNow(m_context); },
                        [this, &progress] { return readNext(progress); });
        co_await workers.work();
        if (progress.unsent == 0 || progress.pauses() || progress.stop()) {
            co_return;
        }
    }
    progress.pauseReason = {
        .code = RunReason::Code::Breaker, .count = progress.unsent, .unsent = progress.unsent};
}

QCoro::Task<bool> OrderRun::readNext(Progress &progress)
{
    if (!mayGoOn(progress) || !hasNext(progress)) {
        co_return false;
    }
    const RunItemStore::Waiting item = progress.queue.takeFirst();
    co_await readOne(progress, item);
    co_return true;
}

QCoro::Task<> OrderRun::readOne(Progress &progress, RunItemStore::Waiting item)
{
    if (!item.target.payment) {
        note(progress,
             unreadable(item,
                        Sentence::tr("決済オーダーIDがありません（未連携）。対応表を取り込んでください。")));
        co_return;
    }
    const auto read = co_await m_refresh.refresh(*item.target.payment, progress.operatorName);
    takeRead(progress, item, read);
}

/// Reads on when those read are taken.
bool OrderRun::hasNext(Progress &progress)
{
    if (progress.queue.isEmpty() && progress.hasMore) {
        const auto some = progress.items.waiting(progress.run, progress.readTo, ItemsAtOnce);
        if (!some) {
            progress.failBy(some.error());
            return false;
        }
        progress.queue = *some;
        progress.readTo = some->isEmpty() ? progress.readTo : some->last().position;
        progress.hasMore = some->size() == ItemsAtOnce;
    }
    return !progress.queue.isEmpty();
}

void OrderRun::takeRead(Progress &progress, const RunItemStore::Waiting &item,
                        const StorageResult<RefreshItem> &read)
{
    if (!read && read.error().kind == StorageError::Kind::NotFound) { // it belongs to no order any more
        note(progress, unreadable(item, read.error().message));
    } else if (!read) {
        progress.failBy(read.error());
    } else {
        countAnswer(progress, *read);
        if (!read->gatewayUnusable) { // else it waits still: nothing was asked
            note(progress, resultOf(item, *read));
        }
    }
}

/// What an answer means for those after it (journal.md §3 BREAKER, as for the runs that move money).
void OrderRun::countAnswer(Progress &progress, const RefreshItem &read)
{
    if (read.unread) {
        ++progress.unreadInRow;
        progress.unsentInRow += read.gatewayUnusable ? 1 : 0;
        progress.unsent += read.gatewayUnusable ? 1 : 0;
    } else if (read.error.isEmpty() || read.unknownOrder) { // GMO answered
        progress.unreadInRow = 0;
        progress.unsentInRow = 0;
    }
    progress.outcome.gatewayUnusable |= read.gatewayUnusable;
    if (read.unread && progress.outcome.problem.isEmpty()) {
        progress.outcome.problem = read.error;
    }
    if (read.shopRefused) {
        progress.pauseReason = {.code = RunReason::Code::ShopRefused};
    } else if (progress.unreadInRow >= m_context.breaker) {
        progress.pauseReason = {
            .code = RunReason::Code::Breaker, .count = progress.unreadInRow, .unsent = progress.unsentInRow};
    }
}

void OrderRun::note(Progress &progress, const RunItemStore::Result &result)
{
    const auto noted = begunAgain(
        [&] { return progress.items.setResults(progress.run, {result}, m_context.clock.nowUtc()); });
    if (!noted) {
        progress.failBy(noted.error());
    }
}

} // namespace kessai
