// today_bench [ORDERS]: what 今日の仕事 costs, its cards and both pictures, on a SQLite file, beside the bare
// count of all orders in the same run.
#include "core/base/japantime.h"
#include "core/storage/todayswork.h"
#include "tests/bench/benchorders.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <functional>
#include <limits>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 5;
constexpr int PictureDays = 31;

const QDate Today(2020, 12, 4);

/// The best of some rounds, after one that warms, in milliseconds of the clock: as staff wait for it.
double bestMs(const std::function<bool()> &work)
{
    double best = std::numeric_limits<double>::max();
    for (int round = 0; round <= Rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        require(work(), "work");
        const double tookMs = double(timer.nsecsElapsed()) / 1e6;
        best = round == 0 ? best : std::min(best, tookMs);
    }
    return best;
}

/// A tenth waits for its capture, by days from a week ago on; of the others a tenth was paid at the store and
/// is not 入金済み. One in fifty was returned and is not cancelled, is stuck, or differs; one in five
/// thousand has what a shop has for a moment only, or must look at at once.
void makeWork(Database &database)
{
    const QString lapsing = u"date('%1', (id % 98 - 7) || ' days')"_s.arg(Today.toString(Qt::ISODate));
    for (const QString &statement :
         {u"UPDATE orders SET capture_by = %1 WHERE payment_status_code = 11"_s.arg(lapsing),
          u"UPDATE orders SET payment_status_code = 2, status = 1, method = 'CVS' WHERE id % 10 = 3 AND "
          "payment_status_code = 12"_s,
          u"UPDATE orders SET status = 9 WHERE id % 50 = 1"_s,
          u"UPDATE orders SET status = 8 WHERE id % 50 = 2"_s,
          u"UPDATE orders SET difference = 100 WHERE id % 50 = 4"_s,
          u"UPDATE orders SET payment_status_code = 22, method = 'RAKUTEN' WHERE id % 5000 = 5"_s,
          u"UPDATE orders SET doubt = 'CONFLICT' WHERE id % 5000 = 6"_s}) {
        require(database.run(statement).ok(), "work");
    }
}

/// Every order that is sold was captured through us within a year; one in fifty was given back.
void makeOperations(Database &database, qint64 sold)
{
    const auto made = database.run(
        u"INSERT INTO op (id, payment_id, kind, want_amount, asked_by, asked_at, state, attempt, armed_at, "
        "pre_status, pre_amount, pre_tax, pre_process_date, job_cd, proof, ended_at, number) "
        "SELECT 'op-' || id, id, CASE WHEN id % 50 = 1 THEN 'CANCEL' ELSE 'CAPTURE' END, known_amount, "
        "'佐藤', "
        "ended, 'DONE', 1, ended, 'AUTH', known_amount, 0, known_process_date, 'SALES', 'BOTH', ended, id "
        "FROM "
        "(SELECT p.*, strftime('%Y-%m-%dT%H:%M:%S.000Z', '2020-12-04', '-' || (365.0 * (%1 - p.id) / %1) || "
        "' days') AS ended FROM payment p WHERE p.known_status = 'SALES')"_s.arg(sold));
    require(made.ok(), "operations");
    const auto read = database.run(
        u"INSERT INTO evidence (op_id, epoch, attempt, at, seat, source, class, fields, prev_hash, hash) "
        u"SELECT "
        "id, 1, 1, ended_at, 'PC-1', 'READ', 'READ', '{\"Amount\":\"' || pre_amount || "
        "'\",\"ProcessDate\":\"20201204090000\",\"Status\":\"VOID\",\"Tax\":\"0\",\"TranID\":\"1\"}', '', '' "
        "FROM op WHERE kind = 'CANCEL'"_s);
    require(read.ok(), "evidence");
}

void measure(Database &database)
{
    const QDateTime now = japantime::instantOf(Today, QTime(9, 0));
    const double cards = bestMs([&] { return todaysWork(database, now).ok(); });
    const double lapsing =
        bestMs([&] { return lapsingByDay(database, Today.addDays(-7), Today.addDays(PictureDays)).ok(); });
    const double money =
        bestMs([&] { return moneyByDay(database, Today.addDays(1 - PictureDays), Today).ok(); });
    const double count = bestMs([&] { return database.first(u"SELECT count(*) FROM orders"_s).ok(); });
    const double all = cards + lapsing + money;
    QTextStream(stdout) << "cards " << cards << " ms, lapsing " << lapsing << " ms, money of " << PictureDays
                        << " days " << money << " ms; together " << all << " ms, bare count of all orders "
                        << count << " ms, ratio " << all / count << "\n";
    const auto work = todaysWork(database, now);
    for (const WorkKind kind : allWorkKinds()) {
        QTextStream(stdout) << "  card " << int(kind) << ": " << work->value(kind).orders << " orders\n";
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const qint64 orders = application.arguments().value(1, u"300000"_s).toLongLong();
    QTemporaryDir folder;
    DatabaseSpec spec;
    spec.sqliteFile = folder.filePath(u"shop.sqlite"_s);
    auto database = Database::open(spec, DatabaseMode::ReadWrite);
    require(database.ok(), "open");
    require(migrate(**database, [] { return StorageResult<Nothing>(Nothing{}); }).ok(), "migrate");
    fillWithOrders(**database, {.count = orders,
                                .authorised = orders / 10,
                                .authorizedAt = japantime::instantOf(QDate(2020, 12, 3), QTime(13, 21))});
    makeWork(**database);
    makeOperations(**database, orders - orders / 10);
    database->reset();
    auto reading = Database::open(spec, DatabaseMode::ReadOnly);
    require(reading.ok(), "open");
    measure(**reading);
    return 0;
}
