#include "app/cli/runcommands.h"

#include "app/cli/confirmation.h"
#include "app/cli/openshop.h"
#include "app/cli/operationtext.h"
#include "app/cli/ordertext.h"
#include "app/cli/runreport.h"
#include "app/cli/sweepreport.h"
#include "app/cli/textwriter.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

QString overAlready()
{
    return u"この一括処理はもう終わっています。待機中の件はありません。"_s;
}

CommandResult showRun(const Invocation &invocation, const QString &id)
{
    OpenedShop shop = openForReading(invocation);
    if (!shop) {
        return shop.error();
    }
    CommandResult result = runResult(shop.value()->context(), id, invocation.line.json);
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
        const auto paused = shop.value()->pauseRun(run->id);
        if (!paused) {
            return storeError(paused.error());
        }
    }
    CommandResult result = runResult(context, id, invocation.line.json);
    if (run->state == RunStore::State::Finished) {
        result.messages.append(overAlready());
    } else if (result.status != ExitStatus::Store) {
        result.status = ExitStatus::AllDone;
    }
    return result;
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
    if (run->state == RunStore::State::Finished) {
        CommandResult over = runResult(context, id, invocation.line.json);
        over.messages.append(overAlready());
        co_return over;
    }
    if (run->kind != RunKind::Status) { // which needs no gateway
        const auto connected = co_await shop.value()->connectGateway();
        if (!connected) {
            const QStringList problem{connected.error().message};
            co_return runResult(context, id, invocation.line.json, problem);
        }
    }
    if (!invocation.line.yes) {
        const auto question = restOfRunInWords(context, *run);
        if (!question) {
            co_return storeError(question.error());
        }
        if (!invocation.terminal->confirm(*question + u"実行しますか"_s)) {
            co_return usageError(u"取りやめました（何も実行していません）。"_s);
        }
    }
    invocation.stopSignal->listen();
    const Shop::OperationAnswer answer = co_await shop.value()->resumeInPieces(run->id, invocation.stop());
    const PromisedStatus promised =
        co_await keepPromisedStatus(context, run->id, shop.value()->operatorName(), invocation.stop());
    co_return resumedResult(context, *run, answer, promised, invocation.line.json);
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
    if (run->state != RunStore::State::Finished || !run->movesMoney()) {
        // Its closing sweep comes at its end; what moved no money has none.
        co_return runResult(context, id, invocation.line.json);
    }
    CommandResult swept;
    const auto connected = co_await shop.value()->connectGateway();
    if (connected) {
        invocation.stopSignal->listen();
        const auto again = shop.value()->sweep().startAgain(run->id); // who asks wants all of it told
        if (!again) {
            co_return storeError(again.error());
        }
        const auto report =
            co_await shop.value()->sweep().closeRun(run->id, invocation.stop(), Sweep::AtSilence::GoOn);
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
    co_return reportResult(context, id, swept, invocation.line.json);
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
                                {u"reason"_s, run.reasonInWords()},
                                {u"summary"_s, summaryJson(run.counts)}});
        rows.append({run.id.value, operationLabel(run.kind), timeText(run.askedAt), run.askedBy, labelOf(run),
                     run.movesMoney() ? countsText(run.counts) : orderCountsText(run.counts)});
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
