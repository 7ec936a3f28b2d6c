#include "core/services/setup.h"
#include "tests/chaos/moneyplaces.h"
#include "tests/chaos/victim.h"
#include "tests/services/invariants.h"

#include <QTest>

#include <numeric>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

namespace {

constexpr int Orders = 7; ///< of a run with several slots: some are begun, some are not

} // namespace

/// Runs of several orders whose program dies while it works them off.
class TestKilledRuns : public QObject
{
    Q_OBJECT

private slots:
    void killedRunAndItsKilledResume_leaveNothingTwice_data();
    void killedRunAndItsKilledResume_leaveNothingTwice();
    void killedRunOfSeveralSlots_leavesNothingTwice_data();
    void killedRunOfSeveralSlots_leavesNothingTwice();

private:
    /// Of the closed shop: how many items of a run are worked off at once.
    static void setSlots(MoneyFixture &money, int count);
    /// The next start takes over what the killed one left and reads what is in doubt.
    static bool startAgain(MoneyFixture &money);
    static int countOf(const RunStore::Run &run)
    {
        return int(std::accumulate(run.counts.begin(), run.counts.end(), qint64(0)));
    }

    MoneyPlaces m_places;
};

void TestKilledRuns::setSlots(MoneyFixture &money, int count)
{
    SetupRequest request;
    request.dataFolder = money.dataFolder();
    request.settings = {{u"bulk.parallel"_s, QString::number(count)}};
    QVERIFY(money.run(setUpShop(request, money.clock)).ok());
}

bool TestKilledRuns::startAgain(MoneyFixture &money)
{
    const bool taken = openAfterKill(money);
    money.settle();
    return taken && money.shop->context().journal.inState(OperationState::InDoubt).value().isEmpty();
}

void TestKilledRuns::killedRunAndItsKilledResume_leaveNothingTwice_data()
{
    TestDatabases::addDialects();
}

/// The first item's answer is lost, the second is armed and never sent, the third is left to the last start.
void TestKilledRuns::killedRunAndItsKilledResume_leaveNothingTwice()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (MoneyPlaces::isMissing(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const auto money = m_places.newMoney(dialect);
    money->open();
    Invariants invariants(*money);
    for (int number = 1; number <= 3; ++number) {
        money->addOrder(number, Yen{3200});
    }
    money->close();
    setSlots(*money, 1); // so that there is an item that nobody has begun
    QCOMPARE(Victim(*money).run({u"capture"_s}, "K6"), Victim::Killed);
    QVERIFY(startAgain(*money));
    const RunStore::Run run = money->shop->context().runs.all().value().first();
    QCOMPARE(run.state, RunStore::State::Paused);
    QCOMPARE(run.counts.value(OperationState::Done), 1);
    QCOMPARE(run.counts.value(OperationState::Planned), 2);
    money->close();

    QCOMPARE(Victim(*money).run({u"resume"_s}, "K4"), Victim::Killed);
    QVERIFY(startAgain(*money));
    QCOMPARE(invariants.brokenRuns(), QStringList());
    money->run(money->shop->resumeRun(run.id, [] { return false; }));

    const RunStore::Run over = money->shop->context().runs.byId(run.id).value().value();
    QCOMPARE(over.state, RunStore::State::Finished);
    QCOMPARE(over.counts.value(OperationState::Done), 2);
    QCOMPARE(over.counts.value(OperationState::Refused), 1);
    QCOMPARE(money->gateway.arrived(u"AlterTran"_s), 2);
    for (int number = 1; number <= 3; ++number) {
        QCOMPARE(invariants.brokenAtRest(MoneyFixture::gatewayOrderId(number)), QStringList());
    }
    QCOMPARE(invariants.brokenRuns() + invariants.brokenStore(), QStringList());
}

void TestKilledRuns::killedRunOfSeveralSlots_leavesNothingTwice_data()
{
    QTest::addColumn<DatabaseSpec::Dialect>("dialect");
    QTest::addColumn<QByteArray>("point");
    QTest::addColumn<int>("sent");  ///< requests on their way when the program died
    QTest::addColumn<int>("armed"); ///< at least, and at most one in each slot: they may share the commit
    for (const auto dialect : {DatabaseSpec::Dialect::Sqlite, DatabaseSpec::Dialect::Postgresql}) {
        const char *const name = dialect == DatabaseSpec::Dialect::Sqlite ? "sqlite" : "postgresql";
        QTest::addRow("%s K4", name) << dialect << QByteArray("K4") << 0 << 1;
        QTest::addRow("%s K6", name) << dialect << QByteArray("K6") << 4 << 4;
    }
}

/// Every answer takes so long that all four slots have sent before the first one hears anything.
void TestKilledRuns::killedRunOfSeveralSlots_leavesNothingTwice()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    QFETCH(QByteArray, point);
    QFETCH(int, sent);
    QFETCH(int, armed);
    if (MoneyPlaces::isMissing(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const auto money = m_places.newMoney(dialect);
    money->open();
    Invariants invariants(*money);
    for (int number = 1; number <= Orders; ++number) {
        money->addOrder(number, Yen{3200});
    }
    money->close();
    setSlots(*money, 4);
    money->gateway.addFaults(
        {{.kind = FaultKind::DelayAfter, .call = u"AlterTran"_s, .probability = 1, .ms = 1000}});
    QCOMPARE(Victim(*money).run({u"capture"_s}, point), Victim::Killed);
    money->gateway.clearFaults();
    QCOMPARE(money->gateway.arrived(u"AlterTran"_s), sent);

    QVERIFY(startAgain(*money));
    const RunStore::Run run = money->shop->context().runs.all().value().first();
    QCOMPARE(run.state, RunStore::State::Paused);
    QCOMPARE(countOf(run), Orders);
    QCOMPARE(run.counts.value(OperationState::Done), sent);
    const auto left = int(run.counts.value(OperationState::Planned)); // never armed: what a resume works off
    QVERIFY2(left <= Orders - armed && left >= Orders - 4, qPrintable(QString::number(left)));
    QCOMPARE(money->gateway.arrived(u"AlterTran"_s), sent);
    QCOMPARE(invariants.brokenRuns(), QStringList());

    money->run(money->shop->resumeRun(run.id, [] { return false; }));
    const RunStore::Run over = money->shop->context().runs.byId(run.id).value().value();
    QCOMPARE(over.state, RunStore::State::Finished);
    QCOMPARE(countOf(over), Orders);
    QCOMPARE(over.counts.value(OperationState::Done), sent + left);
    QCOMPARE(money->gateway.arrived(u"AlterTran"_s), sent + left);
    for (int number = 1; number <= Orders; ++number) {
        QCOMPARE(invariants.brokenAtRest(MoneyFixture::gatewayOrderId(number)), QStringList());
    }
    QCOMPARE(invariants.brokenRuns() + invariants.brokenStore(), QStringList());
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestKilledRuns)
#include "test_killedruns.moc"
