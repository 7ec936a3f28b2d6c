#include "tests/gmo/multibody.h"

#include <QTest>

using namespace kessai;
using namespace kessai::testing;
using namespace Qt::StringLiterals;
using Method = PaymentMethod;
using Outcome = InquiryAnswer::Outcome;

namespace {

QDateTime japanTime(const QDate &day, const QTime &time)
{
    return QDateTime(day, time, Qt::OffsetFromUTC, 9 * 3600).toUTC();
}

} // namespace

/// What an inquiry about another method than the card brings beyond status and amount.
class TestMultiFacts : public QObject
{
    Q_OBJECT

private slots:
    void cancelledAmount_isThatOfTheMethod_data();
    void cancelledAmount_isThatOfTheMethod();
    void cancelledAmount_thatIsNoNumber_isNotTrusted_data();
    void cancelledAmount_thatIsNoNumber_isNotTrusted();
    void facts_areRead();
    void days_areReadAsDates();
    void unreadableDates_areUnset_data();
    void unreadableDates_areUnset();
    void numbers_areThoseThatStaffAskFor();
    void numbers_areBoundedAndPrintable();
    void record_holdsWhatIsFilledAndNoSecret();
};

void TestMultiFacts::cancelledAmount_isThatOfTheMethod_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<Yen>>("cancelled");
    const auto row = [](const char *name, Method method, const QByteArray &body, std::optional<Yen> sum) {
        QTest::newRow(name) << method << body << sum;
    };
    const auto filled = [](Method method) {
        return multiBody(method, {{"AuCancelAmount", "500"},
                                  {"AuCancelTax", "50"},
                                  {"DocomoCancelAmount", "300"},
                                  {"DocomoCancelTax", "30"},
                                  {"SbCancelAmount", "200"},
                                  {"SbCancelTax", "20"}});
    };
    row("au", Method::Au, filled(Method::Au), Yen{550});
    row("docomo", Method::Docomo, filled(Method::Docomo), Yen{330});
    row("SoftBank", Method::SoftBank, filled(Method::SoftBank), Yen{220});
    row("store", Method::ConvenienceStore, filled(Method::ConvenienceStore), std::nullopt);
    row("Pay-easy", Method::PayEasyNet, filled(Method::PayEasyNet), std::nullopt);
    row("Rakuten", Method::Rakuten, filled(Method::Rakuten), std::nullopt);
    row("amount alone", Method::Au, multiBody(Method::Au, {{"AuCancelAmount", "500"}}), Yen{500});
    row("tax alone", Method::SoftBank, multiBody(Method::SoftBank, {{"SbCancelTax", "7"}}), Yen{7});
    row("keys missing", Method::Docomo,
        multiBody(Method::Docomo).replace("&DocomoCancelAmount=&DocomoCancelTax=", ""), Yen{0});
    row("a field of no carrier", Method::Rakuten, multiBody(Method::Rakuten, {{"CancelAmount", "100"}}),
        Yen{100});
}

void TestMultiFacts::cancelledAmount_isThatOfTheMethod()
{
    QFETCH(Method, method);
    QFETCH(QByteArray, body);
    QFETCH(std::optional<Yen>, cancelled);
    const InquiryAnswer answer = readMultiBody(body, method);
    QCOMPARE(answer.outcome, Outcome::Read);
    QCOMPARE(answer.snapshot.cancelledAmount, cancelled);
}

void TestMultiFacts::cancelledAmount_thatIsNoNumber_isNotTrusted_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("sign") << QByteArray("AuCancelAmount") << QByteArray("-500");
    QTest::newRow("comma") << QByteArray("AuCancelTax") << QByteArray("1,000");
    QTest::newRow("thirteen digits") << QByteArray("AuCancelAmount") << QByteArray("1000000000000");
    QTest::newRow("text") << QByteArray("AuCancelAmount") << QByteArray("null");
}

void TestMultiFacts::cancelledAmount_thatIsNoNumber_isNotTrusted()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    const InquiryAnswer answer = readMultiBody(multiBody(Method::Au, {{key, value}}), Method::Au);
    QCOMPARE(answer.outcome, Outcome::Unreadable);
    QVERIFY(answer.record.detail.contains(u"cancelled amount"_s));
    QCOMPARE(readMultiBody(multiBody(Method::Docomo, {{key, value}}), Method::Docomo).outcome, Outcome::Read);
}

void TestMultiFacts::facts_areRead()
{
    const QByteArray body = multiBody(Method::Rakuten, {{"PaymentTerm", "20240125235959"},
                                                        {"FinishDate", "20240116090807"},
                                                        {"OrderDate", "20240115101112"},
                                                        {"CompletionDate", "20240131"},
                                                        {"AuPayMethod", "03"}});
    const MethodFacts expected{.payBy = japanTime({2024, 1, 25}, {23, 59, 59}),
                               .paidAt = japanTime({2024, 1, 16}, {9, 8, 7}),
                               .orderedAt = japanTime({2024, 1, 15}, {10, 11, 12}),
                               .completedOn = QDate(2024, 1, 31),
                               .auPayMethod = u"03"_s};
    QCOMPARE(readMultiBody(body, Method::Rakuten).facts, expected);
}

void TestMultiFacts::days_areReadAsDates()
{
    const MethodFacts facts =
        readMultiBody(
            multiBody(Method::Rakuten, {{"OrderDate", "20240101"}, {"CompletionDate", "20240131235959"}}),
            Method::Rakuten)
            .facts;
    QCOMPARE(facts.orderedAt, japanTime({2024, 1, 1}, {0, 0, 0}));
    QCOMPARE(facts.completedOn, QDate(2024, 1, 31));
}

void TestMultiFacts::unreadableDates_areUnset_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"", "2024", "2024013", "20240230", "20240115246000", "2024-01-15", "null",
                              "20240115101112000", " 20240115"}) {
        QTest::newRow(value) << QByteArray(value);
    }
}

void TestMultiFacts::unreadableDates_areUnset()
{
    QFETCH(QByteArray, value);
    const InquiryAnswer answer = readMultiBody(multiBody(Method::Rakuten, {{"PaymentTerm", value},
                                                                           {"FinishDate", value},
                                                                           {"OrderDate", value},
                                                                           {"CompletionDate", value},
                                                                           {"AuPayMethod", value}}),
                                               Method::Rakuten);
    QCOMPARE(answer.outcome, Outcome::Read);
    QCOMPARE(answer.facts, MethodFacts{});
}

void TestMultiFacts::numbers_areThoseThatStaffAskFor()
{
    const QByteArray body = multiBody(Method::ConvenienceStore, {{"CvsCode", "10001"},
                                                                 {"CvsConfNo", "4321"},
                                                                 {"CvsReceiptNo", "FM1234567890"},
                                                                 {"CustID", "12345678901"},
                                                                 {"BkCode", "58021"},
                                                                 {"ConfNo", "000123"},
                                                                 {"EncryptReceiptNo", "0f0f0f"},
                                                                 {"AuPayInfoNo", "2013030100000001"},
                                                                 {"AuPayMethod", "01"},
                                                                 {"DocomoSettlementCode", "123456789012"},
                                                                 {"SbTrackingId", "14000000000000"},
                                                                 {"PayeasyPaymentURL", "https://a.test/?k=1"},
                                                                 {"CardNo", "************1111"},
                                                                 {"MemberID", "m-1"}});
    const GatewayFields expected{{u"CvsCode"_s, u"10001"_s},
                                 {u"CvsReceiptNo"_s, u"FM1234567890"_s},
                                 {u"CvsConfNo"_s, u"4321"_s},
                                 {u"BkCode"_s, u"58021"_s},
                                 {u"CustID"_s, u"12345678901"_s},
                                 {u"ConfNo"_s, u"000123"_s},
                                 {u"AuPayInfoNo"_s, u"2013030100000001"_s},
                                 {u"AuPayMethod"_s, u"01"_s},
                                 {u"PayeasyPaymentURL"_s, u"https://a.test/?k=1"_s},
                                 {u"SbTrackingId"_s, u"14000000000000"_s},
                                 {u"DocomoSettlementCode"_s, u"123456789012"_s}};
    QCOMPARE(readMultiBody(body, Method::ConvenienceStore).numbers, expected);
}

void TestMultiFacts::numbers_areBoundedAndPrintable()
{
    const auto numbers = [](const QByteArray &value) {
        return readMultiBody(multiBody(Method::ConvenienceStore, {{"CvsConfNo", value}}),
                             Method::ConvenienceStore)
            .numbers;
    };
    QCOMPARE(numbers("12\n34\x01").constFirst().second, u"1234"_s);
    QCOMPARE(numbers(QByteArray(256, '7')).constFirst().second, QString(256, u'7'));
    QVERIFY(numbers(QByteArray(257, '7')).isEmpty());
    QVERIFY(numbers("\r\n").isEmpty());
    QCOMPARE(numbers(" 12 ").constFirst().second, u" 12 "_s);
}

void TestMultiFacts::record_holdsWhatIsFilledAndNoSecret()
{
    const QByteArray body = multiBody(Method::Au, {{"AuCancelAmount", "500"},
                                                   {"AuCancelTax", "0"},
                                                   {"AuPayMethod", "02"},
                                                   {"OrderDate", "20240115"},
                                                   {"EncryptReceiptNo", "secretnumber"},
                                                   {"CardNo", "************1111"},
                                                   {"ClientField1", "a buyer"},
                                                   {"ShopPass", "dummypass1"}});
    QStringList kept;
    for (const auto &[name, value] : readMultiBody(body, Method::Au).record.fields) {
        kept.append(name + u'=' + value);
    }
    QCOMPARE(kept, (QStringList{u"Status=UNPROCESSED"_s, u"ProcessDate=20130301115932"_s, u"JobCd=AUTH"_s,
                                u"Amount=100"_s, u"Tax=0"_s, u"Method="_s, u"PayTimes="_s, u"Forward="_s,
                                u"TranID="_s, u"Approve="_s, u"PayType=8"_s, u"AuCancelAmount=500"_s,
                                u"AuCancelTax=0"_s, u"OrderDate=20240115"_s, u"AuPayMethod=02"_s}));
}

QTEST_GUILESS_MAIN(TestMultiFacts)
#include "test_multifacts.moc"
