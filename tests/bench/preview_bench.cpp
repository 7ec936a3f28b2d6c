// preview_bench [ORDERS] [TICKED]: what the preview of many ticked payments costs beside the bare query that
// joins and sums them, on a SQLite file, in the same run.
#include "core/base/japantime.h"
#include "core/services/bulkpreview.h"
#include "core/storage/orderrepository.h"
#include "tests/bench/benchorders.h"
#include "ui/runs/previewreading.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTextStream>

#include <sys/resource.h>

#include <algorithm>
#include <functional>
#include <limits>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 9;

/// The processor's time of this process in microseconds: that of the clock is also what others use.
qint64 usedUs()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto us = [](const timeval &time) { return qint64(time.tv_sec) * 1'000'000 + time.tv_usec; };
    return us(used.ru_utime) + us(used.ru_stime);
}

struct Measured
{
    std::function<void()> work;
    qint64 bestUs = std::numeric_limits<qint64>::max();
};

/// The best of some rounds, after one that warms. All take turns, so that what else the machine does troubles
/// all alike.
void measureInTurn(const QList<Measured *> &all)
{
    for (int round = 0; round <= Rounds; ++round) {
        for (Measured *one : all) {
            const qint64 before = usedUs();
            one->work();
            const qint64 took = usedUs() - before;
            one->bestUs = round == 0 ? one->bestUs : std::min(one->bestUs, took);
        }
    }
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
/// shop and has their ids.
PreviewQuestion questionOf(Database &database, const QList<OrderId> &orders)
{
    PreviewQuestion question;
    question.ticks.ids = QSet<OrderId>(orders.begin(), orders.end());
    question.listed = OrderRepository(database).matching(question.shown, question.sort).value();
    return question;
}

void measure(Database &database, const char *name, const QList<OrderId> &orders)
{
    const QDate today(2020, 12, 4);
    const QDateTime now = japantime::instantOf(today, QTime(9, 0));
    const PreviewQuestion question = questionOf(database, orders);
    PreviewQuestion withoutList = question;
    withoutList.listed.reset();
    Measured bare{[&] { joinAndSum(database, orders); }};
    Measured rows{[&] {
        const auto made = bulkPreview(database, OperationKind::Capture, orders, {}, now);
        require(made && made->runCount == orders.size(), "rows");
    }};
    Measured ids{[&] { require(orderedTicks(database, question).ok(), "ids"); }};
    Measured asked{[&] { require(orderedTicks(database, withoutList).ok(), "ids asked"); }};
    Measured preview{[&] {
        const auto made = readPreview(database, question, {}, now, today);
        require(made && (*made)->preview.runCount == orders.size() && (*made)->hiddenRuns == 0, "preview");
    }};
    measureInTurn({&bare, &preview, &rows, &ids, &asked});
    const auto ms = [](const Measured &measured) { return double(measured.bestUs) / 1000.0; };
    QTextStream(stdout) << name << ": " << orders.size() << " ticked, preview " << ms(preview)
                        << " ms (its ids in order alone " << ms(ids) << " ms, asked of the database "
                        << ms(asked) << " ms, its rows alone " << ms(rows) << " ms), bare join and sum "
                        << ms(bare) << " ms, ratio " << ms(preview) / ms(bare) << "\n";
}

void measureSummary(Database &database, qint64 orders)
{
    const QDateTime now = japantime::instantOf(QDate(2020, 12, 4), QTime(9, 0));
    OrderTicks ticks;
    ticks.everything = true;
    Measured summary{[&] {
        const auto made = tickSummary(database, ticks, {}, {}, now);
        require(made && made->wouldRun.value(OperationKind::Capture) == orders, "summary");
    }};
    measureInTurn({&summary});
    QTextStream(stdout) << "bulk bar of all " << orders << ": " << double(summary.bestUs) / 1000.0 << " ms\n";
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
