#include "core/simulator/simulator.h"
#include "tests/simulator/rawclient.h"

#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kessai;
using namespace kessai::simulator;

namespace {

const QByteArray Search = "ShopID=tshop00000001&ShopPass=dummypass1&OrderID=1";

SimulatorOptions withKeepAlive()
{
    SimulatorOptions options;
    options.keepAlive = true;
    return options;
}

SimulatorOptions withTls()
{
    SimulatorOptions options;
    options.tls = true;
    return options;
}

/// Whether a client that trusts the gateway's certificate gets through the handshake.
bool encrypts(QSslSocket &client, const Simulator &gateway)
{
    QSslConfiguration configuration = client.sslConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(gateway.certificateFile()));
    client.setSslConfiguration(configuration);
    client.connectToHostEncrypted(u"127.0.0.1"_s, quint16(QUrl(gateway.gatewayUrl()).port()));
    return client.waitForEncrypted();
}

/// One answer of a connection that stays open.
QByteArray oneAnswer(RawClient &client)
{
    QByteArray bytes;
    while (!bytes.contains("0\r\n\r\n")) {
        const QByteArray more = client.receive();
        if (more.isEmpty()) {
            return bytes;
        }
        bytes += more;
    }
    return bytes;
}

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT

private slots:
    void requestInPieces_isOneRequest()
    {
        Simulator gateway;
        QVERIFY(gateway.start().ok());
        const QByteArray bytes = postBytes(gateway.gatewayUrl(), u"SearchTrade.idPass"_s, Search);
        RawClient client(gateway.gatewayUrl());
        for (qsizetype index = 0; index < bytes.size(); index += 7) {
            client.send(bytes.mid(index, 7));
        }
        QCOMPARE(client.receiveAll().body, "ErrCode=E01&ErrInfo=E01110002");
        QCOMPARE(gateway.arrived(), 1);
    }

    void halfARequest_doesNotArrive()
    {
        Simulator gateway;
        QVERIFY(gateway.start().ok());
        const QByteArray bytes = postBytes(gateway.gatewayUrl(), u"SearchTrade.idPass"_s, Search);
        {
            RawClient client(gateway.gatewayUrl());
            client.send(bytes.chopped(1));
        }
        QCOMPARE(post(gateway.gatewayUrl(), u"SearchTrade.idPass"_s, Search).status, 200);
        QCOMPARE(gateway.arrived(), 1);
    }

    void keepAlive_answersAgainOnTheSameConnection()
    {
        Simulator gateway(withKeepAlive());
        QVERIFY(gateway.start().ok());
        const QByteArray bytes = postBytes(gateway.gatewayUrl(), u"SearchTrade.idPass"_s, Search);
        RawClient client(gateway.gatewayUrl());
        client.send(bytes);
        QVERIFY(oneAnswer(client).contains("Connection: keep-alive\r\n"));
        client.send(bytes + bytes);
        QVERIFY(oneAnswer(client).contains("E01110002"));
        QTRY_COMPARE(gateway.arrived(), 3);
    }

    void badRequest_isRefusedAndNotCounted_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("nonsense") << QByteArray("hello\r\n\r\n") << 400;
        QTest::newRow("length is no number")
            << QByteArray("POST /payment/X.idPass HTTP/1.1\r\nContent-Length: x\r\n\r\n") << 400;
        QTest::newRow("negative length")
            << QByteArray("POST /payment/X.idPass HTTP/1.1\r\nContent-Length: -1\r\n\r\n") << 400;
        QTest::newRow("body too large")
            << QByteArray("POST /payment/X.idPass HTTP/1.1\r\nContent-Length: 262145\r\n\r\n") << 413;
        QTest::newRow("no length")
            << QByteArray("POST /payment/X.idPass HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") << 411;
        QTest::newRow("head too large") << QByteArray(33 * 1024, 'x') << 431;
        QTest::newRow("another path")
            << QByteArray("POST /kanri/ HTTP/1.1\r\nContent-Length: 0\r\n\r\n") << 404;
    }

    void badRequest_isRefusedAndNotCounted()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        Simulator gateway;
        QVERIFY(gateway.start().ok());
        RawClient client(gateway.gatewayUrl());
        client.send(bytes);
        QCOMPARE(client.receiveAll().status, status);
        QCOMPARE(gateway.arrived(), 0);
    }

    void getAndUnknownCall_areAnsweredByTheirCodes()
    {
        Simulator gateway;
        QVERIFY(gateway.start().ok());
        QCOMPARE(get(gateway.gatewayUrl(), u"AlterTran.idPass"_s).body, "ErrCode=E31&ErrInfo=E31500014");
        QCOMPARE(post(gateway.gatewayUrl(), u"Nothing.idPass"_s, Search).body,
                 "ErrCode=E91&ErrInfo=E91099997");
    }

    void tls_isTrustedByItsCertificateOnly()
    {
        Simulator gateway(withTls());
        QVERIFY(gateway.start().ok());
        QVERIFY(gateway.gatewayUrl().startsWith("https://127.0.0.1:"_L1));
        const QList<QSslCertificate> roots = QSslCertificate::fromPath(gateway.certificateFile());
        QCOMPARE(roots.size(), 1);

        QSslSocket stranger;
        stranger.connectToHostEncrypted(u"127.0.0.1"_s, quint16(QUrl(gateway.gatewayUrl()).port()));
        QVERIFY(!stranger.waitForEncrypted());

        QSslSocket client;
        QVERIFY2(encrypts(client, gateway), qPrintable(client.errorString()));
        client.write(postBytes(gateway.gatewayUrl(), u"SearchTrade.idPass"_s, Search));
        QByteArray answer;
        while (client.waitForReadyRead()) {
            answer += client.readAll();
        }
        QVERIFY(answer.contains("E01110002"));
        QCOMPARE(gateway.arrived(), 1);
    }

    void tlsFailure_endsTheHandshakeAndNoRequestArrives()
    {
        Simulator gateway(withTls());
        QVERIFY(gateway.start().ok());
        gateway.addFaults({{.kind = FaultKind::TlsFailure, .times = 2}});
        RawClient raw(gateway.gatewayUrl());
        raw.send("hello");
        QCOMPARE(raw.receiveAll().bytes, QByteArray::fromHex("15030300020228"));
        QSslSocket refused;
        QVERIFY(!encrypts(refused, gateway));

        QSslSocket client;
        QVERIFY2(encrypts(client, gateway), qPrintable(client.errorString()));
        QCOMPARE(gateway.arrived(), 0);
    }

    void tlsFailure_isNotCountedByRequests()
    {
        Simulator gateway(withTls());
        QVERIFY(gateway.start().ok());
        gateway.addFaults({{.kind = FaultKind::TlsFailure, .nth = 2}});
        QSslSocket first;
        QVERIFY2(encrypts(first, gateway), qPrintable(first.errorString()));
        first.write(postBytes(gateway.gatewayUrl(), u"SearchTrade.idPass"_s, Search));
        QTRY_COMPARE(gateway.arrived(), 1);
        QVERIFY(gateway.ledger().constFirst().fault.isEmpty());
        QSslSocket second;
        QVERIFY(!encrypts(second, gateway));
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "test_httpserver.moc"
