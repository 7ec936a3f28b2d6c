#include "tests/simulator/multifixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QString Start = u"2024-01-15 10:00:00"_s;

} // namespace

/// docomo (PayType 9), protocol.md §4.7, §5.4, §6.4 and §7.
class TestDocomo : public QObject
{
    Q_OBJECT

private slots:
    void authorised_soldAndGivenBack()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Docomo"_s, "JobCd=AUTH&Amount=3000", {}));
        QCOMPARE(f.status(), u"REQSUCCESS"_s);
        QCOMPARE(f.shopper(u"begin"_s), QString());
        QCOMPARE(f.status(), u"AUTHPROCESS"_s);
        QCOMPARE(f.shopper(u"finish"_s), QString());
        QCOMPARE(f.status(), u"AUTH"_s);
        QCOMPARE(f.shown("DocomoSettlementCode").size(), 12);
        QCOMPARE(f.onOrder(u"DocomoSales"_s, "Amount=3000"), "OrderID=o-1&Status=SALES&Amount=3000&Tax=0");
        QCOMPARE(f.onOrder(u"DocomoCancelReturn"_s, "CancelAmount=1000"),
                 "OrderID=o-1&Status=SALES&CancelAmount=1000&CancelTax=0");
        QCOMPARE(f.shown("DocomoCancelAmount"), u"1000"_s);
        QCOMPARE(f.shown("Amount"), u"2000"_s); // what is left [I]
        QCOMPARE(f.outcome(u"DocomoCancelReturn"_s, "CancelAmount=2000"), u"CANCEL"_s);
        QCOMPARE(f.outcome(u"DocomoCancelReturn"_s, "CancelAmount=1"), u"M01054004"_s);
        QCOMPARE(f.transaction().counts.sales, 1);
        QCOMPARE(f.transaction().counts.cancels, 2);
    }

    void pageNobodyOpens_expires()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Docomo"_s, "JobCd=AUTH&Amount=3000", "PaymentTermSec=600"));
        f.setNow(u"2024-01-15 10:10:00"_s);
        QCOMPARE(f.status(), u"REQSUCCESS"_s);
        f.setNow(u"2024-01-15 10:10:01"_s);
        QCOMPARE(f.status(), u"EXPIRED"_s);
        QCOMPARE(f.shopper(u"pay"_s), u"M01074091"_s);
        QCOMPARE(f.outcome(u"DocomoSales"_s, "Amount=3000"), u"M01054004"_s);
    }

    void begunPage_lapsesByTheShopperOnly()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Docomo"_s, "JobCd=AUTH&Amount=3000", {}));
        QCOMPARE(f.shopper(u"begin"_s), QString());
        f.setNow(u"2024-01-15 12:00:00"_s);
        QCOMPARE(f.status(), u"AUTHPROCESS"_s);
        QCOMPARE(f.shopper(u"expire"_s), QString());
        QCOMPARE(f.status(), u"EXPIRED"_s);
    }

    void carriersRefusal_isPayfail()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Docomo"_s, "JobCd=AUTH&Amount=3000", {}));
        QCOMPARE(f.shopper(u"refuse"_s), QString());
        QCOMPARE(f.status(), u"PAYFAIL"_s);
        QCOMPARE(f.shopper(u"pay"_s), u"M01054004"_s);
    }

    void call_endsWithItsTerm_data()
    {
        addTermColumns();
        const auto auth = MultiStatus::Auth;
        const auto sales = MultiStatus::Sales;
        const auto capture = MultiStatus::Capture;
        addTermRow("sale on day 90", auth, "2024-01-15 10:00:00", "", "2024-04-14 23:59:59", "DocomoSales",
                   "SALES");
        addTermRow("sale on day 91", auth, "2024-01-15 10:00:00", "", "2024-04-15 00:00:00", "DocomoSales",
                   "M01060010");
        // To 20:00 of the last day of the second month; that the second 20:00:00 is in time is [I].
        addTermRow("AUTH in time", auth, "2024-01-15 10:00:00", "", "2024-03-31 20:00:00",
                   "DocomoCancelReturn", "CANCEL");
        addTermRow("AUTH too late", auth, "2024-01-15 10:00:00", "", "2024-03-31 20:00:01",
                   "DocomoCancelReturn", "M01057010");
        addTermRow("CAPTURE in time", capture, "2023-12-31 23:59:59", "", "2024-02-29 20:00:00",
                   "DocomoCancelReturn", "CANCEL");
        addTermRow("CAPTURE too late", capture, "2023-12-31 23:59:59", "", "2024-02-29 20:00:01",
                   "DocomoCancelReturn", "M01057010");
        addTermRow("SALES counts from the sale", sales, "2023-12-31 23:59:59", "2024-01-01 00:00:00",
                   "2024-03-31 20:00:00", "DocomoCancelReturn", "CANCEL");
        addTermRow("SALES too late", sales, "2023-12-31 23:59:59", "2024-01-01 00:00:00",
                   "2024-03-31 20:00:01", "DocomoCancelReturn", "M01057010");
    }

    void call_endsWithItsTerm() { playTermRow(PayType::Docomo); }

    /// The limit of the older module; whether and how the server has it is open (§6.4, §11), so it is an
    /// option.
    void cancel_mayHaveToWaitForNoon_data()
    {
        QTest::addColumn<bool>("waits");
        QTest::addColumn<QString>("paid");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("outcome");
        const QString early = u"2024-01-15 20:00:00"_s;
        const QString late = u"2024-01-15 20:00:01"_s;
        QTest::newRow("no limit") << false << early << u"2024-01-15 20:00:01"_s << u"CANCEL"_s;
        QTest::newRow("too soon") << true << early << u"2024-01-16 11:59:59"_s << u"M01058011"_s;
        QTest::newRow("noon") << true << early << u"2024-01-16 12:00:00"_s << u"CANCEL"_s;
        QTest::newRow("too soon after 20:00") << true << late << u"2024-01-17 11:59:59"_s << u"M01058011"_s;
        QTest::newRow("noon after 20:00") << true << late << u"2024-01-17 12:00:00"_s << u"CANCEL"_s;
    }

    void cancel_mayHaveToWaitForNoon()
    {
        QFETCH(bool, waits);
        QFETCH(QString, paid);
        QFETCH(QString, now);
        QFETCH(QString, outcome);
        SimulatorOptions options;
        options.docomoFromNoon = waits;
        MultiFixture f(paid, options);
        QVERIFY(f.seed({.payType = PayType::Docomo, .status = MultiStatus::Capture, .amount = {3000}}));
        f.setNow(now);
        QCOMPARE(f.outcome(u"DocomoCancelReturn"_s, "CancelAmount=3000"), outcome);
    }

    void amounts_mustFit_data()
    {
        QTest::addColumn<MultiStatus>("status");
        QTest::addColumn<QString>("call");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("outcome");
        const auto auth = MultiStatus::Auth;
        const auto sales = MultiStatus::Sales;
        QTest::newRow("less") << auth << u"DocomoSales"_s << QByteArray("Amount=2999") << u"M01055010"_s;
        QTest::newRow("more") << auth << u"DocomoSales"_s << QByteArray("Amount=3001") << u"M01055011"_s;
        QTest::newRow("a part of an authorisation")
            << auth << u"DocomoCancelReturn"_s << QByteArray("CancelAmount=2999") << u"M01085010"_s;
        QTest::newRow("more than was sold")
            << sales << u"DocomoCancelReturn"_s << QByteArray("CancelAmount=3001") << u"M01085011"_s;
        QTest::newRow("a tax that is not there")
            << sales << u"DocomoCancelReturn"_s << QByteArray("CancelAmount=10&CancelTax=1")
            << u"M01086010"_s;
    }

    void amounts_mustFit()
    {
        QFETCH(MultiStatus, status);
        QFETCH(QString, call);
        QFETCH(QByteArray, fields);
        QFETCH(QString, outcome);
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = PayType::Docomo, .status = status, .amount = {3000}}));
        QCOMPARE(f.outcome(call, fields), outcome);
        QCOMPARE(f.status(), multiWord(status));
        QCOMPARE(f.transaction().amount.value, 3000);
    }

    /// States, term and the use of DC1000011 are [I].
    void increase_staysWithinTheLimit()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = PayType::Docomo, .status = MultiStatus::Sales, .amount = {29'000}}));
        QCOMPARE(f.onOrder(u"DocomoIncrease"_s, "IncreaseAmount=1000"),
                 "OrderID=o-1&Status=SALES&Amount=30000&Tax=0&IncreaseAmount=1000&IncreaseTax=0");
        QCOMPARE(f.shown("DocomoIncreaseAmount"), u"1000"_s);
        QCOMPARE(f.outcome(u"DocomoIncrease"_s, "IncreaseAmount=1"), u"DC1000011"_s);
        QCOMPARE(f.transaction().counts.changes, 1);
        f.setNow(u"2024-03-31 20:00:01"_s);
        QCOMPARE(f.outcome(u"DocomoIncrease"_s, "IncreaseAmount=1"), u"M01057010"_s);
    }
};

QTEST_GUILESS_MAIN(TestDocomo)
#include "test_docomo.moc"
