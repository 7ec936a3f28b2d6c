#include "core/services/paymentlog.h"
#include "core/storage/diskspace.h"
#include "tests/services/invariants.h"
#include "tests/services/runsteps.h"

#include <QScopeGuard>
#include <QTest>

#include <numeric>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::Fault;
using simulator::FaultKind;

class TestBulkRun : public QObject, private RunSteps
{
    Q_OBJECT

private slots:
    void init()
    {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
        m_money->shop->context().limits.parallel = 1; // where the order of the items counts
    }
    void cleanup() { m_money.reset(); }

    void report_addsUpAndEqualsTheLedger();
    void fiveUnclearAnswersInARow_pauseTheRun();
    void orderMovedWhileTheRunStood_isNotCaptured();
    void orderPaidTwiceWhileTheRunStood_isNotCaptured();
    void itemWithoutPayment_keepsItsPlaceInTheRun();
    void runWhoseEndWasNotStored_canBeResumed();
    void refusedShop_pausesTheRunAtOnce();
    void unreachableGateway_leavesTheRestWaiting();
    void heldItem_doesNotHideARowOfUnclearAnswers();
    void pauseWhileItemsWaitForTheirSecondTry_isHeard();
    void itemOfAnotherProgramsRun_isNotClaimed();
    void diskNearlyFull_pausesTheRunAndBeginsNone();
    void stop_claimsNoMore();
    void lostClaim_isTriedOnceMoreThenHeld();
    void crashedRun_waitsForAPerson();
    void claimedItemThatNobodyWorksOn_doesNotOutliveTheRun();
    void itemClaimedInAFinishedRun_isWithdrawnAtTheNextStart();
    void closingSweep_readsAgainOnlyWhatWasHeld();

private:
    RunReason reasonOf(const Shop::OperationAnswer &answer)
    {
        return RunReason::fromStored(runOf(answer).reason);
    }
};

void TestBulkRun::report_addsUpAndEqualsTheLedger()
{
    QList<OrderId> orders = addOrders(4);
    orders.append(m_money->addOrder(5, Yen{900}, {.amount = Yen{1000}}));
    m_money->operateOne(OperationKind::Capture, orders[1]);
    m_money->gateway.addFaults(
        {{.kind = FaultKind::Error,
          .call = u"AlterTran"_s,
          .orderId = MoneyFixture::gatewayOrderId(3),
          .codes = {u"E01420010"_s}},
         {.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .orderId = MoneyFixture::gatewayOrderId(4)}});
    const Shop::OperationAnswer answer = m_money->operate(OperationKind::Capture, orders);
    QCOMPARE(answer.items.size(), 5);
    QCOMPARE(answer.items[0].state, OperationState::Done);
    QCOMPARE(answer.items[1].reason, EndReason::AlreadyDone);
    QCOMPARE(answer.items[2].state, OperationState::Refused);
    QCOMPARE(answer.items[3].state, OperationState::InDoubt);
    QCOMPARE(answer.items[4].reason, EndReason::Difference);
    QCOMPARE(answer.pausedReason, QString());

    RunStore::Run run = runOf(answer);
    QCOMPARE(run.state, RunStore::State::Finished);
    QCOMPARE(std::accumulate(run.counts.cbegin(), run.counts.cend(), qint64(0)), 5);
    QVERIFY(!run.sweptAt);
    // One item is still in doubt: the closing sweep cannot be over yet.
    QCOMPARE(m_money->run(m_money->shop->sweep().closeRun(*answer.run, [] { return false; })).value().held,
             1);
    QVERIFY(!runOf(answer).sweptAt);
    m_money->settle();
    const auto swept = m_money->run(m_money->shop->sweep().closeRun(*answer.run, [] { return false; }));
    QCOMPARE(swept.value().differences.size(), 0);
    run = runOf(answer);
    QVERIFY(run.sweptAt);
    QCOMPARE(run.counts.value(OperationState::Done), 2);
    QCOMPARE(run.counts.value(OperationState::Refused), 1);
    QCOMPARE(run.counts.value(OperationState::Cancelled), 2);
    for (int number = 1; number <= 5; ++number) {
        QCOMPARE(Invariants(*m_money).brokenAtRest(MoneyFixture::gatewayOrderId(number)), QStringList());
    }
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

void TestBulkRun::fiveUnclearAnswersInARow_pauseTheRun()
{
    const QList<OrderId> orders = addOrders(7);
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s}});
    const Shop::OperationAnswer paused = m_money->operate(OperationKind::Capture, orders);
    QCOMPARE(reasonOf(paused).code, RunReason::Code::Breaker);
    QCOMPARE(reasonOf(paused).count, 5);
    QCOMPARE(reasonOf(paused).unsent, 0);
    QCOMPARE(paused.pausedReason, reasonOf(paused).inWords());
    QCOMPARE(countIn(paused, OperationState::InDoubt), 5);
    QCOMPARE(countIn(paused, OperationState::Planned), 2);
    QCOMPARE(sent(), 5);
    QCOMPARE(runOf(paused).state, RunStore::State::Paused);

    m_money->gateway.clearFaults();
    m_money->settle();
    const auto resumed = m_money->run(m_money->shop->resumeRun(*paused.run, [] { return false; }));
    QCOMPARE(countIn(resumed, OperationState::Done), 7);
    QCOMPARE(sent(), 7);
    QCOMPARE(runOf(paused).state, RunStore::State::Finished);
}

void TestBulkRun::orderMovedWhileTheRunStood_isNotCaptured()
{
    const QList<OrderId> orders = addOrders(3);
    const auto never = m_money->run(m_money->shop->planner().plan(requestsFor(orders))).value();
    QVERIFY(m_money->shop->bulkRun().pause(*never.run, {RunReason::Code::PausedBy, u"昼休み"_s}).ok());
    QVERIFY(
        m_money->shop->context()
            .database
            .run(u"UPDATE orders SET payable_total = payable_total - 100 WHERE id = ?"_s, {orders[1].value})
            .ok());
    const auto resumed = m_money->run(m_money->shop->resumeRun(*never.run, [] { return false; }));
    QCOMPARE(countIn(resumed, OperationState::Done), 2);
    QCOMPARE(resumed.items[1].state, OperationState::Cancelled);
    QCOMPARE(resumed.items[1].reason, EndReason::AmountMoved);
    QCOMPARE(sent(), 2);
}

void TestBulkRun::orderPaidTwiceWhileTheRunStood_isNotCaptured()
{
    const QList<OrderId> orders = addOrders(3);
    OperationRequest named = requestFor(orders[2]);
    named.gatewayOrderId = MoneyFixture::gatewayOrderId(3);
    const auto plan =
        m_money->run(m_money->shop->planner().plan({requestFor(orders[0]), requestFor(orders[1]), named}))
            .value();
    QVERIFY(m_money->shop->bulkRun().pause(*plan.run, {RunReason::Code::PausedBy, u"昼休み"_s}).ok());
    ShopContext &context = m_money->shop->context();
    for (const int paidTwice : {1, 2}) {
        QVERIFY(context.payments.link(orders[paidTwice], context.shopId, u"second-%1"_s.arg(paidTwice),
                                      PaymentMethod::Card));
    }
    const auto resumed = m_money->run(m_money->shop->resumeRun(*plan.run, [] { return false; }));
    QCOMPARE(resumed.items[0].state, OperationState::Done);
    QCOMPARE(resumed.items[1].state, OperationState::Cancelled);
    QCOMPARE(resumed.items[1].reason, EndReason::AmbiguousPayment);
    QCOMPARE(resumed.items[2].state, OperationState::Done); // a person named this one
    QCOMPARE(sent(), 2);
}

void TestBulkRun::itemWithoutPayment_keepsItsPlaceInTheRun()
{
    const QList<OrderId> orders = addOrders(5);
    ShopContext &context = m_money->shop->context();
    for (const int withoutPayment : {0, 2, 3}) {
        const PaymentId payment = context.payments.ofOrder(orders[withoutPayment]).value().first().id;
        QVERIFY(context.payments.unlink(payment, u"誤り"_s, u"佐藤"_s, u"A"_s).ok());
    }
    const auto plan = m_money->run(m_money->shop->planner().plan(requestsFor(orders))).value();
    const auto ordersOf = [](const QList<OperationItem> &items) {
        QList<OrderId> ids;
        for (const OperationItem &item : items) {
            ids.append(item.order);
        }
        return ids;
    };
    QCOMPARE(ordersOf(itemsOfRun(context.database, context.rules, *plan.run).value()), orders);
    const auto resumed = m_money->run(m_money->shop->resumeRun(*plan.run, [] { return false; }));
    QCOMPARE(ordersOf(resumed.items), orders);
    QCOMPARE(resumed.items[2].reason, EndReason::NoPayment);
    QCOMPARE(countIn(resumed, OperationState::Done), 2);
    const auto entries = paymentLog(context.database, orders[2]).value();
    for (const LogEntry &entry : entries) {
        QVERIFY2(!entry.content.contains(u"position"_s), qPrintable(entry.content));
    }

    // Rejections of older programs have no position.
    QVERIFY(context.database.run(u"UPDATE order_event SET content = '{}' WHERE kind = 'REJECTED'"_s).ok());
    const QList<OrderId> paidFirst{orders[1], orders[4], orders[0], orders[2], orders[3]};
    QCOMPARE(ordersOf(itemsOfRun(context.database, context.rules, *plan.run).value()), paidFirst);
}

void TestBulkRun::runWhoseEndWasNotStored_canBeResumed()
{
    const QList<OrderId> orders = addOrders(2);
    const auto plan = m_money->run(m_money->shop->planner().plan(requestsFor(orders))).value();
    // What a store that failed at the run's end leaves: RUNNING, and nobody at work.
    QCOMPARE(m_money->shop->context().runs.byId(*plan.run).value()->state, RunStore::State::Running);
    const auto resumed = m_money->run(m_money->shop->resumeRun(*plan.run, [] { return false; }));
    QCOMPARE(countIn(resumed, OperationState::Done), 2);
    QCOMPARE(m_money->shop->context().runs.byId(*plan.run).value()->state, RunStore::State::Finished);
}

void TestBulkRun::refusedShop_pausesTheRunAtOnce()
{
    const QList<OrderId> orders = addOrders(3);
    m_money->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"SearchTrade"_s, .codes = {u"E01030002"_s}}});
    const Shop::OperationAnswer answer = m_money->operate(OperationKind::Capture, orders);
    QVERIFY(!answer.pausedReason.isEmpty());
    QVERIFY(answer.gatewayUnusable);
    QCOMPARE(countIn(answer, OperationState::Planned), 2);
    QCOMPARE(answer.items[0].reason, EndReason::Unreadable);
    QCOMPARE(m_money->gateway.arrived(), 1);
    QCOMPARE(sent(), 0);
}

void TestBulkRun::unreachableGateway_leavesTheRestWaiting()
{
    const QList<OrderId> orders = addOrders(7);
    m_money->gateway.stop();
    const Shop::OperationAnswer answer = m_money->operate(OperationKind::Capture, orders);
    QCOMPARE(reasonOf(answer).code, RunReason::Code::Breaker);
    QCOMPARE(reasonOf(answer).unsent, reasonOf(answer).count); // nothing of it is without a result
    QVERIFY(answer.gatewayUnusable);
    QVERIFY(!answer.pausedReason.isEmpty());
    QCOMPARE(countIn(answer, OperationState::Cancelled), 5);
    QCOMPARE(countIn(answer, OperationState::Planned), 2);
}

void TestBulkRun::heldItem_doesNotHideARowOfUnclearAnswers()
{
    const QList<OrderId> orders = addOrders(7);
    const auto held = m_money->run(m_money->shop->planner().plan({requestFor(orders[3])})).value();
    JournalStore &journal = m_money->shop->context().journal;
    const auto run = m_money->run(m_money->shop->planner().plan(requestsFor(orders))).value();
    QVERIFY(journal.claim(*held.items.first().operation, m_money->clock.nowUtc()).ok());
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s}});
    const auto outcome = m_money->run(m_money->shop->bulkRun().work(*run.run, [] { return false; }));
    QCOMPARE(outcome.state, RunStore::State::Paused);
    QCOMPARE(sent(), 5);
}

void TestBulkRun::pauseWhileItemsWaitForTheirSecondTry_isHeard()
{
    const QList<OrderId> orders = addOrders(2);
    const auto held = m_money->run(m_money->shop->planner().plan({requestFor(orders[0])})).value();
    JournalStore &journal = m_money->shop->context().journal;
    const auto run = m_money->run(m_money->shop->planner().plan(requestsFor(orders))).value();
    QVERIFY(journal.claim(*held.items.first().operation, m_money->clock.nowUtc()).ok());
    QObject somebody;
    connect(&m_money->shop->notifier(), &ChangeNotifier::paymentChanged, &somebody, [&] {
        if (sent() == 1) {
            QVERIFY(m_money->shop->bulkRun().pause(*run.run, {RunReason::Code::PausedBy, u"待つ"_s}).ok());
        }
    });
    const auto outcome = m_money->run(m_money->shop->bulkRun().work(*run.run, [] { return false; }));
    QCOMPARE(outcome.state, RunStore::State::Paused);
    QCOMPARE(journal.byId(*run.items[0].operation).value().state, OperationState::Planned);
}

void TestBulkRun::itemOfAnotherProgramsRun_isNotClaimed()
{
    const auto run = m_money->run(m_money->shop->planner().plan(requestsFor(addOrders(2)))).value();
    ShopContext &context = m_money->shop->context();
    JournalStore other(context.database, Seat{u"B"_s, newUuid(), 2});
    QVERIFY(other.ownPlannedOfRun(*run.run).ok()); // paused and resumed there
    const auto outcome = m_money->run(m_money->shop->bulkRun().work(*run.run, [] { return false; }));
    QCOMPARE(outcome.state, RunStore::State::Running); // how it ends is said there
    QCOMPARE(sent(), 0);
    QCOMPARE(context.runs.byId(*run.run).value()->state, RunStore::State::Running);
}

void TestBulkRun::diskNearlyFull_pausesTheRunAndBeginsNone()
{
    const QList<OrderId> orders = addOrders(3);
    const auto run = m_money->run(m_money->shop->planner().plan(requestsFor(orders))).value();
    const auto emptyAgain = qScopeGuard([] { qunsetenv("KESSAI_FREE_DISK_BYTES"); });
    qputenv("KESSAI_FREE_DISK_BYTES", QByteArray::number(DiskReserveBytes - 1));
    const auto outcome = m_money->run(m_money->shop->bulkRun().work(*run.run, [] { return false; }));
    QCOMPARE(outcome.state, RunStore::State::Paused);
    QVERIFY(outcome.storeError);
    const auto refused = m_money->operate(OperationKind::Capture, orders);
    QVERIFY(refused.storeError && refused.items.isEmpty());
    QCOMPARE(sent(), 0);
    qputenv("KESSAI_FREE_DISK_BYTES", QByteArray::number(DiskReserveBytes));
    const auto resumed = m_money->run(m_money->shop->resumeRun(*run.run, [] { return false; }));
    QCOMPARE(countIn(resumed, OperationState::Done), 3);
}

void TestBulkRun::stop_claimsNoMore()
{
    const QList<OrderId> orders = addOrders(4);
    const auto answer =
        m_money->run(m_money->shop->operate(requestsFor(orders), [this] { return sent() >= 2; }));
    QCOMPARE(countIn(answer, OperationState::Done), 2);
    QCOMPARE(countIn(answer, OperationState::Planned), 2);
    QCOMPARE(reasonOf(answer).code, RunReason::Code::Closed); // nobody pressed anything
    QCOMPARE(runOf(answer).state, RunStore::State::Paused);
}

void TestBulkRun::lostClaim_isTriedOnceMoreThenHeld()
{
    const QList<OrderId> orders = addOrders(2);
    const auto planFor = [this](const QList<OrderId> &chosen) {
        return m_money->run(m_money->shop->planner().plan(requestsFor(chosen))).value();
    };
    const auto run = planFor(orders);
    const auto rival = planFor({orders[0]});
    JournalStore &journal = m_money->shop->context().journal;
    const auto claimed = journal.claim(*rival.items.first().operation, m_money->clock.nowUtc());
    QCOMPARE(claimed.value().outcome, JournalStore::Claim::Outcome::Claimed);

    const auto outcome = m_money->run(m_money->shop->bulkRun().work(*run.run, [] { return false; }));
    QCOMPARE(outcome.state, RunStore::State::Finished);
    QCOMPARE(journal.byId(*run.items[0].operation).value().endReason, EndReason::Held);
    QCOMPARE(journal.byId(*run.items[1].operation).value().state, OperationState::Done);
    QCOMPARE(sent(), 1);
}

void TestBulkRun::crashedRun_waitsForAPerson()
{
    const QList<OrderId> orders = addOrders(3);
    const auto answer = m_money->operate(OperationKind::Capture, orders);
    QCOMPARE(countIn(answer, OperationState::Done), 3);
    QList<OperationRequest> requests;
    for (const OrderId &order : orders) {
        OperationRequest request;
        request.kind = OperationKind::Cancel;
        request.order = order;
        requests.append(request);
    }
    const auto plan = m_money->run(m_money->shop->planner().plan(requests)).value();
    m_money->close();
    m_money->open();
    ShopContext &context = m_money->shop->context();
    QCOMPARE(context.runs.byId(*plan.run).value()->state, RunStore::State::Paused);
    QCOMPARE(context.journal.inState(OperationState::Planned).value().size(), 3);
    QCOMPARE(sent(), 3);
    const auto resumed = m_money->run(m_money->shop->resumeRun(*plan.run, [] { return false; }));
    QCOMPARE(countIn(resumed, OperationState::Done), 3);
    QCOMPARE(sent(), 6);
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

void TestBulkRun::claimedItemThatNobodyWorksOn_doesNotOutliveTheRun()
{
    const auto run = m_money->run(m_money->shop->planner().plan(requestsFor(addOrders(2)))).value();
    JournalStore &journal = m_money->shop->context().journal;
    // What a store that failed twice leaves: CLAIMED, and nobody at it.
    QVERIFY(journal.claim(*run.items[0].operation, m_money->clock.nowUtc()).ok());
    const auto outcome = m_money->run(m_money->shop->bulkRun().work(*run.run, [] { return false; }));
    QCOMPARE(outcome.state, RunStore::State::Finished);
    const Operation left = journal.byId(*run.items[0].operation).value();
    QCOMPARE(left.state, OperationState::Cancelled);
    QCOMPARE(left.endReason, EndReason::NotSent);
    QCOMPARE(sent(), 1);
}

void TestBulkRun::itemClaimedInAFinishedRun_isWithdrawnAtTheNextStart()
{
    const auto run = m_money->run(m_money->shop->planner().plan(requestsFor(addOrders(2)))).value();
    ShopContext &before = m_money->shop->context();
    const OperationId claimed = *run.items[0].operation;
    QVERIFY(before.journal.claim(claimed, m_money->clock.nowUtc()).ok());
    QVERIFY(before.runs.setState(*run.run, RunStore::State::Finished, {}, m_money->clock.nowUtc()).ok());
    m_money->close();
    m_money->open();
    const Operation left = m_money->shop->context().journal.byId(claimed).value();
    QCOMPARE(left.state, OperationState::Cancelled);
    QCOMPARE(left.endReason, EndReason::Withdrawn);
}

void TestBulkRun::closingSweep_readsAgainOnlyWhatWasHeld()
{
    const QList<OrderId> orders = addOrders(3);
    m_money->gateway.addFaults(
        {{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .orderId = MoneyFixture::gatewayOrderId(2)}});
    const Shop::OperationAnswer answer = m_money->operate(OperationKind::Capture, orders);
    const auto sweep = [&] {
        return m_money->run(m_money->shop->sweep().closeRun(*answer.run, [] { return false; })).value();
    };
    QCOMPARE(sweep().held, 1);
    const int reads = m_money->gateway.arrived(u"SearchTrade"_s);
    QCOMPARE(sweep().held, 1);
    QCOMPARE(m_money->gateway.arrived(u"SearchTrade"_s), reads);
    m_money->settle();
    const int settled = m_money->gateway.arrived(u"SearchTrade"_s);
    QCOMPARE(sweep().compared, 1);
    QCOMPARE(m_money->gateway.arrived(u"SearchTrade"_s), settled + 1);
    QVERIFY(runOf(answer).sweptAt);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestBulkRun)
#include "test_bulkrun.moc"
