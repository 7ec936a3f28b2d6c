#include "tests/cli/shopfixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// Many orders at once, a stop in the middle, and a second program beside it.
class TestRuns : public QObject
{
    Q_OBJECT

    static QList<SampleOrder> someOrders(int count)
    {
        QList<SampleOrder> orders;
        for (int number = 1; number <= count; ++number) {
            orders.append(SampleOrder{.number = number});
        }
        return orders;
    }
    static void slowDown(const ShopFixture &shop, int milliseconds)
    {
        shop.post(u"faults"_s, QJsonArray{QJsonObject{{u"call"_s, u"AlterTran"_s},
                                                      {u"fault"_s, u"delayAfter"_s},
                                                      {u"ms"_s, milliseconds},
                                                      {u"probability"_s, 1}}});
    }

private slots:
    void ordersFromAFile_makeOneRunThatAddsUp()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        auto orders = someOrders(3);
        orders[1].payableYen = 9999;
        shop.addOrders(orders);
        const QByteArray unlinked =
            u"注文ID,注文番号,お名前(姓),お名前(名),小計,合計,支払合計,支払方法(名称),対応状況(名称),受注日\n"
            "4,4,髙橋,花子,3200,3200,3200,銀行振込,新規受付,2020-12-03 13:00:00\n"_s.toUtf8();
        QCOMPARE(shop.run({u"import"_s, shop.write(u"bank.csv"_s, unlinked)}).status, 0);
        const QString list = shop.write(u"list.txt"_s, "# today\n1\n\n2\r\n3\n1\n4\n");
        const ProgramAnswer answer = shop.json({u"capture"_s, u"--from-file"_s, list, u"--yes"_s});
        QCOMPARE(answer.status, 1);
        QVERIFY(answer.json().value(u"run"_s).isString());
        QCOMPARE(answer.item(0).value(u"order"_s).toString(), u"1"_s);
        QCOMPARE(answer.item(1).value(u"reason"_s).toString(), u"DIFFERENCE"_s);
        const QJsonValue summary = answer.json().value(u"summary"_s);
        QCOMPARE(summary[u"total"_s].toInt(), 4);
        QCOMPARE(summary[u"done"_s].toInt(), 2);
        QCOMPARE(summary[u"cancelled"_s].toInt(), 2);
        QCOMPARE(shop.effects(u"AlterTran"_s, u"SALES"_s), 2);

        const QJsonValue run = shop.json({u"runs"_s}).json().value(u"runs"_s)[0];
        QCOMPARE(run[u"id"_s], answer.json().value(u"run"_s));
        QCOMPARE(run[u"state"_s].toString(), u"finished"_s);
        QCOMPARE(run[u"summary"_s], summary);

        const QString id = run[u"id"_s].toString();
        // Two were sent; of the one that differs in its amount nothing was.
        QCOMPARE(shop.json({u"run"_s, id}).json().value(u"unswept"_s).toInt(), 2);
        const ProgramAnswer report = shop.json({u"run"_s, id, u"report"_s});
        QCOMPARE(report.status, 1);
        QCOMPARE(report.json().value(u"summary"_s), summary);
        QCOMPARE(report.json().value(u"compared"_s).toInt(), 3);
        QCOMPARE(report.json().value(u"unswept"_s).toInt(), 0);
    }

    void terminateDuringARun_claimsNoMoreAndAnswers()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp({u"--set"_s, u"bulk.parallel=1"_s}).status, 0);
        shop.addOrders(someOrders(6));
        slowDown(shop, 400);
        const auto process = shop.start(
            {u"--json"_s, u"capture"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"--yes"_s});
        QTRY_VERIFY_WITH_TIMEOUT(shop.arrived(u"AlterTran"_s) > 0, 30'000);
        process->terminate();
        const ProgramAnswer answer = ShopFixture::finish(*process);
        QCOMPARE(answer.status, 1);
        const QJsonValue summary = answer.json().value(u"summary"_s);
        QVERIFY(summary[u"waiting"_s].toInt() > 0);
        QCOMPARE(summary[u"inDoubt"_s].toInt(), 0);
        QCOMPARE(summary[u"done"_s].toInt() + summary[u"waiting"_s].toInt(), 6);
        QCOMPARE(shop.effects(u"AlterTran"_s, u"SALES"_s), summary[u"done"_s].toInt());

        const QString run = answer.json().value(u"run"_s).toString();
        QVERIFY(answer.err.contains("kessai run " + run.toUtf8() + " resume"));
        shop.post(u"faults"_s, QJsonArray{});
        const ProgramAnswer resumed = shop.json({u"run"_s, run, u"resume"_s, u"--yes"_s});
        QCOMPARE(resumed.status, 0);
        QCOMPARE(resumed.json().value(u"summary"_s)[u"done"_s].toInt(), 6);
        QCOMPARE(shop.effects(u"AlterTran"_s, u"SALES"_s), 6);
    }

    void resumeWithoutCredentials_exits5UntilAnItemIsDone()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp({u"--set"_s, u"bulk.parallel=1"_s}).status, 0);
        shop.addOrders(someOrders(3));
        shop.alwaysFail(u"AlterTran"_s, u"error"_s,
                        {{u"orderId"_s, ShopFixture::gatewayOrderId(1)},
                         {u"codes"_s, QJsonArray{u"E01030002"_s}}}); // pauses the run
        const ProgramAnswer paused = shop.json({u"capture"_s, u"1"_s, u"2"_s, u"3"_s, u"--yes"_s});
        QCOMPARE(paused.json().value(u"summary"_s)[u"waiting"_s].toInt(), 2);
        const QString run = paused.json().value(u"run"_s).toString();
        const QStringList resume{u"run"_s, run, u"resume"_s, u"--yes"_s};
        const QString credentials = shop.dataFolder() + u"/credentials"_s;
        QVERIFY(QFile::rename(credentials, credentials + u".away"_s));
        const ProgramAnswer unable = shop.json(resume);
        QCOMPARE(unable.status, 5);
        QCOMPARE(unable.err.count('\n'), 1);
        QCOMPARE(unable.json().value(u"summary"_s)[u"waiting"_s].toInt(), 2);

        QVERIFY(QFile::rename(credentials + u".away"_s, credentials));
        QCOMPARE(shop.json(resume).json().value(u"summary"_s)[u"done"_s].toInt(), 2);
        QVERIFY(QFile::remove(credentials));
        QCOMPARE(shop.json({u"run"_s, run, u"report"_s}).status, 1);
    }

    void reportWithoutTheGateway_doesNotUndoTheRun()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        shop.addOrders(someOrders(2));
        const ProgramAnswer captured = shop.json({u"capture"_s, u"1"_s, u"2"_s, u"--yes"_s});
        QCOMPARE(captured.status, 0);
        shop.stopGateway();
        const ProgramAnswer report =
            shop.json({u"run"_s, captured.json().value(u"run"_s).toString(), u"report"_s});
        QCOMPARE(report.status, 1);
        QCOMPARE(report.json().value(u"summary"_s)[u"done"_s].toInt(), 2);
        QCOMPARE(report.json().value(u"unswept"_s).toInt(), 2);
        QVERIFY(!report.err.isEmpty());
    }

    void secondProgram_mayOnlyRead()
    {
        ShopFixture shop;
        shop.open();
        slowDown(shop, 3000);
        const auto process = shop.start({u"--json"_s, u"capture"_s, u"272"_s, u"--yes"_s});
        QTRY_VERIFY_WITH_TIMEOUT(shop.arrived(u"AlterTran"_s) > 0, 30'000);
        const ProgramAnswer writing = shop.json({u"settle"_s});
        const ProgramAnswer reading = shop.json({u"orders"_s});
        const ProgramAnswer restoring = shop.json({u"restore"_s, shop.file(u"pass"_s), u"--yes"_s});
        QCOMPARE(process->state(), QProcess::Running);
        QCOMPARE(writing.status, 4);
        QCOMPARE(writing.out, QByteArray());
        QVERIFY(writing.err.contains("kessai"));
        QCOMPARE(reading.status, 0);
        QCOMPARE(reading.json().value(u"total"_s).toInt(), 1);
        QCOMPARE(restoring.status, 4);
        QCOMPARE(ShopFixture::finish(*process).status, 0);
    }

    void backupAndRestore_bringTheOrdersBack()
    {
        ShopFixture shop;
        shop.open();
        const QString copy = shop.file(u"copy.sqlite"_s);
        QCOMPARE(shop.json({u"backup"_s, u"--out"_s, copy}).status, 0);
        QCOMPARE(shop.json({u"backup"_s, u"--out"_s, copy}).status, 2);
        QCOMPARE(shop.run({u"capture"_s, u"272"_s, u"--yes"_s}).status, 0);
        QCOMPARE(shop.json({u"restore"_s, copy, u"--yes"_s}).status, 0);
        QCOMPARE(shop.order(272).value(u"paymentStatus"_s), QJsonValue(QJsonValue::Null));
        const ProgramAnswer again = shop.json({u"capture"_s, u"272"_s, u"--yes"_s});
        QCOMPARE(again.item().value(u"reason"_s).toString(), u"ALREADY_DONE"_s);
        QCOMPARE(shop.arrived(u"AlterTran"_s), 1);
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestRuns)
#include "test_runs.moc"
