#include "core/base/japantime.h"
#include "tests/services/methodcases.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::MultiStatus;

namespace {

QDateTime inJapan(const QString &text)
{
    const QDateTime local = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    return japantime::instantOf(local.date(), local.time());
}

/// What the console calls the same.
QString consoleWord(OperationKind kind)
{
    return kind == OperationKind::Capture  ? u"SALES"_s
           : kind == OperationKind::Change ? u"CHANGE"_s
                                           : u"CANCEL"_s;
}

} // namespace

/// The last second in which each operation of the other methods can be done, and the first in which it cannot
/// (protocol.md §6.2 to §6.6). Everything begins on 2020-12-03 at 10:00:00.
class TestMethodDeadlines : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
        m_money->gateway.setFrozen(true);
    }
    void cleanup() { m_money.reset(); }

    void lastSecond_isLegalAndTheNextIsNot_data();
    void lastSecond_isLegalAndTheNextIsNot();
    void gatewaysOwnLimit_isARefusal_data();
    void gatewaysOwnLimit_isARefusal();

private:
    OrderId add(qint64 number, PaymentMethod method, OperationKind kind, MultiStatus status)
    {
        const Yen payable = kind == OperationKind::Change ? Yen{2500} : Yen{3200};
        const QDateTime begin = inJapan(u"2020-12-03 10:00:00"_s);
        return m_money->addMulti(number, payable, method,
                                 {.status = status,
                                  .amount = Yen{3200},
                                  .authorizedAt = begin,
                                  .soldAt = begin,
                                  .paymentTerm = inJapan(u"2022-12-31 23:59:59"_s)});
    }

    std::unique_ptr<MoneyFixture> m_money;
};

/// A cancel whose day ends at midnight is kept back by the guard for the day's last minute, and asked for
/// again when the guard is over (journal.md §9).
void TestMethodDeadlines::lastSecond_isLegalAndTheNextIsNot_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<OperationKind>("kind");
    QTest::addColumn<MultiStatus>("status");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("tooLate");
    const auto row = [](const char *name, PaymentMethod method, OperationKind kind, MultiStatus status,
                        const QString &last, const QString &tooLate) {
        QTest::newRow(name) << method << kind << status << last << tooLate;
    };
    using Method = PaymentMethod;
    using Kind = OperationKind;
    using Status = MultiStatus;
    row("store, 180 days", Method::ConvenienceStore, Kind::Cancel, Status::ReqSuccess,
        u"2021-06-01 23:58:59"_s, u"2021-06-02 00:01:30"_s);
    row("ATM, 180 days", Method::PayEasyAtm, Kind::Cancel, Status::ReqSuccess, u"2021-06-01 23:58:59"_s,
        u"2021-06-02 00:01:30"_s);
    row("net bank, 180 days", Method::PayEasyNet, Kind::Cancel, Status::ReqSuccess, u"2021-06-01 23:58:59"_s,
        u"2021-06-02 00:01:30"_s);
    row("au, capture", Method::Au, Kind::Capture, Status::Auth, u"2021-03-03 23:59:59"_s,
        u"2021-03-04 00:00:00"_s);
    row("au, cancel of AUTH", Method::Au, Kind::Cancel, Status::Auth, u"2021-03-03 23:58:59"_s,
        u"2021-03-04 00:01:30"_s);
    row("au, cancel of SALES", Method::Au, Kind::Cancel, Status::Sales, u"2021-02-28 23:58:59"_s,
        u"2021-03-01 00:01:30"_s);
    row("au, cancel of CAPTURE", Method::Au, Kind::Cancel, Status::Capture, u"2021-02-28 23:58:59"_s,
        u"2021-03-01 00:01:30"_s);
    row("docomo, capture", Method::Docomo, Kind::Capture, Status::Auth, u"2021-03-03 23:59:59"_s,
        u"2021-03-04 00:00:00"_s);
    for (const auto &[name, status] : {std::pair("docomo, cancel of AUTH", Status::Auth),
                                       std::pair("docomo, cancel of SALES", Status::Sales),
                                       std::pair("docomo, cancel of CAPTURE", Status::Capture)}) {
        row(name, Method::Docomo, Kind::Cancel, status, u"2021-02-28 20:00:00"_s, u"2021-02-28 20:00:01"_s);
    }
    row("SoftBank, capture", Method::SoftBank, Kind::Capture, Status::Auth, u"2021-02-01 23:59:59"_s,
        u"2021-02-02 00:00:00"_s);
    row("SoftBank, cancel of AUTH", Method::SoftBank, Kind::Cancel, Status::Auth, u"2021-02-01 23:58:59"_s,
        u"2021-02-02 00:01:30"_s);
    row("SoftBank, cancel of SALES", Method::SoftBank, Kind::Cancel, Status::Sales, u"2020-12-13 10:00:00"_s,
        u"2020-12-13 10:00:01"_s);
    row("SoftBank, cancel of CAPTURE", Method::SoftBank, Kind::Cancel, Status::Capture,
        u"2021-02-01 23:58:59"_s, u"2021-02-02 00:01:30"_s);
    row("Rakuten, capture", Method::Rakuten, Kind::Capture, Status::Auth, u"2021-05-31 23:59:59"_s,
        u"2021-06-01 00:00:00"_s);
    row("Rakuten, cancel of AUTH", Method::Rakuten, Kind::Cancel, Status::Auth, u"2021-05-31 23:58:59"_s,
        u"2021-06-01 00:01:30"_s);
    row("Rakuten, change of AUTH", Method::Rakuten, Kind::Change, Status::Auth, u"2021-05-31 23:59:59"_s,
        u"2021-06-01 00:00:00"_s);
    row("Rakuten, cancel of SALES", Method::Rakuten, Kind::Cancel, Status::Sales, u"2021-01-31 23:58:59"_s,
        u"2021-02-01 00:01:30"_s);
    row("Rakuten, change of SALES", Method::Rakuten, Kind::Change, Status::Sales, u"2021-01-31 23:59:59"_s,
        u"2021-02-01 00:00:00"_s);
    row("Rakuten, cancel of CAPTURE", Method::Rakuten, Kind::Cancel, Status::Capture,
        u"2021-01-31 23:58:59"_s, u"2021-02-01 00:01:30"_s);
    row("Rakuten, change of CAPTURE", Method::Rakuten, Kind::Change, Status::Capture,
        u"2021-01-31 23:59:59"_s, u"2021-02-01 00:00:00"_s);
}

void TestMethodDeadlines::lastSecond_isLegalAndTheNextIsNot()
{
    QFETCH(const PaymentMethod, method);
    QFETCH(const OperationKind, kind);
    QFETCH(const MultiStatus, status);
    QFETCH(const QString, last);
    QFETCH(const QString, tooLate);
    const OrderId inTime = add(1, method, kind, status);
    const OrderId late = add(2, method, kind, status);

    m_money->gateway.setNow(inJapan(last));
    const OperationItem done = m_money->operateOne(kind, inTime);
    QCOMPARE(codeOf(done.reason), QString());
    QCOMPARE(done.state, OperationState::Done);

    m_money->gateway.setNow(inJapan(tooLate));
    const OperationItem refused = m_money->operateOne(kind, late);
    QCOMPARE(refused.state, OperationState::Cancelled);
    QCOMPARE(codeOf(refused.reason), u"DEADLINE_OVER"_s);
    QCOMPARE(mutationsOf(*m_money).size(), 1);
    // The gateway would have said the same.
    const auto byConsole =
        m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(2), consoleWord(kind), Yen{2500});
    QVERIFY(!byConsole.ok());
}

void TestMethodDeadlines::gatewaysOwnLimit_isARefusal_data()
{
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("code");
    for (int place = 0; place < methodCases().size(); ++place) {
        const MethodCase &one = methodCases().at(place);
        const bool wallet = one.method == PaymentMethod::Rakuten;
        const bool cash = one.before == MultiStatus::ReqSuccess;
        const bool sold = one.before != MultiStatus::Auth;
        const QString code =
            cash     ? (one.method == PaymentMethod::ConvenienceStore ? u"E11010011"_s : u"E11010014"_s)
            : wallet ? (sold ? u"M01127011"_s : u"M01126011"_s)
            : one.kind == OperationKind::Capture ? u"M01060010"_s
                                                 : u"M01057010"_s;
        QTest::newRow(one.name) << place << code;
    }
}

/// A contract may have shorter terms than the ones that we know.
void TestMethodDeadlines::gatewaysOwnLimit_isARefusal()
{
    QFETCH(const int, place);
    QFETCH(const QString, code);
    const MethodCase &one = methodCases().at(place);
    const OrderId order = addMethodCase(*m_money, one, 272);
    m_money->gateway.addFaults(
        {{.kind = simulator::FaultKind::Error, .call = QString::fromLatin1(one.call), .codes = {code}}});
    const OperationItem item = m_money->operateOne(one.kind, order);
    QCOMPARE(item.state, OperationState::Refused);
    QCOMPARE(codeOf(item.reason), u"REFUSED_BY_GATEWAY"_s);
    QCOMPARE(item.codes, QStringList{code});
    QCOMPARE(mutationsOf(*m_money).size(), 1);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestMethodDeadlines)
#include "test_methoddeadlines.moc"
