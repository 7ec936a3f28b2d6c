#include "tests/simulator/capturefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;
using Fixture = CaptureFixture;

namespace {
constexpr int AnHourMs = 3'600'000;
}

/// Calls that arrive while another one for their payment is between its arrival and its effect.
class TestInWork : public QObject
{
    Q_OBJECT

private slots:
    void callIntoTheWorkOfAnother_isRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("part"); // of the capture
        QTest::addColumn<QByteArray>("instead");
        QTest::addColumn<QByteArray>("answer");
        const QByteArray other = "ErrCode=E82&ErrInfo=E82010001";
        QTest::newRow("the same again") << u"AlterTran.idPass"_s << QByteArray() << QByteArray()
                                        << QByteArray("ErrCode=E90&ErrInfo=E90010001");
        QTest::newRow("another job") << u"AlterTran.idPass"_s << QByteArray("JobCd=SALES")
                                     << QByteArray("JobCd=VOID") << other;
        QTest::newRow("another amount")
            << u"AlterTran.idPass"_s << QByteArray("Amount=3000") << QByteArray("Amount=2000") << other;
        QTest::newRow("another call")
            << u"ChangeTran.idPass"_s << QByteArray("JobCd=SALES") << QByteArray("JobCd=AUTH") << other;
        QTest::newRow("who proves nothing is not told")
            << u"AlterTran.idPass"_s << QByteArray("ShopPass=dummypass1") << QByteArray("ShopPass=wrong")
            << QByteArray("ErrCode=E01&ErrInfo=E01030002");
    }

    void callIntoTheWorkOfAnother_isRefused()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, instead);
        QFETCH(QByteArray, answer);
        Fixture f;
        f.addDelay(AnHourMs);
        RawClient first(f.gateway.gatewayUrl());
        first.send(postBytes(f.gateway.gatewayUrl(), u"AlterTran.idPass"_s, f.capture));
        QTRY_COMPARE(f.gateway.arrived(u"AlterTran"_s), 1);
        first.close(); // who gives up has still sent it
        QByteArray second = f.capture;
        if (!part.isEmpty()) {
            second.replace(part, instead);
        }
        QCOMPARE(post(f.gateway.gatewayUrl(), path, second).body, answer);
        QVERIFY(!f.lastEntry().effect.has_value());
        QVERIFY(f.lastEntry().settled);
        QCOMPARE(f.status(), CardStatus::Auth);
        QVERIFY(f.search().body.contains("&Status=AUTH&"));
    }

    void twoCallsThatWait_areNotBothEvaluated()
    {
        Fixture f;
        f.addDelay(5000, 2); // long enough for the second to arrive on any machine
        RawClient first(f.gateway.gatewayUrl());
        RawClient second(f.gateway.gatewayUrl());
        first.send(postBytes(f.gateway.gatewayUrl(), u"AlterTran.idPass"_s, f.capture));
        QTRY_COMPARE(f.gateway.arrived(u"AlterTran"_s), 1);
        second.send(postBytes(f.gateway.gatewayUrl(), u"AlterTran.idPass"_s, f.capture));
        QVERIFY(first.receiveAll().body.startsWith("AccessID="));
        QCOMPARE(second.receiveAll().body, "ErrCode=E90&ErrInfo=E90010001");
        QCOMPARE(f.status(), CardStatus::Sales);
    }

    void callWhoseClientIsGone_freesItsPayment()
    {
        Fixture f;
        f.addDelay(50);
        RawClient client(f.gateway.gatewayUrl());
        client.send(postBytes(f.gateway.gatewayUrl(), u"AlterTran.idPass"_s, f.capture));
        QTRY_COMPARE(f.gateway.arrived(u"AlterTran"_s), 1);
        client.close();
        QTRY_COMPARE(f.status(), CardStatus::Sales);
        QCOMPARE(f.sendCapture().body, "ErrCode=E11&ErrInfo=E11010003");
    }

    void wrongHandle_keepsNobodyOff()
    {
        Fixture f;
        f.addDelay(AnHourMs);
        QByteArray wrong = f.capture;
        wrong.replace("&JobCd=", "0&JobCd="); // the end of AccessPass
        RawClient client(f.gateway.gatewayUrl());
        client.send(postBytes(f.gateway.gatewayUrl(), u"AlterTran.idPass"_s, wrong));
        QTRY_COMPARE(f.gateway.arrived(u"AlterTran"_s), 1);
        QVERIFY(f.sendCapture().body.startsWith("AccessID="));
    }

    void execTranIntoItsOwnWork_isRefused()
    {
        Fixture f;
        const QByteArray handle = post(f.gateway.gatewayUrl(), u"EntryTran.idPass"_s,
                                       f.shop() + "&OrderID=a1&JobCd=AUTH&Amount=100")
                                      .body;
        const QByteArray exec = handle + "&OrderID=a1&Method=1&CardNo=4111111111111111&Expire=3012";
        f.addDelay(AnHourMs, 1, u"ExecTran"_s);
        RawClient client(f.gateway.gatewayUrl());
        client.send(postBytes(f.gateway.gatewayUrl(), u"ExecTran.idPass"_s, exec));
        QTRY_COMPARE(f.gateway.arrived(u"ExecTran"_s), 1);
        QCOMPARE(post(f.gateway.gatewayUrl(), u"ExecTran.idPass"_s, exec).body,
                 "ErrCode=E90&ErrInfo=E90010001");
        QCOMPARE(f.gateway.transaction(u"a1"_s)->status, CardStatus::Unprocessed);
    }
};

QTEST_GUILESS_MAIN(TestInWork)
#include "test_inwork.moc"
