#include "app/cli/openshop.h"
#include "app/cli/operationtext.h"
#include "app/cli/runreport.h"
#include "app/cli/settlecommands.h"
#include "core/storage/runpromises.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

Result<std::optional<std::chrono::milliseconds>, QString> waitOf(const CommandLine &line)
{
    using Wait = std::optional<std::chrono::milliseconds>;
    if (!line.has(u"wait"_s)) {
        return Wait();
    }
    bool isNumber = false;
    const int seconds = line.value(u"wait"_s).toInt(&isNumber);
    if (!isNumber || seconds < 0) {
        return failure(u"--wait の「%1」は秒数ではありません。0以上の数字で指定してください。"_s.arg(
            line.value(u"wait"_s)));
    }
    return Wait(std::chrono::seconds(seconds));
}

/// As the person says, or when the command may wait no longer (design.md §8).
std::function<bool()> stopAfter(const Invocation &invocation, std::optional<std::chrono::milliseconds> wait)
{
    if (!wait) {
        return invocation.stop();
    }
    Clock *const clock = invocation.clock;
    const std::chrono::milliseconds end = clock->sinceBoot() + *wait;
    return [stop = invocation.stop(), clock, end] { return stop() || clock->sinceBoot() >= end; };
}

StorageResult<QList<OperationItem>> itemsOf(ShopContext &context, const QList<Operation> &operations)
{
    QList<OperationItem> items;
    for (const Operation &operation : operations) {
        const auto item = itemOf(context.database, context.rules, operation.id);
        if (!item) {
            return failure(item.error());
        }
        items.append(*item);
    }
    return items;
}

/// What needs a person: operations in conflict and payments with an open finding.
StorageResult<qint64> conflictCount(ShopContext &context)
{
    const auto operations = context.journal.inState(OperationState::Conflict);
    const auto findings = context.journal.openFindings();
    if (!operations) {
        return failure(operations.error());
    }
    if (!findings) {
        return failure(findings.error());
    }
    QSet<PaymentId> payments;
    for (const Operation &operation : *operations) {
        payments.insert(operation.paymentId);
    }
    for (const Finding &finding : *findings) {
        payments.insert(finding.paymentId);
    }
    return qint64(payments.size());
}

ExitStatus settledStatus(const QList<OperationItem> &items, qint64 left, bool gatewayUnusable)
{
    return left > 0 ? ExitStatus::InDoubt : statusOf(items, gatewayUnusable);
}

CommandResult settleResult(ShopContext &context, const QList<Operation> &operations, bool gatewayUnusable)
{
    const auto items = itemsOf(context, operations);
    const auto inDoubt = context.journal.inState(OperationState::InDoubt);
    const auto conflict = conflictCount(context);
    if (!items) {
        return storeError(items.error());
    }
    if (!inDoubt) {
        return storeError(inDoubt.error());
    }
    if (!conflict) {
        return storeError(conflict.error());
    }
    OperationReport report;
    report.items = *items;
    QJsonArray list;
    for (const OperationItem &item : *items) {
        list.append(itemJson(item));
    }
    CommandResult result;
    result.status = settledStatus(*items, inDoubt->size() + *conflict, gatewayUnusable);
    result.document = {{u"items"_s, list}, {u"inDoubt"_s, inDoubt->size()}, {u"conflict"_s, *conflict}};
    result.text = operationText(report) + u"結果確認中 %1件、要確認 %2件\n"_s.arg(
                                              QString::number(inDoubt->size()), QString::number(*conflict));
    return result;
}

/// 対応状況 that runs which are over owe still, now that more of them has got DONE (RunPromises); told on
/// stderr, for the document is as agreed.
QCoro::Task<> keepPromises(Shop *shop, CommandResult *result, std::function<bool()> stop)
{
    ShopContext &context = shop->context();
    const auto owing = RunPromises(context.database).overdue();
    if (!owing) {
        *result = withStoreError(*result, owing.error(), true);
        co_return;
    }
    for (const RunId &run : *owing) {
        const PromisedStatus kept = co_await keepPromisedStatus(context, run, shop->operatorName(), stop);
        tellPromised(*result, kept);
    }
}

/// The closing sweep of finished runs and what is on watch (journal.md §8, §11); it changes no operation's
/// result.
QCoro::Task<StorageResult<Nothing>> sweepWhatIsDue(Shop *shop, std::function<bool()> stop)
{
    const auto runs = shop->context().runs.all();
    if (!runs) {
        co_return failure(runs.error());
    }
    for (const RunStore::Run &run : *runs) {
        if (run.state != RunStore::State::Finished || run.sweptAt || stop()) {
            continue;
        }
        const auto report = co_await shop->sweep().closeRun(run.id, stop);
        if (!report) {
            co_return failure(report.error());
        }
        if (!report->gatewayAnswers()) {
            co_return Nothing{}; // the next call goes on here
        }
    }
    const auto watched = co_await shop->sweep().watchDue(stop);
    if (!watched) {
        co_return failure(watched.error());
    }
    co_return Nothing{};
}

} // namespace

QCoro::Task<CommandResult> runSettle(Invocation invocation)
{
    const auto wait = waitOf(invocation.line);
    if (!wait) {
        co_return usageError(wait.error());
    }
    OpenedShop shop = openForWriting(invocation);
    if (!shop) {
        co_return shop.error();
    }
    Shop *const opened = shop.value().get();
    const auto inDoubt = opened->context().journal.inState(OperationState::InDoubt);
    if (!inDoubt) {
        co_return storeError(inDoubt.error());
    }
    const auto connected = co_await opened->connectGateway();
    if (!connected) {
        CommandResult result = settleResult(opened->context(), *inDoubt, true);
        result.messages.append(connected.error().message);
        co_await keepPromises(opened, &result, invocation.stop()); // that needs no gateway
        co_return result;
    }
    invocation.stopSignal->listen();
    const std::function<bool()> stop = stopAfter(invocation, *wait);
    co_await opened->settler().settleAll(*wait, invocation.stop());
    const auto swept = co_await sweepWhatIsDue(opened, stop);
    CommandResult result = settleResult(opened->context(), *inDoubt, false);
    if (!swept) {
        co_return withStoreError(result, swept.error(), !inDoubt->isEmpty());
    }
    co_await keepPromises(opened, &result, invocation.stop());
    co_return result;
}

} // namespace kessai::cli
