#include "core/services/promisedstatus.h"

#include "core/storage/runpromises.h"

namespace kessai {

namespace {

/// As many as are set together: they are asked for anew as late as can be, for others move orders too.
constexpr qint64 OrdersAtOnce = 50;

void add(PromisedStatus &kept, const OrderService::StatusChanges &answer)
{
    for (const StatusChange &change : answer.changes) {
        kept.changed += change.changed ? 1 : 0;
        if (!change.problem.isEmpty()) {
            kept.refused.append(change);
        }
    }
    kept.storeError = answer.storeError;
}

/// Whether all that was due has been looked at.
QCoro::Task<bool> setDue(ShopContext &context, PromisedStatus &kept, RunId run, QString operatorName,
                         std::function<bool()> stop)
{
    RunPromises promises(context.database);
    OrderService service(context);
    qint64 after = 0;
    while (!stop()) {
        const auto due = promises.due(run, after, OrdersAtOnce);
        if (!due) {
            kept.storeError = due.error();
            co_return false;
        }
        if (due->isEmpty()) {
            co_return true;
        }
        QList<OrderId> orders;
        for (const RunPromises::Due &owed : *due) {
            orders.append(owed.order);
        }
        after = due->last().number;
        const OrderService::StatusChanges answer =
            co_await service.setStatuses(orders, *kept.status, operatorName, stop);
        add(kept, answer);
        if (kept.storeError || answer.changes.size() < orders.size()) {
            co_return false;
        }
    }
    co_return false;
}

struct Standing
{
    bool over = false;
    qint64 open = 0;
};

StorageResult<Standing> standingOf(ShopContext &context, const RunId &run)
{
    const auto found = context.runs.byId(run);
    const auto open = RunPromises(context.database).openItems(run);
    if (!found || !open) {
        return failure(found ? open.error() : found.error());
    }
    return Standing{*found && (*found)->state == RunStore::State::Finished, *open};
}

} // namespace

QCoro::Task<PromisedStatus> keepPromisedStatus(ShopContext &context, RunId run, QString operatorName,
                                               std::function<bool()> stop)
{
    PromisedStatus kept;
    const auto promised = RunPromises(context.database).of(run);
    if (!promised || !*promised) {
        kept.storeError = promised ? std::nullopt : std::optional(promised.error());
        co_return kept;
    }
    kept.status = **promised;
    for (;;) {
        // From before: what settles while others are set may lie behind us.
        const auto before = standingOf(context, run);
        if (!before) {
            kept.storeError = before.error();
            co_return kept;
        }
        kept.waiting = before->open;
        const bool all = co_await setDue(context, kept, run, operatorName, stop);
        if (!all) {
            co_return kept;
        }
        if (before->over && before->open == 0) {
            static_cast<void>(
                RunPromises(context.database).forget(run).ok()); // kept too long sets none twice
            co_return kept;
        }
        const auto now = standingOf(context, run);
        if (!now || (now->over == before->over && now->open == before->open)) {
            co_return kept;
        }
        kept.refused.clear(); // they are asked for again
    }
}

} // namespace kessai
