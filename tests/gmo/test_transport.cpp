#include "core/gmo/gmotransport.h"
#include "tests/gmo/gatewayfixture.h"

#include <QNetworkProxy>
#include <QTest>

#include <QCoro/QCoroTask>

using namespace kessai;
using namespace kessai::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Then = RawReply::Then;

class TestTransport : public QObject
{
    Q_OBJECT

private slots:
    void request_isWhatTheGatewayExpects();
    void guardThatSaysNo_keepsTheBodyBack_data();
    void guardThatSaysNo_keepsTheBodyBack();
    void guard_isAskedOnce();
    void refusedConnection_isUnsent();
    void unknownHost_isUnsent();
    void untrustedCertificate_isUnsent();
    void caFile_isNotUsedForOtherHosts();
    void caFileWithoutCertificate_isUnsentAndSaysSo();
    void tlsThatNeverAnswers_endsAfterTheConnectTimeout();
    void plainHttpToAnotherHost_isUnsent();
    void hugeAnswer_isCutOff_data();
    void hugeAnswer_isCutOff();
    void answerOfExactlyTheLimit_isRead();
    void sleepOfTheMachine_makesTheAnswerAmbiguous();
    void sleepOfTheMachine_endsAnOpenRequest();
    void idleSlot_usesAFreshConnection();
    void busySlot_refusesASecondRequest();
    void applicationProxy_isNotUsed();
    void cookies_areNotSentBack();
    void unsentRequest_leavesTheSlotUsable();
};

namespace {

WireAnswer post(const GmoTransport &transport, GatewaySlot &slot, const SendGuard &guard = {})
{
    return QCoro::waitFor(transport.post(slot, u"AlterTran.idPass"_s, "A=1", guard));
}

} // namespace

void TestTransport::request_isWhatTheGatewayExpects()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith({RawGateway::okChunked(GatewayFixture::successBody()), Then::Close});
    GatewayFixture fixture(gateway);

    const MutationAnswer answer = fixture.send();

    QCOMPARE(answer.answerClass, AnswerClass::Success);
    QCOMPARE(answer.record.gatewayDate, QDateTime(QDate(2013, 3, 1), QTime(2, 59, 36), Qt::UTC));
    QCOMPARE(gateway.requests().size(), 1);
    const RawRequest &request = gateway.requests().constFirst();
    QCOMPARE(request.body,
             QByteArray("ShopID=tshop00000001&ShopPass=dummypass1"
                        "&AccessID=9e6c3b46f7fd03ac22693b335286e622"
                        "&AccessPass=faec7412b6090024b0a700cd0218a0f5&JobCd=SALES&Amount=1000&Tax=80"));
    const QByteArray head = request.head.toLower();
    QVERIFY(head.startsWith("post /payment/altertran.idpass http/1.1"));
    QVERIFY(head.contains("\r\ncontent-type: application/x-www-form-urlencoded"));
    QVERIFY(head.contains("\r\nuser-agent: kessaidesk/"));
    QVERIFY(!head.contains("\r\ncookie:"));
    QVERIFY(!head.contains("\r\ntransfer-encoding:"));
    QVERIFY(!head.contains("\r\nupgrade:"));
}

void TestTransport::guardThatSaysNo_keepsTheBodyBack_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void TestTransport::guardThatSaysNo_keepsTheBodyBack()
{
    QFETCH(bool, tls);
    RawGateway gateway(tls ? RawGateway::Wire::Tls : RawGateway::Wire::Plain);
    gateway.answerWith({RawGateway::ok(GatewayFixture::successBody())});
    GatewayFixture fixture(gateway);

    const MutationAnswer answer = fixture.send([] { return false; });

    QCOMPARE(answer.answerClass, AnswerClass::Unsent);
    QVERIFY(!answer.record.bodyOffered);
    QVERIFY(answer.record.detail.contains(u"too late"_s));
    // The next exchange shows that nothing of the first was still on its way.
    gateway.answerWith({RawGateway::ok(GatewayFixture::inquiryBody())});
    QCOMPARE(fixture.inquire().outcome, InquiryAnswer::Outcome::Read);
    QCOMPARE(gateway.requests().size(), 1);
    QCOMPARE(gateway.bodiesBegun(), 1);
    QVERIFY(gateway.requests().constFirst().path.endsWith("SearchTrade.idPass"));
}

void TestTransport::guard_isAskedOnce()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith({RawGateway::ok(GatewayFixture::successBody())});
    GatewayFixture fixture(gateway);
    int asked = 0;
    const SendGuard guard = [&] {
        // Nothing may have gone out when the guard is asked.
        return ++asked == 1 && gateway.bodiesBegun() == 0;
    };
    QCOMPARE(fixture.send(guard).answerClass, AnswerClass::Success);
    QCOMPARE(asked, 1);
}

void TestTransport::refusedConnection_isUnsent()
{
    GatewayConfig config;
    {
        const RawGateway gone(RawGateway::Wire::Plain);
        config = GatewayFixture::configFor(gone);
    }
    GatewayFixture fixture(config);
    QCOMPARE(fixture.send().answerClass, AnswerClass::Unsent);
    QCOMPARE(fixture.inquire().outcome, InquiryAnswer::Outcome::NotSent);
}

void TestTransport::unknownHost_isUnsent()
{
    GatewayConfig config = GatewayFixture::configFor(RawGateway(RawGateway::Wire::Plain));
    config.baseUrl = QUrl(u"https://gateway.invalid/payment/"_s);
    GatewayFixture fixture(config);
    const MutationAnswer answer = fixture.send();
    QCOMPARE(answer.answerClass, AnswerClass::Unsent);
    QVERIFY(!answer.record.detail.isEmpty());
}

void TestTransport::untrustedCertificate_isUnsent()
{
    RawGateway gateway(RawGateway::Wire::Tls);
    gateway.answerWith({RawGateway::ok(GatewayFixture::successBody())});
    GatewayConfig config = GatewayFixture::configFor(gateway);
    config.certificateAuthorityFile.clear();
    GatewayFixture fixture(config);
    QCOMPARE(fixture.send().answerClass, AnswerClass::Unsent);
    QCOMPARE(gateway.bodiesBegun(), 0);
}

void TestTransport::caFile_isNotUsedForOtherHosts()
{
    // A name that leads to this machine, but is not a loopback name: the root must not be added.
    RawGateway gateway(RawGateway::Wire::Tls);
    GatewayConfig config = GatewayFixture::configFor(gateway);
    config.certificateAuthorityFile = u"missing.pem"_s;
    config.baseUrl.setHost(u"gateway.invalid"_s);
    GatewayFixture other(config);
    QVERIFY(!other.send().record.detail.contains(u"missing.pem"_s));
    config.baseUrl.setHost(u"localhost"_s);
    GatewayFixture local(config);
    QVERIFY(local.send().record.detail.contains(u"missing.pem"_s));
}

void TestTransport::caFileWithoutCertificate_isUnsentAndSaysSo()
{
    GatewayConfig config = GatewayFixture::configFor(RawGateway(RawGateway::Wire::Tls));
    config.certificateAuthorityFile = QStringLiteral(KESSAI_TEST_DATA) + u"/vectors/README.md"_s;
    GatewayFixture fixture(config);
    const MutationAnswer answer = fixture.send();
    QCOMPARE(answer.answerClass, AnswerClass::Unsent);
    QVERIFY(answer.record.detail.contains(u"holds no certificate"_s));
}

void TestTransport::tlsThatNeverAnswers_endsAfterTheConnectTimeout()
{
    RawGateway gateway(RawGateway::Wire::Tls, RawGateway::OnAccept::Ignore);
    GatewayConfig config = GatewayFixture::configFor(gateway);
    config.certificateAuthorityFile.clear();
    config.connectTimeout = 200ms;
    GatewayFixture fixture(config);
    const MutationAnswer answer = fixture.send();
    QCOMPARE(answer.answerClass, AnswerClass::Unsent);
    QVERIFY2(answer.record.detail.contains(u"no connection"_s), qPrintable(answer.record.detail));
}

void TestTransport::plainHttpToAnotherHost_isUnsent()
{
    GatewayConfig config = GatewayFixture::configFor(RawGateway(RawGateway::Wire::Plain));
    config.baseUrl = QUrl(u"http://gateway.invalid/payment/"_s);
    GatewayFixture fixture(config);
    const MutationAnswer answer = fixture.send();
    QCOMPARE(answer.answerClass, AnswerClass::Unsent);
    QVERIFY(answer.record.detail.contains(u"https"_s));
}

void TestTransport::hugeAnswer_isCutOff_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<QByteArray>("head");
    for (const bool tls : {false, true}) {
        QTest::addRow("%s, Content-Length", tls ? "TLS" : "plain")
            << tls << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 67108864\r\n\r\n");
        QTest::addRow("%s, until closed", tls ? "TLS" : "plain")
            << tls << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
    }
}

void TestTransport::hugeAnswer_isCutOff()
{
    QFETCH(bool, tls);
    QFETCH(QByteArray, head);
    constexpr qint64 mebibyte = 1024 * 1024;
    RawGateway gateway(tls ? RawGateway::Wire::Tls : RawGateway::Wire::Plain);
    RawReply reply{head};
    reply.zeroBytes = 64 * mebibyte;
    gateway.answerWith(reply);
    GatewayFixture fixture(gateway);

    const MutationAnswer answer = fixture.send();

    QCOMPARE(answer.answerClass, AnswerClass::Ambiguous);
    QVERIFY2(answer.record.detail.contains(u"longer than"_s), qPrintable(answer.record.detail));
    QVERIFY(gateway.zeroBytesTaken() < 16 * mebibyte); // socket buffers, not our memory
    QCOMPARE(gateway.requests().size(), 1);
}

void TestTransport::answerOfExactlyTheLimit_isRead()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    GatewayConfig config = GatewayFixture::configFor(gateway);
    const GmoTransport transport(config);
    GatewaySlot slot;
    gateway.answerWith({RawGateway::ok(QByteArray(config.bodyMaximumBytes, 'x'))});
    QCOMPARE(post(transport, slot).body.size(), config.bodyMaximumBytes);
    gateway.answerWith({RawGateway::ok(QByteArray(config.bodyMaximumBytes + 1, 'x'))});
    const WireAnswer tooLong = post(transport, slot);
    QVERIFY(!tooLong.complete);
    QVERIFY(tooLong.body.isEmpty());
}

void TestTransport::sleepOfTheMachine_makesTheAnswerAmbiguous()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    std::chrono::milliseconds slept{0};
    gateway.answerWith([&](const RawRequest &) {
        slept += 2001ms;
        return RawReply{RawGateway::ok(GatewayFixture::successBody())};
    });
    const GmoTransport transport(GatewayFixture::configFor(gateway), [&] { return slept; });
    GatewaySlot slot;
    const WireAnswer answer = post(transport, slot);
    QVERIFY(!answer.complete);
    QVERIFY(answer.bodyOffered);
    QVERIFY(answer.problem.contains(u"slept"_s));
}

void TestTransport::sleepOfTheMachine_endsAnOpenRequest()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    std::chrono::milliseconds slept{0};
    gateway.answerWith([&](const RawRequest &) {
        slept += 1h;
        return RawReply{};
    });
    const GmoTransport transport(GatewayFixture::configFor(gateway), [&] { return slept; });
    GatewaySlot slot;
    QVERIFY(post(transport, slot).problem.contains(u"slept"_s));
}

void TestTransport::idleSlot_usesAFreshConnection()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith({RawGateway::ok(GatewayFixture::successBody())});
    std::chrono::milliseconds slept{0};
    const GmoTransport transport(GatewayFixture::configFor(gateway), [&] { return slept; });
    GatewaySlot slot;
    QVERIFY(post(transport, slot).complete);
    QVERIFY(post(transport, slot).complete);
    QCOMPARE(gateway.requests().at(1).connection, gateway.requests().at(0).connection);
    slept += 3001ms;
    QVERIFY(post(transport, slot).complete);
    QVERIFY(gateway.requests().at(2).connection != gateway.requests().at(1).connection);
}

void TestTransport::busySlot_refusesASecondRequest()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith({RawGateway::ok(GatewayFixture::successBody())});
    const GmoTransport transport(GatewayFixture::configFor(gateway));
    GatewaySlot slot;
    QCoro::Task<WireAnswer> first = transport.post(slot, u"AlterTran.idPass"_s, "A=1", {});
    QVERIFY(slot.busy());
    const WireAnswer second = post(transport, slot);
    QVERIFY(!second.complete);
    QVERIFY(!second.bodyOffered);
    QVERIFY(QCoro::waitFor(std::move(first)).complete);
    QVERIFY(!slot.busy());
    QCOMPARE(gateway.requests().size(), 1);
}

void TestTransport::applicationProxy_isNotUsed()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith({RawGateway::ok(GatewayFixture::successBody())});
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1));
    GatewayFixture fixture(gateway);
    const AnswerClass answerClass = fixture.send().answerClass;
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
    QCOMPARE(answerClass, AnswerClass::Success);
}

void TestTransport::cookies_areNotSentBack()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith({RawGateway::ok(GatewayFixture::successBody(), "Set-Cookie: a=b; Path=/\r\n")});
    GatewayFixture fixture(gateway);
    QCOMPARE(fixture.send().answerClass, AnswerClass::Success);
    QCOMPARE(fixture.send().answerClass, AnswerClass::Success);
    QVERIFY(!gateway.requests().at(1).head.toLower().contains("\r\ncookie:"));
}

void TestTransport::unsentRequest_leavesTheSlotUsable()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith({RawGateway::ok(GatewayFixture::successBody())});
    GatewayFixture fixture(gateway);
    QCOMPARE(fixture.send([] { return false; }).answerClass, AnswerClass::Unsent);
    QCOMPARE(fixture.send().answerClass, AnswerClass::Success);
    QCOMPARE(gateway.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestTransport)
#include "test_transport.moc"
