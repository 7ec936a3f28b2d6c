#include "ui/work/manyreporttable.h"

#include "core/base/japantime.h"
#include "ui/history/exportdialog.h"
#include "ui/history/reportprint.h"
#include "ui/text/formats.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

QList<ReportColumn> ManyReportTable::columns() const
{
    return {
        {.title = tr("注文番号"), .characters = 6},
        {.title = tr("お名前"), .characters = 8},
        {.title = tr("決済オーダーID"), .characters = 12},
        {.title = tr("金額"), .characters = 7, .rightAligned = true},
        {.title = tr("結果"), .characters = 10},
        {.title = tr("変更前"), .characters = 12},
        {.title = tr("変更後"), .characters = 12},
        {.title = tr("内容"), .characters = 24},
    };
}

StorageResult<qint64> ManyReportTable::open(Database &)
{
    return qint64(m_outcome.results.size());
}

StorageResult<QList<ReportRow>> ManyReportTable::rows(Database &, qint64 first, qint64 count)
{
    QList<ReportRow> rows;
    const qint64 end = qMin(first + count, qint64(m_outcome.results.size()));
    for (qint64 place = first; place < end; ++place) {
        const ManyPlanRow &order = m_outcome.plan->rows.at(place);
        const ManyResult &result = m_outcome.results.at(place);
        ReportRow row;
        row.order = order.order;
        row.cells = {{.value = order.orderNumber},
                     {.value = order.customerName},
                     {.value = order.gatewayOrderId},
                     {.value = TableValue(order.amount)},
                     {.value = wordOf(result.state, m_outcome.plan->question.kind)},
                     {.value = result.before},
                     {.value = result.after},
                     {.value = result.text}};
        rows.append(row);
    }
    return rows;
}

QString ManyReportTable::headline() const
{
    return totalOf(m_outcome);
}

ReportHeading ManyReportTable::heading() const
{
    return {tr("%1の報告").arg(ManyWords::nameOf(m_outcome.plan->question.kind)), {headline()}};
}

void exportMany(QWidget *parent, ShopSession &session, const ManyOutcome &outcome)
{
    const auto newTable = [outcome] { return std::make_shared<ManyReportTable>(outcome); };
    const QString day = japantime::fromInstant(QDateTime::currentDateTimeUtc()).toString(u"yyyyMMdd-HHmm"_s);
    auto *dialog = new ExportDialog(
        session, newTable,
        ManyReportTable::tr("この一括処理のすべての行を、結果・理由とともに書き出します。"),
        ManyReportTable::tr("%1-%2").arg(ManyWords::nameOf(outcome.plan->question.kind), day), parent);
    dialog->open();
}

void printMany(QWidget *parent, ShopSession &session, const ManyOutcome &outcome)
{
    auto *print = new ReportPrint(session, std::make_shared<ManyReportTable>(outcome), parent);
    print->start();
}

} // namespace kessai
