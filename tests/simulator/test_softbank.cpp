#include "tests/simulator/multifixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QString Start = u"2024-01-15 10:00:00"_s;

} // namespace

/// SoftBank (PayType 11), protocol.md §4.8, §5.4, §6.5 and §7.
class TestSoftBank : public QObject
{
    Q_OBJECT

private slots:
    void authorised_soldAndGivenBack()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Sb"_s, "JobCd=AUTH&Amount=3000&Tax=200", {}));
        QCOMPARE(f.status(), u"REQSUCCESS"_s);
        QCOMPARE(f.shopper(u"begin"_s), QString());
        QCOMPARE(f.status(), u"AUTHPROCESS"_s);
        QCOMPARE(f.shopper(u"pay"_s), QString());
        QCOMPARE(f.status(), u"AUTH"_s);
        QVERIFY(!f.shown("SbTrackingId").isEmpty());
        QCOMPARE(f.onOrder(u"SbSales"_s, "Amount=3000&Tax=200"),
                 "OrderID=o-1&Status=SALES&Amount=3000&Tax=200");
        QCOMPARE(f.onOrder(u"SbCancel"_s, "CancelAmount=500"),
                 "OrderID=o-1&Status=SALES&CancelAmount=500&CancelTax=0");
        QCOMPARE(f.shown("SbCancelAmount"), u"500"_s);
        QCOMPARE(f.outcome(u"SbCancel"_s, "CancelAmount=2501&CancelTax=200"), u"M01085011"_s);
        QCOMPARE(f.outcome(u"SbCancel"_s, "CancelAmount=2500&CancelTax=200"), u"CANCEL"_s);
        QCOMPARE(f.outcome(u"SbSales"_s, "Amount=3000"), u"M01054004"_s);
        QCOMPARE(f.transaction().counts.sales, 1);
        QCOMPARE(f.transaction().counts.cancels, 2);
    }

    void shopperWhoGivesUp_fails()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Sb"_s, "JobCd=CAPTURE&Amount=3000", {}));
        QCOMPARE(f.shopper(u"giveUp"_s), QString());
        QCOMPARE(f.status(), u"PAYFAIL"_s);
        QCOMPARE(f.transaction().counts.sales, 0);
    }

    void pageNobodyOpens_expires()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Sb"_s, "JobCd=AUTH&Amount=3000", {}));
        f.setNow(u"2024-01-15 10:02:00"_s);
        QCOMPARE(f.status(), u"REQSUCCESS"_s);
        f.setNow(u"2024-01-15 10:02:01"_s);
        QCOMPARE(f.status(), u"EXPIRED"_s);
    }

    void call_endsWithItsTerm_data()
    {
        addTermColumns();
        const auto auth = MultiStatus::Auth;
        const auto sales = MultiStatus::Sales;
        const auto capture = MultiStatus::Capture;
        const char *first = "2024-01-15 10:00:00";
        addTermRow("sale on day 60", auth, first, "", "2024-03-15 23:59:59", "SbSales", "SALES");
        addTermRow("sale on day 61", auth, first, "", "2024-03-16 00:00:00", "SbSales", "M01060010");
        addTermRow("cancel on day 60", auth, first, "", "2024-03-15 23:59:59", "SbCancel", "CANCEL");
        addTermRow("cancel on day 61", auth, first, "", "2024-03-16 00:00:00", "SbCancel", "M01057010");
        addTermRow("CAPTURE back on day 60", capture, first, "", "2024-03-15 23:59:59", "SbCancel", "CANCEL");
        addTermRow("CAPTURE back on day 61", capture, first, "", "2024-03-16 00:00:00", "SbCancel",
                   "M01057010");
        // The ten-day rule is for SALES only; at the time of day of the sale.
        addTermRow("day 1", sales, first, "2024-02-01 00:00:00", "2024-02-13 00:00:00", "SbCancel", "CANCEL");
        addTermRow("day 1, late", sales, first, "2024-02-01 00:00:00", "2024-02-13 00:00:01", "SbCancel",
                   "M01057010");
        addTermRow("day 10", sales, first, "2024-02-10 23:59:59", "2024-02-13 23:59:59", "SbCancel",
                   "CANCEL");
        addTermRow("day 10, late", sales, first, "2024-02-10 23:59:59", "2024-02-14 00:00:00", "SbCancel",
                   "M01057010");
        addTermRow("day 11", sales, first, "2024-02-11 09:30:00", "2024-02-23 09:30:00", "SbCancel",
                   "CANCEL");
        addTermRow("day 11, late", sales, first, "2024-02-11 09:30:00", "2024-02-23 09:30:01", "SbCancel",
                   "M01057010");
        addTermRow("day 20", sales, first, "2024-02-20 09:30:00", "2024-02-23 09:30:00", "SbCancel",
                   "CANCEL");
        addTermRow("day 21", sales, first, "2024-02-21 09:30:00", "2024-03-02 09:30:00", "SbCancel",
                   "CANCEL");
        addTermRow("day 21, late", sales, first, "2024-02-21 09:30:00", "2024-03-02 09:30:01", "SbCancel",
                   "M01057010");
        addTermRow("last day of the year", sales, "2023-12-15 10:00:00", "2023-12-31 23:59:59",
                   "2024-01-02 23:59:59", "SbCancel", "CANCEL");
        addTermRow("last day of the year, late", sales, "2023-12-15 10:00:00", "2023-12-31 23:59:59",
                   "2024-01-03 00:00:00", "SbCancel", "M01057010");
    }

    void call_endsWithItsTerm() { playTermRow(PayType::SoftBank); }

    void amounts_mustFit()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = PayType::SoftBank, .status = MultiStatus::Auth, .amount = {3000}}));
        QCOMPARE(f.outcome(u"SbSales"_s, "Amount=2999"), u"M01055010"_s);
        QCOMPARE(f.outcome(u"SbSales"_s, "Amount=3001"), u"M01055011"_s);
        QCOMPARE(f.outcome(u"SbCancel"_s, "CancelAmount=1"), u"M01085010"_s);
        QCOMPARE(f.status(), u"AUTH"_s);
    }

    void console_sellsBehindTheClientsBack()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = PayType::SoftBank, .status = MultiStatus::Auth, .amount = {3000}}));
        QCOMPARE(f.console(u"SALES"_s, R"(,"amount":2000)"), u"M01055010"_s);
        QCOMPARE(f.console(u"SALES"_s), QString());
        QCOMPARE(f.outcome(u"SbSales"_s, "Amount=3000"), u"M01054004"_s);
        QCOMPARE(f.transaction().counts.sales, 1);
    }
};

QTEST_GUILESS_MAIN(TestSoftBank)
#include "test_softbank.moc"
