#include "tests/cli/shopfixture.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// What is refused before anything begins, and what stdout is then.
class TestUsage : public QObject
{
    Q_OBJECT

private slots:
    void wrongUsage_exits2WithNothingOnStdout_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no command") << QStringList{};
        QTest::newRow("unknown command") << QStringList{u"captur"_s};
        QTest::newRow("unknown option") << QStringList{u"orders"_s, u"--colour"_s, u"red"_s};
        QTest::newRow("option of another command") << QStringList{u"orders"_s, u"--keep-gateway-amount"_s};
        QTest::newRow("value missing") << QStringList{u"orders"_s, u"--limit"_s};
        QTest::newRow("no order") << QStringList{u"capture"_s, u"--yes"_s};
        QTest::newRow("order and file")
            << QStringList{u"capture"_s, u"272"_s, u"--from-file"_s, u"x"_s, u"--yes"_s};
        QTest::newRow("missing file")
            << QStringList{u"capture"_s, u"--from-file"_s, u"/no/such"_s, u"--yes"_s};
        QTest::newRow("unknown status")
            << QStringList{u"capture"_s, u"272"_s, u"--set-status"_s, u"済"_s, u"--yes"_s};
        QTest::newRow("unknown sort") << QStringList{u"orders"_s, u"--sort"_s, u"colour"_s};
        QTest::newRow("unknown direction") << QStringList{u"orders"_s, u"--sort"_s, u"total:up"_s};
        QTest::newRow("unknown payment status") << QStringList{u"orders"_s, u"--payment-status"_s, u"SOLD"_s};
        QTest::newRow("not a day") << QStringList{u"orders"_s, u"--from"_s, u"2020-02-30"_s};
        QTest::newRow("days swapped")
            << QStringList{u"orders"_s, u"--from"_s, u"2020-12-04"_s, u"--to"_s, u"2020-12-03"_s};
        QTest::newRow("refresh without anything") << QStringList{u"refresh"_s};
        QTest::newRow("refresh both ways") << QStringList{u"refresh"_s, u"--all"_s, u"--open"_s};
        QTest::newRow("resolve without reason") << QStringList{u"resolve"_s, u"272"_s, u"--as"_s, u"done"_s};
        QTest::newRow("wait of letters") << QStringList{u"settle"_s, u"--wait"_s, u"long"_s};
        QTest::newRow("two orders for change-amount")
            << QStringList{u"change-amount"_s, u"1"_s, u"2"_s, u"--yes"_s};
        QTest::newRow("import of no file") << QStringList{u"import"_s, u"/no/such.csv"_s};
        QTest::newRow("links of no file") << QStringList{u"import"_s, u"--links"_s, u"/no/such.csv"_s};
        QTest::newRow("import of a folder") << QStringList{u"import"_s, u"/"_s};
        QTest::newRow("backup without file") << QStringList{u"backup"_s};
        QTest::newRow("backup into no folder")
            << QStringList{u"backup"_s, u"--out"_s, u"/no/such/folder/copy.sqlite"_s};
    }
    void wrongUsage_exits2WithNothingOnStdout()
    {
        QFETCH(const QStringList, words);
        ShopFixture shop;
        const ProgramAnswer answer = shop.json(words);
        QCOMPARE(answer.status, 2);
        QCOMPARE(answer.out, QByteArray());
        QCOMPARE(answer.err.count('\n'), 1);
    }

    void helpAndVersion_needNoShop()
    {
        ShopFixture shop;
        const ProgramAnswer version = shop.run({u"--version"_s});
        QCOMPARE(version.status, 0);
        QVERIFY(version.out.startsWith("kessai "));
        QVERIFY(shop.run({u"help"_s}).out.contains("reauthorize"));
        QVERIFY(shop.run({u"capture"_s, u"--help"_s}).out.contains("--keep-gateway-amount"));
        QVERIFY(shop.run({u"help"_s, u"settle"_s}).out.contains("--wait"));
    }

    void commandWithoutSetup_exits4AndNamesSetup()
    {
        ShopFixture shop;
        const ProgramAnswer answer = shop.json({u"orders"_s});
        QCOMPARE(answer.status, 4);
        QCOMPARE(answer.out, QByteArray());
        QVERIFY(answer.err.contains("kessai setup"));
    }

    void setup_refusesWrongValuesAndLeavesNothing()
    {
        ShopFixture shop;
        QCOMPARE(shop.run({u"setup"_s, u"--gateway-url"_s, u"http://example.com/payment/"_s, u"--shop-id"_s,
                           u"tshop00000001"_s})
                     .status,
                 2);
        QCOMPARE(shop.setUp({u"--set"_s, u"bulk.parallel=99"_s}).status, 2);
        QCOMPARE(shop.setUp({u"--set"_s, u"nonsense"_s}).status, 2);
        QCOMPARE(shop.setUp({u"--set"_s, u"rules.captureDays=61"_s}).status, 2);
        QCOMPARE(shop.setUp({u"--set"_s, u"gateway.allowHost=https://gateway.example.com/"_s}).status, 2);
        QVERIFY(!QFileInfo::exists(shop.dataFolder()));
        QCOMPARE(shop.run({u"orders"_s}).status, 4);
        QVERIFY(!QFileInfo::exists(shop.dataFolder())); // who only reads makes nothing
    }

    void moneyCommandWithoutTerminal_needsYes()
    {
        ShopFixture shop;
        shop.open();
        const ProgramAnswer answer = shop.json({u"capture"_s, u"272"_s});
        QCOMPARE(answer.status, 2);
        QVERIFY(answer.err.contains("--yes"));
        QCOMPARE(shop.arrived(u"AlterTran"_s), 0);
    }

    void unknownOrders_areAllNamedAndNothingIsBegun()
    {
        ShopFixture shop;
        shop.open();
        const ProgramAnswer answer = shop.json({u"capture"_s, u"272"_s, u"9001"_s, u"9002"_s, u"--yes"_s});
        QCOMPARE(answer.status, 2);
        QCOMPARE(answer.out, QByteArray());
        QVERIFY(answer.err.contains("9001") && answer.err.contains("9002"));
        QCOMPARE(shop.ledger().size(), 0);
    }

    void simulatorWithAWrongWord_exits2()
    {
        QProcess simulator;
        simulator.start(qEnvironmentVariable("KESSAI_BINARIES") + u"/gmo-simulator"_s, {u"bogus"_s});
        const ProgramAnswer answer = ShopFixture::finish(simulator);
        QCOMPARE(answer.status, 2);
        QVERIFY(answer.err.contains("bogus"));
    }

    void globalOptions_areTakenAfterTheCommand()
    {
        ShopFixture shop;
        shop.open();
        const ProgramAnswer answer = shop.run({u"orders"_s, u"--json"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json().value(u"total"_s).toInt(), 1);
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestUsage)
#include "test_usage.moc"
