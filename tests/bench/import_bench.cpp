#include "core/services/importservice.h"

#include <QCoreApplication>
#include <QCoro/QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

/// Largest resident memory of this process so far, in kB.
qint64 peakMemoryKb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return -1;
    }
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong();
}

QCoro::Task<> import(ShopContext &context, QString file, bool dryRun)
{
    ImportService::Options options;
    options.file = file;
    options.dryRun = dryRun;
    QElapsedTimer timer;
    timer.start();
    ImportService service(context);
    const Result<ImportReport, ImportFailure> result = co_await service.importOrders(options);
    QTextStream out(stdout);
    if (!result) {
        out << "failed: " << result.error().message << "\n";
        co_return;
    }
    const ImportReport &report = result.value();
    out << timer.elapsed() << " ms " << peakMemoryKb() << " kB, " << report.read << " read, "
        << report.created << " created, " << report.unchanged << " unchanged, " << report.refused
        << " refused\n";
}

} // namespace

/// import_bench FILE DATABASE [--dry-run]: imports into a SQLite file, prints the time and the peak memory.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 3) {
        qCritical("import_bench FILE DATABASE [--dry-run]");
        return 2;
    }
    DatabaseSpec spec;
    spec.sqliteFile = arguments[2];
    auto database = Database::open(spec, DatabaseMode::ReadWrite);
    if (!database || !migrate(*database.value(), [] { return StorageResult<Nothing>(Nothing{}); })) {
        qCritical("no database");
        return 4;
    }
    SystemClock clock;
    const Seat seat{u"bench"_s, u"bench"_s, 0};
    Database &opened = *database.value();
    OrderRepository orders(opened);
    PaymentRepository payments(opened, {});
    JournalStore journal(opened, seat);
    RunStore runs(opened);
    MetaStore meta(opened);
    WatchStore watch(opened);
    ChangeNotifier notifier;
    ShopContext context{.clock = clock,
                        .database = opened,
                        .orders = orders,
                        .payments = payments,
                        .journal = journal,
                        .runs = runs,
                        .meta = meta,
                        .watch = watch,
                        .notifier = notifier,
                        .timing = {},
                        .rules = {},
                        .limits = {},
                        .seat = seat,
                        .shopId = u"bench"_s};
    QCoro::waitFor(import(context, arguments[1], arguments.contains(u"--dry-run"_s)));
    return 0;
}
