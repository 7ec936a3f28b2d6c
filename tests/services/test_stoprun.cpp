#include "core/base/japantime.h"
#include "core/domain/runreason.h"
#include "core/services/orderservice.h"
#include "core/services/paymentlog.h"
#include "tests/services/invariants.h"
#include "tests/services/runsteps.h"
#include "tests/storage/testdatabase.h"

#include <QSignalSpy>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

/// A person's word to a run, and the status of many orders, through the real socket.
class TestStopRun : public QObject, private RunSteps
{
    Q_OBJECT

private slots:
    void cleanup() { m_money.reset(); }

    void runningRun_isStoppedWithoutLosingWhatIsSent_data() { TestDatabases::addDialects(); }
    void runningRun_isStoppedWithoutLosingWhatIsSent();
    void pausedRun_isOverAtOnce_data() { TestDatabases::addDialects(); }
    void pausedRun_isOverAtOnce();
    void pausedRun_goesOnWhereItStood();
    void finishedRun_cannotBeStopped();
    void crashedRun_canBeStoppedAfterTheNextStart();
    void runOfAnotherProgram_isLeftAlone();
    void stoppedRun_tellsWhoStoppedItInTheLog();
    void manyItems_areWithdrawnInPieces();
    void itemsBehindThoseOfAnotherSeat_areWithdrawnToo();
    void run_isToldAsSoonAsItIsPlanned();
    void statuses_areChangedEachByItself_data() { TestDatabases::addDialects(); }
    void statuses_areChangedEachByItself();
    void paidDate_isTheGatewaysDay();
    void statuses_stopBetweenTwoPieces();
    void statuses_tellWhatWasDoneBeforeTheStoreFailed();

private:
    bool open(DatabaseSpec::Dialect dialect = DatabaseSpec::Dialect::Sqlite)
    {
        if (dialect == DatabaseSpec::Dialect::Postgresql &&
            qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
            return false;
        }
        QString place;
        if (dialect == DatabaseSpec::Dialect::Postgresql) {
            m_server = m_server ? std::move(m_server) : std::make_unique<PostgresqlServer>();
            place = m_server->newDatabase();
        }
        m_money = std::make_unique<MoneyFixture>(place);
        m_money->open();
        m_money->shop->context().limits.parallel = 1; // where the order of the items counts
        return true;
    }
    OperationPlanner::Plan plan(int count)
    {
        return m_money->run(m_money->shop->planner().plan(requestsFor(addOrders(count)))).value();
    }
    RunStore::Run rowOf(const RunId &run) { return *m_money->shop->context().runs.byId(run).value(); }
    Operation operation(const OperationPlanner::Plan &plan, int at)
    {
        return m_money->shop->context().journal.byId(*plan.items[at].operation).value();
    }
    /// Works the run, and stops it when the first request for money has arrived.
    static QCoro::Task<bool> workAndStop(MoneyFixture &money, RunId run)
    {
        Shop &shop = *money.shop;
        auto working = shop.bulkRun().work(run, [] { return false; });
        while (money.gateway.arrived(u"AlterTran"_s) == 0) {
            co_await money.clock.sleep(std::chrono::milliseconds(1));
        }
        const auto stopped = co_await shop.stopRun(run);
        co_await working;
        co_return stopped.ok() && *stopped;
    }

    std::unique_ptr<PostgresqlServer> m_server;
};

void TestStopRun::runningRun_isStoppedWithoutLosingWhatIsSent()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const auto run = plan(6);
    m_money->gateway.addFaults({{.kind = FaultKind::DelayAfter, .call = u"AlterTran"_s, .ms = 30}});
    QVERIFY(m_money->run(workAndStop(*m_money, *run.run)));
    // Of what was sent the answer was waited for; nothing else was sent.
    const RunStore::Run row = rowOf(*run.run);
    QCOMPARE(row.state, RunStore::State::Finished);
    QVERIFY(row.wasStopped()); // though the work came to its end by itself
    QCOMPARE(row.sentCount(), sent());
    QCOMPARE(row.openCount(), 0);
    QCOMPARE(row.counts.value(OperationState::Done), sent());
    QVERIFY(sent() >= 1 && sent() < 6);
    QCOMPARE(row.counts.value(OperationState::Cancelled), 6 - sent());
    QCOMPARE(operation(run, 5).endReason, EndReason::Withdrawn);
    QVERIFY(operation(run, 5).endedAt);
    QCOMPARE(m_money->effects(MoneyFixture::gatewayOrderId(1), u"SALES"_s), 1);
    QCOMPARE(m_money->effects(MoneyFixture::gatewayOrderId(6), u"SALES"_s), 0);
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
    QVERIFY(m_money->chainProblems().isEmpty());

    // What was withdrawn can be asked for again.
    const int before = sent();
    const auto again = m_money->operate(OperationKind::Capture, {run.items[5].order});
    QCOMPARE(again.items.first().state, OperationState::Done);
    QCOMPARE(sent(), before + 1);
}

void TestStopRun::pausedRun_isOverAtOnce()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const auto run = plan(3);
    QVERIFY(m_money->shop->pauseRun(*run.run));
    const RunStore::Run paused = rowOf(*run.run);
    QCOMPARE(paused.state, RunStore::State::Paused);
    QVERIFY(!paused.reason.isEmpty());
    QSignalSpy told(&m_money->shop->notifier(), &ChangeNotifier::runChanged);
    QVERIFY(*m_money->run(m_money->shop->stopRun(*run.run)));
    const RunStore::Run row = rowOf(*run.run);
    QCOMPARE(row.state, RunStore::State::Finished);
    QVERIFY(row.wasStopped());
    QCOMPARE(RunReason::fromStored(row.reason).text, m_money->shop->operatorName());
    QVERIFY(RunReason::fromStored(row.reason).at.isValid());
    QVERIFY(row.finishedAt);
    QCOMPARE(row.counts.value(OperationState::Cancelled), 3);
    QVERIFY(!told.isEmpty());
    QCOMPARE(m_money->gateway.arrived(), 0);
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

void TestStopRun::pausedRun_goesOnWhereItStood()
{
    QVERIFY(open());
    const auto run = plan(3);
    QVERIFY(m_money->shop->pauseRun(*run.run));
    const auto resumed = m_money->run(m_money->shop->resumeRun(*run.run, [] { return false; }));
    QCOMPARE(countIn(resumed, OperationState::Done), 3);
    QCOMPARE(sent(), 3);
    QVERIFY(m_money->shop->pauseRun(*run.run)); // too late
    QCOMPARE(rowOf(*run.run).state, RunStore::State::Finished);
}

void TestStopRun::finishedRun_cannotBeStopped()
{
    QVERIFY(open());
    const auto answer = m_money->operate(OperationKind::Capture, addOrders(2));
    QCOMPARE(countIn(answer, OperationState::Done), 2);
    QVERIFY(!*m_money->run(m_money->shop->stopRun(*answer.run)));
    QVERIFY(!*m_money->run(m_money->shop->stopRun(RunId{u"none"_s})));
    QCOMPARE(rowOf(*answer.run).counts.value(OperationState::Done), 2);
}

void TestStopRun::crashedRun_canBeStoppedAfterTheNextStart()
{
    QVERIFY(open());
    const auto run = plan(3);
    m_money->close();
    m_money->open();
    QVERIFY(*m_money->run(m_money->shop->stopRun(*run.run)));
    QCOMPARE(rowOf(*run.run).state, RunStore::State::Finished);
    QCOMPARE(rowOf(*run.run).counts.value(OperationState::Cancelled), 3);
    QCOMPARE(sent(), 0);
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

void TestStopRun::runOfAnotherProgram_isLeftAlone()
{
    QVERIFY(open());
    const auto run = plan(2);
    QVERIFY(m_money->shop->context().database.run(u"UPDATE op SET owner_boot = ?"_s, {u"other"_s}).ok());
    QVERIFY(!*m_money->run(m_money->shop->stopRun(*run.run)));
    QCOMPARE(rowOf(*run.run).state, RunStore::State::Running);
    QCOMPARE(operation(run, 0).state, OperationState::Planned);
    // Once it is paused nobody works on it: then a person may end it here too.
    QVERIFY(m_money->shop->pauseRun(*run.run));
    QVERIFY(*m_money->run(m_money->shop->stopRun(*run.run)));
    QCOMPARE(rowOf(*run.run).state, RunStore::State::Finished);
}

void TestStopRun::stoppedRun_tellsWhoStoppedItInTheLog()
{
    QVERIFY(open());
    const auto run = plan(2);
    m_money->shop->setOperatorName(u"鈴木"_s);
    QVERIFY(*m_money->run(m_money->shop->stopRun(*run.run)));
    const QList<Evidence> evidence =
        m_money->shop->context().journal.evidenceOf(*run.items[0].operation).value();
    QCOMPARE(evidence.size(), 2);
    QCOMPARE(evidence.last().source, u"PERSON"_s);
    QVERIFY(evidence.last().fields.contains(u"鈴木"_s));
    QCOMPARE(evidence.last().state, codeOf(OperationState::Cancelled));
    QVERIFY(m_money->chainProblems().isEmpty());
}

void TestStopRun::manyItems_areWithdrawnInPieces()
{
    QVERIFY(open());
    const auto run = plan(230);
    QSignalSpy payments(&m_money->shop->notifier(), &ChangeNotifier::paymentChanged);
    QSignalSpy runs(&m_money->shop->notifier(), &ChangeNotifier::runChanged);
    QVERIFY(*m_money->run(m_money->shop->stopRun(*run.run)));
    QCOMPARE(rowOf(*run.run).counts.value(OperationState::Cancelled), 230);
    QCOMPARE(payments.size(), 230);
    QVERIFY(runs.size() >= 4); // paused, three pieces, over
}

/// Between the read and the statement somebody else was quicker with all of a piece, and of the next one.
void TestStopRun::itemsBehindThoseOfAnotherSeat_areWithdrawnToo()
{
    QVERIFY(open());
    const auto run = plan(230);
    Database &database = m_money->shop->context().database;
    QVERIFY(database.run(u"CREATE TABLE quicker (pieces INTEGER)"_s).ok());
    QVERIFY(database.run(u"INSERT INTO quicker VALUES (200)"_s).ok());
    QVERIFY(database
                .run(u"CREATE TRIGGER quicker BEFORE UPDATE ON op WHEN NEW.state = 'CANCELLED' AND "
                     "(SELECT pieces FROM quicker) > 0 BEGIN UPDATE quicker SET pieces = pieces - 1; "
                     "SELECT RAISE(IGNORE); END"_s)
                .ok());
    QVERIFY(*m_money->run(m_money->shop->stopRun(*run.run)));
    QCOMPARE(rowOf(*run.run).counts.value(OperationState::Planned), 0);
    QCOMPARE(rowOf(*run.run).counts.value(OperationState::Cancelled), 230);
    QCOMPARE(rowOf(*run.run).state, RunStore::State::Finished);
    QVERIFY(m_money->chainProblems().isEmpty());
}

void TestStopRun::run_isToldAsSoonAsItIsPlanned()
{
    QVERIFY(open());
    const QList<OrderId> orders = addOrders(2);
    int arrivedWhenTold = -1;
    connect(&m_money->shop->notifier(), &ChangeNotifier::runChanged, this,
            [&] { arrivedWhenTold = arrivedWhenTold < 0 ? m_money->gateway.arrived() : arrivedWhenTold; });
    m_money->operate(OperationKind::Capture, orders);
    QCOMPARE(arrivedWhenTold, 0);
}

void TestStopRun::statuses_areChangedEachByItself()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    QList<OrderId> orders = addOrders(120);
    OrderService service(m_money->shop->context());
    QVERIFY(service.setStatus(orders[7], OrderStatus::Cancelled, u"佐藤"_s)->changed);
    QVERIFY(service.setStatus(orders[8], OrderStatus::Paid, u"佐藤"_s)->changed);
    orders.insert(60, OrderId{987'654}); // gone
    QSignalSpy told(&m_money->shop->notifier(), &ChangeNotifier::orderChanged);
    const auto result =
        m_money->run(service.setStatuses(orders, OrderStatus::Paid, u"佐藤"_s, [] { return false; }));
    QVERIFY(!result.storeError);
    QCOMPARE(result.changes.size(), 121);
    int changed = 0;
    for (qsizetype at = 0; at < orders.size(); ++at) {
        QCOMPARE(result.changes[at].order, orders[at]);
        changed += result.changes[at].changed;
    }
    QCOMPARE(changed, 118);
    QCOMPARE(told.size(), 118);
    QVERIFY(result.changes[7].problem.contains(u"注文取消し"_s));
    QVERIFY(result.changes[8].problem.isEmpty()); // as asked already
    QVERIFY(!result.changes[60].problem.isEmpty());
    const Order order = m_money->shop->context().orders.byId(orders[0]).value();
    QCOMPARE(order.status, OrderStatus::Paid);
    QVERIFY(order.paidAt);
    QCOMPARE(m_money->shop->context().orders.eventsOf(orders[0]).value().size(), 1);
    QCOMPARE(m_money->gateway.arrived(), 0); // never touches a payment
}

void TestStopRun::paidDate_isTheGatewaysDay()
{
    QVERIFY(open());
    const QList<OrderId> orders = addOrders(1);
    m_money->gateway.setNow(MoneyFixture::start().addDays(1)); // this machine's clock is a day behind
    m_money->refresh(orders[0]);
    OrderService service(m_money->shop->context());
    QVERIFY(service.setStatus(orders[0], OrderStatus::Paid, u"佐藤"_s)->changed);
    const Order order = m_money->shop->context().orders.byId(orders[0]).value();
    QCOMPARE(japantime::dayOf(*order.paidAt), japantime::dayOf(MoneyFixture::start().addDays(1)));
}

void TestStopRun::statuses_stopBetweenTwoPieces()
{
    QVERIFY(open());
    const QList<OrderId> orders = addOrders(120);
    OrderService service(m_money->shop->context());
    int asked = 0;
    const auto result = m_money->run(
        service.setStatuses(orders, OrderStatus::InProgress, u"佐藤"_s, [&asked] { return ++asked > 1; }));
    QVERIFY(!result.storeError);
    QVERIFY(result.changes.size() > 0 && result.changes.size() < 120);
    QCOMPARE(m_money->shop->context().orders.byId(orders.first()).value().status, OrderStatus::InProgress);
    QCOMPARE(m_money->shop->context().orders.byId(orders.last()).value().status, OrderStatus::New);
}

void TestStopRun::statuses_tellWhatWasDoneBeforeTheStoreFailed()
{
    QVERIFY(open());
    const QList<OrderId> orders = addOrders(60);
    OrderService service(m_money->shop->context());
    Database &database = m_money->shop->context().database;
    // From the 56th on the store refuses.
    QVERIFY(database
                .run(u"CREATE TRIGGER broken BEFORE UPDATE ON orders WHEN NEW.id >= %1 BEGIN SELECT "
                     "RAISE(ABORT, 'broken'); END"_s.arg(orders[55].value))
                .ok());
    const auto result =
        m_money->run(service.setStatuses(orders, OrderStatus::Paid, u"佐藤"_s, [] { return false; }));
    QVERIFY(result.storeError);
    QCOMPARE(result.changes.size(), 55);
    QVERIFY(std::all_of(result.changes.begin(), result.changes.end(),
                        [](const StatusChange &change) { return change.changed; }));
    QCOMPARE(m_money->shop->context().orders.byId(orders[54]).value().status, OrderStatus::Paid);
    QCOMPARE(m_money->shop->context().orders.byId(orders[55]).value().status, OrderStatus::New);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestStopRun)
#include "test_stoprun.moc"
