#include "core/gmo/answerreader.h"
#include "tests/gmo/bodydamage.h"
#include "tests/gmo/gatewayfixture.h"
#include "tests/gmo/multibody.h"
#include "tests/gmo/vectorfile.h"

#include <QTest>

using namespace kessai;
using namespace kessai::testing;
using namespace Qt::StringLiterals;
using Call = GatewayCall;

namespace {

const QStringList &allWords()
{
    static const QStringList words{
        u"UNPROCESSED"_s, u"REQSUCCESS"_s, u"AUTHPROCESS"_s, u"PAYSTART"_s, u"PAYSUCCESS"_s, u"PAYFAIL"_s,
        u"EXPIRED"_s,     u"AUTH"_s,       u"CAPTURE"_s,     u"REQSALES"_s, u"SALES"_s,      u"REQCANCEL"_s,
        u"CANCEL"_s,      u"REQCHANGE"_s,  u"VOID"_s,        u"RETURN"_s,   u"RETURNX"_s,    u"SAUTH"_s,
        u"CHECK"_s,       u"REQRETURN"_s,  u"NEWWORD"_s,     u"cancel"_s,   u"null"_s,       u"CANCEL "_s};
    return words;
}

struct CallWords
{
    Call call;
    QStringList words; ///< with which the gateway says that the call was done, or taken on
};

QList<CallWords> callWords()
{
    return {
        {Call::CvsCancel, {u"CANCEL"_s}},
        {Call::PayEasyCancel, {u"CANCEL"_s}},
        {Call::AuSales, {u"SALES"_s}},
        {Call::AuCancelReturn, {u"CANCEL"_s, u"RETURN"_s}},
        {Call::DocomoSales, {u"SALES"_s}},
        {Call::DocomoCancelReturn, {u"CANCEL"_s}},
        {Call::SbSales, {u"SALES"_s}},
        {Call::SbCancel, {u"CANCEL"_s}},
        {Call::RakutenIdSales, {u"REQSALES"_s, u"SALES"_s}},
        {Call::RakutenIdCancel, {u"REQCANCEL"_s, u"CANCEL"_s}},
        {Call::RakutenIdChange, {u"REQCHANGE"_s, u"AUTH"_s, u"SALES"_s, u"CAPTURE"_s}},
    };
}

PreparedRequest sentTo(Call call)
{
    return {call, {}, {}, GatewayFixture::access(), GatewayFixture::orderId()};
}

MutationAnswer answerTo(Call call, const QByteArray &body)
{
    return readMutation(GatewayFixture::wireWith(body), sentTo(call), ErrorTable::embedded());
}

QByteArray withWord(const QString &word)
{
    return "OrderID=272-03132123&Status=" + word.toLatin1();
}

} // namespace

/// Answers to the calls that move the money of another method than the card.
class TestMultiAnswers : public QObject
{
    Q_OBJECT

private slots:
    void success_isAWordThatTheCallLeadsTo();
    void answer_isClassified_data();
    void answer_isClassified();
    void code_isClassified_data();
    void code_isClassified();
    void success_withoutOurOrderId_isNone();
    void unsentAndBroken_areTold();
    void cardsAnswer_isNoneOfAnotherMethod();
    void recordedAnswers_areRead();
    void record_holdsTheAmountsAndNoSecret();
    void damagedAnswers_areNeverTakenForAnotherSuccess();
};

void TestMultiAnswers::success_isAWordThatTheCallLeadsTo()
{
    for (const CallWords &expected : callWords()) {
        for (const QString &word : allWords()) {
            const MutationAnswer answer = answerTo(expected.call, withWord(word));
            const bool success = answer.answerClass == AnswerClass::Success;
            QVERIFY2(success == expected.words.contains(word), qPrintable(nameOf(expected.call) + word));
            QVERIFY(success || answer.answerClass == AnswerClass::Ambiguous);
            QCOMPARE(answer.record.detail.isEmpty(), success);
            QCOMPARE(answer.status, word);
        }
    }
}

void TestMultiAnswers::answer_isClassified_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<AnswerClass>("answerClass");
    QTest::addColumn<QString>("detail");
    const auto good = [](const char *name, const QByteArray &body) {
        QTest::newRow(name) << body << AnswerClass::Success << QString();
    };
    const auto bad = [](const char *name, const QByteArray &body, const char *detail) {
        QTest::newRow(name) << body << AnswerClass::Ambiguous << QString::fromLatin1(detail);
    };
    const QByteArray done = "OrderID=272-03132123&Status=CANCEL";
    good("word alone", done);
    good("with amounts", done + "&Amount=0&Tax=0&CancelAmount=3000&CancelTax=300");
    good("empty amounts", done + "&Amount=&Tax=&CancelAmount=3000&CancelTax=");
    good("another order of keys", "Status=CANCEL&Amount=0&OrderID=272-03132123");
    good("another case of keys", "orderid=272-03132123&STATUS=CANCEL");
    good("line end", done + "\r\n");
    good("new key", done + "&NewKey=1");
    good("our handle", done + "&AccessID=9e6c3b46f7fd03ac22693b335286e622"
                              "&AccessPass=faec7412b6090024b0a700cd0218a0f5");
    bad("another OrderID", "OrderID=272-03132124&Status=CANCEL", "OrderID");
    bad("longer OrderID", "OrderID=272-031321234&Status=CANCEL", "OrderID");
    bad("no OrderID", "Status=CANCEL", "OrderID");
    bad("empty OrderID", "OrderID=&Status=CANCEL", "OrderID");
    bad("another AccessID", done + "&AccessID=9e6c3b46f7fd03ac22693b335286e623", "AccessID");
    bad("another AccessPass", done + "&AccessPass=", "AccessPass");
    bad("no Status", "OrderID=272-03132123&Amount=0", "Status is missing");
    bad("empty Status", "OrderID=272-03132123&Status=", "Status is missing");
    bad("unknown word", "OrderID=272-03132123&Status=CANCELLED", "no word that AuCancelReturn leads to");
    bad("word cut", "OrderID=272-03132123&Status=CANCE", "no word");
    bad("as before: sold", "OrderID=272-03132123&Status=SALES&CancelAmount=3000", "no word");
    bad("as before: sold at once", "OrderID=272-03132123&Status=CAPTURE&CancelAmount=3000", "no word");
    bad("as before: authorised", "OrderID=272-03132123&Status=AUTH&CancelAmount=3000", "no word");
    bad("Amount of thirteen digits", done + "&Amount=1000000000000", "not a number");
    bad("Tax with a comma", done + "&Tax=1,000", "not a number");
    bad("negative CancelAmount", done + "&CancelAmount=-3000", "not a number");
    bad("CancelTax in words", done + "&CancelTax=null", "not a number");
    bad("Status twice", done + "&Status=CANCEL", "repeats a key");
    bad("empty", "", "empty");
    bad("HTML", "<html><body>maintenance</body></html>", "not key=value");
    bad("not CP932", done + "&Name=\xfd", "CP932");
}

void TestMultiAnswers::answer_isClassified()
{
    QFETCH(QByteArray, body);
    QFETCH(AnswerClass, answerClass);
    QFETCH(QString, detail);
    const MutationAnswer answer = answerTo(Call::AuCancelReturn, body);
    QCOMPARE(answer.answerClass, answerClass);
    QVERIFY2(answer.record.detail.contains(detail), qPrintable(answer.record.detail));
    QCOMPARE(answer.record.detail.isEmpty(), detail.isEmpty());
    QVERIFY(answer.tranId.isEmpty());
}

void TestMultiAnswers::code_isClassified_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<AnswerClass>("answerClass");
    const auto row = [](const QByteArray &codes, const QByteArray &infos, AnswerClass answerClass) {
        QTest::newRow(infos.constData()) << "ErrCode=" + codes + "&ErrInfo=" + infos << answerClass;
    };
    row("M01", "M01054004", AnswerClass::Contradiction);
    row("M01", "M01060010", AnswerClass::Refusal);
    row("M01", "M01058011", AnswerClass::Refusal);
    row("RI1", "RI1000001", AnswerClass::Contradiction);
    row("RI1", "RI1000003", AnswerClass::Contradiction);
    row("LW1", "LW1310004", AnswerClass::Contradiction);
    row("FM1", "FM1999002", AnswerClass::Ambiguous);
    row("E11", "E11010011", AnswerClass::Refusal);
    row("DC1", "DC1000002", AnswerClass::Ambiguous);
    row("E92", "E92000001", AnswerClass::Busy);
    row("M01|M01", "M01055010|M01054004", AnswerClass::Contradiction);
    row("M01|M91", "M01054004|M91099999", AnswerClass::Ambiguous);
    row("M01|M01", "M01054004", AnswerClass::Ambiguous);
    QTest::newRow("beside a success")
        << withWord(u"CANCEL"_s) + "&ErrCode=M01&ErrInfo=M01060010" << AnswerClass::Refusal;
}

void TestMultiAnswers::code_isClassified()
{
    QFETCH(QByteArray, body);
    QFETCH(AnswerClass, answerClass);
    for (const CallWords &each : callWords()) {
        QCOMPARE(answerTo(each.call, body).answerClass, answerClass);
    }
    QVERIFY(answerTo(Call::SbCancel, "ErrCode=M01&ErrInfo=M01002002").shopLevelRefusal);
    QVERIFY(answerTo(Call::SbCancel, "ErrCode=ZZ9&ErrInfo=ZZ9000001").unknownCode);
}

void TestMultiAnswers::success_withoutOurOrderId_isNone()
{
    PreparedRequest unnamed = sentTo(Call::CvsCancel);
    unnamed.gatewayOrderId.clear();
    for (const QByteArray &body : {QByteArray("OrderID=&Status=CANCEL"), QByteArray("Status=CANCEL")}) {
        const MutationAnswer answer =
            readMutation(GatewayFixture::wireWith(body), unnamed, ErrorTable::embedded());
        QCOMPARE(answer.answerClass, AnswerClass::Ambiguous);
    }
}

void TestMultiAnswers::unsentAndBroken_areTold()
{
    WireAnswer wire = GatewayFixture::wireWith(withWord(u"CANCEL"_s));
    wire.complete = false;
    wire.problem = u"HTTP status 500"_s;
    const MutationAnswer broken = readMutation(wire, sentTo(Call::SbCancel), ErrorTable::embedded());
    QCOMPARE(broken.answerClass, AnswerClass::Ambiguous);
    QCOMPARE(broken.record.detail, u"HTTP status 500"_s);
    QVERIFY(broken.status.isEmpty());
    wire.bodyOffered = false;
    QCOMPARE(readMutation(wire, sentTo(Call::SbCancel), ErrorTable::embedded()).answerClass,
             AnswerClass::Unsent);
}

void TestMultiAnswers::cardsAnswer_isNoneOfAnotherMethod()
{
    for (const CallWords &each : callWords()) {
        QCOMPARE(answerTo(each.call, GatewayFixture::successBody()).answerClass, AnswerClass::Ambiguous);
    }
    for (const Call call : {Call::AlterTran, Call::ChangeTran}) {
        const MutationAnswer answer = answerTo(call, withWord(u"CANCEL"_s));
        QCOMPARE(answer.answerClass, AnswerClass::Ambiguous);
        QVERIFY(answer.status.isEmpty());
        QCOMPARE(answerTo(call, GatewayFixture::successBody()).answerClass, AnswerClass::Success);
    }
}

void TestMultiAnswers::recordedAnswers_areRead()
{
    const QString cancelled = u"cvs-cancel-2-CvsCancel"_s;
    PreparedRequest sent = sentTo(Call::CvsCancel);
    sent.gatewayOrderId = u"1365660033"_s;
    const auto read = [&sent](const VectorFile &vector) {
        return readMutation(GatewayFixture::wireWith(vector.responseBody), sent, ErrorTable::embedded());
    };
    int successes = 0;
    for (const VectorFile &vector : allVectors()) {
        const MutationAnswer answer = read(vector);
        const bool success = answer.answerClass == AnswerClass::Success;
        QVERIFY2(success == (vector.name == cancelled), qPrintable(vector.name));
        successes += success ? 1 : 0;
    }
    QCOMPARE(successes, 1);
}

void TestMultiAnswers::record_holdsTheAmountsAndNoSecret()
{
    const QByteArray body = withWord(u"CANCEL"_s) +
                            "&Amount=0&Tax=0&CancelAmount=3000&CancelTax=300"
                            "&AccessID=9e6c3b46f7fd03ac22693b335286e622&ShopPass=dummypass1";
    QStringList kept;
    for (const auto &[name, value] : answerTo(Call::AuCancelReturn, body).record.fields) {
        kept.append(name + u'=' + value);
    }
    QCOMPARE(kept, (QStringList{u"OrderID=272-03132123"_s, u"Status=CANCEL"_s, u"Amount=0"_s, u"Tax=0"_s,
                                u"CancelAmount=3000"_s, u"CancelTax=300"_s}));
}

void TestMultiAnswers::damagedAnswers_areNeverTakenForAnotherSuccess()
{
    const QByteArray cancelled = withWord(u"CANCEL"_s) + "&CancelAmount=3000&CancelTax=0";
    const QByteArray inquiry = multiBody(PaymentMethod::Docomo, {{"OrderID", "272-03132123"}});
    const QList<QByteArray> seeds{cancelled, inquiry, "ErrCode=M01|M01&ErrInfo=M01054004|M01004002"};
    std::mt19937 random(20240115);
    for (int round = 0; round < 20'000; ++round) {
        const QByteArray body = damaged(seeds.at(numberBelow(seeds.size(), random)), random);
        const QByteArray folded = body.toLower();
        if (answerTo(Call::DocomoCancelReturn, body).answerClass == AnswerClass::Success) {
            QVERIFY(folded.contains("orderid=272-03132123"));
            QVERIFY(folded.contains("status=cancel"));
            QVERIFY(!folded.contains("&errcode="));
        }
        const InquiryAnswer read = readMultiBody(body, PaymentMethod::Docomo);
        if (read.outcome == InquiryAnswer::Outcome::Read) {
            QVERIFY(!folded.contains("&orderid=") || folded.contains("orderid=272-03132123"));
            QVERIFY(!folded.contains("&paytype=") || folded.contains("paytype=9"));
        }
    }
}

QTEST_GUILESS_MAIN(TestMultiAnswers)
#include "test_multianswers.moc"
