#include "tests/cli/shopfixture.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// A database that takes nothing any more while a command is at work.
class TestStoreTrouble : public QObject
{
    Q_OBJECT

    static bool execute(const ShopFixture &shop, const QString &statement)
    {
        bool done = false;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"trouble"_s);
            database.setDatabaseName(shop.dataFolder() + u"/shop.sqlite"_s);
            done = database.open() && QSqlQuery(database).exec(statement);
        }
        QSqlDatabase::removeDatabase(u"trouble"_s);
        return done;
    }
    static bool refuse(const ShopFixture &shop, const QString &what)
    {
        return execute(shop,
                       u"CREATE TRIGGER trouble BEFORE %1 BEGIN SELECT RAISE(ABORT, ''); END"_s.arg(what));
    }
    static bool takeAgain(const ShopFixture &shop) { return execute(shop, u"DROP TRIGGER trouble"_s); }
    static qsizetype triesToStore(const ShopFixture &shop)
    {
        QFile log(shop.dataFolder() + u"/logs/kessai.log"_s);
        return log.open(QIODevice::ReadOnly) ? log.readAll().count("an answer waits in memory") : 0;
    }
    static std::unique_ptr<QProcess> captureThatWaits(const ShopFixture &shop)
    {
        auto process = shop.start({u"--json"_s, u"capture"_s, u"272"_s, u"--yes"_s});
        process->setReadChannel(QProcess::StandardError);
        return process;
    }

    static constexpr auto Unstored = "まだデータベースに保存できていません";
    static constexpr int ManyBytes = 10'000;

private slots:
    void answerThatCannotBeStored_isToldOnce()
    {
        ShopFixture shop;
        shop.open();
        QVERIFY(refuse(shop, u"INSERT ON evidence WHEN NEW.source = 'ANSWER'"_s));
        const auto process = captureThatWaits(shop);
        QTRY_VERIFY_WITH_TIMEOUT(triesToStore(shop) >= 2, 30'000);
        QVERIFY(process->peek(ManyBytes).contains("Ctrl+C"));
        QVERIFY(takeAgain(shop));
        const ProgramAnswer answer = ShopFixture::finish(*process);
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.item().value(u"state"_s).toString(), u"DONE"_s);
        QCOMPARE(answer.err.count(Unstored), 1);
        QCOMPARE(answer.err.count("データベースに保存できました"), 1);
        QCOMPARE(shop.arrived(u"AlterTran"_s), 1);
    }

    void secondSignal_leavesWhatCannotBeStoredToTheNextStart()
    {
        ShopFixture shop;
        shop.open();
        QVERIFY(refuse(shop, u"INSERT ON evidence WHEN NEW.source = 'ANSWER'"_s));
        const auto process = captureThatWaits(shop);
        QTRY_VERIFY_WITH_TIMEOUT(process->peek(ManyBytes).contains(Unstored), 30'000);
        const auto gone = [&process] {
            process->terminate();
            return process->state() == QProcess::NotRunning;
        };
        QTRY_VERIFY_WITH_TIMEOUT(gone(), 30'000);
        QVERIFY(takeAgain(shop));
        const ProgramAnswer settled = shop.json({u"settle"_s});
        QCOMPARE(settled.status, 0);
        QCOMPARE(settled.item().value(u"state"_s).toString(), u"DONE"_s);
        QCOMPARE(shop.arrived(u"AlterTran"_s), 1);
    }

    void resumeWhoseStoreFailsMidway_tellsWhatIsDone()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp({u"--set"_s, u"bulk.parallel=1"_s}).status, 0);
        shop.addOrders({SampleOrder{.number = 1}, SampleOrder{.number = 2}, SampleOrder{.number = 3}});
        shop.alwaysFail(u"AlterTran"_s, u"error"_s, {{u"codes"_s, QJsonArray{u"E01030002"_s}}});
        const ProgramAnswer paused = shop.json({u"capture"_s, u"1"_s, u"2"_s, u"3"_s, u"--yes"_s});
        QCOMPARE(paused.json().value(u"summary"_s)[u"waiting"_s].toInt(), 2);
        shop.post(u"faults"_s, QJsonArray{});
        QVERIFY(refuse(
            shop, u"UPDATE OF state ON op WHEN NEW.state = 'CLAIMED' AND NEW.payment_id = "
                  "(SELECT id FROM payment WHERE gw_order_id = '%1')"_s.arg(ShopFixture::gatewayOrderId(3))));
        const QStringList words{u"run"_s, paused.json().value(u"run"_s).toString(), u"resume"_s, u"--yes"_s};
        const ProgramAnswer answer = shop.json(words);
        QCOMPARE(answer.status, 1);
        QCOMPARE(answer.json().value(u"summary"_s)[u"done"_s].toInt(), 1);
        QCOMPARE(answer.json().value(u"summary"_s)[u"waiting"_s].toInt(), 1);
        QVERIFY2(answer.err.contains("データベース"), answer.err.constData());

        const ProgramAnswer nothing = shop.json(words); // it begins nothing any more
        QCOMPARE(nothing.status, 4);
        QCOMPARE(nothing.out, QByteArray());
    }

    /// The order of an item cannot be read any more when all has been sent.
    void runWhoseItemsCannotBeRead_isNamedAndNotLost()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp({u"--set"_s, u"bulk.parallel=1"_s}).status, 0);
        shop.addOrders({SampleOrder{.number = 1}, SampleOrder{.number = 2}});
        QVERIFY(execute(shop, u"CREATE TRIGGER trouble AFTER UPDATE OF state ON bulk_run WHEN NEW.state = "
                              "'FINISHED' BEGIN UPDATE op SET run_id = 'elsewhere' WHERE number = "
                              "(SELECT max(number) FROM op); END"_s));
        const ProgramAnswer answer = shop.json({u"capture"_s, u"1"_s, u"2"_s, u"--yes"_s});
        QCOMPARE(shop.effects(u"AlterTran"_s, u"SALES"_s), 2);
        QCOMPARE(answer.status, 1);
        QCOMPARE(answer.json().value(u"summary"_s)[u"done"_s].toInt(), 1);
        const QByteArray run = answer.json().value(u"run"_s).toString().toUtf8();
        QVERIFY2(!run.isEmpty() && answer.err.contains("kessai run " + run + " report"),
                 answer.err.constData());
    }

    /// What is DONE was another order's by then.
    void statusOfAnOrderThatGotThePaymentLater_isLeftAlone()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp({u"--set"_s, u"bulk.parallel=1"_s}).status, 0);
        shop.addOrders({SampleOrder{.number = 1}, SampleOrder{.number = 2}, SampleOrder{.number = 3}});
        QVERIFY(execute(
            shop, u"CREATE TRIGGER trouble AFTER UPDATE OF state ON bulk_run WHEN NEW.state = "
                  "'FINISHED' BEGIN UPDATE payment SET order_id = (SELECT id FROM orders WHERE "
                  "order_number = '3') WHERE gw_order_id = '%1'; END"_s.arg(ShopFixture::gatewayOrderId(2))));
        const ProgramAnswer answer =
            shop.json({u"capture"_s, u"1"_s, u"2"_s, u"--set-status"_s, u"入金済み"_s, u"--yes"_s});
        QCOMPARE(answer.json().value(u"summary"_s)[u"done"_s].toInt(), 2);
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains("連携先が変わっています"), answer.err.constData());
        QCOMPARE(shop.order(1).value(u"orderStatus"_s).toString(), u"入金済み"_s);
        QCOMPARE(shop.order(2).value(u"orderStatus"_s).toString(), u"新規受付"_s);
        QCOMPARE(shop.order(3).value(u"orderStatus"_s).toString(), u"新規受付"_s);
    }

    /// As the window keeps it with a run.
    void resumedRun_setsTheStatusThatWasPromisedWithIt()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp({u"--set"_s, u"bulk.parallel=1"_s}).status, 0);
        shop.addOrders({SampleOrder{.number = 1}, SampleOrder{.number = 2}, SampleOrder{.number = 3}});
        shop.alwaysFail(u"AlterTran"_s, u"error"_s, {{u"codes"_s, QJsonArray{u"E01030002"_s}}});
        const ProgramAnswer paused = shop.json({u"capture"_s, u"1"_s, u"2"_s, u"3"_s, u"--yes"_s});
        shop.post(u"faults"_s, QJsonArray{});
        QVERIFY(execute(shop, u"INSERT INTO meta (name, value) SELECT 'run.then.' || id, '6 ' || "
                              "(SELECT max(sequence) FROM order_event) FROM bulk_run"_s));
        const ProgramAnswer answer =
            shop.json({u"run"_s, paused.json().value(u"run"_s).toString(), u"resume"_s, u"--yes"_s});
        QCOMPARE(answer.json().value(u"summary"_s)[u"done"_s].toInt(), 2);
        QVERIFY2(answer.err.contains("2件の対応状況を「入金済み」にしました。"), answer.err.constData());
        QCOMPARE(shop.order(1).value(u"orderStatus"_s).toString(), u"新規受付"_s);
        QCOMPARE(shop.order(3).value(u"orderStatus"_s).toString(), u"入金済み"_s);
    }

    void settledRun_setsTheStatusThatItOwesStill()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        shop.addOrders({SampleOrder{.number = 1}, SampleOrder{.number = 2}, SampleOrder{.number = 3}});
        shop.alwaysFail(u"AlterTran"_s, u"dropAfter"_s, {{u"orderId"_s, ShopFixture::gatewayOrderId(2)}});
        shop.alwaysFail(u"AlterTran"_s, u"dropBefore"_s, {{u"orderId"_s, ShopFixture::gatewayOrderId(3)}});
        QCOMPARE(shop.json({u"capture"_s, u"1"_s, u"2"_s, u"3"_s, u"--yes"_s}).status, 3);
        QVERIFY(execute(shop, u"INSERT INTO meta (name, value) SELECT 'run.then.' || id, '6 ' || "
                              "(SELECT max(sequence) FROM order_event) FROM bulk_run"_s));
        const ProgramAnswer answer = shop.json({u"settle"_s});
        QCOMPARE(answer.status, 3);
        QCOMPARE(answer.json().keys(), (QStringList{u"conflict"_s, u"inDoubt"_s, u"items"_s}));
        QVERIFY2(answer.err.contains("2件の対応状況を「入金済み」にしました。"), answer.err.constData());
        QVERIFY2(answer.err.contains("まだ完了していない1件は"), answer.err.constData());
        QCOMPARE(shop.order(1).value(u"orderStatus"_s).toString(), u"入金済み"_s);
        QCOMPARE(shop.order(2).value(u"orderStatus"_s).toString(), u"入金済み"_s);
        QCOMPARE(shop.order(3).value(u"orderStatus"_s).toString(), u"新規受付"_s);
        // Nobody is told of the same orders again.
        QVERIFY(!shop.json({u"settle"_s}).err.contains("入金済み」にしました"));
    }

    void settleWhoseSweepCannotBeStored_tellsWhatIsSettled()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        shop.addOrders({SampleOrder{.number = 1}, SampleOrder{.number = 2}});
        shop.alwaysFail(u"AlterTran"_s, u"dropAfter"_s, {{u"orderId"_s, ShopFixture::gatewayOrderId(2)}});
        QCOMPARE(shop.json({u"capture"_s, u"1"_s, u"2"_s, u"--yes"_s}).status, 3);
        QVERIFY(refuse(shop, u"UPDATE OF swept_at ON bulk_run"_s));
        const ProgramAnswer settled = shop.json({u"settle"_s});
        QCOMPARE(settled.status, 1); // the store is not well
        QCOMPARE(settled.item().value(u"state"_s).toString(), u"DONE"_s);
        QVERIFY2(settled.err.contains("データベース"), settled.err.constData());

        const ProgramAnswer nothing = shop.json({u"settle"_s}); // nothing is in doubt any more
        QCOMPARE(nothing.status, 4);
        QCOMPARE(nothing.out, QByteArray());
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestStoreTrouble)
#include "test_storetrouble.moc"
