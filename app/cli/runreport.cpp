#include "app/cli/runreport.h"

#include "app/cli/operationtext.h"
#include "core/services/operationplanner.h"

using namespace Qt::StringLiterals;

namespace kessai::cli {

namespace {

/// 照合待ち: items of a finished run that the closing sweep has not read yet (journal.md §11).
qint64 unsweptCount(const RunStore::Run &run, qint64 items)
{
    return run.sweptAt ? 0 : items;
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

} // namespace

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

} // namespace kessai::cli
