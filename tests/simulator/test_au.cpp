#include "tests/simulator/multifixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QString Start = u"2024-01-15 10:00:00"_s;

} // namespace

/// au (PayType 8), protocol.md §4.6, §5.4, §6.3 and §7.
class TestAu : public QObject
{
    Q_OBJECT

private slots:
    void authorised_soldAndGivenBack()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Au"_s, "JobCd=AUTH&Amount=3000&Tax=200", {}));
        QCOMPARE(f.status(), u"REQSUCCESS"_s);
        QCOMPARE(f.shopper(u"begin"_s), QString());
        QCOMPARE(f.status(), u"AUTHPROCESS"_s);
        QCOMPARE(f.shopper(u"pay"_s, R"(,"payMethod":"02")"), QString());
        QCOMPARE(f.status(), u"AUTH"_s);
        QCOMPARE(f.shown("AuPayInfoNo").size(), 16);
        QCOMPARE(f.shown("AuPayMethod"), u"02"_s);
        QCOMPARE(f.transaction().counts.sales, 0);

        f.setNow(u"2024-02-01 09:00:00"_s);
        const QByteArray sold = f.onOrder(u"AuSales"_s, "Amount=3000&Tax=200");
        QCOMPARE(sold, "OrderID=o-1&Status=SALES&Amount=3000&Tax=200");
        QCOMPARE(f.shown("ProcessDate"), u"20240201090000"_s);
        QCOMPARE(f.outcome(u"AuSales"_s, "Amount=3000&Tax=200"), u"M01054004"_s);
        QCOMPARE(f.transaction().counts.sales, 1);

        // What is left, and the status until all is given back, are [I].
        const QByteArray part = f.onOrder(u"AuCancelReturn"_s, "CancelAmount=1000&CancelTax=50");
        QCOMPARE(part, "OrderID=o-1&Status=SALES&Amount=2000&Tax=150&CancelAmount=1000&CancelTax=50");
        QCOMPARE(f.shown("AuCancelAmount"), u"1000"_s);
        QCOMPARE(f.outcome(u"AuCancelReturn"_s, "CancelAmount=2001&CancelTax=150"), u"M01085011"_s);
        QCOMPARE(f.outcome(u"AuCancelReturn"_s, "CancelAmount=100&CancelTax=151"), u"M01086010"_s);
        QCOMPARE(f.outcome(u"AuCancelReturn"_s, "CancelAmount=2000&CancelTax=150"), u"CANCEL"_s);
        QCOMPARE(f.shown("AuCancelAmount"), u"3000"_s);
        QCOMPARE(f.shown("AuCancelTax"), u"200"_s);
        QCOMPARE(f.shown("Amount"), u"0"_s);
        QCOMPARE(f.transaction().counts.cancels, 2);
        QCOMPARE(f.outcome(u"AuCancelReturn"_s, "CancelAmount=1"), u"M01054004"_s);
    }

    void capture_isSoldAtOnce()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Au"_s, "JobCd=CAPTURE&Amount=3000", {}));
        QCOMPARE(f.shopper(u"pay"_s), QString());
        QCOMPARE(f.status(), u"CAPTURE"_s);
        QCOMPARE(f.transaction().counts.sales, 1);
        QCOMPARE(f.outcome(u"AuSales"_s, "Amount=3000"), u"M01054004"_s);
    }

    void shopperWhoGivesUp_fails()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Au"_s, "JobCd=AUTH&Amount=3000", {}));
        QCOMPARE(f.shopper(u"begin"_s), QString());
        QCOMPARE(f.shopper(u"giveUp"_s), QString());
        QCOMPARE(f.status(), u"PAYFAIL"_s);
        QCOMPARE(f.outcome(u"AuSales"_s, "Amount=3000"), u"M01054004"_s);
    }

    /// au has no EXPIRED; PAYFAIL stands for it [I].
    void pageNobodyOpens_fails()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Au"_s, "JobCd=AUTH&Amount=3000", {}));
        f.setNow(u"2024-01-15 10:02:00"_s);
        QCOMPARE(f.status(), u"REQSUCCESS"_s);
        f.setNow(u"2024-01-15 10:02:01"_s);
        QCOMPARE(f.status(), u"PAYFAIL"_s);
    }

    void call_endsWithItsTerm_data()
    {
        addTermColumns();
        const auto auth = MultiStatus::Auth;
        const auto sales = MultiStatus::Sales;
        const auto capture = MultiStatus::Capture;
        addTermRow("sale on day 90", auth, "2024-01-15 10:00:00", "", "2024-04-14 23:59:59", "AuSales",
                   "SALES");
        addTermRow("sale on day 91", auth, "2024-01-15 10:00:00", "", "2024-04-15 00:00:00", "AuSales",
                   "M01060010");
        // 90 days as in the newer module, 60 in the older one (§11).
        addTermRow("cancel on day 90", auth, "2024-01-15 10:00:00", "", "2024-04-14 23:59:59",
                   "AuCancelReturn", "CANCEL");
        addTermRow("cancel on day 91", auth, "2024-01-15 10:00:00", "", "2024-04-15 00:00:00",
                   "AuCancelReturn",
                   "M01057010"); // the code is [I]
        // The words are [I].
        addTermRow("back in the month of the sale", sales, "2023-12-15 10:00:00", "2024-01-01 00:00:00",
                   "2024-01-31 23:59:59", "AuCancelReturn", "CANCEL");
        addTermRow("back in the next month", sales, "2023-12-15 10:00:00", "2024-01-01 00:00:00",
                   "2024-02-01 00:00:00", "AuCancelReturn", "RETURN");
        addTermRow("back at the end of the second month", sales, "2023-12-15 10:00:00", "2024-01-31 10:00:00",
                   "2024-03-31 23:59:59", "AuCancelReturn", "RETURN");
        addTermRow("back in the third month", sales, "2023-12-15 10:00:00", "2024-01-31 10:00:00",
                   "2024-04-01 00:00:00", "AuCancelReturn", "M01057010"); // or M01115010
        addTermRow("back over the year", capture, "2023-11-30 10:00:00", "", "2024-01-31 23:59:59",
                   "AuCancelReturn", "RETURN");
        addTermRow("too late over the year", capture, "2023-11-30 10:00:00", "", "2024-02-01 00:00:00",
                   "AuCancelReturn", "M01057010");
    }

    void call_endsWithItsTerm() { playTermRow(PayType::Au); }

    void partialCancel_doesNotMoveTheTerm() // [I], see carrierlimits.h
    {
        MultiFixture f(u"2024-01-31 10:00:00"_s);
        QVERIFY(f.seed({.payType = PayType::Au, .status = MultiStatus::Capture, .amount = {3000}}));
        f.setNow(u"2024-03-31 23:59:59"_s);
        QCOMPARE(f.outcome(u"AuCancelReturn"_s, "CancelAmount=1000"), u"CAPTURE"_s);
        f.setNow(u"2024-04-01 00:00:00"_s);
        QCOMPARE(f.outcome(u"AuCancelReturn"_s, "CancelAmount=2000"), u"M01057010"_s);
        QCOMPARE(f.shown("AuCancelAmount"), u"1000"_s);
    }

    void amounts_mustFit_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("less") << u"AuSales"_s << QByteArray("Amount=2999&Tax=200") << u"M01055010"_s;
        QTest::newRow("more") << u"AuSales"_s << QByteArray("Amount=3001&Tax=200") << u"M01055011"_s;
        QTest::newRow("the total in one") << u"AuSales"_s << QByteArray("Amount=3200") << u"SALES"_s;
        QTest::newRow("a part of an authorisation")
            << u"AuCancelReturn"_s << QByteArray("CancelAmount=3000") << u"M01085010"_s;
        QTest::newRow("more than the authorisation")
            << u"AuCancelReturn"_s << QByteArray("CancelAmount=3001&CancelTax=200") << u"M01085010"_s;
        QTest::newRow("the whole authorisation")
            << u"AuCancelReturn"_s << QByteArray("CancelAmount=3000&CancelTax=200") << u"CANCEL"_s;
    }

    void amounts_mustFit()
    {
        QFETCH(QString, call);
        QFETCH(QByteArray, fields);
        QFETCH(QString, outcome);
        MultiFixture f(Start);
        QVERIFY(
            f.seed({.payType = PayType::Au, .status = MultiStatus::Auth, .amount = {3000}, .tax = {200}}));
        QCOMPARE(f.outcome(call, fields), outcome);
    }

    void webMoney_isNotGivenBack() // refused by the modules; the server's code is [I]
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = PayType::Au,
                        .status = MultiStatus::Capture,
                        .amount = {3000},
                        .payMethod = u"03"_s}));
        QCOMPARE(f.outcome(u"AuCancelReturn"_s, "CancelAmount=3000"), u"M01054004"_s);
        QCOMPARE(f.status(), u"CAPTURE"_s);
    }

    void console_cancelsAPart()
    {
        MultiFixture f(Start);
        QVERIFY(
            f.seed({.payType = PayType::Au, .status = MultiStatus::Auth, .amount = {3000}, .tax = {200}}));
        QCOMPARE(f.console(u"SALES"_s), QString());
        QCOMPARE(f.console(u"CANCEL"_s, R"(,"amount":1200)"), QString());
        QCOMPARE(f.status(), u"SALES"_s);
        QCOMPARE(f.shown("Amount"), u"1800"_s);
        QCOMPARE(f.shown("AuCancelAmount"), u"1200"_s);
        QCOMPARE(f.console(u"CANCEL"_s), QString());
        QCOMPARE(f.status(), u"CANCEL"_s);
        QCOMPARE(f.transaction().counts.sales, 1);
        QCOMPARE(f.transaction().counts.cancels, 2);
    }
};

QTEST_GUILESS_MAIN(TestAu)
#include "test_au.moc"
