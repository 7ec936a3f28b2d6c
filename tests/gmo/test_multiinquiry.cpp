#include "tests/gmo/multibody.h"
#include "tests/gmo/vectorfile.h"

#include <QTest>

using namespace kessai;
using namespace kessai::testing;
using namespace Qt::StringLiterals;
using Method = PaymentMethod;
using Outcome = InquiryAnswer::Outcome;

namespace {

bool isCarrier(Method method)
{
    return method == Method::Au || method == Method::Docomo || method == Method::SoftBank;
}

} // namespace

class TestMultiInquiry : public QObject
{
    Q_OBJECT

private slots:
    void recordedAnswer_isReadForEachMethod();
    void recordedAnswer_ofACard_isOfNoOtherMethod();
    void otherRecordedAnswers_areNoInquiries();
    void inquiry_hasAnOutcome_data();
    void inquiry_hasAnOutcome();
    void error_hasAnOutcome_data();
    void error_hasAnOutcome();
    void cutAnswer_neverShowsAnotherAmountOrStatus();
};

void TestMultiInquiry::recordedAnswer_isReadForEachMethod()
{
    for (const Method method : otherMethods()) {
        const InquiryAnswer answer = readMultiBody(multiBody(method), method);
        QCOMPARE(answer.outcome, Outcome::Read);
        const Snapshot expected{.status = u"UNPROCESSED"_s,
                                .amount = Yen{100},
                                .tax = Yen{0},
                                .processDate = u"20130301115932"_s,
                                .tranId = {},
                                .approve = {},
                                .cancelledAmount = isCarrier(method) ? std::optional(Yen{0}) : std::nullopt};
        QCOMPARE(answer.snapshot, expected);
        QCOMPARE(answer.access.accessId, u"3618be802c7ac572414274731e50cb6c"_s);
        QCOMPARE(answer.access.accessPass, u"4099664bd4b110800e09805539d1d7b5"_s);
        QCOMPARE(answer.jobCd, u"AUTH"_s);
        QCOMPARE(answer.methodCode, QString());
        QCOMPARE(answer.facts, MethodFacts{});
        QVERIFY(answer.numbers.isEmpty());
        QVERIFY(answer.record.detail.isEmpty());
    }
}

void TestMultiInquiry::recordedAnswer_ofACard_isOfNoOtherMethod()
{
    const QByteArray card = recordedAnswer(u"multi-search-card-1-SearchTradeMulti"_s);
    for (const Method method : otherMethods()) {
        const InquiryAnswer answer = readMultiBody(card, method);
        QCOMPARE(answer.outcome, Outcome::Unreadable);
        QCOMPARE(answer.record.detail, u"PayType is not the one asked for"_s);
        QVERIFY(answer.access.accessId.isEmpty());
    }
}

void TestMultiInquiry::otherRecordedAnswers_areNoInquiries()
{
    int seen = 0;
    for (const VectorFile &vector : allVectors()) {
        if (vector.name.contains(u"SearchTrade"_s)) {
            continue;
        }
        ++seen;
        for (const Method method : otherMethods()) {
            QVERIFY2(readMultiBody(vector.responseBody, method).outcome != Outcome::Read,
                     qPrintable(vector.name));
        }
    }
    QVERIFY(seen > 60);
}

void TestMultiInquiry::inquiry_hasAnOutcome_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Outcome>("outcome");
    const QByteArray good = multiBody(Method::Au);
    const auto row = [&](const char *name, const QByteArray &from, const QByteArray &to, Outcome outcome) {
        QByteArray body = good;
        QVERIFY2(body.contains(from), name);
        QTest::newRow(name) << body.replace(from, to) << outcome;
    };
    row("as recorded", "&Currency", "&Currency", Outcome::Read);
    row("names our order", "&Currency", "&OrderID=272-03132123&Currency", Outcome::Read);
    row("names another order", "&Currency", "&OrderID=272-03132124&Currency", Outcome::Unreadable);
    row("names no order", "&Currency", "&OrderID=&Currency", Outcome::Unreadable);
    row("no PayType", "&PayType=8", "", Outcome::Read);
    row("another PayType", "&PayType=8", "&PayType=9", Outcome::Unreadable);
    row("empty PayType", "&PayType=8", "&PayType=", Outcome::Unreadable);
    row("PayType twice", "&PayType=8", "&PayType=8&PayType=8", Outcome::Unreadable);
    row("no TranID", "&TranID=", "", Outcome::Read);
    row("no Approve", "&Approve=", "", Outcome::Read);
    row("no Status", "Status=UNPROCESSED&", "", Outcome::Unreadable);
    row("empty Status", "UNPROCESSED", "", Outcome::Unreadable);
    row("unknown Status", "UNPROCESSED", "NEWWORD", Outcome::Read);
    row("no Amount", "&Amount=100", "", Outcome::Unreadable);
    row("empty Tax", "&Tax=0", "&Tax=", Outcome::Unreadable);
    row("Amount of twelve digits", "Amount=100", "Amount=999999999999", Outcome::Read);
    row("Amount of thirteen digits", "Amount=100", "Amount=1000000000000", Outcome::Unreadable);
    row("Tax with a sign", "Tax=0", "Tax=+0", Outcome::Unreadable);
    row("no such day", "20130301115932", "20130229115932", Outcome::Unreadable);
    row("short AccessID", "AccessID=3618", "AccessID=361", Outcome::Unreadable);
    row("no AccessPass", "&AccessPass=4099664bd4b110800e09805539d1d7b5", "", Outcome::Unreadable);
    row("not CP932", "&CvsCode=", "&CvsCode=\xfd\xfe", Outcome::Unreadable);
}

void TestMultiInquiry::inquiry_hasAnOutcome()
{
    QFETCH(QByteArray, body);
    QFETCH(Outcome, outcome);
    const InquiryAnswer answer = readMultiBody(body, Method::Au);
    QCOMPARE(answer.outcome, outcome);
    QCOMPARE(answer.access.accessId.isEmpty(), outcome != Outcome::Read);
    QCOMPARE(answer.record.detail.isEmpty(), outcome == Outcome::Read);
}

void TestMultiInquiry::error_hasAnOutcome_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Outcome>("outcome");
    const auto row = [](const QByteArray &codes, const QByteArray &infos, Outcome outcome) {
        QTest::newRow(infos.constData()) << "ErrCode=" + codes + "&ErrInfo=" + infos << outcome;
    };
    row("M01", "M01004002", Outcome::UnknownOrder);
    row("M01|M01", "M01004002|M01004002", Outcome::UnknownOrder);
    row("M01|M01", "M01004002", Outcome::Unreadable);
    row("M01|M01", "M01004002|M01004013", Outcome::Unreadable);
    row("E01", "E01110002", Outcome::Unreadable); // SearchTrade's word for it
    row("M01", "M01002002", Outcome::ShopRefused);
    row("M01", "M01058010", Outcome::ShopRefused);
    row("M01|M01", "M01004002|M01002002", Outcome::ShopRefused);
    row("E61", "E61010001", Outcome::ShopRefused);
    row("E92", "E92000001", Outcome::Busy);
    row("E92|M91", "E92000001|M91099999", Outcome::Unreadable);
    row("M91", "M91099999", Outcome::Unreadable);
    QTest::newRow("recorded") << recordedAnswer(u"multi-search-bad-paytype-1-SearchTradeMulti"_s)
                              << Outcome::Unreadable;
}

void TestMultiInquiry::error_hasAnOutcome()
{
    QFETCH(QByteArray, body);
    QFETCH(Outcome, outcome);
    for (const Method method : otherMethods()) {
        const InquiryAnswer answer = readMultiBody(body, method);
        QCOMPARE(answer.outcome, outcome);
        QVERIFY(!answer.record.errors.isEmpty());
    }
}

void TestMultiInquiry::cutAnswer_neverShowsAnotherAmountOrStatus()
{
    const QByteArray whole = multiBody(Method::Au);
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const InquiryAnswer answer = readMultiBody(whole.left(length), Method::Au);
        if (answer.outcome == Outcome::Read) {
            QCOMPARE(answer.snapshot.status, u"UNPROCESSED"_s);
            QCOMPARE(answer.snapshot.total(), Yen{100});
        }
    }
}

QTEST_GUILESS_MAIN(TestMultiInquiry)
#include "test_multiinquiry.moc"
