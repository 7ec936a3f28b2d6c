#include "core/base/japantime.h"
#include "core/simulator/simulator.h"
#include "core/simulator/simulatorclock.h"
#include "tests/simulator/rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QByteArray Shop = "ShopID=tshop00000001&ShopPass=dummypass1";

class Fixture
{
public:
    Fixture()
    {
        SimulatorOptions options;
        options.now = fromClockText(u"2020-12-03 13:21:23"_s);
        gateway = std::make_unique<Simulator>(options);
        started = gateway->start().ok();
    }

    QJsonObject post(const QString &path, const QByteArray &json, int status = 200)
    {
        return read(kessai::post(gateway->controlUrl(), path, json), status);
    }

    QJsonObject get(const QString &path) { return read(kessai::get(gateway->controlUrl(), path), 200); }

    QByteArray call(const QString &name, const QByteArray &body)
    {
        return kessai::post(gateway->gatewayUrl(), name + u".idPass"_s, body).body;
    }

    bool started = false;
    std::unique_ptr<Simulator> gateway;

private:
    QJsonObject read(const RawReply &reply, int status)
    {
        const QJsonDocument document = QJsonDocument::fromJson(reply.body);
        return reply.status == status && reply.complete ? document.object() : QJsonObject();
    }
};

} // namespace

class TestControlPort : public QObject
{
    Q_OBJECT

private slots:
    void transactions_areSeededAndListed()
    {
        Fixture f;
        QVERIFY(f.started);
        const QJsonObject made =
            f.post(u"transactions"_s,
                   R"([{"orderId":"272-1","payType":"0","status":"SALES","amount":3000,"tax":200,
                 "authorizedAt":"2020-11-03 10:00:00","soldAt":"2020-11-20 11:00:00","method":"2","payTimes":"3"},
                {"orderId":"273-1","status":"AUTH","amount":500}])");
        const QJsonObject first = made.value(u"transactions"_s).toArray().at(0).toObject();
        QCOMPARE(first.value(u"orderId"_s).toString(), u"272-1"_s);
        QCOMPARE(first.value(u"status"_s).toString(), u"SALES"_s);
        QCOMPARE(first.value(u"accessId"_s).toString().size(), 32);
        QCOMPARE(first.value(u"accessPass"_s).toString().size(), 32);
        QCOMPARE(first.value(u"tranId"_s).toString().size(), 28);
        QCOMPARE(first.value(u"approve"_s).toString().size(), 7);
        QCOMPARE(f.get(u"transactions"_s).value(u"transactions"_s).toArray().size(), 2);

        const QByteArray read = f.call(u"SearchTrade"_s, Shop + "&OrderID=272-1");
        QVERIFY(read.contains("Status=SALES&ProcessDate=20201120110000&"));
        QVERIFY(read.contains("&Amount=3000&Tax=200&"));
        QVERIFY(read.contains("&Method=2&PayTimes=3&"));
    }

    void seeding_isAllOrNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("status");
        QTest::newRow("twice") << QByteArray(R"([{"orderId":"1","amount":1},{"orderId":"1","amount":1}])")
                               << 409;
        QTest::newRow("status")
            << QByteArray(R"([{"orderId":"1","amount":1},{"orderId":"2","amount":1,"status":"X"}])") << 400;
        QTest::newRow("pay type")
            << QByteArray(R"([{"orderId":"1","amount":1},{"orderId":"2","amount":1,"payType":"99"}])") << 400;
        QTest::newRow("time") << QByteArray(R"([{"orderId":"1","amount":1,"authorizedAt":"yesterday"}])")
                              << 400;
        QTest::newRow("amount") << QByteArray(R"([{"orderId":"1","amount":-1}])") << 400;
        QTest::newRow("no JSON") << QByteArray("[{") << 400;
    }

    void seeding_isAllOrNothing()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, status);
        Fixture f;
        QVERIFY(!f.post(u"transactions"_s, json, status).value(u"error"_s).toString().isEmpty());
        QVERIFY(f.gateway->transactions().isEmpty());
    }

    void clock_isSetAdvancedAndFrozen()
    {
        Fixture f;
        QVERIFY(f.post(u"clock"_s, R"({"frozen":true})").value(u"frozen"_s).toBool());
        QCOMPARE(f.post(u"clock"_s, R"({"now":"2021-01-31 23:59:59"})").value(u"now"_s).toString(),
                 u"2021-01-31 23:59:59"_s);
        QCOMPARE(f.post(u"clock"_s, R"({"advanceSeconds":1})").value(u"now"_s).toString(),
                 u"2021-02-01 00:00:00"_s);
        const RawReply reply = kessai::post(f.gateway->gatewayUrl(), u"SearchTrade.idPass"_s, Shop);
        QCOMPARE(reply.headers.value("date"), "Sun, 31 Jan 2021 15:00:00 GMT");
        QVERIFY(f.post(u"clock"_s, R"({"now":"2021-02-30"})", 400).contains(u"error"_s));
    }

    void ledger_showsRequestsWithoutSecrets()
    {
        Fixture f;
        const QByteArray handle = f.call(u"EntryTran"_s, Shop + "&OrderID=a1&JobCd=AUTH&Amount=100");
        f.call(u"ExecTran"_s,
               handle + "&OrderID=a1&Method=1&CardNo=4111111111111111&Expire=3012&SecurityCode=739");
        f.call(u"AlterTran"_s, Shop + '&' + handle + "&JobCd=SALES&Amount=100");
        f.call(u"AlterTran"_s, Shop + '&' + handle + "&JobCd=SALES&Amount=100");

        const QJsonObject ledger = f.get(u"ledger"_s);
        const QJsonArray requests = ledger.value(u"requests"_s).toArray();
        QCOMPARE(requests.size(), 4);
        QCOMPARE(ledger.value(u"arrived"_s).toObject().value(u"AlterTran"_s).toInt(), 2);
        const QJsonObject capture = requests.at(2).toObject();
        QCOMPARE(capture.value(u"sequence"_s).toInt(), 3);
        QCOMPARE(capture.value(u"call"_s).toString(), u"AlterTran"_s);
        QCOMPARE(capture.value(u"orderId"_s).toString(), u"a1"_s);
        QCOMPARE(capture.value(u"jobCd"_s).toString(), u"SALES"_s);
        QCOMPARE(capture.value(u"digest"_s).toString().size(), 64);
        QCOMPARE(capture.value(u"effect"_s).toObject().value(u"status"_s).toString(), u"SALES"_s);
        QCOMPARE(capture.value(u"effect"_s).toObject().value(u"amount"_s).toInt(), 100);
        QVERIFY(requests.at(3).toObject().value(u"effect"_s).isNull());
        QCOMPARE(requests.at(3).toObject().value(u"errors"_s).toArray().at(0).toString(), u"E11010003"_s);

        const QByteArray text = QJsonDocument(ledger).toJson();
        const QByteArray accessPass = handle.right(32);
        for (const QByteArray &secret :
             {QByteArray("dummypass1"), QByteArray("4111111111111111"), QByteArray("\"739\""), accessPass}) {
            QVERIFY2(!text.contains(secret), secret.constData());
        }
    }

    void faults_areReadAddedAndCleared()
    {
        Fixture f;
        QVERIFY(f.gateway->seedTransactions({{.orderId = u"1"_s, .amount = {100}}}).ok());
        QCOMPARE(f.post(u"faults"_s, R"([{"call":"SearchTrade","nth":1,"fault":"error","codes":["E92000001"]},
                                         {"call":"SearchTrade.idPass","nth":2,"fault":"status","n":503},
                                         {"call":"*","times":9,"fault":"crlf"}])")
                     .value(u"faults"_s)
                     .toInt(),
                 3);
        QCOMPARE(f.call(u"SearchTrade"_s, Shop + "&OrderID=1"), "ErrCode=E92&ErrInfo=E92000001\r\n");
        QCOMPARE(kessai::post(f.gateway->gatewayUrl(), u"SearchTrade.idPass"_s, Shop).status, 503);
        QCOMPARE(f.post(u"faults"_s, "[]").value(u"faults"_s).toInt(-1), 0);
        QVERIFY(f.call(u"SearchTrade"_s, Shop + "&OrderID=1").startsWith("OrderID=1&Status=AUTH"));
    }

    void secondDelivery_isInTheLedger()
    {
        Fixture f;
        const QByteArray handle = f.call(u"EntryTran"_s, Shop + "&OrderID=a1&JobCd=AUTH&Amount=100");
        f.call(u"ExecTran"_s, handle + "&OrderID=a1&Method=1&CardNo=4111111111111111&Expire=3012");
        QCOMPARE(f.post(u"faults"_s, R"([{"call":"AlterTran","nth":1,"fault":"duplicate"}])")
                     .value(u"faults"_s)
                     .toInt(),
                 1);
        QVERIFY(f.call(u"AlterTran"_s, Shop + '&' + handle + "&JobCd=SALES&Amount=100").contains("TranID"));
        const QJsonArray requests = f.get(u"ledger"_s).value(u"requests"_s).toArray();
        QCOMPARE(requests.size(), 3);
        const QJsonObject capture = requests.at(2).toObject();
        QVERIFY(capture.value(u"effect"_s).isObject());
        const QJsonObject again = capture.value(u"again"_s).toObject();
        QVERIFY(again.value(u"effect"_s).isNull());
        QCOMPARE(again.value(u"errors"_s).toArray().at(0).toString(), u"E11010003"_s);
    }

    void tlsFailure_isTakenWhereTlsIsSpoken()
    {
        SimulatorOptions options;
        options.tls = true;
        Simulator gateway(options);
        QVERIFY(gateway.start().ok());
        const RawReply reply =
            kessai::post(gateway.controlUrl(), u"faults"_s, R"([{"nth":1,"fault":"tlsFailure"}])");
        QCOMPARE(reply.body, R"({"faults":1})");
        RawClient client(gateway.gatewayUrl());
        client.send("hello");
        QCOMPARE(client.receiveAll().bytes, QByteArray::fromHex("15030300020228"));
    }

    void wrongFault_isRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("name") << QByteArray(R"([{"fault":"explode"}])");
        QTest::newRow("two choices") << QByteArray(R"([{"fault":"drip","nth":1,"times":2}])");
        QTest::newRow("nth") << QByteArray(R"([{"fault":"drip","nth":0}])");
        QTest::newRow("probability") << QByteArray(R"([{"fault":"drip","probability":2}])");
        QTest::newRow("status") << QByteArray(R"([{"fault":"status","n":99}])");
        QTest::newRow("another call twice") << QByteArray(R"([{"call":"ChangeTran","fault":"duplicate"}])");
        QTest::newRow("no TLS") << QByteArray(R"([{"fault":"tlsFailure"}])");
        QTest::newRow("call of a handshake") << QByteArray(R"([{"call":"AlterTran","fault":"tlsFailure"}])");
    }

    void wrongFault_isRefusedInWords()
    {
        QFETCH(QByteArray, json);
        Fixture f;
        QVERIFY(f.post(u"faults"_s, json, 400).value(u"error"_s).toString().size() > 10);
    }

    void console_changesBehindTheClientsBack()
    {
        Fixture f;
        QVERIFY(f.gateway->seedTransactions({{.orderId = u"1"_s, .amount = {100}}}).ok());
        QCOMPARE(f.post(u"console"_s, R"({"orderId":"1","jobCd":"AUTH","amount":250})")
                     .value(u"transaction"_s)
                     .toObject()
                     .value(u"amount"_s)
                     .toInt(),
                 250);
        QVERIFY(f.post(u"console"_s, R"({"orderId":"1","jobCd":"SALES"})").contains(u"transaction"_s));
        QVERIFY(f.call(u"SearchTrade"_s, Shop + "&OrderID=1").contains("Status=SALES&"));
        QCOMPARE(f.post(u"console"_s, R"({"orderId":"1","jobCd":"SALES"})", 409).value(u"error"_s).toString(),
                 u"E11010003"_s);
        QVERIFY(f.post(u"console"_s, R"({"orderId":"9","jobCd":"VOID"})", 409).contains(u"error"_s));
        QCOMPARE(f.get(u"ledger"_s).value(u"outside"_s).toArray().size(), 3); // seed and two changes
        QCOMPARE(f.gateway->arrived(u"AlterTran"_s), 0);
    }

    void shopper_endsOrLeavesThreeDSecure()
    {
        Fixture f;
        const QByteArray handle =
            f.call(u"EntryTran"_s, Shop + "&OrderID=a1&JobCd=CAPTURE&Amount=100&TdFlag=1");
        const QByteArray exec = handle +
                                "&OrderID=a1&Method=1&CardNo=4111111111111111&Expire=3012&HttpAccept=*"
                                "&HttpUserAgent=x";
        QVERIFY(f.call(u"ExecTran"_s, exec).startsWith("ACS=1&"));
        QVERIFY(f.post(u"shopper"_s, R"({"orderId":"a1","does":"giveUp"})").contains(u"transaction"_s));
        QCOMPARE(f.gateway->transaction(u"a1"_s)->status, CardStatus::Unprocessed);
        QVERIFY(f.call(u"ExecTran"_s, exec).startsWith("ACS=1&"));
        QVERIFY(f.post(u"shopper"_s, R"({"orderId":"a1","does":"pay"})").contains(u"transaction"_s));
        QCOMPARE(f.gateway->transaction(u"a1"_s)->status, CardStatus::Capture);
        QVERIFY(f.post(u"shopper"_s, R"({"orderId":"a1","does":"pay"})", 409).contains(u"error"_s));
        QVERIFY(f.post(u"shopper"_s, R"({"orderId":"a1","does":"expire"})", 409).contains(u"error"_s));
    }

    void unknownPath_is404()
    {
        Fixture f;
        QCOMPARE(kessai::get(f.gateway->controlUrl(), u"nothing"_s).status, 404);
        QCOMPARE(kessai::post(f.gateway->controlUrl(), u"nothing"_s, "{}").status, 404);
    }
};

QTEST_GUILESS_MAIN(TestControlPort)
#include "test_controlport.moc"
