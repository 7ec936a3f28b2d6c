#include "core/services/dailyduties.h"
#include "core/services/databasecheck.h"
#include "core/services/setup.h"
#include "core/services/shopsession.h"
#include "tests/services/moneyfixture.h"
#include "tests/storage/testdatabase.h"

#include <QDir>
#include <QFuture>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using simulator::FaultKind;

/// What an open shop does by itself while staff do something else.
class TestHousekeeping : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void seatThatGoes_isTakenOverWhileWeRun();
    void connectionMadeAgain_takesOverWhatWasLeftMeanwhile();
    void resumeFromSleep_readsWhatIsInDoubtAtOnce();
    void finishedRun_isSweptByItself();
    void brokenChain_isTold();
    void soundShop_isBackedUpAndNothingIsTold();
    void brokenFile_isFoundByTheWeeklyCheckAndNothingIsClaimed();
    void brokenFile_isFoundByTheTerminalsWeeklyCheckAndNothingIsClaimed();
    void brokenChain_isToldInTheTerminalAgainAndAgain();
    void soundShop_passesTheTerminalsCheckOnceAWeek();

private:
    static constexpr int PatienceMs = 30'000;

    void setUp(const QString &database = {});
    QString newPostgresqlDatabase();
    void openSession();
    /// So that only the full check sees it: two indexes change places, and the quick check does not compare
    /// them with their table.
    void breakFile();
    QString checkOfTheWeekInWords();
    OperationId claimedBySomebody(OrderId order);
    template <typename Fn>
    auto onEngine(Fn fn)
    {
        auto future = m_session->onEngine(std::move(fn));
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, PatienceMs)) {
            qFatal("the engine does not answer");
        }
        return future.result();
    }
    OperationState stateOf(const OperationId &id)
    {
        return onEngine([id](Shop &shop) { return shop.context().journal.byId(id).value().state; });
    }

    std::unique_ptr<PostgresqlServer> m_server;
    Housekeeping m_housekeeping;
    std::shared_ptr<std::atomic<int>> m_sleptMs;
    std::unique_ptr<MoneyFixture> m_money;
    std::unique_ptr<ShopSession> m_session;
};

void TestHousekeeping::init()
{
    m_sleptMs = std::make_shared<std::atomic<int>>(0);
    m_housekeeping = {20ms, 1h, 1h, [slept = m_sleptMs] { return std::chrono::milliseconds(*slept); }};
}

void TestHousekeeping::cleanup()
{
    if (m_session) {
        QSignalSpy closed(m_session.get(), &ShopSession::closed);
        m_session->close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    }
    m_session.reset();
    m_money.reset();
}

void TestHousekeeping::setUp(const QString &database)
{
    m_money = std::make_unique<MoneyFixture>(database);
    m_money->open();
    SetupRequest seldom;
    seldom.dataFolder = m_money->dataFolder();
    seldom.settings = {{u"timing.pollMs"_s, u"3600000"_s}};
    m_money->close();
    QVERIFY(m_money->run(setUpShop(seldom, m_money->clock)).ok());
    m_money->open();
}

QString TestHousekeeping::newPostgresqlDatabase()
{
    if (!m_server) {
        m_server = std::make_unique<PostgresqlServer>();
    }
    const QString place = m_server->newDatabase();
    if (place.isEmpty()) {
        qFatal("no PostgreSQL server for the tests");
    }
    return place;
}

void TestHousekeeping::openSession()
{
    m_session = std::make_unique<ShopSession>(m_housekeeping);
    QSignalSpy opened(m_session.get(), &ShopSession::opened);
    Shop::Options options;
    options.dataFolder = m_money->dataFolder();
    options.operatorName = u"鈴木"_s;
    m_session->open(options);
    QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(onEngine([](Shop &shop) { return shop.connected(); }), PatienceMs);
}

OperationId TestHousekeeping::claimedBySomebody(OrderId order)
{
    OperationRequest request;
    request.order = order;
    const auto plan = m_money->run(m_money->shop->planner().plan({request}));
    const OperationId id = *plan.value().items.first().operation;
    const auto claimed = m_money->shop->context().journal.claim(id, m_money->clock.nowUtc());
    return claimed.ok() ? id : OperationId();
}

void TestHousekeeping::seatThatGoes_isTakenOverWhileWeRun()
{
    if (qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    m_housekeeping.minute = 20ms;
    setUp(newPostgresqlDatabase());
    const OperationId claimed = claimedBySomebody(m_money->addOrder(1, Yen{1000}));
    openSession();
    QSignalSpy adopted(m_session.get(), &ShopSession::adopted);
    QCOMPARE(stateOf(claimed), OperationState::Claimed);
    m_money->close();
    QTRY_COMPARE_WITH_TIMEOUT(adopted.count(), 1, PatienceMs);
    const auto found = adopted.first().first().value<Settler::Adopted>();
    QCOMPARE(found.withdrawn.size(), 1);
    QCOMPARE(stateOf(claimed), OperationState::Cancelled);
}

void TestHousekeeping::connectionMadeAgain_takesOverWhatWasLeftMeanwhile()
{
    setUp(newPostgresqlDatabase());
    const OperationId claimed = claimedBySomebody(m_money->addOrder(1, Yen{1000}));
    const DatabaseSpec spec = m_money->shop->context().database.spec();
    openSession();
    QSignalSpy adopted(m_session.get(), &ShopSession::adopted);
    m_money->close();
    const auto administrator = TestDatabases::open(spec);
    QVERIFY(administrator->run(u"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "
                               "WHERE datname = current_database() AND pid <> pg_backend_pid()"_s));
    QTRY_COMPARE_WITH_TIMEOUT(adopted.count(), 1, PatienceMs);
    QCOMPARE(stateOf(claimed), OperationState::Cancelled);
    const QString boot = onEngine([](Shop &shop) { return shop.context().seat.boot; });
    QVERIFY(*seatIsAlive(*administrator, boot));
    auto read = m_session->onReader({}, [](Database &database) { return database.run(u"SELECT 1"_s).ok(); });
    QTRY_VERIFY(read.isFinished());
    auto again = m_session->onReader({}, [](Database &database) { return database.run(u"SELECT 1"_s).ok(); });
    QTRY_VERIFY(again.isFinished());
    QVERIFY(again.result());
}

void TestHousekeeping::resumeFromSleep_readsWhatIsInDoubtAtOnce()
{
    setUp();
    m_money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem doubtful =
        m_money->operateOne(OperationKind::Capture, m_money->addOrder(1, Yen{1000}));
    QCOMPARE(m_money->operation(doubtful).state, OperationState::InDoubt);
    m_money->close();
    openSession();
    QCOMPARE(stateOf(*doubtful.operation), OperationState::InDoubt);
    *m_sleptMs += 3000;
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*doubtful.operation), OperationState::Done, PatienceMs);
}

void TestHousekeeping::finishedRun_isSweptByItself()
{
    m_housekeeping.minute = 20ms;
    setUp();
    const auto answer = m_money->operate(OperationKind::Capture,
                                         {m_money->addOrder(1, Yen{1000}), m_money->addOrder(2, Yen{2000})});
    QVERIFY(answer.run);
    m_money->close();
    const int reads = m_money->gateway.arrived(u"SearchTrade"_s);
    openSession();
    const auto isSwept = [run = *answer.run](Shop &shop) {
        const auto row = shop.context().runs.byId(run);
        return row && *row && (*row)->sweptAt.has_value();
    };
    QTRY_VERIFY_WITH_TIMEOUT(onEngine(isSwept), PatienceMs);
    QVERIFY(m_money->gateway.arrived(u"SearchTrade"_s) >= reads + 2);
}

void TestHousekeeping::brokenChain_isTold()
{
    setUp();
    const OperationItem done = m_money->operateOne(OperationKind::Capture, m_money->addOrder(1, Yen{1000}));
    QCOMPARE(m_money->operation(done).state, OperationState::Done);
    QVERIFY(m_money->shop->context().database.run(u"UPDATE evidence SET seat = 'x' WHERE source = 'ARM'"_s));
    m_money->close();
    m_session = std::make_unique<ShopSession>(m_housekeeping);
    QSignalSpy broken(m_session.get(), &ShopSession::chainsBroken);
    Shop::Options options;
    options.dataFolder = m_money->dataFolder();
    m_session->open(options);
    QTRY_COMPARE_WITH_TIMEOUT(broken.count(), 1, PatienceMs);
    QVERIFY(broken.first().first().toString().contains(done.operation->value));
}

void TestHousekeeping::soundShop_isBackedUpAndNothingIsTold()
{
    setUp();
    m_money->operateOne(OperationKind::Capture, m_money->addOrder(1, Yen{1000}));
    m_money->close();
    const QDir backups(m_money->dataFolder() + u"/backups"_s);
    QCOMPARE(backups.entryList({u"daily-*"_s}).size(), 0);
    m_session = std::make_unique<ShopSession>(m_housekeeping);
    QSignalSpy broken(m_session.get(), &ShopSession::chainsBroken);
    QSignalSpy corrupt(m_session.get(), &ShopSession::corruptionFound);
    QSignalSpy notBackedUp(m_session.get(), &ShopSession::backupFailed);
    Shop::Options options;
    options.dataFolder = m_money->dataFolder();
    m_session->open(options);
    // The last of the duties: the others were done before it.
    QTRY_COMPARE_WITH_TIMEOUT(backups.entryList({u"daily-*.sqlite"_s}).size(), 1, PatienceMs);
    const auto isMarked = [](Shop &shop) {
        return shop.context().meta.value(u"duty.integrity"_s).value().has_value();
    };
    QVERIFY(onEngine(isMarked));
    QCOMPARE(broken.count() + corrupt.count() + notBackedUp.count(), 0);
}

void TestHousekeeping::breakFile()
{
    Database &database = m_money->shop->context().database;
    for (const QString &statement :
         {u"PRAGMA writable_schema = ON"_s,
          u"UPDATE sqlite_master SET rootpage = (SELECT sum(rootpage) FROM sqlite_master WHERE name IN "
          "('orders_payable_total', 'orders_customer')) - rootpage WHERE name IN "
          "('orders_payable_total', 'orders_customer')"_s}) {
        QVERIFY(database.run(statement));
    }
}

QString TestHousekeeping::checkOfTheWeekInWords()
{
    const auto words = checkOfTheWeek(m_money->shop->context(), m_money->dataFolder() + u"/backups"_s);
    return words ? *words : u"not checked: "_s + words.error().message;
}

void TestHousekeeping::brokenFile_isFoundByTheTerminalsWeeklyCheckAndNothingIsClaimed()
{
    setUp();
    const OrderId order = m_money->addOrder(1, Yen{1000});
    QVERIFY(doDailyDuties(m_money->shop->context(), m_money->dataFolder()).ok());
    breakFile();
    m_money->close();
    m_money->open();
    QVERIFY(checkOfTheWeekInWords().contains(m_money->dataFolder() + u"/backups/daily-"_s));
    const auto answer = m_money->operate(OperationKind::Capture, {order});
    QVERIFY(answer.storeError && answer.items.isEmpty());
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 0);
}

void TestHousekeeping::brokenChain_isToldInTheTerminalAgainAndAgain()
{
    setUp();
    const OperationItem done = m_money->operateOne(OperationKind::Capture, m_money->addOrder(1, Yen{1000}));
    QVERIFY(m_money->shop->context().database.run(u"UPDATE evidence SET seat = 'x' WHERE source = 'ARM'"_s));
    QVERIFY(checkOfTheWeekInWords().contains(done.operation->value));
    QVERIFY(checkOfTheWeekInWords().contains(done.operation->value));
}

void TestHousekeeping::soundShop_passesTheTerminalsCheckOnceAWeek()
{
    setUp();
    m_money->operateOne(OperationKind::Capture, m_money->addOrder(1, Yen{1000}));
    QCOMPARE(checkOfTheWeekInWords(), QString());
    ShopContext &context = m_money->shop->context();
    QVERIFY(context.database.run(u"UPDATE evidence SET seat = 'x' WHERE source = 'ARM'"_s));
    QCOMPARE(checkOfTheWeekInWords(), QString()); // checked already
    m_money->clock.advance(7 * 24h);
    QVERIFY(!checkOfTheWeekInWords().isEmpty());
}

void TestHousekeeping::brokenFile_isFoundByTheWeeklyCheckAndNothingIsClaimed()
{
    setUp();
    const OrderId order = m_money->addOrder(1, Yen{1000});
    QVERIFY(doDailyDuties(m_money->shop->context(), m_money->dataFolder()).ok());
    breakFile();
    m_money->close();
    m_session = std::make_unique<ShopSession>(m_housekeeping);
    QSignalSpy corrupt(m_session.get(), &ShopSession::corruptionFound);
    QSignalSpy failed(m_session.get(), &ShopSession::openFailed);
    Shop::Options options;
    options.dataFolder = m_money->dataFolder();
    m_session->open(options);
    QTRY_VERIFY_WITH_TIMEOUT(corrupt.count() + failed.count() > 0, PatienceMs);
    QCOMPARE(failed.count(), 0);
    const QString words = corrupt.first().first().toString();
    QVERIFY2(words.contains(m_money->dataFolder() + u"/backups/daily-"_s), qPrintable(words));
    QTRY_VERIFY_WITH_TIMEOUT(onEngine([](Shop &shop) { return shop.connected(); }), PatienceMs);
    OperationRequest request;
    request.order = order;
    const auto capture = [request](Shop &shop) -> QCoro::Task<Shop::OperationAnswer> {
        return shop.operate({request}, [] { return false; });
    };
    const auto answer = onEngine(capture);
    QVERIFY(answer.storeError && answer.items.isEmpty());
    QCOMPARE(m_money->gateway.arrived(u"AlterTran"_s), 0);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestHousekeeping)
#include "test_housekeeping.moc"
