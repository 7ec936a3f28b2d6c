#include "core/services/gatewaygate.h"
#include "tests/services/moneyfixture.h"
#include "tests/storage/postgresqlserver.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How slots and turns are given out, and what of them is left to each of several seats.
class TestGatewayGate : public QObject
{
    Q_OBJECT

private slots:
    void init() { makeGate({.parallel = 4, .perSecond = 5}); }
    void cleanup()
    {
        do { // those who wait get theirs, too
            m_leases.clear();
        } while (out() > 0);
        m_gate.reset();
    }

    void callsPerSecond_areNeverMoreThanAgreed_data();
    void callsPerSecond_areNeverMoreThanAgreed();
    void seat_takesItsShareOfTheSlots_data();
    void seat_takesItsShareOfTheSlots();
    void whatComesBackBeyondTheShare_isNotGivenOut();
    void shareThatGrows_isGivenToThoseWhoWait();
    void spareSlot_isOneOfTheShare();
    void whoeverWaits_makesItCrowded();
    void seats_areCountedAnewEveryTwoSeconds();
    void seatsThatCannotBeCounted_stayAsManyAsTheyWere();
    void secondSeat_halvesTheFirstOnes();

private:
    void makeGate(CallLimits limits) { m_gate = std::make_unique<GatewayGate>(m_client, m_clock, limits); }
    /// Without waiting for the slot.
    void ask(int times)
    {
        for (int time = 0; time < times; ++time) {
            take();
        }
    }
    QCoro::Task<> take()
    {
        GatewayGate::Lease lease = co_await m_gate->acquire();
        m_leases.push_back(std::move(lease));
    }
    /// How many slots are out once all that could be given out has been.
    int out()
    {
        QCoreApplication::processEvents();
        return int(m_leases.size());
    }

    VirtualClock m_clock{MoneyFixture::start()};
    GmoClient m_client{GatewayConfig(), ErrorTable::embedded(), QByteArray(32, 'k')};
    std::unique_ptr<GatewayGate> m_gate;
    std::vector<GatewayGate::Lease> m_leases;
};

void TestGatewayGate::callsPerSecond_areNeverMoreThanAgreed_data()
{
    QTest::addColumn<int>("perSecond");
    QTest::addColumn<int>("seats");
    QTest::addColumn<qint64>("spacingMs");
    QTest::newRow("no limit") << 0 << 1 << qint64(0);
    QTest::newRow("no limit, two seats") << 0 << 2 << qint64(0);
    QTest::newRow("1") << 1 << 1 << qint64(1000);
    QTest::newRow("30") << 30 << 1 << qint64(34);
    QTest::newRow("48") << 48 << 1 << qint64(21);
    QTest::newRow("50") << 50 << 1 << qint64(20);
    QTest::newRow("5, two seats") << 5 << 2 << qint64(400);
    QTest::newRow("30, two seats") << 30 << 2 << qint64(67);
}

void TestGatewayGate::callsPerSecond_areNeverMoreThanAgreed()
{
    QFETCH(const int, perSecond);
    QFETCH(const int, seats);
    QFETCH(const qint64, spacingMs);
    m_gate->setPerSecond(perSecond);
    m_gate->setSeats(seats);
    QCOMPARE(qint64(m_gate->spacing().count()), spacingMs);
    QVERIFY(m_gate->takeTurn());
    m_clock.advance(std::chrono::milliseconds(std::max<qint64>(spacingMs - 1, 0)));
    QCOMPARE(m_gate->takeTurn(), spacingMs == 0);
    m_clock.advance(1ms);
    QVERIFY(m_gate->takeTurn());
}

void TestGatewayGate::seat_takesItsShareOfTheSlots_data()
{
    QTest::addColumn<int>("seats");
    QTest::addColumn<int>("share");
    QTest::newRow("alone") << 1 << 4;
    QTest::newRow("two") << 2 << 2;
    QTest::newRow("three") << 3 << 1;
    QTest::newRow("more than slots") << 9 << 1;
    QTest::newRow("nonsense") << 0 << 4;
}

void TestGatewayGate::seat_takesItsShareOfTheSlots()
{
    QFETCH(const int, seats);
    QFETCH(const int, share);
    m_gate->setSeats(seats);
    QCOMPARE(m_gate->slotCount(), share);
    ask(6);
    QCOMPARE(out(), share);
    m_leases.pop_back();
    QCOMPARE(out(), share);
}

void TestGatewayGate::whatComesBackBeyondTheShare_isNotGivenOut()
{
    ask(4);
    QCOMPARE(out(), 4);
    m_gate->setSeats(2);
    ask(1);
    m_leases.pop_back();
    QCOMPARE(out(), 3);
    m_leases.pop_back();
    QCOMPARE(out(), 2);
    m_leases.pop_back(); // its share is two: the one who waits gets the next
    QCOMPARE(out(), 2);
    QVERIFY(!m_gate->isCrowded());
}

void TestGatewayGate::shareThatGrows_isGivenToThoseWhoWait()
{
    m_gate->setSeats(2);
    ask(5);
    QCOMPARE(out(), 2);
    m_gate->setSeats(1);
    QCOMPARE(out(), 4);
    m_leases.pop_back();
    QCOMPARE(out(), 4);
}

void TestGatewayGate::spareSlot_isOneOfTheShare()
{
    m_gate->setSeats(2);
    QVERIFY(m_gate->hasSpare());
    ask(1);
    QVERIFY(!m_gate->hasSpare()); // the last one of two
    m_gate->setSeats(1);
    QVERIFY(m_gate->hasSpare());
    m_leases.clear();
    m_gate->setSeats(4);
    QVERIFY(m_gate->hasSpare()); // of one none is kept
    ask(1);
    QVERIFY(!m_gate->hasSpare());
}

void TestGatewayGate::whoeverWaits_makesItCrowded()
{
    QVERIFY(m_gate->takeTurn());
    QVERIFY(!m_gate->isCrowded());
    const QCoro::Task<> waiting = m_gate->pace();
    QVERIFY(m_gate->isCrowded());
    m_clock.advance(m_gate->spacing());
    QVERIFY(waiting.isReady());
    QVERIFY(!m_gate->isCrowded());
    ask(4);
    QVERIFY(!m_gate->isCrowded());
    ask(1);
    QVERIFY(m_gate->isCrowded());
    m_leases.pop_back();
    QVERIFY(!m_gate->isCrowded());
    QCOMPARE(out(), 4);
}

void TestGatewayGate::seats_areCountedAnewEveryTwoSeconds()
{
    int seats = 2;
    int counted = 0;
    m_gate->setSeatCounter([&] {
        ++counted;
        return std::optional(seats);
    });
    QCOMPARE(m_gate->slotCount(), 2);
    ask(2);
    seats = 1;
    m_clock.advance(1999ms);
    ask(1);
    QCOMPARE(out(), 2);
    QCOMPARE(counted, 1);
    m_clock.advance(1ms);
    ask(1);
    QCOMPARE(out(), 4); // also the one who has waited
    QCOMPARE(counted, 2);
}

void TestGatewayGate::seatsThatCannotBeCounted_stayAsManyAsTheyWere()
{
    std::optional<int> seats = 2;
    m_gate->setSeatCounter([&seats] { return seats; });
    seats.reset();
    m_clock.advance(1h);
    ask(1);
    QCOMPARE(m_gate->slotCount(), 2);
}

/// Two programs on one database: from their first call on each takes half, until the other has gone.
void TestGatewayGate::secondSeat_halvesTheFirstOnes()
{
    if (qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    PostgresqlServer server;
    MoneyFixture first(server.newDatabase());
    first.open();
    GatewayGate &gate = *first.shop->context().gate;
    QCOMPARE(gate.slotCount(), 4);
    const OrderId order = first.addOrder(1, Yen{1000});

    Shop::Options options;
    options.dataFolder = first.dataFolder();
    auto second = Shop::open(options, first.clock);
    QVERIFY(second.ok());
    QVERIFY(first.run((*second)->connectGateway()).ok());
    QCOMPARE((*second)->context().gate->slotCount(), 2);
    const auto sharesAfterACall = [&first, &gate, order] {
        first.clock.advance(2s);
        first.refresh(order);
        return gate.slotCount();
    };
    QCOMPARE(sharesAfterACall(), 2);
    second->reset();
    QTRY_COMPARE(sharesAfterACall(), 4); // the server needs a moment to see that its session is gone
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestGatewayGate)
#include "test_gatewaygate.moc"
