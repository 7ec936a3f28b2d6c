#include "core/services/setup.h"
#include "tests/chaos/killcampaign.h"
#include "tests/chaos/victim.h"
#include "tests/services/invariants.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

class TestKillPoints : public QObject
{
    Q_OBJECT

private slots:
    void killedOperation_hasOneTruthAfterTheNextStart_data();
    void killedOperation_hasOneTruthAfterTheNextStart();
    void killedPoll_leavesTheDoubtToTheNextStart_data();
    void killedPoll_leavesTheDoubtToTheNextStart();
    void killedRunAndItsKilledResume_leaveNothingTwice_data();
    void killedRunAndItsKilledResume_leaveNothingTwice();
    void killedBackup_doesNotLookLikeOne();
    void killsAtRandomMoments_breakNothing_data();
    void killsAtRandomMoments_breakNothing();

private:
    std::unique_ptr<MoneyFixture> newMoney(DatabaseSpec::Dialect dialect)
    {
        return std::make_unique<MoneyFixture>(place(dialect));
    }
    QString place(DatabaseSpec::Dialect dialect)
    {
        return dialect == DatabaseSpec::Dialect::Sqlite ? QString() : m_server.newDatabase();
    }
    static bool isMissing(DatabaseSpec::Dialect dialect)
    {
        return dialect == DatabaseSpec::Dialect::Postgresql &&
               qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL");
    }

    struct LazyServer
    {
        QString newDatabase()
        {
            if (!server) {
                server = std::make_unique<PostgresqlServer>();
            }
            return server->newDatabase();
        }
        std::unique_ptr<PostgresqlServer> server;
    };
    LazyServer m_server;
};

void TestKillPoints::killedOperation_hasOneTruthAfterTheNextStart_data()
{
    QTest::addColumn<DatabaseSpec::Dialect>("dialect");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QByteArray>("point");
    QTest::addColumn<bool>("sent"); ///< whether the request was on its way when the program died
    const QStringList operations{u"capture"_s, u"cancel"_s, u"change"_s};
    for (int point = 1; point <= 8; ++point) {
        for (const QString &operation : operations) {
            const QByteArray name = "K" + QByteArray::number(point);
            QTest::addRow("sqlite %s %s", qPrintable(operation), name.constData())
                << DatabaseSpec::Dialect::Sqlite << operation << name << (point >= 6);
        }
        const QString &operation = operations[point % operations.size()];
        const QByteArray name = "K" + QByteArray::number(point);
        QTest::addRow("postgresql %s %s", qPrintable(operation), name.constData())
            << DatabaseSpec::Dialect::Postgresql << operation << name << (point >= 6);
    }
}

void TestKillPoints::killedOperation_hasOneTruthAfterTheNextStart()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    QFETCH(QString, operation);
    QFETCH(QByteArray, point);
    QFETCH(bool, sent);
    if (isMissing(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const auto money = newMoney(dialect);
    money->open();
    const OrderId order = money->addOrder(272, Yen{3200}, {.amount = Yen{2000}});
    money->close();

    QCOMPARE(Victim(*money).run({operation, QString::number(order.value)}, point), Victim::Killed);
    const QString call = operation == u"change"_s ? u"ChangeTran"_s : u"AlterTran"_s;
    QCOMPARE(money->gateway.arrived(call), sent ? 1 : 0);

    QVERIFY(openAfterKill(*money));
    Invariants invariants(*money);
    const QString payment = MoneyFixture::gatewayOrderId(272);
    QCOMPARE(invariants.broken(payment), QStringList());
    money->settle();
    QCOMPARE(invariants.brokenAtRest(payment), QStringList());
    QCOMPARE(invariants.brokenStore(), QStringList());
    QCOMPARE(money->gateway.arrived(call), sent ? 1 : 0);
    const auto operations = money->shop->context().journal.inState(OperationState::Done);
    QCOMPARE(operations.value().size(), sent ? 1 : 0);
}

void TestKillPoints::killedPoll_leavesTheDoubtToTheNextStart_data()
{
    TestDatabases::addDialects();
}

void TestKillPoints::killedPoll_leavesTheDoubtToTheNextStart()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (isMissing(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const auto money = newMoney(dialect);
    money->open();
    const OrderId order = money->addOrder(272, Yen{3200});
    money->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    const OperationItem item = money->operateOne(OperationKind::Capture, order);
    QCOMPARE(item.state, OperationState::InDoubt);
    money->close();

    QCOMPARE(Victim(*money).run({u"settle"_s}, "K9"), Victim::Killed);
    QVERIFY(openAfterKill(*money));
    QCOMPARE(money->operation(item).state, OperationState::InDoubt);
    money->settle();
    QCOMPARE(money->operation(item).state, OperationState::Done);
    Invariants invariants(*money);
    QCOMPARE(invariants.brokenAtRest(MoneyFixture::gatewayOrderId(272)), QStringList());
    QCOMPARE(invariants.brokenStore(), QStringList());
}

void TestKillPoints::killedRunAndItsKilledResume_leaveNothingTwice_data()
{
    TestDatabases::addDialects();
}

/// The first item's answer is lost, the second is armed and never sent, the third is left to the last start.
void TestKillPoints::killedRunAndItsKilledResume_leaveNothingTwice()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (isMissing(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const auto money = newMoney(dialect);
    money->open();
    Invariants invariants(*money);
    for (int number = 1; number <= 3; ++number) {
        money->addOrder(number, Yen{3200});
    }
    money->close();
    SetupRequest oneSlot; // so that there is an item that nobody has begun
    oneSlot.dataFolder = money->dataFolder();
    oneSlot.settings = {{u"bulk.parallel"_s, u"1"_s}};
    QVERIFY(money->run(setUpShop(oneSlot, money->clock)).ok());
    const auto startAgain = [&money] {
        const bool taken = openAfterKill(*money);
        money->settle();
        return taken && money->shop->context().journal.inState(OperationState::InDoubt).value().isEmpty();
    };
    QCOMPARE(Victim(*money).run({u"capture"_s}, "K6"), Victim::Killed);
    QVERIFY(startAgain());
    const RunStore::Run run = money->shop->context().runs.all().value().first();
    QCOMPARE(run.state, RunStore::State::Paused);
    QCOMPARE(run.counts.value(OperationState::Done), 1);
    QCOMPARE(run.counts.value(OperationState::Planned), 2);
    money->close();

    QCOMPARE(Victim(*money).run({u"resume"_s}, "K4"), Victim::Killed);
    QVERIFY(startAgain());
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

void TestKillPoints::killedBackup_doesNotLookLikeOne()
{
    const auto money = newMoney(DatabaseSpec::Dialect::Sqlite);
    money->open();
    const OrderId order = money->addOrder(272, Yen{3200});
    money->operateOne(OperationKind::Capture, order);
    money->close();
    const QString backup = money->dataFolder() + u"/victim.sqlite"_s;

    QCOMPARE(Victim(*money).run({u"backup"_s}, "K10"), Victim::Killed);
    QVERIFY(!QFile::exists(backup));
    QVERIFY(openAfterKill(*money));
    Invariants invariants(*money);
    QCOMPARE(invariants.brokenAtRest(MoneyFixture::gatewayOrderId(272)), QStringList());
    money->close();
    QCOMPARE(Victim(*money).run({u"backup"_s}), 0);
    QVERIFY(QFile::exists(backup));
    money->open();
    QCOMPARE(Invariants(*money).brokenStore(), QStringList());
}

void TestKillPoints::killsAtRandomMoments_breakNothing_data()
{
    TestDatabases::addDialects();
}

void TestKillPoints::killsAtRandomMoments_breakNothing()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (isMissing(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    KillCampaign campaign;
    campaign.seed = 20201203;
    campaign.kills = dialect == DatabaseSpec::Dialect::Sqlite ? 9 : 3;
    campaign.database = place(dialect);
    const KillCampaign::Result result = campaign.run();
    QCOMPARE(result.broken, QStringList());
    QCOMPARE(result.kills, campaign.kills);
    QVERIFY(result.requests > 0);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestKillPoints)
#include "test_killpoints.moc"
