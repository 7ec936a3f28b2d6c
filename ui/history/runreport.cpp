#include "ui/history/runreport.h"

#include "core/base/japantime.h"
#include "ui/history/exportdialog.h"
#include "ui/history/reportprint.h"
#include "ui/history/runreporttable.h"

namespace kessai {

using namespace Qt::StringLiterals;

void exportRun(QWidget *parent, ShopSession &session, const RunId &run)
{
    const auto newTable = [run] { return std::make_shared<RunReportTable>(run); };
    const QString day = japantime::fromInstant(QDateTime::currentDateTimeUtc()).toString(u"yyyyMMdd-HHmm"_s);
    auto *dialog = new ExportDialog(
        session, newTable,
        ExportDialog::tr("この一括処理のすべての行を、結果・理由・金額とともに書き出します。"),
        ExportDialog::tr("一括処理の報告-%1").arg(day), parent);
    dialog->open();
}

void printRun(QWidget *parent, ShopSession &session, const RunId &run)
{
    auto *print = new ReportPrint(session, std::make_shared<RunReportTable>(run), parent);
    print->start();
}

} // namespace kessai
