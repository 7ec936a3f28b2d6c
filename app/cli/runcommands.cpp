#include "app/cli/runcommands.h"

#include "app/cli/confirmation.h"
#include "app/cli/openshop.h"
#include "app/cli/operationtext.h"
#include "app/cli/ordertext.h"
#include "app/cli/sweepreport.h"
#include "app/cli/textwriter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

QString wordOf(RunStore::State state)
{
    switch (state) {
    case RunStore::State::Running:
        return u"running"_s;
    case RunStore::State::Paused:
        return u"paused"_s;
    case RunStore::State::Finished:
        return u"finished"_s;
    }
    return {};
}

QString labelOf(RunStore::State state)
{
    switch (state) {
    case RunStore::State::Running:
        return u"実行中"_s;
    case RunStore::State::Paused:
        return u"一時停止"_s;
    case RunStore::State::Finished:
        return u"終了"_s;
    }
    return {};
}

/// 照合待ち: items of a finished run that the closing sweep has not read yet (journal.md §11).
qint64 unsweptCount(const RunStore::Run &run, qint64 items)
{
    return run.sweptAt ? 0 : items;
}

Result<RunStore::Run, CommandResult> findRun(ShopContext &context, const QString &id)
{
    const auto run = context.runs.byId(RunId{id});
    if (!run) {
        return failure(storeError(run.error()));
    }
    if (!*run) {
        return failure(usageError(u"一括処理 %1 はありません。kessai runs で確認してください。"_s.arg(id)));
    }
    return **run;
}

StorageResult<QList<OperationItem>> itemsOf(ShopContext &context, const RunId &run)
{
    const auto operations = context.journal.ofRun(run);
    if (!operations) {
        return failure(operations.error());
    }
    QList<OperationItem> items;
    for (const Operation &operation : *operations) {
        const auto item = itemOf(context.database, context.rules, operation.id);
        if (!item) {
            return failure(item.error());
        }
        items.append(*item);
    }
    return items;
}

/// The run with its items, as an operation's answer plus where the run stands.
CommandResult runResult(ShopContext &context, const QString &id)
{
    const auto run = findRun(context, id);
    if (!run) {
        return run.error();
    }
    const auto items = itemsOf(context, run->id);
    if (!items) {
        return storeError(items.error());
    }
    OperationReport report;
    report.operation = commandOf(run->kind);
    report.run = run->id;
    report.items = *items;
    CommandResult result = resultOf(report);
    result.document.insert(u"state"_s, wordOf(run->state));
    result.document.insert(u"reason"_s, run->reason);
    result.document.insert(u"unswept"_s, unsweptCount(*run, items->size()));
    result.text += u"%1 %2 照合待ち %3件\n"_s.arg(labelOf(run->state), run->reason,
                                                  QString::number(unsweptCount(*run, items->size())));
    return result;
}

CommandResult showRun(const Invocation &invocation, const QString &id)
{
    OpenedShop shop = openForReading(invocation);
    if (!shop) {
        return shop.error();
    }
    CommandResult result = runResult(shop.value()->context(), id);
    if (result.status != ExitStatus::Usage && result.status != ExitStatus::Store) {
        result.status = ExitStatus::AllDone; // asked was to see it
    }
    return result;
}

CommandResult pauseRun(const Invocation &invocation, const QString &id)
{
    OpenedShop shop = openForWriting(invocation);
    if (!shop) {
        return shop.error();
    }
    ShopContext &context = shop.value()->context();
    const auto run = findRun(context, id);
    if (!run) {
        return run.error();
    }
    if (run->state == RunStore::State::Running) {
        const auto paused = shop.value()->bulkRun().pause(run->id, u"担当者が一時停止しました"_s);
        if (!paused) {
            return storeError(paused.error());
        }
    }
    CommandResult result = runResult(context, id);
    if (result.status != ExitStatus::Store) {
        result.status = ExitStatus::AllDone;
    }
    return result;
}

/// What is left, asked again: the first time somebody agreed to the whole, but time has passed.
StorageResult<QString> resumeQuestion(ShopContext &context, const RunStore::Run &run)
{
    const auto operations = context.journal.ofRun(run.id);
    if (!operations) {
        return failure(operations.error());
    }
    ConfirmationRequest rest;
    rest.kind = run.kind;
    for (const Operation &operation : *operations) {
        if (operation.state != OperationState::Planned) {
            continue;
        }
        const auto payment = context.payments.byId(operation.paymentId);
        if (!payment) {
            return failure(payment.error());
        }
        rest.orders.append(payment->orderId);
    }
    return confirmationText(context, rest);
}

QCoro::Task<CommandResult> resumeRun(Invocation invocation, QString id)
{
    const QString noConsent = missingConsent(invocation);
    if (!noConsent.isEmpty()) {
        co_return usageError(noConsent);
    }
    OpenedShop shop = openForWriting(invocation);
    if (!shop) {
        co_return shop.error();
    }
    ShopContext &context = shop.value()->context();
    const auto run = findRun(context, id);
    if (!run) {
        co_return run.error();
    }
    const auto connected = co_await shop.value()->connectGateway();
    if (!connected) {
        CommandResult unusable = runResult(context, id);
        unusable.messages = {connected.error().message};
        co_return unusable;
    }
    if (!invocation.line.yes) {
        const auto question = resumeQuestion(context, *run);
        if (!question) {
            co_return storeError(question.error());
        }
        if (!invocation.terminal->confirm(*question)) {
            co_return usageError(u"取りやめました（何も実行していません）。"_s);
        }
    }
    invocation.stopSignal->listen();
    const Shop::OperationAnswer answer = co_await shop.value()->resumeRun(run->id, invocation.stop());
    if (answer.storeError) {
        co_return storeError(*answer.storeError);
    }
    CommandResult result = runResult(context, id);
    result.status = statusOf(answer.items, answer.gatewayUnusable);
    if (!answer.pausedReason.isEmpty()) {
        result.messages.append(answer.pausedReason);
    }
    co_return result;
}

QCoro::Task<CommandResult> reportRun(Invocation invocation, QString id)
{
    OpenedShop shop = openForWriting(invocation);
    if (!shop) {
        co_return shop.error();
    }
    ShopContext &context = shop.value()->context();
    const auto run = findRun(context, id);
    if (!run) {
        co_return run.error();
    }
    if (run->state != RunStore::State::Finished) {
        co_return runResult(context, id); // its closing sweep comes at its end
    }
    CommandResult swept;
    const auto connected = co_await shop.value()->connectGateway();
    if (connected) {
        invocation.stopSignal->listen();
        const auto report = co_await shop.value()->sweep().closeRun(run->id, invocation.stop());
        if (!report) {
            co_return storeError(report.error());
        }
        swept = sweepResult(*report);
    } else {
        SweepReport unread;
        unread.gatewayUnusable = true;
        swept = sweepResult(unread);
        swept.messages = {connected.error().message};
    }
    CommandResult result = runResult(context, id);
    result.document.insert(u"compared"_s, swept.document.value(u"compared"_s));
    result.document.insert(u"differences"_s, swept.document.value(u"differences"_s));
    result.text += swept.text;
    result.messages += swept.messages;
    if (swept.status == ExitStatus::InDoubt || result.status == ExitStatus::AllDone) {
        result.status = swept.status;
    }
    co_return result;
}

} // namespace

QCoro::Task<CommandResult> runRuns(Invocation invocation)
{
    OpenedShop shop = openForReading(invocation);
    if (!shop) {
        co_return shop.error();
    }
    const auto runs = shop.value()->context().runs.all();
    if (!runs) {
        co_return storeError(runs.error());
    }
    QJsonArray list;
    QList<QStringList> rows{{u"一括処理"_s, u"操作"_s, u"開始"_s, u"担当者"_s, u"状態"_s, u"件数"_s}};
    for (const RunStore::Run &run : *runs) {
        list.append(QJsonObject{{u"id"_s, run.id.value},
                                {u"operation"_s, commandOf(run.kind)},
                                {u"state"_s, wordOf(run.state)},
                                {u"reason"_s, run.reason},
                                {u"summary"_s, summaryJson(run.counts)}});
        rows.append({run.id.value, operationLabel(run.kind), timeText(run.askedAt), run.askedBy,
                     labelOf(run.state), countsText(run.counts)});
    }
    CommandResult result;
    result.document = {{u"runs"_s, list}};
    result.text = runs->isEmpty() ? u"一括処理はありません\n"_s : alignedRows(rows);
    co_return result;
}

QCoro::Task<CommandResult> runRun(Invocation invocation)
{
    const QString id = invocation.line.arguments.first();
    const QString verb = invocation.line.arguments.value(1);
    if (verb.isEmpty()) {
        co_return showRun(invocation, id);
    }
    if (verb == u"pause"_s) {
        co_return pauseRun(invocation, id);
    }
    if (verb == u"resume"_s) {
        const CommandResult result = co_await resumeRun(invocation, id);
        co_return result;
    }
    if (verb == u"report"_s) {
        const CommandResult result = co_await reportRun(invocation, id);
        co_return result;
    }
    co_return usageError(
        u"run に「%1」はありません。resume・pause・report のどれかを指定してください。"_s.arg(verb));
}

} // namespace kessai::cli
