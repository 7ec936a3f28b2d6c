#include "core/gmo/answerreader.h"
#include "tests/gmo/bodydamage.h"
#include "tests/gmo/gatewayfixture.h"
#include "tests/gmo/vectorfile.h"

#include <QTest>

using namespace kessai;
using namespace kessai::testing;
using namespace Qt::StringLiterals;
using Outcome = InquiryAnswer::Outcome;

namespace {

/// The request that GatewayFixture::successBody() answers.
PreparedRequest sent(const AccessKey &access = GatewayFixture::access())
{
    return {GatewayCall::AlterTran, {}, {}, access};
}

MutationAnswer mutation(const QByteArray &body)
{
    return readMutation(GatewayFixture::wireWith(body), sent(), ErrorTable::embedded());
}

InquiryAnswer inquiry(const QByteArray &body, const QString &orderId = GatewayFixture::orderId())
{
    return readInquiry(GatewayFixture::wireWith(body), orderId, PaymentMethod::Card, ErrorTable::embedded());
}

/// Everything that a reader kept, as one text.
QString keptBy(const ExchangeRecord &record)
{
    QString kept = record.detail;
    for (const auto &[name, value] : record.fields) {
        kept += name + u'=' + value + u'\n';
    }
    return kept;
}

} // namespace

class TestAnswerReader : public QObject
{
    Q_OBJECT

private slots:
    void mutation_isClassified_data();
    void mutation_isClassified();
    void mutation_thatSucceeds_keepsItsNumbers();
    void mutation_reportsShopLevelAndUnknownCodes();
    void mutation_withoutOfferedBody_isUnsent();
    void recordedAnswers_areRead();
    void inquiry_isRead();
    void inquiry_hasAnOutcome_data();
    void inquiry_hasAnOutcome();
    void cutInquiry_neverShowsAnotherAmountOrStatus();
    void unmaskedCardNumber_isDropped();
    void record_holdsNoSecret();
    void mutatedAnswers_areNeverTakenForAnotherSuccess();
    void digest_dependsOnWhatIsAskedButNotOnSecrets();
};

void TestAnswerReader::mutation_isClassified_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<AnswerClass>("answerClass");
    const QByteArray good = GatewayFixture::successBody();
    const auto row = [](const char *name, const QByteArray &body, AnswerClass answerClass) {
        QTest::newRow(name) << body << answerClass;
    };
    row("success", good, AnswerClass::Success);
    row("success with line end", good + "\r\n", AnswerClass::Success);
    row("success with unknown key", good + "&NewKey=1", AnswerClass::Success);
    row("key twice", good + "&TranID=1", AnswerClass::Ambiguous);
    row("another AccessID", QByteArray(good).replace("9e6c", "9e6d"), AnswerClass::Ambiguous);
    row("another AccessPass", QByteArray(good).replace("faec", "faed"), AnswerClass::Ambiguous);
    row("TranID missing", QByteArray(good).replace("&TranID", "&Other"), AnswerClass::Ambiguous);
    row("TranID empty", QByteArray(good).replace("1304200441111111111111193613", ""), AnswerClass::Ambiguous);
    row("TranDate missing", QByteArray(good).replace("&TranDate", "&Other"), AnswerClass::Ambiguous);
    row("TranDate cut", good.chopped(1), AnswerClass::Ambiguous);
    row("empty", "", AnswerClass::Ambiguous);
    row("refusal", "ErrCode=E01&ErrInfo=E01110002", AnswerClass::Refusal);
    row("worst wins", "ErrCode=E01|E11|E01&ErrInfo=E01090008|E11010003|E01110002",
        AnswerClass::Contradiction);
    row("worst of all wins", "ErrCode=E11|E91&ErrInfo=E11010003|E91019999", AnswerClass::Ambiguous);
    row("busy", "ErrCode=E92&ErrInfo=E92000001", AnswerClass::Busy);
    row("busy and refusal", "ErrCode=E92|E01&ErrInfo=E92000001|E01110002", AnswerClass::Busy);
    row("unequal lists", "ErrCode=E01|E01&ErrInfo=E01110002", AnswerClass::Ambiguous);
    row("code cut short", "ErrCode=E01&ErrInfo=E0111000", AnswerClass::Ambiguous);
    row("ErrInfo missing", "ErrCode=E01", AnswerClass::Ambiguous);
    row("ErrCode missing", "ErrInfo=E01110002", AnswerClass::Ambiguous);
    row("codes beside a success", good + "&ErrCode=E01&ErrInfo=E01110002", AnswerClass::Refusal);
    row("empty codes beside a success", good + "&ErrCode=&ErrInfo=", AnswerClass::Ambiguous);
    row("declined", "ErrCode=G02&ErrInfo=42G020000", AnswerClass::Refusal);
    row("network of the cards", "ErrCode=C01&ErrInfo=42C010000", AnswerClass::Ambiguous);
}

void TestAnswerReader::mutation_isClassified()
{
    QFETCH(QByteArray, body);
    QFETCH(AnswerClass, answerClass);
    QCOMPARE(mutation(body).answerClass, answerClass);
}

void TestAnswerReader::mutation_thatSucceeds_keepsItsNumbers()
{
    const MutationAnswer answer = mutation(GatewayFixture::successBody());
    QCOMPARE(answer.approve, u" 004536"_s);
    QCOMPARE(answer.tranId, u"1304200441111111111111193613"_s);
    QCOMPARE(answer.tranDate, u"20130420044346"_s);
    QCOMPARE(answer.forward, u"2a99662"_s);
    QVERIFY(answer.record.detail.isEmpty());
}

void TestAnswerReader::mutation_reportsShopLevelAndUnknownCodes()
{
    QVERIFY(mutation("ErrCode=E01&ErrInfo=E01030002").shopLevelRefusal);
    QVERIFY(!mutation("ErrCode=E01&ErrInfo=E01110002").shopLevelRefusal);
    QVERIFY(mutation("ErrCode=ZZ9&ErrInfo=ZZ9000001").unknownCode);
    QVERIFY(!mutation("ErrCode=E01&ErrInfo=E01110002").unknownCode);
}

void TestAnswerReader::mutation_withoutOfferedBody_isUnsent()
{
    WireAnswer wire = GatewayFixture::wireWith(GatewayFixture::successBody());
    wire.bodyOffered = false;
    QCOMPARE(readMutation(wire, sent(), ErrorTable::embedded()).answerClass, AnswerClass::Unsent);
    wire.bodyOffered = true;
    wire.complete = false;
    wire.problem = u"HTTP status 500"_s;
    const MutationAnswer answer = readMutation(wire, sent(), ErrorTable::embedded());
    QCOMPARE(answer.answerClass, AnswerClass::Ambiguous);
    QCOMPARE(answer.record.detail, u"HTTP status 500"_s);
}

void TestAnswerReader::recordedAnswers_areRead()
{
    const InquiryAnswer authorized =
        inquiry(recordedAnswer(u"card-search-auth-1-SearchTrade"_s), u"1366400470231"_s);
    QCOMPARE(authorized.outcome, Outcome::Read);
    QCOMPARE(authorized.snapshot.status, u"AUTH"_s);
    QCOMPARE(authorized.snapshot.amount, Yen{1000});
    QCOMPARE(authorized.snapshot.approve, u"6712106"_s);

    const QByteArray unprocessed = recordedAnswer(u"card-search-unprocessed-1-SearchTrade"_s);
    const QByteArray orderId = unprocessed.mid(8, unprocessed.indexOf('&') - 8);
    QCOMPARE(inquiry(unprocessed, QString::fromLatin1(orderId)).outcome, Outcome::Read);

    const auto sold = decodeAnswer(recordedAnswer(u"card-auth-then-sales-3-AlterTran"_s));
    const AccessKey key{sold->value("AccessID"_L1), sold->value("AccessPass"_L1)};
    const WireAnswer wire = GatewayFixture::wireWith(recordedAnswer(u"card-auth-then-sales-3-AlterTran"_s));
    QCOMPARE(readMutation(wire, sent(key), ErrorTable::embedded()).answerClass, AnswerClass::Success);
    QCOMPARE(mutation(recordedAnswer(u"card-sales-bad-access-1-AlterTran"_s)).answerClass,
             AnswerClass::Refusal);
}

void TestAnswerReader::inquiry_isRead()
{
    const InquiryAnswer answer = inquiry(GatewayFixture::inquiryBody());
    QCOMPARE(answer.outcome, Outcome::Read);
    const Snapshot expected{
        u"AUTH"_s, Yen{1000}, Yen{80}, u"20130420044346"_s, u"1304200441111111111111193613"_s, u" 712106"_s};
    QCOMPARE(answer.snapshot, expected);
    QCOMPARE(answer.access.accessId, GatewayFixture::access().accessId);
    QCOMPARE(answer.jobCd, u"AUTH"_s);
    QCOMPARE(answer.methodCode, u"1"_s);
    QCOMPARE(answer.forward, u"2a99662"_s);
    QCOMPARE(answer.maskedCardNumber, u"************1111"_s);
    QCOMPARE(answer.facts, MethodFacts{});
    QVERIFY(answer.numbers.isEmpty());
}

void TestAnswerReader::inquiry_hasAnOutcome_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Outcome>("outcome");
    const QByteArray good = GatewayFixture::inquiryBody();
    const auto changed = [&](const QByteArray &from, const QByteArray &to) {
        return QByteArray(good).replace(from, to);
    };
    const auto row = [](const char *name, const QByteArray &body, Outcome outcome) {
        QTest::newRow(name) << body << outcome;
    };
    row("another order", changed("272-03132123", "272-03132124"), Outcome::Unreadable);
    row("no Status", changed("&Status=AUTH", ""), Outcome::Unreadable);
    row("empty Status", changed("&Status=AUTH", "&Status="), Outcome::Unreadable);
    row("unknown Status", changed("&Status=AUTH", "&Status=NEWWORD"), Outcome::Read);
    row("Amount with a comma", changed("=1000&", "=1,000&"), Outcome::Unreadable);
    row("negative Amount", changed("=1000&", "=-1000&"), Outcome::Unreadable);
    row("full-width Amount", changed("=1000&", "=\x82\x50\x82\x4f&"), Outcome::Unreadable);
    row("empty Tax", changed("Tax=80", "Tax="), Outcome::Unreadable);
    row("no such day", changed("20130420044346", "20130431044346"), Outcome::Unreadable);
    row("short AccessID", changed("9e6c3b46", "9e6c3b4"), Outcome::Unreadable);
    row("no TranID", changed("&TranID=1304200441111111111111193613", ""), Outcome::Unreadable);
    row("empty TranID", changed("1304200441111111111111193613", ""), Outcome::Read);
    row("no Approve", changed("&Approve= 712106", ""), Outcome::Unreadable);
    row("Status twice", good + "&Status=SALES", Outcome::Unreadable);
    row("a new key", good + "&CancelAmount=x", Outcome::Read);
    row("HTML", "<html></html>", Outcome::Unreadable);
    row("unknown order", "ErrCode=E01&ErrInfo=E01110002", Outcome::UnknownOrder);
    row("unknown order of another method", "ErrCode=M01&ErrInfo=M01004002", Outcome::Unreadable);
    row("unknown order and more", "ErrCode=E01|E01&ErrInfo=E01110002|E01040013", Outcome::Unreadable);
    row("unknown order, unequal lists", "ErrCode=E01|E01&ErrInfo=E01110002", Outcome::Unreadable);
    row("wrong password", "ErrCode=E01&ErrInfo=E01030002", Outcome::ShopRefused);
    row("wrong password and unknown order", "ErrCode=E01|E01&ErrInfo=E01110002|E01030002",
        Outcome::ShopRefused);
    row("no contract", "ErrCode=E61&ErrInfo=E61030001", Outcome::ShopRefused);
    row("busy", "ErrCode=E92&ErrInfo=E92000002", Outcome::Busy);
    row("busy and system error", "ErrCode=E92|E91&ErrInfo=E92000002|E91019999", Outcome::Unreadable);
    row("system error", "ErrCode=E91&ErrInfo=E91019999", Outcome::Unreadable);
}

void TestAnswerReader::inquiry_hasAnOutcome()
{
    QFETCH(QByteArray, body);
    QFETCH(Outcome, outcome);
    const InquiryAnswer answer = inquiry(body);
    QCOMPARE(answer.outcome, outcome);
    QCOMPARE(answer.access.accessId.isEmpty(), outcome != Outcome::Read);
}

void TestAnswerReader::cutInquiry_neverShowsAnotherAmountOrStatus()
{
    const QByteArray whole = GatewayFixture::inquiryBody();
    const Snapshot expected = inquiry(whole).snapshot;
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const InquiryAnswer answer = inquiry(whole.left(length));
        if (answer.outcome == Outcome::Read) {
            QCOMPARE(answer.snapshot.status, expected.status);
            QCOMPARE(answer.snapshot.total(), expected.total());
            QCOMPARE(answer.snapshot.tranId, expected.tranId);
        }
    }
}

void TestAnswerReader::unmaskedCardNumber_isDropped()
{
    for (const char *number :
         {"4111111111111111", "411111******1111", "***********11111", "1111", "*1111x"}) {
        const QByteArray body = GatewayFixture::inquiryBody().replace("************1111", number);
        const InquiryAnswer answer = inquiry(body);
        QCOMPARE(answer.outcome, Outcome::Read);
        QCOMPARE(answer.maskedCardNumber, QString());
        QVERIFY(!keptBy(answer.record).contains(QString::fromLatin1(number) + u'\n'));
    }
}

void TestAnswerReader::record_holdsNoSecret()
{
    const QByteArray more = "&ShopPass=dummypass1&CardSeq=0&MemberName=John Smith";
    const QString kept = keptBy(inquiry(GatewayFixture::inquiryBody() + more).record) +
                         keptBy(mutation(GatewayFixture::successBody() + more).record);
    for (const char *secret :
         {"9e6c3b46", "faec7412", "1111\n", "Access", "CardNo", "Member", "dummypass1", "Expire"}) {
        QVERIFY2(!kept.contains(QString::fromLatin1(secret)), secret);
    }
    QVERIFY(kept.contains(u"Status=AUTH"_s));
    QVERIFY(kept.contains(u"TranDate=20130420044346"_s));
}

void TestAnswerReader::mutatedAnswers_areNeverTakenForAnotherSuccess()
{
    QList<QByteArray> seeds{GatewayFixture::successBody(), GatewayFixture::inquiryBody(),
                            "ErrCode=E01|E01&ErrInfo=E01090008|E01110002"};
    for (const VectorFile &vector : allVectors()) {
        seeds.append(vector.responseBody);
    }
    std::mt19937 random(20130301);
    for (int round = 0; round < 100'000; ++round) {
        const QByteArray body = damaged(seeds.at(numberBelow(seeds.size(), random)), random);
        const MutationAnswer answer = mutation(body);
        if (answer.answerClass == AnswerClass::Success) {
            QVERIFY(body.contains("9e6c3b46f7fd03ac22693b335286e622"));
            QVERIFY(body.contains("faec7412b6090024b0a700cd0218a0f5"));
            QVERIFY(!body.toLower().contains("&errcode="));
        }
        const InquiryAnswer read = inquiry(body);
        QVERIFY(read.outcome != Outcome::Read || body.contains("272-03132123"));
    }
}

void TestAnswerReader::digest_dependsOnWhatIsAskedButNotOnSecrets()
{
    GatewayConfig config;
    config.baseUrl = QUrl(u"http://127.0.0.1:1/payment/"_s);
    config.shopId = u"tshop00000001"_s;
    config.shopPass = Secret(QByteArray("dummypass1"));
    const GatewayFixture fixture(config);
    config.shopPass = Secret(QByteArray("p&ss=1"));
    const GatewayFixture other(config);
    AlterRequest request = GatewayFixture::capture();
    const QString digest = fixture.client.prepare(request).digest;
    QCOMPARE(digest.size(), 64);
    QCOMPARE(other.client.prepare(request).digest, digest);
    QVERIFY(other.client.prepare(request).body.contains("&ShopPass=p%26ss%3D1&"));
    request.access.accessPass = QString(32, u'0');
    QCOMPARE(fixture.client.prepare(request).digest, digest);
    request.amount = Yen{1001};
    QVERIFY(fixture.client.prepare(request).digest != digest);
    const GmoClient otherKey(config, ErrorTable::embedded(), QByteArray(32, 'x'));
    QVERIFY(otherKey.prepare(GatewayFixture::capture()).digest != digest);
}

QTEST_GUILESS_MAIN(TestAnswerReader)
#include "test_answerreader.moc"
