#include "ui/history/historytables.h"

#include "ui/history/historywords.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

TableValue valueOf(const std::optional<Yen> &amount)
{
    return amount ? TableValue(*amount) : TableValue();
}

TableValue valueOf(const std::optional<QDateTime> &instant)
{
    return instant ? TableValue(*instant) : TableValue();
}

ReportCell textCell(const QString &text)
{
    return {.value = text, .explanation = Formats::plainTooltip(text)};
}

/// A number that calls for somebody wherever it is not 0.
ReportCell countCell(qint64 count, std::optional<Meaning> meaning = {})
{
    return {.value = count, .meaning = count > 0 ? meaning : std::nullopt};
}

ReportRow rowOf(const HistoryOperation &operation)
{
    ReportRow row;
    row.order = operation.order;
    row.run = operation.run;
    row.failedOperation = operation.codes.isEmpty() ? std::nullopt : std::optional(operation.id);
    const bool changed = operation.kind == OperationKind::Change;
    row.cells = {
        {.value = operation.askedAt},
        textCell(operation.orderNumber),
        textCell(operation.customerName),
        textCell(Words::of(operation.kind)),
        {.value = Words::of(operation.state), .badge = badgeOf(operation.state)},
        {.value = valueOf(operation.amount)},
        textCell(operation.askedBy),
        textCell(HistoryWords::sentWord(operation.jobCd)),
        textCell(operation.gatewayOrderId),
        textCell(HistoryWords::reasonOf(operation.reason, operation.codes)),
        {.value = changed ? valueOf(operation.amountBefore) : TableValue()},
        textCell(operation.codes.join(u' ')),
        {.value = valueOf(operation.endedAt)},
        textCell(operation.run ? operation.run->value : QString()),
    };
    return row;
}

ReportRow rowOf(const HistoryRun &line)
{
    const auto count = [&line](OperationState state) { return line.run.counts.value(state); };
    const bool money = line.run.movesMoney();
    ReportRow row;
    row.run = line.run.id;
    row.cells = {
        {.value = line.run.askedAt},
        textCell(HistoryWords::kindOf(line.run)),
        {.value = HistoryWords::of(line.run), .badge = HistoryWords::badgeOf(line.run)},
        textCell(line.run.askedBy),
        countCell(line.total()),
        countCell(count(OperationState::Done)),
        money ? ReportCell{} : countCell(line.run.changedCount),
        {.value = money ? TableValue(line.doneAmount) : TableValue()},
        countCell(count(OperationState::Refused)),
        countCell(count(OperationState::Cancelled)),
        money ? countCell(count(OperationState::InDoubt), Meaning::Doubt) : ReportCell{},
        money ? countCell(count(OperationState::Conflict), Meaning::NeedsPerson) : ReportCell{},
        countCell(line.run.openCount()),
        {.value = valueOf(line.run.finishedAt)},
        {.value = valueOf(line.run.sweptAt)},
        textCell(line.run.reasonInWords()),
        textCell(line.run.id.value),
    };
    return row;
}

ReportRow rowOf(const DayTotal &total)
{
    const bool changed = total.kind == OperationKind::Change;
    ReportRow row;
    row.cells = {
        {.value = total.day},
        textCell(Words::of(total.kind)),
        textCell(HistoryWords::sentWord(total.jobCd)),
        {.value = total.count},
        {.value = total.amount},
        {.value = changed ? TableValue(total.amountBefore) : TableValue()},
        {.value = changed ? TableValue(total.difference()) : TableValue()},
    };
    return row;
}

template <typename Line>
QList<ReportRow> rowsOf(const QList<Line> &lines)
{
    QList<ReportRow> rows;
    for (const Line &line : lines) {
        rows.append(rowOf(line));
    }
    return rows;
}

} // namespace

QList<ReportColumn> RunsTable::columns() const
{
    return {
        {.title = tr("開始日時"), .characters = 9},
        {.title = tr("種類"), .characters = 10},
        {.title = tr("状態"), .characters = 6},
        {.title = tr("担当者"), .characters = 4},
        {.title = tr("件数"), .characters = 4, .rightAligned = true},
        {.title = tr("完了"),
         .characters = 4,
         .rightAligned = true,
         .explanation = tr("状態一括確認では確認できた件数、対応状況の変更では変更した、または変更済みだった"
                           "件数です。")},
        {.title = tr("うち変更"),
         .characters = 4,
         .rightAligned = true,
         .explanation = tr("状態一括確認と対応状況の変更で、実際に変わった件数です。")},
        {.title = tr("完了した金額"), .characters = 7, .rightAligned = true},
        {.title = tr("不成立"),
         .characters = 3,
         .rightAligned = true,
         .explanation = tr("状態一括確認と対応状況の変更では、確認・変更できなかった件数です。")},
        {.title = tr("取りやめ"), .characters = 4, .rightAligned = true},
        {.title = tr("結果確認中"), .characters = 5, .rightAligned = true},
        {.title = tr("要確認"), .characters = 3, .rightAligned = true},
        {.title = tr("残り"), .characters = 4, .rightAligned = true},
        {.title = tr("終了日時"), .characters = 10},
        {.title = tr("照合日時"),
         .characters = 10,
         .hiddenAtFirst = true,
         .printed = false,
         .explanation = tr("終了後にすべての決済をGMOと照合し終えた日時です。")},
        {.title = tr("一時停止の理由"), .characters = 16, .hiddenAtFirst = true, .printed = false},
        {.title = tr("一括処理のID"), .characters = 18, .hiddenAtFirst = true, .printed = false},
    };
}

StorageResult<qint64> RunsTable::open(Database &database)
{
    auto runs = OperationHistory(database).runs(m_filter);
    if (!runs) {
        return failure(runs.error());
    }
    m_runs = std::move(*runs);
    return qint64(m_runs.size());
}

StorageResult<QList<ReportRow>> RunsTable::rows(Database &database, qint64 first, qint64 count)
{
    const auto lines = OperationHistory(database).runPage(m_runs.mid(first, count));
    if (!lines) {
        return failure(lines.error());
    }
    return rowsOf(*lines);
}

QString RunsTable::headline() const
{
    return tr("一括処理：%1件").arg(Formats::count(m_runs.size()));
}

ReportHeading RunsTable::heading() const
{
    return {tr("一括処理の履歴"), {HistoryWords::conditions(m_filter), headline()}};
}

QList<ReportColumn> OperationsTable::columns() const
{
    return {
        {.title = tr("日時"), .characters = 10},
        {.title = tr("注文番号"), .characters = 5},
        {.title = tr("お名前"), .characters = 7},
        {.title = tr("種類"), .characters = 8},
        {.title = tr("状態"), .characters = 10},
        {.title = tr("金額"), .characters = 6, .rightAligned = true},
        {.title = tr("担当者"), .characters = 5},
        {.title = tr("送信した処理"), .characters = 9},
        {.title = tr("決済オーダーID"), .characters = 9},
        {.title = tr("理由"), .characters = 4},
        {.title = tr("変更前の金額"),
         .characters = 7,
         .rightAligned = true,
         .hiddenAtFirst = true,
         .printed = false},
        {.title = tr("エラーコード"), .characters = 8, .hiddenAtFirst = true, .printed = false},
        {.title = tr("終了日時"), .characters = 10, .hiddenAtFirst = true, .printed = false},
        {.title = tr("一括処理のID"), .characters = 18, .hiddenAtFirst = true, .printed = false},
    };
}

StorageResult<qint64> OperationsTable::open(Database &database)
{
    auto numbers = OperationHistory(database).operations(m_filter);
    if (!numbers) {
        return failure(numbers.error());
    }
    m_numbers = std::move(*numbers);
    return qint64(m_numbers.size());
}

StorageResult<QList<ReportRow>> OperationsTable::rows(Database &database, qint64 first, qint64 count)
{
    const auto operations = OperationHistory(database).operationPage(m_numbers.mid(first, count));
    if (!operations) {
        return failure(operations.error());
    }
    return rowsOf(*operations);
}

QString OperationsTable::headline() const
{
    return tr("操作：%1件").arg(Formats::count(m_numbers.size()));
}

ReportHeading OperationsTable::heading() const
{
    return {tr("操作の履歴"), {HistoryWords::conditions(m_filter), headline()}};
}

QList<ReportColumn> DayTotalsTable::columns() const
{
    return {
        {.title = tr("処理日"), .characters = 8, .explanation = explanation()},
        {.title = tr("種類"), .characters = 12},
        {.title = tr("送信した処理"), .characters = 14},
        {.title = tr("件数"), .characters = 6, .rightAligned = true},
        {.title = tr("金額"),
         .characters = 10,
         .rightAligned = true,
         .explanation =
             tr("売上確定は請求した金額、取消は戻した金額、再オーソリと金額変更は新しい与信の金額です。")},
        {.title = tr("変更前の金額"), .characters = 10, .rightAligned = true},
        {.title = tr("変更の差額"), .characters = 10, .rightAligned = true},
    };
}

StorageResult<qint64> DayTotalsTable::open(Database &database)
{
    auto totals = OperationHistory(database).dayTotals(m_filter);
    if (!totals) {
        return failure(totals.error());
    }
    m_totals = std::move(*totals);
    return qint64(m_totals.size());
}

StorageResult<QList<ReportRow>> DayTotalsTable::rows(Database &, qint64 first, qint64 count)
{
    return rowsOf(m_totals.mid(first, count));
}

ReportHeading DayTotalsTable::heading() const
{
    HistoryFilter shown = m_filter;
    shown.states.clear(); // only what is done counts
    shown.runStates.clear();
    return {tr("日計"), {HistoryWords::conditions(shown), explanation(), headline()}};
}

/// All days together, by kind; of changes the difference, for only that moved.
QString DayTotalsTable::headline() const
{
    QMap<OperationKind, DayTotal> sums;
    for (const DayTotal &total : m_totals) {
        DayTotal &sum = sums[total.kind];
        sum.kind = total.kind;
        sum.count += total.count;
        sum.amount += total.amount;
        sum.amountBefore += total.amountBefore;
    }
    QStringList parts;
    for (const DayTotal &sum : std::as_const(sums)) {
        const QString amount = sum.kind == OperationKind::Change
                                   ? tr("差額 %1").arg(Formats::signedYen(sum.difference()))
                                   : Formats::yen(sum.amount);
        parts.append(tr("%1 %2件 %3").arg(Words::of(sum.kind), Formats::count(sum.count), amount));
    }
    return parts.isEmpty() ? tr("完了した操作はありません") : parts.join(tr("、"));
}

QString DayTotalsTable::explanation()
{
    return tr("完了した操作を、GMOが処理した日（日本時間）ごとに集計しています。");
}

} // namespace kessai
