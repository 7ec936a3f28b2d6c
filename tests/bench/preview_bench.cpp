// preview_bench [ORDERS] [TICKED]: what the preview of many ticked payments costs beside the bare query that
// joins and sums them, on a SQLite file, in the same run.
#include "core/base/japantime.h"
#include "core/services/bulkpreview.h"
#include "tests/bench/benchorders.h"
#include "ui/runs/previewreading.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 7;

/// The best of some rounds in microseconds, after one that warms. What the work makes goes outside the time.
template <typename Work>
qint64 best(Work work)
{
    static_cast<void>(work());
    qint64 shortest = std::numeric_limits<qint64>::max();
    for (int round = 0; round < Rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const auto made = work();
        shortest = std::min(shortest, timer.nsecsElapsed() / 1000);
        Q_UNUSED(made)
    }
    return shortest;
}

qint64 joinAndSum(Database &database, const QList<OrderId> &orders)
{
    QStringList ids;
    for (const OrderId id : orders) {
        ids.append(QString::number(id.value));
    }
    const auto row = database.first(
        u"SELECT count(*), sum(o.payable_total), sum(p.known_amount + p.known_tax) FROM json_each(?) AS "
        "wanted CROSS JOIN orders o ON o.id = wanted.value JOIN payment p ON p.id = o.payment_id "
        "WHERE p.known_status = 'AUTH' AND p.known_amount + p.known_tax = o.payable_total"_s,
        {u'[' + ids.join(u',') + u']'});
    require(row && row->value(0).toLongLong() == orders.size(), "join");
    return row->value(1).toLongLong();
}

/// The ticks as a person leaves them: the same orders one by one, in a list that shows all orders of the
/// shop.
PreviewQuestion questionOf(const QList<OrderId> &orders)
{
    PreviewQuestion question;
    question.ticks.ids = QSet<OrderId>(orders.begin(), orders.end());
    return question;
}

void measure(Database &database, const char *name, const QList<OrderId> &orders)
{
    const QDate today(2020, 12, 4);
    const QDateTime now = japantime::instantOf(today, QTime(9, 0));
    const PreviewQuestion question = questionOf(orders);
    const qint64 bare = best([&] { return joinAndSum(database, orders); });
    const qint64 rows = best([&] {
        auto made = bulkPreview(database, OperationKind::Capture, orders, {}, now);
        require(made && made->runCount == orders.size(), "rows");
        return made;
    });
    const qint64 ids = best([&] { return tickedIds(database, question.ticks, question.sort); });
    const qint64 preview = best([&] {
        auto made = readPreview(database, question, {}, now, today);
        require(made && (*made)->preview.runCount == orders.size() && (*made)->hiddenRuns == 0, "preview");
        return made;
    });
    QTextStream(stdout) << name << ": " << orders.size() << " ticked, preview " << preview / 1000.0
                        << " ms (its ids in order alone " << ids / 1000.0 << " ms, its rows alone "
                        << rows / 1000.0 << " ms), bare join and sum " << bare / 1000.0 << " ms, ratio "
                        << double(preview) / double(bare) << "\n";
}

void measureSummary(Database &database, qint64 orders)
{
    const QDateTime now = japantime::instantOf(QDate(2020, 12, 4), QTime(9, 0));
    OrderTicks ticks;
    ticks.everything = true;
    const qint64 took = best([&] {
        auto summary = tickSummary(database, ticks, {}, {}, now);
        require(summary && summary->wouldRun.value(OperationKind::Capture) == orders, "summary");
        return summary;
    });
    QTextStream(stdout) << "bulk bar of all " << orders << ": " << took / 1000.0 << " ms\n";
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const qint64 orders = arguments.value(1, u"300000"_s).toLongLong();
    const qint64 ticked = std::min(orders, arguments.value(2, u"100000"_s).toLongLong());
    QTemporaryDir folder;
    DatabaseSpec spec;
    spec.sqliteFile = folder.filePath(u"shop.sqlite"_s);
    {
        auto writing = Database::open(spec, DatabaseMode::ReadWrite);
        require(writing.ok(), "open");
        require(migrate(**writing, [] { return StorageResult<Nothing>(Nothing{}); }).ok(), "migrate");
        fillWithOrders(**writing, {.count = orders,
                                   .authorised = orders,
                                   .authorizedAt = japantime::instantOf(QDate(2020, 12, 3), QTime(13, 21))});
    }
    auto reading = Database::open(spec, DatabaseMode::ReadOnly);
    require(reading.ok(), "open");
    QList<OrderId> newest;
    QList<OrderId> scattered;
    for (qint64 at = 0; at < ticked; ++at) {
        newest.append(OrderId{orders - at});
        scattered.append(OrderId{1 + at * orders / ticked});
    }
    measure(**reading, "newest", newest);
    measure(**reading, "scattered", scattered);
    measureSummary(**reading, orders);
    return 0;
}
