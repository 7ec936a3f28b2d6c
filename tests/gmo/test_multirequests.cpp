#include "tests/gmo/gatewayfixture.h"
#include "tests/gmo/multibody.h"

#include <QTest>

#include <QCoro/QCoroTask>

#include <sodium.h>

using namespace kessai;
using namespace kessai::testing;
using namespace Qt::StringLiterals;
using Call = GatewayCall;
using Then = RawReply::Then;

namespace {

constexpr auto Shop = "ShopID=tshop00000001&ShopPass=dummypass1";
constexpr auto Handle = "&AccessID=9e6c3b46f7fd03ac22693b335286e622"
                        "&AccessPass=faec7412b6090024b0a700cd0218a0f5";

const QList<Call> &otherCalls()
{
    static const QList<Call> calls{Call::CvsCancel,       Call::PayEasyCancel,  Call::AuSales,
                                   Call::AuCancelReturn,  Call::DocomoSales,    Call::DocomoCancelReturn,
                                   Call::SbSales,         Call::SbCancel,       Call::RakutenIdSales,
                                   Call::RakutenIdCancel, Call::RakutenIdChange};
    return calls;
}

MultiRequest requestOf(Call call)
{
    return {call, GatewayFixture::access(), GatewayFixture::orderId(), Yen{3000}, Yen{300}};
}

/// What request_digest is (journal.md §4), made here a second time.
QString digestOf(const QByteArray &message)
{
    const QByteArray key(32, 'k');
    QByteArray hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hash.size()),
                       reinterpret_cast<const unsigned char *>(message.constData()), size_t(message.size()),
                       reinterpret_cast<const unsigned char *>(key.constData()), size_t(key.size()));
    return QString::fromLatin1(hash.toHex());
}

} // namespace

/// What goes over the wire for the other methods than the card, byte for byte.
class TestMultiRequests : public QObject
{
    Q_OBJECT

private slots:
    void inquiry_asksByTheMethod_data();
    void inquiry_asksByTheMethod();
    void call_isSentByteForByte_data();
    void call_isSentByteForByte();
    void tax_isLeftOutWhenThereIsNone();
    void digest_coversCallAndOpenFields();
    void digest_dependsOnWhatIsAskedButNotOnSecrets();
    void lostAnswer_isAmbiguousAndSentOnce_data();
    void lostAnswer_isAmbiguousAndSentOnce();
    void guardThatSaysNo_keepsTheRequestBack();
};

void TestMultiRequests::inquiry_asksByTheMethod_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("payType");
    const auto row = [](const char *name, PaymentMethod method, const QByteArray &payType) {
        QTest::newRow(name) << method << QByteArray("/payment/SearchTradeMulti.idPass")
                            << "&PayType=" + payType;
    };
    QTest::newRow("card") << PaymentMethod::Card << QByteArray("/payment/SearchTrade.idPass") << QByteArray();
    row("store", PaymentMethod::ConvenienceStore, "3");
    row("Pay-easy ATM", PaymentMethod::PayEasyAtm, "4");
    row("Pay-easy net", PaymentMethod::PayEasyNet, "4");
    row("au", PaymentMethod::Au, "8");
    row("docomo", PaymentMethod::Docomo, "9");
    row("SoftBank", PaymentMethod::SoftBank, "11");
    row("Rakuten", PaymentMethod::Rakuten, "18");
}

void TestMultiRequests::inquiry_asksByTheMethod()
{
    QFETCH(PaymentMethod, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, payType);
    const bool card = method == PaymentMethod::Card;
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith(
        {RawGateway::okChunked(card ? GatewayFixture::inquiryBody() : multiBody(method)), Then::Close});
    GatewayFixture fixture(gateway);

    const InquiryAnswer answer = fixture.inquire(method);

    QCOMPARE(answer.outcome, InquiryAnswer::Outcome::Read);
    QCOMPARE(answer.record.gatewayDate, QDateTime(QDate(2013, 3, 1), QTime(2, 59, 36), Qt::UTC));
    QCOMPARE(gateway.requests().size(), 1);
    QCOMPARE(gateway.requests().constFirst().path, path);
    QCOMPARE(gateway.requests().constFirst().body, Shop + QByteArray("&OrderID=272-03132123") + payType);
}

void TestMultiRequests::call_isSentByteForByte_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("money");
    QTest::addColumn<QByteArray>("word");
    const auto row = [](const char *name, Call call, const QByteArray &money, const QByteArray &word) {
        QTest::newRow(name) << call << QByteArray("/payment/") + name + ".idPass" << money << word;
    };
    const QByteArray sale = "&Amount=3000&Tax=300";
    const QByteArray cancel = "&CancelAmount=3000&CancelTax=300";
    row("CvsCancel", Call::CvsCancel, "", "CANCEL");
    row("PayEasyCancel", Call::PayEasyCancel, "", "CANCEL");
    row("AuSales", Call::AuSales, sale, "SALES");
    row("AuCancelReturn", Call::AuCancelReturn, cancel, "RETURN");
    row("DocomoSales", Call::DocomoSales, sale, "SALES");
    row("DocomoCancelReturn", Call::DocomoCancelReturn, cancel, "CANCEL");
    row("SbSales", Call::SbSales, sale, "SALES");
    row("SbCancel", Call::SbCancel, cancel, "CANCEL");
    row("RakutenIdSales", Call::RakutenIdSales, "", "REQSALES");
    row("RakutenIdCancel", Call::RakutenIdCancel, "", "REQCANCEL");
    row("RakutenIdChange", Call::RakutenIdChange, sale, "REQCHANGE");
}

void TestMultiRequests::call_isSentByteForByte()
{
    QFETCH(Call, call);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, money);
    QFETCH(QByteArray, word);
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith({RawGateway::okChunked("OrderID=272-03132123&Status=" + word), Then::Close});
    GatewayFixture fixture(gateway);

    const MutationAnswer answer = fixture.send(requestOf(call));

    QCOMPARE(answer.answerClass, AnswerClass::Success);
    QCOMPARE(answer.status, QString::fromLatin1(word));
    QCOMPARE(gateway.requests().size(), 1);
    QCOMPARE(gateway.bodiesBegun(), 1);
    const RawRequest &request = gateway.requests().constFirst();
    QCOMPARE(request.path, path);
    QCOMPARE(request.body, Shop + QByteArray(Handle) + "&OrderID=272-03132123" + money);
}

void TestMultiRequests::tax_isLeftOutWhenThereIsNone()
{
    const GatewayFixture fixture(GatewayConfig{});
    for (const Call call : otherCalls()) {
        MultiRequest request = requestOf(call);
        request.tax = std::nullopt;
        const PreparedRequest prepared = fixture.client.prepare(request);
        QVERIFY2(!prepared.body.contains("Tax="), prepared.body.constData());
        QCOMPARE(prepared.call, call);
        QCOMPARE(prepared.gatewayOrderId, GatewayFixture::orderId());
    }
}

void TestMultiRequests::digest_coversCallAndOpenFields()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    const GatewayFixture fixture(gateway);
    QCOMPARE(fixture.client.prepare(requestOf(Call::CvsCancel)).digest,
             digestOf("CvsCancel.idPass\nShopID=tshop00000001&OrderID=272-03132123"));
    QCOMPARE(fixture.client.prepare(requestOf(Call::AuSales)).digest,
             digestOf("AuSales.idPass\nShopID=tshop00000001&OrderID=272-03132123&Amount=3000&Tax=300"));
    QCOMPARE(fixture.client.prepare(requestOf(Call::SbCancel)).digest,
             digestOf("SbCancel.idPass\nShopID=tshop00000001&OrderID=272-03132123"
                      "&CancelAmount=3000&CancelTax=300"));
    QSet<QString> digests;
    for (const Call call : otherCalls()) {
        digests.insert(fixture.client.prepare(requestOf(call)).digest);
    }
    QCOMPARE(digests.size(), otherCalls().size());
}

void TestMultiRequests::digest_dependsOnWhatIsAskedButNotOnSecrets()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    GatewayConfig config = GatewayFixture::configFor(gateway);
    const GatewayFixture fixture(config);
    config.shopPass = Secret(QByteArray("another"));
    const GatewayFixture other(config);
    MultiRequest request = requestOf(Call::DocomoCancelReturn);
    const QString digest = fixture.client.prepare(request).digest;
    QCOMPARE(other.client.prepare(request).digest, digest);
    request.access = {QString(32, u'0'), QString(32, u'1')};
    QCOMPARE(fixture.client.prepare(request).digest, digest);
    request.gatewayOrderId = u"272-03132124"_s;
    QVERIFY(fixture.client.prepare(request).digest != digest);
    request.gatewayOrderId = GatewayFixture::orderId();
    request.amount = Yen{3001};
    QVERIFY(fixture.client.prepare(request).digest != digest);
    request.amount = Yen{3000};
    request.tax = Yen{0};
    QVERIFY(fixture.client.prepare(request).digest != digest);
}

void TestMultiRequests::lostAnswer_isAmbiguousAndSentOnce_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<RawReply>("reply");
    const QByteArray good = RawGateway::okChunked("OrderID=272-03132123&Status=CANCEL");
    for (const Call call : otherCalls()) {
        const QByteArray name = nameOf(call).toLatin1();
        QTest::addRow("%s, FIN", name.constData()) << call << RawReply{{}, Then::Close};
        QTest::addRow("%s, RST", name.constData()) << call << RawReply{{}, Then::Reset};
        QTest::addRow("%s, cut", name.constData()) << call << RawReply{good.chopped(12), Then::Close};
        QTest::addRow("%s, 500", name.constData())
            << call
            << RawReply{"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n", Then::Close};
    }
}

void TestMultiRequests::lostAnswer_isAmbiguousAndSentOnce()
{
    QFETCH(Call, call);
    QFETCH(RawReply, reply);
    RawGateway gateway(RawGateway::Wire::Plain);
    gateway.answerWith(reply);
    GatewayFixture fixture(gateway);

    const MutationAnswer answer = fixture.send(requestOf(call));

    QCOMPARE(answer.answerClass, AnswerClass::Ambiguous);
    QVERIFY(answer.record.bodyOffered);
    QVERIFY(!answer.record.detail.isEmpty());
    // A second copy would be under way by now: one more exchange comes after it.
    gateway.answerWith({RawGateway::okChunked(multiBody(PaymentMethod::Au)), Then::Close});
    QTRY_COMPARE(fixture.inquire(PaymentMethod::Au).outcome, InquiryAnswer::Outcome::Read);
    const QByteArray path = "/payment/" + nameOf(call).toLatin1() + ".idPass";
    const auto arrived = std::count_if(gateway.requests().begin(), gateway.requests().end(),
                                       [&path](const RawRequest &request) { return request.path == path; });
    QCOMPARE(arrived, 1);
}

void TestMultiRequests::guardThatSaysNo_keepsTheRequestBack()
{
    RawGateway gateway(RawGateway::Wire::Plain);
    GatewayFixture fixture(gateway);
    const PreparedRequest prepared = fixture.client.prepare(requestOf(Call::SbSales));
    const SendGuard never = [] { return false; };
    const MutationAnswer answer = QCoro::waitFor(fixture.client.send(*fixture.slot, prepared, never));
    QCOMPARE(answer.answerClass, AnswerClass::Unsent);
    QCOMPARE(gateway.bodiesBegun(), 0);
}

QTEST_GUILESS_MAIN(TestMultiRequests)
#include "test_multirequests.moc"
