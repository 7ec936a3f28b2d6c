#include "app/cli/runreport.h"

#include "app/cli/longreport.h"
#include "app/cli/operationtext.h"
#include "app/cli/orderreport.h"
#include "app/cli/textwriter.h"
#include "core/services/runitempages.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

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

QString labelOf(const RunStore::Run &run)
{
    switch (run.state) {
    case RunStore::State::Running:
        return u"実行中"_s;
    case RunStore::State::Paused:
        return u"一時停止"_s;
    case RunStore::State::Finished:
        return run.wasStopped() ? u"中止"_s : u"終了"_s;
    }
    return {};
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

namespace {

/// What moves no money is not asked for order by order.
QString restOfOrderRunInWords(const RunStore::Run &run)
{
    const QString status = run.wantedStatus ? u"（%1）"_s.arg(labelOf(*run.wantedStatus)) : QString();
    return u"残りの%1%2を実行します。%3件\n"_s.arg(operationLabel(run.kind), status,
                                                   QString::number(run.openCount()));
}

} // namespace

StorageResult<QString> restOfRunInWords(ShopContext &context, const RunStore::Run &run)
{
    if (!run.movesMoney()) {
        return restOfOrderRunInWords(run);
    }
    const auto operations = context.journal.ofRun(run.id);
    if (!operations) {
        return failure(operations.error());
    }
    QList<QStringList> rows{{u"注文番号"_s, u"お名前"_s, u"決済オーダーID"_s, u"金額"_s}};
    Yen total;
    for (const Operation &operation : *operations) {
        if (operation.state != OperationState::Planned) {
            continue;
        }
        const auto item = itemOf(context.database, context.rules, operation.id);
        if (!item) {
            return failure(item.error());
        }
        const auto order = summaryOf(context, item->order);
        if (!order) {
            return failure(order.error());
        }
        total += item->amount.value_or(Yen{});
        rows.append({item->orderNumber, order->customerName, item->gatewayOrderId, yenText(item->amount)});
    }
    return u"残りの%1を実行します。\n%2%3件、合計 %4円\n計画した後に決済や金額が変わったものは、理由を付けて取りやめます。\n"_s
        .arg(operationLabel(run.kind), alignedRows(rows, {3}), QString::number(rows.size() - 1),
             groupedYen(total));
}

namespace {

/// Every item of the run, as far as they can be read.
StorageResult<Nothing> tellRun(LongReport &report, ShopContext &context, const RunId &run)
{
    RunItemPages pages(context.database, run);
    for (;;) {
        const auto page = pages.next();
        if (!page) {
            return failure(page.error());
        }
        if (page->isEmpty()) {
            return Nothing{};
        }
        for (const OperationItem &item : *page) {
            report.add(item);
        }
    }
}

CommandResult resultOfRun(LongReport &report, const RunStore::Run &run, const QStringList &gatewayProblem)
{
    OperationReport rest;
    rest.operation = commandOf(run.kind);
    rest.run = run.id;
    rest.movesMoney = run.movesMoney();
    rest.gatewayUnusable = !gatewayProblem.isEmpty();
    rest.messages = gatewayProblem;
    CommandResult result = report.result(rest);
    // 照合待ち: items that were sent and that the closing sweep has not read yet (journal.md §11).
    const qint64 unswept = run.sweptAt ? 0 : run.sentCount();
    result.document.insert(u"state"_s, wordOf(run.state));
    const QString reason = run.reasonInWords();
    result.document.insert(u"reason"_s, reason);
    result.document.insert(u"unswept"_s, unswept);
    result.text +=
        run.movesMoney()
            ? u"%1 %2 照合待ち %3件\n"_s.arg(labelOf(run), reason, QString::number(unswept))
            : u"%1 %2 変わりました %3件\n"_s.arg(labelOf(run), reason, QString::number(run.changedCount));
    return result;
}

} // namespace

void tellPromised(CommandResult &result, const PromisedStatus &promised)
{
    if (promised.status && promised.changed > 0) {
        result.messages.append(
            u"%1件の対応状況を「%2」にしました。"_s.arg(promised.changed).arg(labelOf(*promised.status)));
    }
    for (const StatusChange &change : promised.refused) {
        result.messages.append(u"注文 %1: %2"_s.arg(change.orderNumber, change.problem));
    }
    if (promised.status && promised.waiting > 0) {
        result.messages.append(u"まだ完了していない%1件は、完了と確認できてから対応状況を「%2」にします。"_s
                                   .arg(promised.waiting)
                                   .arg(labelOf(*promised.status)));
    }
    if (promised.storeError) {
        result.messages += storeError(*promised.storeError).messages;
    }
    const bool missing = !promised.refused.isEmpty() || promised.storeError;
    if (missing && result.status == ExitStatus::AllDone) {
        result.status = ExitStatus::Partly;
    }
}

CommandResult runResult(ShopContext &context, const QString &id, bool json, const QStringList &gatewayProblem)
{
    const auto run = findRun(context, id);
    if (!run) {
        return run.error();
    }
    LongReport report(json);
    const auto told = tellRun(report, context, run->id);
    if (!told) {
        return storeError(told.error());
    }
    return resultOfRun(report, *run, gatewayProblem);
}

CommandResult resumedResult(ShopContext &context, const RunStore::Run &before,
                            const Shop::OperationAnswer &answer, const PromisedStatus &promised, bool json)
{
    const auto after = findRun(context, before.id.value);
    LongReport report(json);
    const auto told = tellRun(report, context, before.id);
    CommandResult result = resultOfRun(report, after ? *after : before, {});
    if (after) {
        result.status = statusOf(after->counts, answer.gatewayUnusable);
    }
    if (!answer.pausedReason.isEmpty()) {
        result.messages.append(pausedText(answer.pausedReason, before.id));
    } else if (!answer.problem.isEmpty()) {
        result.messages.append(answer.problem);
    }
    tellPromised(result, promised);
    if (!after || !told) { // what was sent may not be lost from sight
        const StorageError unread{StorageError::Kind::Other, {}, itemsMissing()};
        result = withStoreError(result, told ? unread : told.error(), true);
        result.messages.append(reportAgainText(before.id));
    }
    if (answer.storeError) {
        const bool begun = !after || !told || begunCount(after->counts) > begunCount(before.counts);
        return withStoreError(result, *answer.storeError, begun);
    }
    return result;
}

CommandResult reportResult(ShopContext &context, const QString &id, const CommandResult &swept, bool json)
{
    const bool unusable = swept.status == ExitStatus::Gateway;
    CommandResult result = runResult(context, id, json, unusable ? swept.messages : QStringList());
    if (result.status == ExitStatus::Store) {
        return result;
    }
    result.document.insert(u"compared"_s, swept.document.value(u"compared"_s));
    result.document.insert(u"differences"_s, swept.document.value(u"differences"_s));
    result.text += swept.text;
    if (!unusable) {
        result.messages += swept.messages;
    }
    if (swept.status == ExitStatus::InDoubt) {
        result.status = ExitStatus::InDoubt;
    } else if (result.status == ExitStatus::AllDone && swept.status != ExitStatus::AllDone) {
        result.status = ExitStatus::Partly;
    }
    return result;
}

} // namespace kessai::cli
