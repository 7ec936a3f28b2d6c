// search_bench [ORDERS [FILE]]: what the lists ask of very many orders on a SQLite file, beside the bare
// engine doing the same work in the same run. Ends with 1 where a goal is missed. A FILE is kept, and used
// again.
#include "tests/bench/benchorders.h"
#include "tests/bench/searchbench.h"
#include "tests/bench/searchorders.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace kessai;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const qint64 orders = arguments.value(1, u"300000"_s).toLongLong();
    QTemporaryDir folder;
    const QString file = arguments.value(2, folder.filePath(u"shop.sqlite"_s));
    if (!QFile::exists(file)) {
        auto writer = Database::open(SearchBench::specOf(file), DatabaseMode::ReadWrite);
        require(writer.ok(), "open");
        require(migrate(**writer, [] { return StorageResult<Nothing>(Nothing{}); }).ok(), "migrate");
        const double tookMs = msOf([&] { fillWithPeoplesOrders(**writer, orders); });
        QTextStream(stdout) << orders << " orders made in " << tookMs / 1000 << " s\n";
    }
    SearchBench bench(file);
    bench.measureList();
    bench.measureSorts();
    bench.measureCounts();
    bench.measureSearches();
    bench.measureChange();
    QTextStream(stdout) << (bench.allReached() ? "all goals reached\n" : "goals MISSED\n");
    return bench.allReached() ? 0 : 1;
}
