#include "core/simulator/httpserver.h"
#include "core/simulator/notificationsender.h"
#include "core/simulator/simulatorclock.h"
#include "tests/simulator/multifixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QString Start = u"2024-01-15 10:00:00"_s;

/// A shop that keeps what it was told, and answers `0`, `1` or nothing understandable.
class Shop
{
public:
    Shop()
        : m_server(
              [this](HttpConnection &connection, const HttpRequest &request) { take(connection, request); },
              64 * 1024)
    {
        const auto port = m_server.start(0);
        url = u"http://127.0.0.1:%1/receive"_s.arg(port.ok() ? *port : 0);
    }

    QByteArray told(int index) const { return bodies.value(index); }
    QString statuses() const
    {
        QStringList words;
        for (const QByteArray &body : bodies) {
            words.append(QString::fromLatin1(valueIn(body, "Status")));
        }
        return words.join(u' ');
    }

    QString url;
    QByteArray answer = "0";
    QByteArrayList bodies;

private:
    void take(HttpConnection &connection, const HttpRequest &request)
    {
        bodies.append(request.path == "/receive" ? request.body : QByteArray("wrong path"));
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(answer.size()) +
                        "\r\n\r\n" + answer);
        connection.finish(false);
    }

    HttpServer m_server;
};

SimulatorOptions tellingTo(const Shop &shop)
{
    SimulatorOptions options;
    options.notificationUrl = shop.url;
    return options;
}

} // namespace

/// Result notifications, protocol.md §9.
class TestNotifications : public QObject
{
    Q_OBJECT

private slots:
    void change_isTold()
    {
        Shop shop;
        MultiFixture f(Start, tellingTo(shop));
        QVERIFY(f.request(u"Cvs"_s, "Amount=3000&Tax=200", {}));
        QTRY_COMPARE(shop.bodies.size(), 1); // the entry is not told
        const QByteArray body = shop.told(0);
        QVERIFY(body.startsWith("ShopID=tshop00000001&ShopPass=" + QByteArray("%2A").repeated(10) +
                                "&AccessID=" + f.shown("AccessID").toLatin1() +
                                "&AccessPass=" + QByteArray("%2A").repeated(32) + "&OrderID=o-1&"));
        QVERIFY(!body.contains(f.shown("AccessPass").toLatin1()));
        QVERIFY(body.contains("&Status=REQSUCCESS&JobCd=&Amount=3000&Tax=200&Currency=JPN&"));
        QVERIFY(body.contains("&PayType=3&CvsCode=10001&"));
        QVERIFY(body.endsWith("&PaymentTerm=20240125235959"));
        QCOMPARE(f.shopper(u"pay"_s), QString());
        QTRY_COMPARE(shop.statuses(), u"REQSUCCESS PAYSUCCESS"_s);
        QCOMPARE(valueIn(shop.told(1), "FinishDate"), "20240115100000");
        QCOMPARE(valueIn(shop.told(1), "ReceiptDate"), "20240115100000");
    }

    void eachWayOfChanging_isTold()
    {
        Shop shop;
        MultiFixture f(Start, tellingTo(shop));
        QVERIFY(f.seed({.payType = PayType::Au, .status = MultiStatus::Auth, .amount = {3000}}));
        QCOMPARE(f.console(u"SALES"_s), QString());
        QCOMPARE(f.outcome(u"AuCancelReturn"_s, "CancelAmount=1000"), u"SALES"_s);
        QTRY_COMPARE(shop.statuses(), u"SALES SALES"_s); // the seed is not told
        QCOMPARE(valueIn(shop.told(1), "AuCancelAmount"), "1000");
        QCOMPARE(valueIn(shop.told(1), "Amount"), "2000");
    }

    void failure_hasItsCode()
    {
        Shop shop;
        MultiFixture f(Start, tellingTo(shop));
        QVERIFY(f.request(u"Docomo"_s, "JobCd=AUTH&Amount=3000", {}));
        QCOMPARE(f.shopper(u"giveUp"_s), QString());
        QTRY_COMPARE(shop.statuses(), u"REQSUCCESS PAYFAIL"_s);
        QCOMPARE(valueIn(shop.told(1), "ErrCode"), "DC1");
        QCOMPARE(valueIn(shop.told(1), "ErrInfo"), "DC1000003");
    }

    void card_isToldToo()
    {
        Shop shop;
        MultiFixture f(Start, tellingTo(shop));
        QVERIFY(f.gateway.seedTransactions({{.orderId = u"c-1"_s, .amount = {3000}}}).ok());
        QVERIFY(f.gateway.operateConsole(u"c-1"_s, u"SALES"_s).ok());
        QTRY_COMPARE(shop.statuses(), u"SALES"_s);
        QCOMPARE(valueIn(shop.told(0), "TranID").size(), 28);
        QCOMPARE(valueIn(shop.told(0), "PayType"), "0");
    }

    void notReceived_isToldAgainEachHourFiveTimes()
    {
        Shop shop;
        shop.answer = "1";
        MultiFixture f(Start, tellingTo(shop));
        QVERIFY(f.request(u"Docomo"_s, "JobCd=AUTH&Amount=3000", "PaymentTermSec=86400"));
        const auto attempts = [&f] {
            const QJsonArray list = f.control(u"notifications"_s).value(u"notifications"_s).toArray();
            return list.at(0).toObject().value(u"attempts"_s).toInt();
        };
        for (int attempt = 1; attempt <= 6; ++attempt) {
            QTRY_COMPARE(attempts(), attempt);
            f.gateway.advance(3599);
            QCOMPARE(shop.bodies.size(), attempt);
            f.gateway.advance(1);
        }
        f.gateway.advance(1);
        QVERIFY(!f.control(u"notifications"_s)
                     .value(u"notifications"_s)
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(u"received"_s)
                     .toBool());
        QCOMPARE(f.shopper(u"begin"_s), QString()); // this one is told, the other never again
        QTRY_COMPARE(shop.statuses(), u"REQSUCCESS "_s.repeated(6) + u"AUTHPROCESS"_s);
    }

    void expiry_isToldHoursLater() // "some hours", §6.2; three here [I]
    {
        Shop shop;
        MultiFixture f(Start, tellingTo(shop));
        QVERIFY(f.request(u"PayEasy"_s, "Amount=3000", {}));
        QTRY_COMPARE(shop.bodies.size(), 1);
        f.setNow(u"2024-01-26 00:00:00"_s);
        QCOMPARE(f.status(), u"EXPIRED"_s);
        QTRY_COMPARE(f.control(u"notifications"_s).value(u"notifications"_s).toArray().size(), 2);
        QCOMPARE(shop.bodies.size(), 1);
        f.setNow(u"2024-01-26 03:00:00"_s);
        QTRY_COMPARE(shop.statuses(), u"REQSUCCESS EXPIRED"_s);
    }

    void address_isGivenByTheControlPort()
    {
        Shop shop;
        MultiFixture f(Start);
        QVERIFY(f.request(u"Cvs"_s, "Amount=3000", {}));
        QCOMPARE(f.control(u"notifications"_s, "{\"url\":\"" + shop.url.toLatin1() + "\"}")
                     .value(u"url"_s)
                     .toString(),
                 shop.url);
        QCOMPARE(f.shopper(u"pay"_s), QString());
        QTRY_COMPARE(shop.statuses(), u"PAYSUCCESS"_s);
        f.control(u"notifications"_s, R"({"url":""})");
        QVERIFY(f.control(u"notifications"_s).value(u"url"_s).toString().isEmpty());
    }

    void otherMachines_areNotTold_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const char *url : {"http://example.com:80/", "https://127.0.0.1:80/", "http://127.0.0.1/", "x",
                                "http://127.0.0.1.example.com:80/"}) {
            QTest::newRow(url) << QByteArray(url);
        }
    }

    void otherMachines_areNotTold()
    {
        QFETCH(QByteArray, url);
        MultiFixture f(Start);
        QVERIFY(f.control(u"notifications"_s, "{\"url\":\"" + url + "\"}", 400).contains(u"error"_s));
    }

    void answer_isReadStrictly_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("received");
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        QTest::newRow("0") << ok + "\r\n0" << true;
        QTest::newRow("line end") << ok + "\r\n0\r\n" << true;
        QTest::newRow("chunked") << ok + "Transfer-Encoding: chunked\r\n\r\n1\r\n0\r\n0\r\n\r\n" << true;
        QTest::newRow("1") << ok + "\r\n1" << false;
        QTest::newRow("chunked 1") << ok + "Transfer-Encoding: chunked\r\n\r\n1\r\n1\r\n0\r\n\r\n" << false;
        QTest::newRow("more") << ok + "\r\n00" << false;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("status") << QByteArray("HTTP/1.1 500 X\r\n\r\n0") << false;
    }

    void answer_isReadStrictly()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, received);
        QCOMPARE(saysReceived(answer), received);
    }
};

QTEST_GUILESS_MAIN(TestNotifications)
#include "test_notifications.moc"
