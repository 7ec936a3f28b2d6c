// preview_bench [ORDERS] [TICKED]: what the preview of many ticked payments costs beside the bare query that
// joins and sums them, on a SQLite file, in the same run.
#include "core/base/japantime.h"
#include "core/services/bulkpreview.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 7;

void require(bool done, const char *what)
{
    if (!done) {
        qFatal("%s", what);
    }
}

/// Orders of a card shop with one payment each, most of them authorised.
void fill(Database &database, qint64 orders)
{
    auto transaction = Transaction::begin(database);
    require(transaction.ok(), "begin");
    const QString numbers =
        u"WITH RECURSIVE given(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM given WHERE n < %1) "_s.arg(
            orders);
    const auto made = database.run(
        u"INSERT INTO orders (id, shop_order_id, order_number, shop_customer_id, family_name, given_name, "
        "family_kana, given_kana, company_name, postal_code, prefecture, address1, address2, phone_number, "
        "mail_address, message, note, status, method, method_name, ordered_at, subtotal, discount, "
        "delivery_fee, charge, tax, total, payable_total, used_points, added_points, customer_name, "
        "recipient_name, recipient_prefecture, shipment_count, tracking_number, has_message, payment_id, "
        "payment_count, gateway_order_id, payment_status_code, gateway_amount, difference, capture_by, "
        "cancel_by, search_text) "_s +
        numbers +
        u"SELECT n, n, CAST(n AS TEXT), '', '髙橋', '花子', 'タカハシ', 'ハナコ', '', '1000001', '東京都', "
        "'千代田区千代田', '1-1', '0312345678', 'hanako' || n || '@example.jp', '', '', 1, 'CARD', "
        "'GMOクレジット決済', '2020-12-03T04:21:23.000Z', 3000, 0, 200, 0, 0, 3200, 3200 + n % 9, 0, 0, "
        "'髙橋 花子', '髙橋 花子', '東京都', 1, '', 0, n, 1, n || '-03132123', 11, 3200 + n % 9, 0, "
        "'2021-03-03', '2021-06-01', n || ' 髙橋花子 タカハシハナコ hanako' || n || '@example.jp' FROM given"_s);
    require(made.ok(), "orders");
    const auto paid = database.run(
        u"INSERT INTO payment (id, order_id, shop, gw_order_id, pay_type, method, pay_times, authorized_at, "
        "authorized_tran_id, known_status, known_amount, known_tax, known_process_date, known_at, "
        "known_tran_id, known_approve, gateway_method, forward, masked_card_number) "_s +
        numbers +
        u"SELECT n, n, 'tshop00000001', n || '-03132123', '0', '1', '', '2020-12-03T04:21:' || "
        u"printf('%02d', n % 60) || "
        "'.000Z', '2012031321231111111111' || n, 'AUTH', 3200 + n % 9, 0, '202012031321' || "
        "printf('%02d', n % 60), "
        "'2020-12-03T04:21:23.000Z', '2012031321231111111111' || n, '  12345', 'CARD', '2a99662', "
        "'*************111' FROM given"_s);
    require(paid.ok(), "payments");
    require(transaction->commit().ok(), "commit");
}

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

void measure(Database &database, const char *name, const QList<OrderId> &orders)
{
    const QDateTime now = japantime::instantOf(QDate(2020, 12, 4), QTime(9, 0));
    const qint64 bare = best([&] { return joinAndSum(database, orders); });
    const qint64 preview = best([&] {
        auto made = bulkPreview(database, OperationKind::Capture, orders, {}, now);
        require(made && made->runCount == orders.size(), "preview");
        return made;
    });
    QTextStream(stdout) << name << ": " << orders.size() << " ticked, preview " << preview / 1000.0
                        << " ms, bare join and sum " << bare / 1000.0 << " ms, ratio "
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
        fill(**writing, orders);
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
