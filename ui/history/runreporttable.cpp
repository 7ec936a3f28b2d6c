#include "ui/history/runreporttable.h"

#include "ui/history/historywords.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

ReportCell textCell(const QString &text)
{
    return {.value = text, .explanation = Formats::plainTooltip(text)};
}

/// Of a run that moves no money.
ReportRow rowOf(RunKind kind, const RunItem &item)
{
    const Badge badge = badgeOf(kind, item);
    ReportRow row;
    row.order = item.order;
    row.cells = {
        textCell(item.orderNumber),    textCell(item.customerName),
        textCell(item.gatewayOrderId), {.value = badge.word, .badge = badge},
        textCell(stateBefore(item)),   textCell(stateAfter(item)),
        textCell(changeProblem(item)), {.value = item.endedAt ? TableValue(*item.endedAt) : TableValue()},
    };
    return row;
}

ReportRow rowOf(const RunItem &item)
{
    ReportRow row;
    row.order = item.order;
    row.cells = {
        textCell(item.orderNumber),
        textCell(item.customerName),
        textCell(item.gatewayOrderId),
        {.value = Words::of(item.state), .badge = badgeOf(item.state)},
        {.value = item.amount ? TableValue(*item.amount) : TableValue()},
        textCell(HistoryWords::reasonOf(item.reason, item.codes)),
        textCell(HistoryWords::sentWord(item.jobCd)),
        textCell(item.paymentStatus ? Words::of(*item.paymentStatus) : QString()),
        textCell(item.codes.join(u' ')),
        {.value = item.endedAt ? TableValue(*item.endedAt) : TableValue()},
    };
    return row;
}

} // namespace

QList<ReportColumn> RunReportTable::columns() const
{
    if (!operationOf(m_kind)) {
        return {
            {.title = tr("注文番号"), .characters = 6},        {.title = tr("お名前"), .characters = 8},
            {.title = tr("決済オーダーID"), .characters = 12}, {.title = tr("結果"), .characters = 10},
            {.title = tr("変更前"), .characters = 12},         {.title = tr("変更後"), .characters = 12},
            {.title = tr("内容"), .characters = 24},           {.title = tr("終了日時"), .characters = 10},
        };
    }
    return {
        {.title = tr("注文番号"), .characters = 6},
        {.title = tr("お名前"), .characters = 8},
        {.title = tr("決済オーダーID"), .characters = 12},
        {.title = tr("結果"), .characters = 10},
        {.title = tr("金額"), .characters = 7, .rightAligned = true},
        {.title = tr("理由"), .characters = 24},
        {.title = tr("送信した処理"), .characters = 10},
        {.title = tr("決済状況"), .characters = 8},
        {.title = tr("エラーコード"), .characters = 8, .printed = false},
        {.title = tr("終了日時"), .characters = 10},
    };
}

StorageResult<qint64> RunReportTable::open(Database &database)
{
    const auto run = RunStore(database).byId(m_id);
    if (!run) {
        return failure(run.error());
    }
    m_run = run->value_or(RunStore::Run{});
    if (m_run.movesMoney()) {
        const auto sums = runSums(database, m_id);
        if (!sums) {
            return failure(sums.error());
        }
        m_sums = *sums;
    }
    const auto count = runItemCount(database, m_id, {});
    m_count = count ? *count : 0;
    return count;
}

StorageResult<QList<ReportRow>> RunReportTable::rows(Database &database, qint64 first, qint64 count)
{
    const auto items = runItems(database, m_id, {}, first, count);
    if (!items) {
        return failure(items.error());
    }
    QList<ReportRow> rows;
    for (const RunItem &item : *items) {
        rows.append(operationOf(m_kind) ? rowOf(item) : rowOf(m_kind, item));
    }
    return rows;
}

ReportHeading RunReportTable::heading() const
{
    const QString finished =
        m_run.finishedAt ? tr("終了：%1").arg(Formats::minute(*m_run.finishedAt)) : HistoryWords::of(m_run);
    return {tr("%1の報告").arg(Words::of(m_run.kind, m_run.wantedStatus)),
            {tr("開始：%1　%2　担当者：%3").arg(Formats::minute(m_run.askedAt), finished, m_run.askedBy),
             headline()}};
}

QString RunReportTable::headline() const
{
    QStringList parts;
    for (const RunPart &part : m_run.movesMoney() ? QList<RunPart>() : runPartsOf(m_run)) {
        if (part.count > 0) {
            parts.append(tr("%1 %2件").arg(part.word, Formats::count(part.count)));
        }
    }
    const QString counts = m_run.movesMoney() ? countsOfMoney() : parts.join(tr("、"));
    return tr("全%1件：%2").arg(Formats::count(m_count), counts);
}

QString RunReportTable::countsOfMoney() const
{
    QStringList parts;
    const auto add = [&parts](const QString &word, qint64 count, Yen amount) {
        parts.append(tr("%1 %2件（%3）").arg(word, Formats::count(count), Formats::yen(amount)));
    };
    for (const OperationState state :
         {OperationState::Done, OperationState::Refused, OperationState::Cancelled, OperationState::InDoubt,
          OperationState::Conflict}) {
        if (const qint64 count = m_run.counts.value(state)) {
            add(Words::of(state), count, m_sums.yenByState.value(state));
        }
    }
    if (const qint64 open = m_run.openCount()) {
        Yen amount;
        for (const OperationState state :
             {OperationState::Planned, OperationState::Claimed, OperationState::Armed}) {
            amount += m_sums.yenByState.value(state);
        }
        add(tr("残り"), open, amount);
    }
    return parts.join(tr("、"));
}

} // namespace kessai
