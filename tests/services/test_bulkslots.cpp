#include "tests/services/invariants.h"
#include "tests/services/runsteps.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

namespace {

/// How long `calls` more calls wait for their turns.
QCoro::Task<std::chrono::milliseconds> timeForCalls(ShopContext &context, int calls)
{
    const std::chrono::milliseconds begin = context.clock.sinceBoot();
    for (int call = 0; call < calls; ++call) {
        co_await context.gate->pace();
    }
    co_return context.clock.sinceBoot() - begin;
}

} // namespace

/// Runs whose items are worked on in several slots at once, and the gate that gives the slots out.
class TestBulkSlots : public QObject, private RunSteps
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
        QCOMPARE(m_money->shop->context().limits.parallel, 4);
    }
    void cleanup() { m_money.reset(); }

    void items_areWorkedOffInAllSlotsAtOnce();
    void secondSeatDuringARun_hasItsShare();
    void unclearAnswersInSeveralSlots_pauseTheRunAndLoseNothing();
    void busyGateway_isAskedLessOftenForAWhile();
    void busyToldInAllSlotsAtOnce_countsOnce();
    void singleReadDuringARun_getsTheNextSlot();
    void stopBeforeArming_takesTheItemsBack();
    void machineSleptBetweenReadAndArming_readsAgain();
    void keptAmountsNeverRead_areReadInAllSlotsAtOnce();
    void stopWhileTheyAreRead_beginsNothing();

private:
    QList<OperationRequest> keepingRequests(int count)
    {
        QList<OperationRequest> requests = requestsFor(addOrders(count));
        for (OperationRequest &request : requests) {
            request.keepGatewayAmount = true;
        }
        return requests;
    }
};

void TestBulkSlots::items_areWorkedOffInAllSlotsAtOnce()
{
    const QList<OrderId> orders = addOrders(12);
    int most = 0;
    const auto look = [this, &most] {
        most = std::max(most, m_money->shop->operation().openCount());
        return false;
    };
    const auto answer = m_money->run(m_money->shop->operate(requestsFor(orders), look));
    QCOMPARE(countIn(answer, OperationState::Done), 12);
    QCOMPARE(sent(), 12);
    QCOMPARE(most, 4);
    for (int number = 1; number <= 12; ++number) {
        QCOMPARE(Invariants(*m_money).brokenAtRest(MoneyFixture::gatewayOrderId(number)), QStringList());
    }
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

void TestBulkSlots::secondSeatDuringARun_hasItsShare()
{
    const QList<OrderId> orders = addOrders(48);
    GatewayGate &gate = *m_money->shop->context().gate;
    int mostBeside = 0;
    int mostAlone = 0;
    const auto look = [this, &gate, &mostBeside, &mostAlone] {
        const int now = m_money->shop->operation().openCount();
        gate.setSeats(sent() >= 8 && sent() < 24 ? 2 : 1);
        if (sent() >= 16 && sent() < 24) { // what was under way is done
            mostBeside = std::max(mostBeside, now);
        } else if (sent() >= 32) {
            mostAlone = std::max(mostAlone, now);
        }
        return false;
    };
    const auto answer = m_money->run(m_money->shop->operate(requestsFor(orders), look));
    QCOMPARE(countIn(answer, OperationState::Done), 48);
    QCOMPARE(mostBeside, 2);
    QCOMPARE(mostAlone, 4);
}

void TestBulkSlots::unclearAnswersInSeveralSlots_pauseTheRunAndLoseNothing()
{
    const QList<OrderId> orders = addOrders(20);
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s}});
    const Shop::OperationAnswer paused = m_money->operate(OperationKind::Capture, orders);
    QVERIFY(!paused.pausedReason.isEmpty());
    const int inDoubt = countIn(paused, OperationState::InDoubt);
    QVERIFY2(inDoubt >= 5 && inDoubt < 5 + 4, qPrintable(QString::number(inDoubt))); // those under way end
    QCOMPARE(countIn(paused, OperationState::Planned), 20 - inDoubt);
    QCOMPARE(sent(), inDoubt);

    m_money->gateway.clearFaults();
    m_money->settle();
    const auto resumed = m_money->run(m_money->shop->resumeRun(*paused.run, [] { return false; }));
    QCOMPARE(countIn(resumed, OperationState::Done), 20);
    QCOMPARE(sent(), 20);
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

void TestBulkSlots::busyGateway_isAskedLessOftenForAWhile()
{
    ShopContext &context = m_money->shop->context();
    const QList<OrderId> orders = addOrders(1);
    QCOMPARE(m_money->run(timeForCalls(context, 10)).count(), 0); // no limit at a loopback gateway
    m_money->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"SearchTrade"_s, .times = 2, .codes = {u"E92000001"_s}}});
    m_money->refresh(orders.first());
    const auto busy = m_money->run(timeForCalls(context, 3));
    QVERIFY2(busy.count() >= 3 * 300, qPrintable(QString::number(busy.count())));
    for (int read = 0; read < 40; ++read) {
        m_money->refresh(orders.first());
    }
    QCOMPARE(m_money->run(timeForCalls(context, 10)).count(), 0);
}

void TestBulkSlots::busyToldInAllSlotsAtOnce_countsOnce()
{
    ShopContext &context = m_money->shop->context();
    ExchangeRecord busy;
    busy.httpStatus = 200;
    busy.errors = {{u"E92"_s, u"E92000001"_s}};
    for (int slot = 0; slot < 4; ++slot) {
        context.gate->heard(busy);
    }
    const auto waited = m_money->run(timeForCalls(context, 3));
    QVERIFY2(waited.count() > 0 && waited.count() <= 3 * 200, qPrintable(QString::number(waited.count())));
    m_money->clock.advance(std::chrono::hours(1)); // of an evening long ago nothing is left
    QCOMPARE(m_money->run(timeForCalls(context, 3)).count(), 0);
}

void TestBulkSlots::singleReadDuringARun_getsTheNextSlot()
{
    const QList<OrderId> orders = addOrders(20);
    const OrderId other = m_money->addOrder(99, Yen{500});
    const auto payment = m_money->shop->context().orders.page({other}).value().first().paymentId;
    int sentBefore = -1;
    std::optional<QCoro::Task<>> reading;
    const auto readOther = [this, &sentBefore, payment]() -> QCoro::Task<> {
        const auto read = co_await m_money->shop->refresh().refresh(*payment, u"佐藤"_s);
        Q_UNUSED(read)
        sentBefore = sent();
    };
    const auto beginInTheMiddle = [&] {
        if (!reading && sent() >= 4) {
            reading = readOther();
        }
        return false;
    };
    const auto answer = m_money->run(m_money->shop->operate(requestsFor(orders), beginInTheMiddle));
    QCOMPARE(countIn(answer, OperationState::Done), 20);
    QVERIFY2(sentBefore >= 4 && sentBefore < 14, qPrintable(QString::number(sentBefore)));
}

void TestBulkSlots::stopBeforeArming_takesTheItemsBack()
{
    const QList<OrderId> orders = addOrders(6);
    const auto readOnce = [this] { return m_money->gateway.arrived(u"SearchTrade"_s) > 0; };
    const auto paused = m_money->run(m_money->shop->operate(requestsFor(orders), readOnce));
    QCOMPARE(sent(), 0);
    QCOMPARE(countIn(paused, OperationState::Planned), 6);
    QCOMPARE(runOf(paused).state, RunStore::State::Paused);
    const auto resumed = m_money->run(m_money->shop->resumeRun(*paused.run, [] { return false; }));
    QCOMPARE(countIn(resumed, OperationState::Done), 6);
    QCOMPARE(sent(), 6);
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

void TestBulkSlots::machineSleptBetweenReadAndArming_readsAgain()
{
    const OrderId order = addOrders(1).first();
    m_money->shop->context().gate->setPerSecond(5); // else nothing lies between: both are in one commit
    QObject somebody;
    connect(&m_money->shop->notifier(), &ChangeNotifier::paymentChanged, &somebody, [&] {
        if (m_money->gateway.arrived(u"SearchTrade"_s) == 1 && sent() == 0) {
            m_money->clock.suspend(std::chrono::hours(9));
            disconnect(&m_money->shop->notifier(), nullptr, &somebody, nullptr);
        }
    });
    const OperationItem item = m_money->operateOne(OperationKind::Capture, order);
    QCOMPARE(item.state, OperationState::Done);
    QCOMPARE(m_money->gateway.arrived(u"SearchTrade"_s), 2);
    QCOMPARE(sent(), 1);
}

void TestBulkSlots::keptAmountsNeverRead_areReadInAllSlotsAtOnce()
{
    const QList<OperationRequest> requests = keepingRequests(8);
    const ShopContext &context = m_money->shop->context();
    int begunBeforeTheFirstAnswer = 0;
    const auto count = [&] { // asked before each read
        begunBeforeTheFirstAnswer += context.gate->lastAnswerAt() ? 0 : 1;
        return false;
    };
    const auto plan = m_money->run(
        m_money->shop->planner().planInPieces(OperationRequests::of(requests), PlannedItems::All, count));
    QCOMPARE(begunBeforeTheFirstAnswer, 4);
    QCOMPARE(m_money->gateway.arrived(u"SearchTrade"_s), 8);
    for (const OperationItem &item : plan->items) {
        QCOMPARE(item.state, OperationState::Planned);
    }
}

void TestBulkSlots::stopWhileTheyAreRead_beginsNothing()
{
    const QList<OperationRequest> requests = keepingRequests(12);
    const auto stop = [this] { return m_money->gateway.arrived(u"SearchTrade"_s) >= 2; };
    const auto answer = m_money->run(m_money->shop->operate(requests, stop));
    QVERIFY(m_money->gateway.arrived(u"SearchTrade"_s) < 8);
    QVERIFY(!answer.run && answer.items.isEmpty());
    QVERIFY(!answer.pausedReason.isEmpty());
    QVERIFY(!answer.gatewayUnusable);
    QVERIFY(m_money->shop->context().runs.all()->isEmpty());
    QCOMPARE(sent(), 0);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestBulkSlots)
#include "test_bulkslots.moc"
