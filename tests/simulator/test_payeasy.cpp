#include "tests/simulator/multifixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QString Start = u"2024-01-15 10:00:42"_s;

} // namespace

/// Pay-easy (PayType 4), ATM and net bank, protocol.md §5.3 and §6.2.
class TestPayEasy : public QObject
{
    Q_OBJECT

private slots:
    void paid_atTheAtm()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"PayEasy"_s, "Amount=3000", {}));
        QCOMPARE(f.status(), u"REQSUCCESS"_s);
        QCOMPARE(f.shown("ProcessDate"), u"20240115100000"_s); // recorded: seconds are 00
        QCOMPARE(f.shown("PaymentTerm"), u"20240125235959"_s); // recorded: ten days
        QCOMPARE(f.shown("CustID").size(), 11);
        QCOMPARE(f.shown("BkCode"), u"58021"_s);
        QVERIFY(f.shown("PayeasyPaymentURL").isEmpty());
        f.setNow(u"2024-01-25 23:59:59"_s);
        QCOMPARE(f.shopper(u"pay"_s), QString());
        QCOMPARE(f.status(), u"PAYSUCCESS"_s);
        QCOMPARE(f.shown("FinishDate"), u"20240125235959"_s);
        QCOMPARE(f.transaction().counts.sales, 1);
    }

    void netBank_getsAnAddress()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"PayEasy"_s, "Amount=3000", "PaymentType=E"));
        QVERIFY(f.shown("PayeasyPaymentURL").startsWith("https://"_L1));
        QCOMPARE(f.shown("PayType"), u"4"_s);
    }

    void paid_afterTheTerm()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"PayEasy"_s, "Amount=3000", {}));
        f.setNow(u"2024-01-26 00:00:00"_s);
        QCOMPARE(f.shopper(u"pay"_s), u"M01052011"_s);
        QCOMPARE(f.status(), u"EXPIRED"_s);
        QCOMPARE(f.outcome(u"PayEasyCancel"_s), u"M01054004"_s);
    }

    void cancel_isForWhatWasRequestedOnly()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"PayEasy"_s, "Amount=3000", {}));
        f.setNow(u"2024-01-25 23:59:59"_s);
        QCOMPARE(f.outcome(u"PayEasyCancel"_s), u"CANCEL"_s);
        QCOMPARE(f.status(), u"CANCEL"_s);
        QCOMPARE(f.transaction().counts.cancels, 1);
        QCOMPARE(f.outcome(u"PayEasyCancel"_s), u"M01054004"_s);
        QCOMPARE(f.shopper(u"pay"_s), u"M01054004"_s);
    }

    void cancel_isTooLateAfter180Days()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = PayType::PayEasy, .status = MultiStatus::PaySuccess, .amount = {3000}}));
        f.setNow(u"2024-07-13 23:59:59"_s);
        QCOMPARE(f.outcome(u"PayEasyCancel"_s), u"M01054004"_s);
        f.setNow(u"2024-07-14 00:00:00"_s);
        QCOMPARE(f.outcome(u"PayEasyCancel"_s), u"E11010014"_s);
    }

    void callOfAnotherPayType_doesNotFindIt()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"PayEasy"_s, "Amount=3000", {}));
        QCOMPARE(f.outcome(u"CvsCancel"_s), u"M01058002"_s); // the code is [I]
        QCOMPARE(f.outcome(u"AlterTran"_s, "JobCd=VOID"), u"E01110002"_s);
        QCOMPARE(f.status(), u"REQSUCCESS"_s);
    }

    void bankHasNoTerminal()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"PayEasy"_s, "Amount=3000", {}));
        QVERIFY(f.shopper(u"useTerminal"_s).contains("does is one of"_L1));
        QCOMPARE(f.outcome(u"PayEasyCancel"_s), u"CANCEL"_s);
    }
};

QTEST_GUILESS_MAIN(TestPayEasy)
#include "test_payeasy.moc"
