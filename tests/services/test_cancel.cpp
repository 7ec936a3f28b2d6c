#include "core/base/japantime.h"
#include "tests/services/invariants.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::CardStatus;
using simulator::FaultKind;

namespace {

QDateTime inJapan(const QString &text)
{
    const QDateTime local = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    return japantime::instantOf(local.date(), local.time());
}

} // namespace

class TestCancel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
    }
    void cleanup() { m_money.reset(); }

    void word_followsDaysAndMonths_data();
    void word_followsDaysAndMonths();
    void dayOfAuthorization_isKeptThroughTheSale();
    void missingDate_isNotArmed();
    void midnight_refusesASingleCancel();
    void midnight_isWaitedOutByARun();
    void deadline_isKept_data();
    void deadline_isKept();
    void yes_isReadTwice();
    void busyBeforeMidnight_sendsTheNewDaysWord();
    void neighbouringWord_isSentWhenAPersonAsksForIt();
    void anyOtherWord_isNotSent();
    void wordOnTheScreen_isNotSentOnAnotherDay_data() { TestDatabases::addDialects(); }
    void wordOnTheScreen_isNotSentOnAnotherDay();

private:
    OperationItem cancelWith(OrderId order, const QString &word)
    {
        OperationRequest request;
        request.kind = OperationKind::Cancel;
        request.order = order;
        request.cancelWord = word;
        return m_money->run(m_money->shop->operate({request}, [] { return false; })).items.first();
    }
    OrderId add(qint64 number, CardStatus status, const QString &authorized, const QString &sold = {})
    {
        return m_money->addOrder(number, Yen{3200},
                                 {.status = status,
                                  .authorizedAt = inJapan(authorized),
                                  .soldAt = sold.isEmpty() ? QDateTime() : inJapan(sold)});
    }
    int sent() const { return m_money->gateway.arrived(u"AlterTran"_s); }

    std::unique_ptr<MoneyFixture> m_money;
    std::unique_ptr<PostgresqlServer> m_server;
};

void TestCancel::word_followsDaysAndMonths_data()
{
    QTest::addColumn<CardStatus>("status");
    QTest::addColumn<QString>("authorized");
    QTest::addColumn<QString>("sold");
    QTest::addColumn<QString>("word");
    const QString today = u"2020-12-03 09:00:00"_s;
    const QString thisMonth = u"2020-12-01 00:00:00"_s;
    const QString lastMonth = u"2020-11-30 23:59:59"_s;
    QTest::newRow("AUTH today") << CardStatus::Auth << today << QString() << u"VOID"_s;
    QTest::newRow("AUTH this month") << CardStatus::Auth << thisMonth << QString() << u"RETURN"_s;
    QTest::newRow("AUTH last month") << CardStatus::Auth << lastMonth << QString() << u"RETURN"_s;
    QTest::newRow("SALES today") << CardStatus::Sales << today << today << u"VOID"_s;
    QTest::newRow("SALES this month") << CardStatus::Sales << thisMonth << thisMonth << u"RETURN"_s;
    QTest::newRow("SALES last month") << CardStatus::Sales << lastMonth << lastMonth << u"RETURNX"_s;
    QTest::newRow("CAPTURE today") << CardStatus::Capture << today << today << u"VOID"_s;
    QTest::newRow("CAPTURE this month") << CardStatus::Capture << thisMonth << thisMonth << u"RETURN"_s;
    QTest::newRow("CAPTURE last month") << CardStatus::Capture << lastMonth << lastMonth << u"RETURNX"_s;
}

void TestCancel::word_followsDaysAndMonths()
{
    QFETCH(CardStatus, status);
    QFETCH(QString, authorized);
    QFETCH(QString, sold);
    QFETCH(QString, word);
    const OrderId order = add(272, status, authorized, sold);
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(item.jobCd, word);
    QCOMPARE(item.state, OperationState::Done);
    QCOMPARE(item.proof, Proof::Both);
    QCOMPARE(Invariants(*m_money).brokenAtRest(MoneyFixture::gatewayOrderId(272)), QStringList());
}

/// SearchTrade keeps only the last date; ours keeps both.
void TestCancel::dayOfAuthorization_isKeptThroughTheSale()
{
    const OrderId order = add(272, CardStatus::Auth, u"2020-12-02 10:00:00"_s);
    m_money->refresh(order);
    QCOMPARE(m_money->operateOne(OperationKind::Capture, order).state, OperationState::Done);
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(item.jobCd, u"RETURN"_s);
    QCOMPARE(item.state, OperationState::Done);
}

void TestCancel::missingDate_isNotArmed()
{
    const OrderId order = add(272, CardStatus::Auth, u"2020-12-03 09:00:00"_s);
    m_money->gateway.addFaults({{.kind = FaultKind::NoDate, .call = u"SearchTrade"_s}});
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(item.state, OperationState::Cancelled);
    QCOMPARE(item.reason, EndReason::NoGatewayDate);
    QCOMPARE(sent(), 0);
}

void TestCancel::midnight_refusesASingleCancel()
{
    const OrderId order = add(272, CardStatus::Auth, u"2020-12-03 09:00:00"_s);
    m_money->gateway.setNow(inJapan(u"2020-12-03 23:59:30"_s));
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(item.state, OperationState::Cancelled);
    QCOMPARE(item.reason, EndReason::Midnight);
    QCOMPARE(sent(), 0);
}

void TestCancel::midnight_isWaitedOutByARun()
{
    const QList<OrderId> orders{add(1, CardStatus::Auth, u"2020-12-03 09:00:00"_s),
                                add(2, CardStatus::Auth, u"2020-12-03 09:00:00"_s)};
    const QDateTime night = inJapan(u"2020-12-03 23:59:30"_s);
    QTimer following; // the gateway's clock goes with ours
    connect(&following, &QTimer::timeout, this, [this, night] {
        const qint64 passed = MoneyFixture::start().msecsTo(m_money->clock.nowUtc());
        m_money->gateway.setNow(night.addMSecs(passed));
    });
    following.start(0);
    m_money->gateway.setNow(night);
    const Shop::OperationAnswer answer = m_money->operate(OperationKind::Cancel, orders);
    for (const OperationItem &item : answer.items) {
        QCOMPARE(codeOf(item.reason), QString());
        QCOMPARE(item.state, OperationState::Done);
        QCOMPARE(item.jobCd, u"RETURN"_s); // it is the next day by now
    }
}

void TestCancel::deadline_isKept_data()
{
    QTest::addColumn<OperationKind>("kind");
    QTest::addColumn<CardStatus>("status");
    QTest::addColumn<int>("days");
    QTest::newRow("capture") << OperationKind::Capture << CardStatus::Auth << 90;
    QTest::newRow("cancel") << OperationKind::Cancel << CardStatus::Auth << 180;
    QTest::newRow("change") << OperationKind::Change << CardStatus::Auth << 180;
    QTest::newRow("reauthorize") << OperationKind::Reauthorize << CardStatus::Void << 180;
}

/// The last day counts to its end; the day after is too late.
void TestCancel::deadline_isKept()
{
    QFETCH(OperationKind, kind);
    QFETCH(CardStatus, status);
    QFETCH(int, days);
    const QDateTime lastDay = inJapan(u"2020-12-03 00:00:00"_s).addDays(-days);
    const Yen amount = kind == OperationKind::Change ? Yen{2000} : Yen{3200};
    const auto seed = [&](const QDateTime &at) {
        return simulator::TransactionSeed{
            .status = status, .amount = amount, .authorizedAt = at, .soldAt = at};
    };
    const OrderId tooLate = m_money->addOrder(1, Yen{3200}, seed(lastDay.addSecs(-1)));
    const OrderId inTime = m_money->addOrder(2, Yen{3200}, seed(lastDay));
    const OperationItem late = m_money->operateOne(kind, tooLate);
    QCOMPARE(codeOf(late.reason), codeOf(EndReason::DeadlineOver));
    QCOMPARE(late.state, OperationState::Cancelled);
    QCOMPARE(sent() + m_money->gateway.arrived(u"ChangeTran"_s), 0);
    QCOMPARE(m_money->operateOne(kind, inTime).state, OperationState::Done);
}

void TestCancel::yes_isReadTwice()
{
    const OrderId order = add(272, CardStatus::Auth, u"2020-12-03 09:00:00"_s);
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem item = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(item.state, OperationState::InDoubt);
    const auto settle = [&] { return m_money->run(m_money->shop->settler().settleOnce(*item.operation)); };
    QCOMPARE(settle(), OperationState::InDoubt);
    m_money->clock.advance(std::chrono::milliseconds(4999));
    QCOMPARE(settle(), OperationState::InDoubt);
    m_money->clock.advance(std::chrono::milliseconds(1));
    QCOMPARE(settle(), OperationState::Done);
}

void TestCancel::busyBeforeMidnight_sendsTheNewDaysWord()
{
    const QList<OrderId> orders{add(1, CardStatus::Auth, u"2020-12-03 09:00:00"_s),
                                add(2, CardStatus::Auth, u"2020-12-03 09:00:00"_s)};
    m_money->shop->context().limits.parallel = 1; // the second waits for the first, past midnight
    const QDateTime evening = inJapan(u"2020-12-03 23:58:59"_s);
    QTimer following; // the gateway's clock goes with ours
    connect(&following, &QTimer::timeout, this, [this, evening] {
        m_money->gateway.setNow(evening.addMSecs(MoneyFixture::start().msecsTo(m_money->clock.nowUtc())));
    });
    following.start(0);
    m_money->gateway.setNow(evening);
    m_money->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"AlterTran"_s, .nth = 1, .codes = {u"E92000001"_s}}});
    const Shop::OperationAnswer answer = m_money->operate(OperationKind::Cancel, orders);
    QCOMPARE(m_money->operation(answer.items[0]).attempt, 2);
    for (const OperationItem &item : answer.items) {
        QCOMPARE(item.state, OperationState::Done);
        QCOMPARE(item.jobCd, u"RETURN"_s);
    }
}

void TestCancel::neighbouringWord_isSentWhenAPersonAsksForIt()
{
    const OrderId order = add(272, CardStatus::Auth, u"2020-12-03 10:00:00"_s);
    m_money->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"AlterTran"_s, .nth = 1, .codes = {u"E11010012"_s}}});
    const OperationItem refused = m_money->operateOne(OperationKind::Cancel, order);
    QCOMPARE(refused.state, OperationState::Refused);
    QCOMPARE(refused.jobCd, u"VOID"_s);
    const auto neighbour = neighbouringCancelWord(u"AUTH"_s, refused.jobCd);
    const OperationItem done = cancelWith(order, *neighbour);
    QCOMPARE(done.jobCd, u"RETURN"_s);
    QCOMPARE(done.state, OperationState::Done);
    QCOMPARE(sent(), 2);
}

void TestCancel::anyOtherWord_isNotSent()
{
    const OrderId order = add(272, CardStatus::Auth, u"2020-12-03 10:00:00"_s);
    for (const QString &word : {u"RETURNX"_s, u"SALES"_s}) {
        QCOMPARE(cancelWith(order, word).reason, EndReason::WrongState);
    }
    QCOMPARE(sent(), 0);
}

/// The payment is as it was; only the day moved between the screen and the answer.
void TestCancel::wordOnTheScreen_isNotSentOnAnotherDay()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (dialect == DatabaseSpec::Dialect::Postgresql) {
        if (qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
            QSKIP("KESSAI_TEST_POSTGRESQL is not set");
        }
        m_server = std::make_unique<PostgresqlServer>();
        m_money = std::make_unique<MoneyFixture>(m_server->newDatabase());
        m_money->open();
    }
    const OrderId order = add(272, CardStatus::Auth, u"2020-12-03 10:00:00"_s);
    const OrderId other = add(273, CardStatus::Auth, u"2020-12-03 10:00:00"_s);
    m_money->refresh(order);
    m_money->gateway.setNow(inJapan(u"2020-12-04 09:00:00"_s));
    m_money->refresh(other); // the day is heard
    OperationRequest request;
    request.kind = OperationKind::Cancel;
    request.order = order;
    request.confirmed = ConfirmedScreen{Yen{3200}, u"AUTH"_s, u"VOID"_s};
    const auto answered = [&] {
        return m_money->run(m_money->shop->operate({request}, [] { return false; })).items.first();
    };
    const OperationItem moved = answered();
    QCOMPARE(moved.state, OperationState::Cancelled);
    QCOMPARE(moved.reason, EndReason::WrongState);
    QCOMPARE(sent(), 0);
    request.confirmed->jobCd = u"RETURN"_s;
    const OperationItem done = answered();
    QCOMPARE(done.state, OperationState::Done);
    QCOMPARE(done.jobCd, u"RETURN"_s);
    QCOMPARE(sent(), 1);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCancel)
#include "test_cancel.moc"
