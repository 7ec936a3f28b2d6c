#include "tests/simulator/multifixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QString Start = u"2024-01-15 10:00:00"_s;

} // namespace

/// Convenience store (PayType 3), protocol.md §5.2 and §6.2.
class TestConvenienceStore : public QObject
{
    Q_OBJECT

private slots:
    void paid_inTime()
    {
        MultiFixture f(Start);
        const QByteArray entered = f.call(u"EntryTranCvs"_s, "OrderID=o-2&Amount=3000&Tax=200");
        QCOMPARE(valueIn(entered, "AccessID").size(), 32);
        QVERIFY(f.request(u"Cvs"_s, "Amount=3000&Tax=200", {}));
        QCOMPARE(f.status(), u"REQSUCCESS"_s);
        QCOMPARE(f.shown("CvsCode"), u"10001"_s);
        QVERIFY(!f.shown("CvsConfNo").isEmpty());
        QVERIFY(!f.shown("CvsReceiptNo").isEmpty());
        QCOMPARE(f.shown("PaymentTerm"), u"20240125235959"_s); // ten days, as recorded for Pay-easy [I]
        QCOMPARE(f.shown("ProcessDate"), u"20240115100000"_s);
        QCOMPARE(f.shown("JobCd"), QString());

        f.setNow(u"2024-01-25 23:59:59"_s);
        QCOMPARE(f.shopper(u"pay"_s), QString());
        QCOMPARE(f.status(), u"PAYSUCCESS"_s);
        QCOMPARE(f.shown("FinishDate"), u"20240125235959"_s);
        QCOMPARE(f.shown("Amount"), u"3000"_s);
        QCOMPARE(f.shown("Tax"), u"200"_s);
        QCOMPARE(f.transaction().counts.sales, 1);
        QCOMPARE(f.shopper(u"pay"_s), u"M01054004"_s);
        QCOMPARE(f.transaction().counts.sales, 1);
    }

    void term_isTheLastSecondOfItsDay()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Cvs"_s, "Amount=3000", "PaymentTermDay=3"));
        f.setNow(u"2024-01-18 23:59:59"_s);
        QCOMPARE(f.status(), u"REQSUCCESS"_s);
        f.setNow(u"2024-01-19 00:00:00"_s);
        QCOMPARE(f.status(), u"EXPIRED"_s);
        QCOMPARE(f.shown("ProcessDate"), u"20240119000000"_s);
        QCOMPARE(f.shopper(u"pay"_s), u"M01052011"_s);
        QCOMPARE(f.outcome(u"CvsCancel"_s), u"M01054004"_s);
        QCOMPARE(f.transaction().counts.sales, 0);
    }

    void cancel_isForWhatWasRequestedOnly_data()
    {
        QTest::addColumn<MultiStatus>("status");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("REQSUCCESS") << MultiStatus::ReqSuccess << u"CANCEL"_s;
        for (const MultiStatus status : {MultiStatus::Unprocessed, MultiStatus::PaySuccess,
                                         MultiStatus::PayFail, MultiStatus::Expired, MultiStatus::Cancel}) {
            QTest::newRow(qPrintable(multiWord(status))) << status << u"M01054004"_s; // the code is [I]
        }
    }

    void cancel_isForWhatWasRequestedOnly()
    {
        QFETCH(MultiStatus, status);
        QFETCH(QString, outcome);
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = PayType::ConvenienceStore, .status = status, .amount = {3000}}));
        QCOMPARE(f.status(), multiWord(status));
        const int before = f.transaction().counts.cancels;
        QCOMPARE(f.outcome(u"CvsCancel"_s), outcome);
        const bool isDone = outcome == u"CANCEL"_s;
        QCOMPARE(f.status(), isDone ? u"CANCEL"_s : multiWord(status));
        QCOMPARE(f.transaction().counts.cancels, before + (isDone ? 1 : 0));
    }

    void cancel_isTooLateAfter180Days()
    {
        MultiFixture f(Start);
        QVERIFY(f.seed(
            {.payType = PayType::ConvenienceStore, .status = MultiStatus::PaySuccess, .amount = {3000}}));
        f.setNow(u"2024-07-13 23:59:59"_s); // day 180
        QCOMPARE(f.outcome(u"CvsCancel"_s), u"M01054004"_s);
        f.setNow(u"2024-07-14 00:00:00"_s);
        QCOMPARE(f.outcome(u"CvsCancel"_s), u"E11010011"_s);
    }

    void customerAtTheTerminal_keepsTheCancelOff_data()
    {
        QTest::addColumn<QString>("chain");
        QTest::addColumn<QString>("code");
        QTest::newRow("Lawson") << u"10001"_s << u"LW1310004"_s;
        QTest::newRow("Ministop") << u"10005"_s << u"LW1310004"_s;
        QTest::newRow("FamilyMart") << u"10002"_s << u"FM1999002"_s; // [I]: a centre's refusal, whatever for
        QTest::newRow("Seven-Eleven") << u"00007"_s << u"SE1990002"_s; // [I]
        QTest::newRow("Seicomart") << u"10008"_s << u"M01054004"_s;    // [I]
    }

    void customerAtTheTerminal_keepsTheCancelOff()
    {
        QFETCH(QString, chain);
        QFETCH(QString, code);
        MultiFixture f(Start);
        QVERIFY(f.seed({.payType = PayType::ConvenienceStore, .amount = {3000}, .convenience = chain}));
        QCOMPARE(f.shopper(u"useTerminal"_s), QString());
        QCOMPARE(f.outcome(u"CvsCancel"_s), code);
        QCOMPARE(f.status(), u"REQSUCCESS"_s);
        QCOMPARE(f.shopper(u"giveUp"_s), QString());
        QCOMPARE(f.outcome(u"CvsCancel"_s), u"CANCEL"_s);
    }

    void storesRefusal_isPayfail()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Cvs"_s, "Amount=3000", {}));
        QCOMPARE(f.shopper(u"refuse"_s), QString());
        QCOMPARE(f.status(), u"PAYFAIL"_s);
        QCOMPARE(f.shopper(u"pay"_s), u"M01054004"_s);
    }

    void console_cancelsBehindTheClientsBack()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Cvs"_s, "Amount=3000", {}));
        QCOMPARE(f.console(u"CANCEL"_s), QString());
        QCOMPARE(f.status(), u"CANCEL"_s);
        QCOMPARE(f.outcome(u"CvsCancel"_s), u"M01054004"_s);
        QCOMPARE(f.gateway.arrived(u"CvsCancel"_s), 1);
        QVERIFY(!f.console(u"SALES"_s).isEmpty());
    }

    void secondExecution_isRefused()
    {
        MultiFixture f(Start);
        QVERIFY(f.request(u"Cvs"_s, "Amount=3000", {}));
        QCOMPARE(f.outcome(u"ExecTranCvs"_s, MultiFixture::execFields(u"Cvs"_s)), u"M01004014"_s);
    }

    void reply_hasTheKitsKeys()
    {
        MultiFixture f(Start);
        f.request(u"Cvs"_s, "Amount=3000", "ClientFieldFlag=2"); // refused: the order is only entered
        const QByteArray body = f.onOrder(u"ExecTranCvs"_s, MultiFixture::execFields(u"Cvs"_s) +
                                                                "&ClientField1=a&ClientFieldFlag=1");
        QByteArrayList keys;
        for (const QByteArray &part : body.split('&')) {
            keys.append(part.left(part.indexOf('=')));
        }
        QCOMPARE(keys.join('|'), "OrderID|Convenience|ConfNo|ReceiptNo|PaymentTerm|TranDate|ReceiptUrl|"
                                 "CheckString|ClientField1|ClientField2|ClientField3");
        QCOMPARE(valueIn(body, "PaymentTerm"), "20240125235959");
        QCOMPARE(valueIn(body, "TranDate"), "20240115100000");
        QCOMPARE(valueIn(body, "CheckString").size(), 32);
    }
};

QTEST_GUILESS_MAIN(TestConvenienceStore)
#include "test_conveniencestore.moc"
