#include "ui/history/runreport.h"

#include "core/base/japantime.h"
#include "ui/history/exportdialog.h"
#include "ui/history/reportprint.h"
#include "ui/history/runreporttable.h"
#include "ui/text/words.h"

namespace kessai {

using namespace Qt::StringLiterals;

void exportRun(QWidget *parent, ShopSession &session, const RunId &run, RunKind kind)
{
    const auto newTable = [run, kind] { return std::make_shared<RunReportTable>(run, kind); };
    const QString day = japantime::fromInstant(QDateTime::currentDateTimeUtc()).toString(u"yyyyMMdd-HHmm"_s);
    auto *dialog = new ExportDialog(
        session, newTable,
        operationOf(kind)
            ? ExportDialog::tr("この一括処理のすべての行を、結果・理由・金額とともに書き出します。")
            : ExportDialog::tr("この一括処理のすべての行を、結果・理由とともに書き出します。"),
        ExportDialog::tr("%1の報告-%2").arg(Words::of(kind), day), parent);
    dialog->open();
}

void printRun(QWidget *parent, ShopSession &session, const RunId &run, RunKind kind)
{
    auto *print = new ReportPrint(session, std::make_shared<RunReportTable>(run, kind), parent);
    print->start();
}

} // namespace kessai
