#include "core/services/runprogress.h"
#include "core/storage/databasefaults.h"
#include "core/storage/diskspace.h"
#include "core/storage/operationhistory.h"
#include "tests/services/runsteps.h"
#include "tests/storage/testdatabase.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;
using State = OperationState;

/// Runs that move no money, through the real socket: 状態一括確認 and 対応状況の変更 of many orders.
class TestOrderRun : public QObject, private RunSteps
{
    Q_OBJECT

private slots:
    void cleanup() { m_money.reset(); }

    void refresh_readsEachOnceAndTellsWhatChanged_data() { TestDatabases::addDialects(); }
    void refresh_readsEachOnceAndTellsWhatChanged();
    void orderWithoutPayment_hasItsSentence();
    void pausedRun_doesExactlyTheRestWhenItGoesOn_data() { TestDatabases::addDialects(); }
    void pausedRun_doesExactlyTheRestWhenItGoesOn();
    void stoppedRun_isOverAndTellsWhatWasRead_data() { TestDatabases::addDialects(); }
    void stoppedRun_isOverAndTellsWhatWasRead();
    void closingTheProgram_pausesTheRun();
    void crashedRun_waitsForAPersonAndDoesExactlyTheRest_data() { TestDatabases::addDialects(); }
    void crashedRun_waitsForAPersonAndDoesExactlyTheRest();
    void crashedRunWithNothingLeft_isOver();
    void runOfALivingSeat_isLeftAlone();
    void refusedShop_pausesTheRunAtOnce();
    void unreachableGateway_leavesAllWaiting();
    void unreadableAnswersInARow_pauseTheRun();
    void withoutConnection_nothingIsPlanned();
    void diskNearlyFull_pausesTheRunAndBeginsNone();
    void statuses_areChangedEachByItself_data() { TestDatabases::addDialects(); }
    void statuses_areChangedEachByItself();
    void statusesOfMany_pauseBetweenTwoPieces();
    void orderThatOthersHold_hasItsSentence();
    void everyFailingCall_changesNoOrderTwice_data();
    void everyFailingCall_changesNoOrderTwice();

private:
    bool open(DatabaseSpec::Dialect dialect = DatabaseSpec::Dialect::Sqlite)
    {
        const bool postgresql = dialect == DatabaseSpec::Dialect::Postgresql;
        if (postgresql && qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
            return false;
        }
        if (postgresql && !m_server) {
            m_server = std::make_unique<PostgresqlServer>();
        }
        m_money = std::make_unique<MoneyFixture>(postgresql ? m_server->newDatabase() : QString());
        m_money->open();
        m_money->shop->context().limits.parallel = 1; // where the order of the items counts
        return true;
    }
    ShopContext &context() { return m_money->shop->context(); }
    OrderRunRequest refreshOf(const QList<OrderId> &orders)
    {
        OrderRunRequest request;
        for (const OrderId order : orders) {
            request.items.append({order, context().payments.ofOrder(order)->first().id});
        }
        return request;
    }
    static OrderRunRequest statusOf(const QList<OrderId> &orders, OrderStatus status)
    {
        OrderRunRequest request;
        request.kind = RunKind::Status;
        request.wantedStatus = status;
        for (const OrderId order : orders) {
            request.items.append({order});
        }
        return request;
    }
    static bool never() { return false; }
    Shop::OperationAnswer operate(const OrderRunRequest &request)
    {
        return m_money->run(m_money->shop->operateOrders(request, never));
    }
    Shop::OperationAnswer resume(const RunId &run)
    {
        return m_money->run(m_money->shop->resumeInPieces(run, never));
    }
    RunStore::Run rowOf(const RunId &run) { return *context().runs.byId(run).value(); }
    RunReason reasonOf(const RunId &run) { return RunReason::fromStored(rowOf(run).reason); }
    QList<RunItem> itemsOf(const RunId &run)
    {
        return runItems(context().database, run, {}, 0, 1000).value();
    }
    qint64 countOf(const RunId &run, State state) { return rowOf(run).counts.value(state); }
    int reads() const { return m_money->gateway.arrived(u"SearchTrade"_s); }
    qint64 eventsOf(OrderId order, const QString &kind)
    {
        const auto events = context().orders.eventsOf(order);
        return std::count_if(events->begin(), events->end(),
                             [&](const OrderRepository::Event &event) { return event.kind == kind; });
    }
    OrderStatus statusOf(OrderId order) { return context().orders.byId(order)->status; }
    /// The run of this request, which `interrupt` meets when two reads have arrived.
    template <typename Interrupt>
    static QCoro::Task<RunId> interrupted(MoneyFixture &money, OrderRunRequest request, Interrupt interrupt)
    {
        auto working = money.shop->operateOrders(request, never);
        while (money.gateway.arrived(u"SearchTrade"_s) < 2) {
            co_await money.clock.sleep(std::chrono::milliseconds(1));
        }
        const RunId run = money.shop->context().runs.all().value().first().id;
        auto interrupting = interrupt(*money.shop, run);
        const Shop::OperationAnswer answer = co_await working;
        co_await interrupting;
        co_return *answer.run;
    }
    static QCoro::Task<> pause(Shop &shop, RunId run)
    {
        static_cast<void>(shop.pauseRun(run).ok());
        co_return;
    }
    static QCoro::Task<> stop(Shop &shop, RunId run)
    {
        const auto stopped = co_await shop.stopRun(run);
        if (!stopped || !*stopped) {
            qFatal("the run is not stopped");
        }
    }
    bool adoptUntilPaused(const RunId &run)
    {
        return QTest::qWaitFor([&] {
            return m_money->shop->settler().adoptAbandoned().ok() &&
                   rowOf(run).state != RunStore::State::Running;
        });
    }

    std::unique_ptr<PostgresqlServer> m_server;
};

void TestOrderRun::refresh_readsEachOnceAndTellsWhatChanged()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    context().limits.parallel = 4;
    const QList<OrderId> orders = addOrders(5);
    for (const OrderId order : orders) {
        m_money->refresh(order);
    }
    QVERIFY(m_money->gateway.operateConsole(MoneyFixture::gatewayOrderId(3), u"SALES"_s).ok());
    const int before = reads();
    QSignalSpy told(&m_money->shop->notifier(), &ChangeNotifier::runChanged);
    const Shop::OperationAnswer answer = operate(refreshOf(orders));
    QVERIFY(answer.run && !answer.storeError && answer.items.isEmpty());
    QCOMPARE(answer.pausedReason, QString());
    QCOMPARE(reads() - before, 5);
    QCOMPARE(sent(), 0);
    QCOMPARE(told.size(), 2); // planned, over
    const RunStore::Run run = rowOf(*answer.run);
    QCOMPARE(run.kind, RunKind::Refresh);
    QCOMPARE(run.askedBy, u"佐藤"_s);
    QCOMPARE(run.state, RunStore::State::Finished);
    QCOMPARE(run.counts.value(State::Done), 5);
    QCOMPARE(run.changedCount, 1);
    const QList<RunItem> items = itemsOf(*answer.run);
    QCOMPARE(items[2].change->paymentStatusBefore, std::optional(PaymentStatus::Authorized));
    QCOMPARE(items[2].change->paymentStatusAfter, std::optional(PaymentStatus::Captured));
    QCOMPARE(items[2].paymentStatus, std::optional(PaymentStatus::Captured));
    QVERIFY(items[2].change->changed && !items[1].change->changed);
    QVERIFY(items[1].change->amountAfter);
    // It moved nothing: there is nothing to sweep.
    RunPace pace;
    const auto progress = runProgress(context().database, *answer.run, pace, {});
    QVERIFY(progress.value() && !(*progress)->sweepWaiting);
    QCOMPARE((*progress)->total, 5);
    QVERIFY(context().runs.unswept(m_money->clock.nowUtc())->isEmpty());
}

void TestOrderRun::orderWithoutPayment_hasItsSentence()
{
    QVERIFY(open());
    const QList<OrderId> orders = addOrders(2);
    OrderRunRequest request = refreshOf(orders);
    request.items[0].payment.reset();
    const auto answer = operate(request);
    const QList<RunItem> items = itemsOf(*answer.run);
    QCOMPARE(items[0].state, State::Refused);
    QVERIFY(items[0].change->problem.contains(u"未連携"_s));
    QCOMPARE(items[1].state, State::Done);
    QCOMPARE(reads(), 1);
    QCOMPARE(ordersToTryAgain(context().database, *answer.run).value(), QList{orders[0]});
    QVERIFY(!operate({}).run); // of nothing there is no run
}

void TestOrderRun::pausedRun_doesExactlyTheRestWhenItGoesOn()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    m_money->gateway.addFaults({{.kind = FaultKind::DelayAfter, .call = u"SearchTrade"_s, .ms = 20}});
    const auto request = refreshOf(addOrders(6));
    const RunId run = m_money->run(interrupted(*m_money, request, pause));
    const int before = reads();
    QVERIFY(before >= 2 && before < 6);
    QCOMPARE(rowOf(run).state, RunStore::State::Paused);
    QCOMPARE(reasonOf(run).code, RunReason::Code::PausedBy);
    QCOMPARE(reasonOf(run).text, u"佐藤"_s);
    QCOMPARE(countOf(run, State::Done), before); // what was asked came back
    m_money->gateway.clearFaults();
    const auto resumed = m_money->run(m_money->shop->resumeRun(run, never));
    QCOMPARE(countIn(resumed, State::Done), 6);
    QCOMPARE(reads(), 6);
    QCOMPARE(rowOf(run).state, RunStore::State::Finished);
    QCOMPARE(rowOf(run).reason, QString());
    static_cast<void>(resume(run)); // it is over
    QCOMPARE(reads(), 6);
}

void TestOrderRun::stoppedRun_isOverAndTellsWhatWasRead()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    m_money->gateway.addFaults({{.kind = FaultKind::DelayAfter, .call = u"SearchTrade"_s, .ms = 20}});
    const auto request = refreshOf(addOrders(6));
    const RunId run = m_money->run(interrupted(*m_money, request, stop));
    const int before = reads();
    QVERIFY(before >= 2 && before < 6);
    QCOMPARE(rowOf(run).state, RunStore::State::Finished);
    QVERIFY(rowOf(run).wasStopped());
    QCOMPARE(countOf(run, State::Done), before);
    QCOMPARE(countOf(run, State::Cancelled), 6 - before);
    QCOMPARE(OperationHistory(context().database).runs({.stopped = true}).value(), QList{run});
    QVERIFY(!m_money->run(m_money->shop->stopRun(run)).value());
    static_cast<void>(resume(run));
    QCOMPARE(reads(), before);
}

void TestOrderRun::closingTheProgram_pausesTheRun()
{
    QVERIFY(open());
    const auto request = refreshOf(addOrders(4));
    const auto answer = m_money->run(m_money->shop->operateOrders(request, [this] { return reads() >= 2; }));
    QCOMPARE(reasonOf(*answer.run).code, RunReason::Code::Closed);
    QCOMPARE(answer.pausedReason, reasonOf(*answer.run).inWords());
    QCOMPARE(countOf(*answer.run, State::Planned), 2);
    m_money->close();
    m_money->open();
    QCOMPARE(reasonOf(*answer.run).code, RunReason::Code::Closed); // it was left in order
    static_cast<void>(resume(*answer.run));
    QCOMPARE(countOf(*answer.run, State::Done), 4);
    QCOMPARE(reads(), 4);
}

void TestOrderRun::crashedRun_waitsForAPersonAndDoesExactlyTheRest()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const QList<OrderId> orders = addOrders(5);
    const RunId run = m_money->shop->orderRun().plan(refreshOf(orders), u"佐藤"_s).value();
    RunItemStore items(context().database);
    QVERIFY(
        items.setResults(run, {{0, State::Done, {}}, {1, State::Done, {}}}, m_money->clock.nowUtc()).ok());
    m_money->close(); // without a word
    m_money->open();
    QVERIFY(adoptUntilPaused(run));
    QCOMPARE(rowOf(run).state, RunStore::State::Paused);
    QCOMPARE(reasonOf(run).code, RunReason::Code::OwnerGone);
    QCOMPARE(unfinishedRuns(context().database)->size(), 1);
    QVERIFY(!m_money->shop->settler().adoptAbandoned()->any()); // once
    static_cast<void>(resume(run));
    QCOMPARE(reads(), 3);
    QCOMPARE(countOf(run, State::Done), 5);
    QCOMPARE(rowOf(run).state, RunStore::State::Finished);
    // While this program is at work on one, it does not take it over from itself.
    const RunId own = m_money->shop->orderRun().plan(refreshOf(orders), u"佐藤"_s).value();
    QVERIFY(!m_money->shop->settler().adoptAbandoned()->any());
    QCOMPARE(rowOf(own).state, RunStore::State::Running);
}

void TestOrderRun::crashedRunWithNothingLeft_isOver()
{
    QVERIFY(open());
    const QList<OrderId> orders = addOrders(1);
    const RunId run = m_money->shop->orderRun().plan(statusOf(orders, OrderStatus::Paid), u"佐藤"_s).value();
    QVERIFY(RunItemStore(context().database)
                .setResults(run, {{0, State::Done, {}}}, m_money->clock.nowUtc())
                .ok());
    m_money->close();
    m_money->open();
    QCOMPARE(rowOf(run).state, RunStore::State::Finished);
}

void TestOrderRun::runOfALivingSeat_isLeftAlone()
{
    if (!open(DatabaseSpec::Dialect::Postgresql)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const QList<OrderId> orders = addOrders(3);
    const RunId run = m_money->shop->orderRun().plan(statusOf(orders, OrderStatus::Paid), u"佐藤"_s).value();
    Shop::Options options;
    options.dataFolder = m_money->dataFolder();
    options.operatorName = u"鈴木"_s;
    auto second = Shop::open(options, m_money->clock);
    QVERIFY(second.ok());
    Shop &other = **second;
    QVERIFY(!other.settler().adoptAbandoned()->any());
    QVERIFY(!m_money->run(other.stopRun(run)).value());
    static_cast<void>(m_money->run(other.resumeInPieces(run, never)));
    QCOMPARE(countOf(run, State::Planned), 3);
    // Paused and resumed there: this program touches nothing of it any more, and does not say how it ends.
    QVERIFY(other.pauseRun(run).ok());
    QVERIFY(other.orderRun().resume(run).value());
    const auto here = m_money->run(m_money->shop->orderRun().work(run, u"佐藤"_s, never));
    QCOMPARE(here.state, RunStore::State::Running);
    QCOMPARE(countOf(run, State::Planned), 3);
    const auto there = m_money->run(other.orderRun().work(run, u"鈴木"_s, never));
    QCOMPARE(there.state, RunStore::State::Finished);
    QCOMPARE(countOf(run, State::Done), 3);
}

void TestOrderRun::refusedShop_pausesTheRunAtOnce()
{
    QVERIFY(open());
    m_money->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"SearchTrade"_s, .codes = {u"E01030002"_s}}});
    const auto answer = operate(refreshOf(addOrders(3)));
    QCOMPARE(reasonOf(*answer.run).code, RunReason::Code::ShopRefused);
    QVERIFY(answer.gatewayUnusable && !answer.problem.isEmpty());
    QCOMPARE(countOf(*answer.run, State::Planned), 3);
    QCOMPARE(reads(), 1);
    m_money->gateway.clearFaults();
    static_cast<void>(resume(*answer.run));
    QCOMPARE(countOf(*answer.run, State::Done), 3);
}

void TestOrderRun::unreachableGateway_leavesAllWaiting()
{
    QVERIFY(open());
    const auto many = refreshOf(addOrders(7));
    const auto few = refreshOf(addOrders(2, 8));
    m_money->gateway.stop();
    const auto answer = operate(many);
    QCOMPARE(reasonOf(*answer.run).code, RunReason::Code::Breaker);
    QCOMPARE(reasonOf(*answer.run).count, context().breaker);
    QCOMPARE(reasonOf(*answer.run).unsent, context().breaker);
    QVERIFY(answer.gatewayUnusable);
    QCOMPARE(countOf(*answer.run, State::Planned), 7);
    // Too few for the breaker: they wait all the same.
    const auto little = operate(few);
    QCOMPARE(reasonOf(*little.run).code, RunReason::Code::Breaker);
    QCOMPARE(reasonOf(*little.run).unsent, 2);
    QCOMPARE(countOf(*little.run, State::Planned), 2);
}

void TestOrderRun::unreadableAnswersInARow_pauseTheRun()
{
    QVERIFY(open());
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"SearchTrade"_s}});
    const auto answer = operate(refreshOf(addOrders(7)));
    QCOMPARE(reasonOf(*answer.run).code, RunReason::Code::Breaker);
    QCOMPARE(reasonOf(*answer.run).unsent, 0);
    QCOMPARE(countOf(*answer.run, State::Refused), context().breaker);
    QCOMPARE(countOf(*answer.run, State::Planned), 2);
    QVERIFY(!itemsOf(*answer.run).first().change->problem.isEmpty());
    m_money->gateway.clearFaults();
    static_cast<void>(resume(*answer.run)); // it goes on behind them
    QCOMPARE(countOf(*answer.run, State::Done), 2);
    QCOMPARE(rowOf(*answer.run).state, RunStore::State::Finished);
    QCOMPARE(ordersToTryAgain(context().database, *answer.run)->size(), context().breaker);
}

void TestOrderRun::withoutConnection_nothingIsPlanned()
{
    QVERIFY(open());
    const QList<OrderId> orders = addOrders(2);
    const auto paused = m_money->run(m_money->shop->operateOrders(refreshOf(orders), [] { return true; }));
    GatewayGate *gate = std::exchange(context().gate, nullptr);
    const auto answer = operate(refreshOf(orders));
    QVERIFY(!answer.run && answer.gatewayUnusable && !answer.pausedReason.isEmpty());
    QVERIFY(resume(*paused.run).gatewayUnusable);
    QCOMPARE(countOf(*paused.run, State::Planned), 2);
    const auto status = operate(statusOf(orders, OrderStatus::Paid)); // which needs none
    QCOMPARE(countOf(*status.run, State::Done), 2);
    context().gate = gate;
}

void TestOrderRun::diskNearlyFull_pausesTheRunAndBeginsNone()
{
    QVERIFY(open());
    const QList<OrderId> orders = addOrders(3);
    const RunId run = m_money->shop->orderRun().plan(statusOf(orders, OrderStatus::Paid), u"佐藤"_s).value();
    const auto emptyAgain = qScopeGuard([] { qunsetenv("KESSAI_FREE_DISK_BYTES"); });
    qputenv("KESSAI_FREE_DISK_BYTES", QByteArray::number(DiskReserveBytes - 1));
    const auto outcome = m_money->run(m_money->shop->orderRun().work(run, u"佐藤"_s, never));
    QCOMPARE(outcome.reason.code, RunReason::Code::DiskFull);
    QVERIFY(outcome.storeError);
    const auto refused = operate(refreshOf(orders));
    QVERIFY(refused.storeError && !refused.run);
    QCOMPARE(countOf(run, State::Planned), 3);
    qputenv("KESSAI_FREE_DISK_BYTES", QByteArray::number(DiskReserveBytes));
    static_cast<void>(resume(run));
    QCOMPARE(countOf(run, State::Done), 3);
}

void TestOrderRun::statuses_areChangedEachByItself()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const QList<OrderId> orders = addOrders(3);
    QCOMPARE(countOf(*operate(statusOf({orders[1]}, OrderStatus::Paid)).run, State::Done), 1);
    QCOMPARE(countOf(*operate(statusOf({orders[2]}, OrderStatus::Cancelled)).run, State::Done), 1);
    QSignalSpy told(&m_money->shop->notifier(), &ChangeNotifier::orderChanged);
    const auto answer = operate(statusOf(orders, OrderStatus::Paid));
    const RunStore::Run run = rowOf(*answer.run);
    QCOMPARE(run.kind, RunKind::Status);
    QCOMPARE(run.wantedStatus, std::optional(OrderStatus::Paid));
    QCOMPARE(run.state, RunStore::State::Finished);
    QCOMPARE(run.counts.value(State::Done), 2);
    QCOMPARE(run.changedCount, 1);
    QCOMPARE(told.size(), 1);
    const QList<RunItem> items = itemsOf(*answer.run);
    QVERIFY(items[0].change->changed);
    QCOMPARE(items[0].change->orderStatusBefore, std::optional(OrderStatus::New));
    QCOMPARE(items[0].change->orderStatusAfter, std::optional(OrderStatus::Paid));
    QVERIFY(!items[1].change->changed); // as asked already
    QCOMPARE(items[1].state, State::Done);
    QCOMPARE(items[2].state, State::Refused);
    QVERIFY(items[2].change->problem.contains(u"注文取消し"_s));
    QCOMPARE(items[2].change->orderStatusAfter, std::optional(OrderStatus::Cancelled));
    QCOMPARE(ordersChanged(context().database, *answer.run).value(), QList{orders[0]});
    QCOMPARE(statusOf(orders[0]), OrderStatus::Paid);
    QVERIFY(context().orders.byId(orders[0])->paidAt);
    QCOMPARE(m_money->gateway.arrived(), 0);
}

void TestOrderRun::statusesOfMany_pauseBetweenTwoPieces()
{
    QVERIFY(open());
    const QList<OrderId> orders = addOrders(120);
    QObject somebody;
    bool paused = false;
    connect(&m_money->shop->notifier(), &ChangeNotifier::orderChanged, &somebody, [&] {
        paused = paused || m_money->shop->pauseRun(context().runs.all().value().first().id).ok();
    });
    const auto answer = operate(statusOf(orders, OrderStatus::Paid));
    QVERIFY(paused);
    QCOMPARE(countOf(*answer.run, State::Done), 50);
    QCOMPARE(rowOf(*answer.run).state, RunStore::State::Paused);
    QCOMPARE(statusOf(orders[49]), OrderStatus::Paid);
    QCOMPARE(statusOf(orders[50]), OrderStatus::New);
    static_cast<void>(resume(*answer.run));
    QCOMPARE(countOf(*answer.run, State::Done), 120);
    QCOMPARE(eventsOf(orders[0], u"STATUS"_s), 1);
    QVERIFY(m_money->run(m_money->shop->stopRun(*answer.run)).ok()); // over already
    QVERIFY(!rowOf(*answer.run).wasStopped());
}

void TestOrderRun::orderThatOthersHold_hasItsSentence()
{
    if (!open(DatabaseSpec::Dialect::Postgresql)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const QList<OrderId> orders = addOrders(3);
    const auto other = TestDatabases::open(context().database.spec());
    QVERIFY(context().database.run(u"SET lock_timeout = '50ms'"_s).ok());
    auto holding = Transaction::begin(*other);
    QVERIFY(other->run(u"UPDATE orders SET note = note WHERE id = ?"_s, {orders[1].value}).ok());
    const auto answer = operate(statusOf(orders, OrderStatus::Paid));
    QCOMPARE(rowOf(*answer.run).state, RunStore::State::Finished);
    QCOMPARE(countOf(*answer.run, State::Done), 2);
    const RunItem held = itemsOf(*answer.run).at(1);
    QCOMPARE(held.state, State::Refused);
    QVERIFY(!held.change->problem.isEmpty());
    QVERIFY(holding.ok());
}

void TestOrderRun::everyFailingCall_changesNoOrderTwice_data()
{
    QTest::addColumn<seams::CommitFault>("fault");
    QTest::addRow("fails") << seams::CommitFault::Before;
    QTest::addRow("the commit's answer is lost") << seams::CommitFault::After;
}

/// An order and its item change together or not at all, and after all trouble each has changed once.
void TestOrderRun::everyFailingCall_changesNoOrderTwice()
{
    QFETCH(seams::CommitFault, fault);
    QVERIFY(open());
    qint64 call = 0;
    for (bool failed = true; failed;) {
        ++call;
        QVERIFY2(call < 300, "a run does not end");
        const QList<OrderId> orders = addOrders(2, int(2 * call));
        seams::failDatabaseCall(call, fault);
        const auto answer = operate(statusOf(orders, OrderStatus::Paid));
        failed = seams::databaseCalls() >= call;
        seams::failDatabaseCall(0);
        const auto runs = context().runs.all().value();
        for (const RunStore::Run &run : runs) {
            for (const RunItem &item : itemsOf(run.id)) {
                const bool changed = item.state == State::Done && item.change->changed;
                QCOMPARE(statusOf(item.order) == OrderStatus::Paid, changed);
            }
        }
        m_money->close();
        m_money->open();
        for (const RunStore::Run &run : context().runs.all().value()) {
            static_cast<void>(resume(run.id));
            QCOMPARE(rowOf(run.id).state, RunStore::State::Finished);
            for (const RunItem &item : itemsOf(run.id)) {
                QCOMPARE(item.state, State::Done);
                QCOMPARE(eventsOf(item.order, u"STATUS"_s), 1);
            }
        }
        QVERIFY(answer.storeError || answer.run || answer.gatewayUnusable);
    }
    QVERIFY2(call > 10, "the sweep met no call");
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestOrderRun)
#include "test_orderrun.moc"
