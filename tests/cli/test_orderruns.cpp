#include "tests/cli/shopfixture.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// Runs that move no money, which the window began: the command line tells them and goes on with them.
class TestOrderRuns : public QObject
{
    Q_OBJECT

    static bool execute(const ShopFixture &shop, const QStringList &statements)
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"window"_s);
        database.setDatabaseName(shop.dataFolder() + u"/shop.sqlite"_s);
        bool done = database.open();
        for (const QString &statement : statements) {
            done = done && QSqlQuery(database).exec(statement);
        }
        database.close();
        database = {};
        QSqlDatabase::removeDatabase(u"window"_s);
        return done;
    }
    /// What a window leaves that was killed when it had worked on one of three orders.
    static void leaveRun(const ShopFixture &shop, const QString &kind, const QString &wantedStatus)
    {
        const QString items = u"INSERT INTO bulk_run_item (run_id, position, order_id, payment_id, state) "
                              "SELECT 'run-1', CAST(order_number AS INTEGER) - 1, id, payment_id, "
                              "CASE order_number WHEN '1' THEN 'DONE' ELSE 'PLANNED' END FROM orders"_s;
        QVERIFY(execute(shop, {u"INSERT INTO bulk_run (id, kind, state, reason, asked_by, asked_at, "
                               "wanted_status, owner_boot) VALUES ('run-1', '%1', 'RUNNING', '', '佐藤', "
                               "'2020-12-03T04:30:00.000Z', %2, 'gone')"_s.arg(kind, wantedStatus),
                               items}));
    }
    static void openShop(ShopFixture &shop)
    {
        QCOMPARE(shop.setUp({u"--set"_s, u"bulk.parallel=1"_s}).status, 0);
        shop.addOrders({SampleOrder{.number = 1}, SampleOrder{.number = 2}, SampleOrder{.number = 3}});
    }

private slots:
    void refreshLeftByAKilledWindow_isToldAndGoesOn()
    {
        ShopFixture shop;
        openShop(shop);
        leaveRun(shop, u"REFRESH"_s, u"NULL"_s);
        const QJsonObject seen = shop.json({u"runs"_s}).json().value(u"runs"_s)[0].toObject();
        QCOMPARE(seen.keys(), (QStringList{u"id"_s, u"operation"_s, u"reason"_s, u"state"_s, u"summary"_s}));
        QCOMPARE(seen[u"operation"_s].toString(), u"refresh"_s);
        QCOMPARE(seen[u"summary"_s][u"waiting"_s].toInt(), 2);
        QCOMPARE(seen[u"summary"_s][u"done"_s].toInt(), 1);
        QVERIFY(shop.run({u"runs"_s}).out.contains("状態一括確認"));

        const int before = shop.arrived(u"SearchTrade"_s);
        shop.stopGateway();
        const ProgramAnswer unreachable = shop.json({u"run"_s, u"run-1"_s, u"resume"_s, u"--yes"_s});
        QCOMPARE(unreachable.json().value(u"state"_s).toString(), u"paused"_s);
        QCOMPARE(unreachable.json().value(u"summary"_s)[u"waiting"_s].toInt(), 2);
        QVERIFY(unreachable.err.contains("kessai run run-1 resume"));
        shop.startGateway();
        const ProgramAnswer resumed = shop.json({u"run"_s, u"run-1"_s, u"resume"_s, u"--yes"_s});
        QCOMPARE(resumed.status, 0);
        QCOMPARE(resumed.json().value(u"state"_s).toString(), u"finished"_s);
        QCOMPARE(resumed.json().value(u"operation"_s).toString(), u"refresh"_s);
        QCOMPARE(resumed.json().value(u"summary"_s)[u"done"_s].toInt(), 3);
        QCOMPARE(resumed.json().value(u"unswept"_s).toInt(), 0);
        QCOMPARE(resumed.item(2).value(u"order"_s).toString(), u"3"_s);
        QCOMPARE(resumed.item(2).value(u"paymentStatus"_s).toString(), u"仮売上済み"_s);
        QCOMPARE(shop.arrived(u"SearchTrade"_s) - before, 2);

        // A report tells it; there is nothing to compare.
        const ProgramAnswer report = shop.json({u"run"_s, u"run-1"_s, u"report"_s});
        QCOMPARE(report.status, 0);
        QCOMPARE(report.json(), resumed.json());
        QCOMPARE(shop.arrived(u"SearchTrade"_s) - before, 2);
        QVERIFY(shop.run({u"run"_s, u"run-1"_s}).out.contains("変わりました"));
    }

    void statusLeftByAKilledWindow_goesOnWithoutTheGateway()
    {
        ShopFixture shop;
        openShop(shop);
        leaveRun(shop, u"STATUS"_s, u"6"_s);
        QCOMPARE(shop.json({u"set-status"_s, u"注文取消し"_s, u"3"_s}).status, 0);
        shop.stopGateway();
        const ProgramAnswer resumed = shop.json({u"run"_s, u"run-1"_s, u"resume"_s, u"--yes"_s});
        QCOMPARE(resumed.status, 1); // one could not be
        QCOMPARE(resumed.json().value(u"operation"_s).toString(), u"status"_s);
        QCOMPARE(resumed.json().value(u"summary"_s)[u"done"_s].toInt(), 2);
        QCOMPARE(resumed.item(2).value(u"state"_s).toString(), u"REFUSED"_s);
        QCOMPARE(resumed.item(2).value(u"reason"_s).toString(), u"WRONG_STATE"_s);
        QCOMPARE(shop.order(2).value(u"orderStatus"_s).toString(), u"入金済み"_s);
        QCOMPARE(shop.order(1).value(u"orderStatus"_s).toString(), u"新規受付"_s); // noted as done
        const QByteArray text = shop.run({u"run"_s, u"run-1"_s}).out;
        QVERIFY2(text.contains("できませんでした") && text.contains("「注文取消し」から「入金済み」"),
                 text.constData());
        const QString file = shop.file(u"run.csv"_s);
        QCOMPARE(shop.json({u"export"_s, u"run"_s, u"run-1"_s, u"--out"_s, file}).status, 0);
        QFile table(file);
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = table.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[2].contains("変更しました") && lines[2].contains("新規受付") &&
                     lines[2].contains("入金済み"),
                 lines[2].constData());
        QVERIFY2(lines[3].contains("変更できません"), lines[3].constData());
    }

    void run_isPausedByItsKilledWindowAndByAPerson()
    {
        ShopFixture shop;
        openShop(shop);
        leaveRun(shop, u"STATUS"_s, u"6"_s);
        const ProgramAnswer paused = shop.json({u"run"_s, u"run-1"_s, u"pause"_s});
        QCOMPARE(paused.status, 0);
        QCOMPARE(paused.json().value(u"state"_s).toString(), u"paused"_s);
        QVERIFY(paused.json().value(u"reason"_s).toString().contains(u"終了したため"_s));
        QCOMPARE(paused.json().value(u"summary"_s)[u"waiting"_s].toInt(), 2);
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestOrderRuns)
#include "test_orderruns.moc"
