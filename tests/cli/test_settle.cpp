#include "tests/cli/shopfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace kessai {

/// What `settle` reads after the doubt: the runs that nobody has compared yet, and no more than it must.
class TestSettleCommand : public QObject
{
    Q_OBJECT

private slots:
    void waitThatIsOver_beginsNoSweep()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        shop.addOrders({SampleOrder{.number = 1}, SampleOrder{.number = 2}});
        QCOMPARE(shop.json({u"capture"_s, u"1"_s, u"2"_s, u"--yes"_s}).status, 0);
        const int reads = shop.arrived(u"SearchTrade"_s);
        QCOMPARE(shop.json({u"settle"_s, u"--wait"_s, u"0"_s}).status, 0);
        QCOMPARE(shop.arrived(u"SearchTrade"_s), reads);
        QCOMPARE(shop.json({u"settle"_s}).status, 0);
        QCOMPARE(shop.arrived(u"SearchTrade"_s), reads + 2);
    }

    void itemThatStaysInDoubt_doesNotHaveTheOthersReadAgain()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        shop.addOrders({SampleOrder{.number = 1}, SampleOrder{.number = 2}, SampleOrder{.number = 3}});
        shop.alwaysFail(u"AlterTran"_s, u"dropBefore"_s, {{u"orderId"_s, ShopFixture::gatewayOrderId(2)}});
        const ProgramAnswer lost = shop.json({u"capture"_s, u"1"_s, u"2"_s, u"3"_s, u"--yes"_s});
        QCOMPARE(lost.status, 3);
        const int reads = shop.arrived(u"SearchTrade"_s);
        QCOMPARE(shop.json({u"settle"_s}).status, 3);
        QCOMPARE(shop.arrived(u"SearchTrade"_s), reads + 3);
        QCOMPARE(shop.json({u"settle"_s}).status, 3);
        QCOMPARE(shop.arrived(u"SearchTrade"_s), reads + 4);
        // A person who asks for the report has all of it compared.
        const QString run = lost.json().value(u"run"_s).toString();
        QCOMPARE(shop.json({u"run"_s, run, u"report"_s}).json().value(u"compared"_s).toInt(), 2);
    }

    void gatewayThatFallsSilent_isAskedTwice()
    {
        ShopFixture shop;
        QCOMPARE(shop.setUp().status, 0);
        shop.addOrders({SampleOrder{.number = 1}, SampleOrder{.number = 2}, SampleOrder{.number = 3}});
        for (int run = 0; run < 2; ++run) { // the second finds all in the goal already
            shop.json({u"capture"_s, u"1"_s, u"2"_s, u"3"_s, u"--yes"_s});
        }
        shop.alwaysFail(u"SearchTrade"_s, u"dropBefore"_s);
        const int reads = shop.arrived(u"SearchTrade"_s);
        shop.json({u"settle"_s});
        QCOMPARE(shop.arrived(u"SearchTrade"_s), reads + 2);
    }
};

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestSettleCommand)
#include "test_settle.moc"
