#include "tests/gmo/gatewayfixture.h"

#include <QTest>

#include <cstdio>

using namespace kessai;
using namespace kessai::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Then = RawReply::Then;

namespace {

struct Misbehaviour
{
    const char *name;
    RawReply reply;
    AnswerClass expected = AnswerClass::Ambiguous;
    bool ownDeadline = false; ///< only our timer ends it
};

QByteArray status(const QByteArray &line, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + line + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

QList<Misbehaviour> misbehaviours()
{
    const QByteArray good = RawGateway::ok(GatewayFixture::successBody());
    const QByteArray chunked = RawGateway::okChunked(GatewayFixture::successBody());
    return {
        {"answer, connection kept", {good}, AnswerClass::Success},
        {"answer, then FIN", {good, Then::Close}, AnswerClass::Success},
        {"answer, chunked and closed", {chunked, Then::Close}, AnswerClass::Success},
        {"FIN after the request", {{}, Then::Close}},
        {"RST after the request", {{}, Then::Reset}},
        {"cut in the status line, FIN", {"HTTP/1.", Then::Close}},
        {"cut in the header, FIN", {good.left(60), Then::Close}},
        {"cut in the header, RST", {good.left(60), Then::Reset}},
        {"cut before the body, FIN", {good.left(good.indexOf("\r\n\r\n") + 4), Then::Close}},
        {"cut in the body, FIN", {good.chopped(3), Then::Close}},
        {"cut in the body, RST", {good.chopped(3), Then::Reset}},
        {"cut in a chunk, FIN", {chunked.chopped(20), Then::Close}},
        {"last chunk missing, FIN", {chunked.chopped(5), Then::Close}},
        {"last chunk missing, RST", {chunked.chopped(5), Then::Reset}},
        {"hang", {}, AnswerClass::Ambiguous, true},
        {"hang in the body", {good.chopped(3)}, AnswerClass::Ambiguous, true},
        {"slow drip", {good, Then::KeepOpen, true}, AnswerClass::Ambiguous, true},
        {"301", {status("301 Moved", "", "Location: /payment/AlterTran.idPass\r\n")}},
        {"302", {status("302 Found", "", "Location: /payment/AlterTran.idPass\r\n")}},
        {"307, FIN", {status("307 Temporary", "", "Location: /payment/AlterTran.idPass\r\n"), Then::Close}},
        {"308", {status("308 Permanent", "", "Location: /payment/AlterTran.idPass\r\n")}},
        {"401", {status("401 Unauthorized", "", "WWW-Authenticate: Basic realm=\"x\"\r\n")}},
        {"408, FIN", {status("408 Request Timeout", "", "Connection: close\r\n"), Then::Close}},
        {"417", {status("417 Expectation Failed", "")}},
        {"421", {status("421 Misdirected Request", "")}},
        {"425", {status("425 Too Early", "", "Retry-After: 0\r\n")}},
        {"429", {status("429 Too Many Requests", "", "Retry-After: 0\r\n")}},
        {"500 with a good body", {status("500 Internal Server Error", GatewayFixture::successBody())}},
        {"503", {status("503 Service Unavailable", "", "Retry-After: 0\r\n")}},
        {"204", {"HTTP/1.1 204 No Content\r\n\r\n"}},
        {"HTML", {RawGateway::ok("<html><body>maintenance</body></html>")}},
        {"empty body", {RawGateway::ok("")}},
        {"no HTTP at all", {"220 mail.example.test ESMTP\r\n", Then::Close}},
        {"100 Continue, then FIN", {"HTTP/1.1 100 Continue\r\n\r\n", Then::Close}},
    };
}

} // namespace

class TestSendOnce : public QObject
{
    Q_OBJECT

private slots:
    void everyMisbehaviour_bringsTheRequestAtMostOnce_data();
    void everyMisbehaviour_bringsTheRequestAtMostOnce();
    void keptConnection_thatDies_bringsTheRequestAtMostOnce_data();
    void keptConnection_thatDies_bringsTheRequestAtMostOnce();
    void cleanupTestCase();

private:
    QStringList m_table;
};

void TestSendOnce::everyMisbehaviour_bringsTheRequestAtMostOnce_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<bool>("kept");
    const QList<Misbehaviour> all = misbehaviours();
    for (int index = 0; index < all.size(); ++index) {
        for (const bool tls : {false, true}) {
            for (const bool kept : {false, true}) {
                QTest::addRow("%s, %s, %s", all[index].name, tls ? "TLS" : "plain", kept ? "kept" : "fresh")
                    << index << tls << kept;
            }
        }
    }
}

void TestSendOnce::everyMisbehaviour_bringsTheRequestAtMostOnce()
{
    QFETCH(int, index);
    QFETCH(bool, tls);
    QFETCH(bool, kept);
    const Misbehaviour misbehaviour = misbehaviours().at(index);
    RawGateway gateway(tls ? RawGateway::Wire::Tls : RawGateway::Wire::Plain);
    GatewayConfig config = GatewayFixture::configFor(gateway);
    if (misbehaviour.ownDeadline) {
        config.deadline = 1500ms;
    }
    GatewayFixture fixture(config);
    if (kept) {
        gateway.answerWith({RawGateway::ok(GatewayFixture::inquiryBody())});
        QCOMPARE(fixture.inquire().outcome, InquiryAnswer::Outcome::Read);
        gateway.forget();
    }
    gateway.answerWith(misbehaviour.reply);

    const MutationAnswer answer = fixture.send();

    // A second copy would be under way by now: one more exchange on the same slot comes after it.
    gateway.answerWith({RawGateway::ok(GatewayFixture::inquiryBody())});
    // A try may meet a connection that ends without a word, which costs a read.
    InquiryAnswer after;
    const bool readAgain = QTest::qWaitFor(
        [&] {
            after = fixture.inquire();
            return after.outcome == InquiryAnswer::Outcome::Read;
        },
        60'000);
    const qsizetype arrivals =
        std::count_if(gateway.requests().begin(), gateway.requests().end(),
                      [](const RawRequest &request) { return request.path.endsWith("AlterTran.idPass"); });
    const qsizetype others = gateway.requests().size() - arrivals;
    m_table.append(u"%1 %2 %3 arrived %4  %5"_s.arg(QString::fromLatin1(misbehaviour.name), -28)
                       .arg(tls ? u"TLS"_s : u"plain"_s, -5)
                       .arg(kept ? u"kept"_s : u"fresh"_s, -5)
                       .arg(arrivals)
                       .arg(codeOf(answer.answerClass)));
    QCOMPARE(arrivals, 1);
    QCOMPARE(gateway.bodiesBegun(), arrivals + others);
    QCOMPARE(answer.answerClass, misbehaviour.expected);
    QVERIFY(answer.record.bodyOffered);
    QCOMPARE(answer.record.detail.isEmpty(), answer.answerClass == AnswerClass::Success);
    QVERIFY2(readAgain, qPrintable(after.record.detail));
}

void TestSendOnce::keptConnection_thatDies_bringsTheRequestAtMostOnce_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<int>("death");
    const QList<const char *> deaths{"FIN while idle", "RST while idle", "RST at the head of the request"};
    for (int death = 0; death < deaths.size(); ++death) {
        QTest::addRow("%s, plain", deaths[death]) << false << death;
        QTest::addRow("%s, TLS", deaths[death]) << true << death;
    }
}

void TestSendOnce::keptConnection_thatDies_bringsTheRequestAtMostOnce()
{
    QFETCH(bool, tls);
    QFETCH(int, death);
    RawGateway gateway(tls ? RawGateway::Wire::Tls : RawGateway::Wire::Plain);
    GatewayFixture fixture(gateway);
    gateway.answerWith({RawGateway::ok(GatewayFixture::inquiryBody())});
    QCOMPARE(fixture.inquire().outcome, InquiryAnswer::Outcome::Read);
    gateway.forget();
    gateway.answerWith({RawGateway::ok(GatewayFixture::successBody())});
    if (death == 2) {
        gateway.resetAtNextHead();
    } else {
        gateway.endConnections(death == 0 ? Then::Close : Then::Reset);
    }

    const MutationAnswer answer = fixture.send();

    m_table.append(u"%1 %2 kept  arrived %3  %4"_s.arg(QString::fromLatin1(QTest::currentDataTag()), -28)
                       .arg(tls ? u"TLS"_s : u"plain"_s, -5)
                       .arg(gateway.requests().size())
                       .arg(codeOf(answer.answerClass)));
    // Whether the stack sees the end before it writes is a race; what must hold is that the answer tells the
    // truth.
    QVERIFY(gateway.requests().size() <= 1);
    QVERIFY(gateway.bodiesBegun() <= 1);
    const bool arrived = !gateway.requests().isEmpty();
    QCOMPARE(answer.answerClass == AnswerClass::Success, arrived);
    QVERIFY(arrived || !answer.record.detail.isEmpty());
    QVERIFY(answer.answerClass != AnswerClass::Unsent || !answer.record.bodyOffered);
}

void TestSendOnce::cleanupTestCase()
{
    std::puts(qPrintable(m_table.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestSendOnce)
#include "test_sendonce.moc"
