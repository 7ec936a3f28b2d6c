#include "core/services/commitgroup.h"
#include "core/storage/databasefaults.h"
#include "core/storage/metastore.h"
#include "tests/services/callwatch.h"
#include "tests/services/invariants.h"
#include "tests/services/runsteps.h"
#include "tests/storage/testdatabase.h"

#include <QCoro/QCoroTask>

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using seams::CommitFault;

/// Steps that share one commit (core/services/commitgroup.h).
class TestCommitGroup : public QObject, private RunSteps
{
    Q_OBJECT

private slots:
    void readySteps_shareOneCommitWhereThatIsSafe_data() { TestDatabases::addDialects(); }
    void readySteps_shareOneCommitWhereThatIsSafe();
    void stepAlone_commitsByItself();
    void stepsOfAnotherTurn_commitAnew();
    void failingStep_harmsNoOther_data() { TestDatabases::addDialects(); }
    void failingStep_harmsNoOther();
    void failingCommit_isToldToAll_data();
    void failingCommit_isToldToAll();
    void run_takesFewerCommitsThanSteps_data();
    void run_takesFewerCommitsThanSteps();
    void commitsThatFailInARun_letNothingBeSent_data();
    void commitsThatFailInARun_letNothingBeSent();

private:
    using Step = std::function<StorageResult<Nothing>()>;
    enum class Told { Nobody, Done, Failed };

    /// Notes a name; with `fails` only after it has written.
    Step noting(const QString &name, bool fails = false)
    {
        return [this, name, fails]() -> StorageResult<Nothing> {
            auto transaction = Transaction::beginOrJoin(*m_database);
            if (!transaction) {
                return failure(transaction.error());
            }
            const auto noted = MetaStore(*m_database).setValue(name, u"noted"_s);
            if (!noted || fails) {
                return failure(noted ? StorageError{} : noted.error());
            }
            return transaction->commit();
        };
    }
    static QCoro::Task<> take(CommitGroup &group, Step step, Told &told)
    {
        const auto done = co_await group.commit(step);
        told = done ? Told::Done : Told::Failed;
    }
    /// As many steps as `told` has places, ready in the same turn; `failing` is the one that fails.
    void takeTogether(CommitGroup &group, QList<Told> &told, qsizetype failing = -1)
    {
        for (qsizetype number = 0; number < told.size(); ++number) {
            take(group, noting(nameOf(number), number == failing), told[number]);
        }
        QVERIFY(!told.contains(Told::Done)); // not before the turn ends
        QTRY_VERIFY(!told.contains(Told::Nobody));
    }
    static QString nameOf(qsizetype number) { return u"step %1"_s.arg(number); }
    int noted(qsizetype steps)
    {
        int count = 0;
        for (qsizetype number = 0; number < steps; ++number) {
            count += MetaStore(*m_database).value(nameOf(number)).value().has_value() ? 1 : 0;
        }
        return count;
    }

    TestDatabases m_databases;
    std::unique_ptr<Database> m_database;
};

void TestCommitGroup::readySteps_shareOneCommitWhereThatIsSafe()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    m_database = m_databases.fresh(dialect);
    CommitGroup group(*m_database);
    QList<Told> told(8, Told::Nobody);
    takeTogether(group, told);
    QCOMPARE(told.count(Told::Done), 8);
    QCOMPARE(noted(8), 8);
    QCOMPARE(group.stepCount(), 8);
    // On PostgreSQL the rows of several orders are not held at once.
    QCOMPARE(group.transactionCount(), dialect == DatabaseSpec::Dialect::Sqlite ? 1 : 8);
    QVERIFY(!m_database->inTransaction());
}

void TestCommitGroup::stepAlone_commitsByItself()
{
    m_database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
    CommitGroup group(*m_database);
    QList<Told> told(1, Told::Nobody);
    takeTogether(group, told);
    QCOMPARE(told.first(), Told::Done);
    QCOMPARE(noted(1), 1);
    QCOMPARE(group.transactionCount(), 1);
}

void TestCommitGroup::stepsOfAnotherTurn_commitAnew()
{
    m_database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
    CommitGroup group(*m_database);
    QList<Told> first(2, Told::Nobody);
    takeTogether(group, first);
    QList<Told> second(3, Told::Nobody);
    takeTogether(group, second);
    QCOMPARE(group.transactionCount(), 2);
    QCOMPARE(group.stepCount(), 5);
}

void TestCommitGroup::failingStep_harmsNoOther()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    m_database = m_databases.fresh(dialect);
    CommitGroup group(*m_database);
    QList<Told> told(4, Told::Nobody);
    takeTogether(group, told, 2);
    QCOMPARE(told, (QList<Told>{Told::Done, Told::Done, Told::Failed, Told::Done}));
    QCOMPARE(noted(4), 3);
    QVERIFY(!MetaStore(*m_database).value(nameOf(2)).value());
    QVERIFY(!m_database->inTransaction());
}

void TestCommitGroup::failingCommit_isToldToAll_data()
{
    QTest::addColumn<CommitFault>("fault");
    QTest::addColumn<int>("written");
    QTest::newRow("fails") << CommitFault::Before << 0;
    QTest::newRow("its answer is lost") << CommitFault::After << 3; // to be read back by each
}

void TestCommitGroup::failingCommit_isToldToAll()
{
    QFETCH(CommitFault, fault);
    QFETCH(int, written);
    m_database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
    {
        CommitGroup group(*m_database);
        QList<Told> told(3, Told::Nobody);
        seams::failDatabaseCall(0);
        takeTogether(group, told);
    }
    const qint64 commit = seams::databaseCalls(); // the last of a group of three
    m_database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
    CommitGroup group(*m_database);
    QList<Told> told(3, Told::Nobody);
    seams::failDatabaseCall(commit, fault);
    takeTogether(group, told);
    seams::failDatabaseCall(0);
    QCOMPARE(told.count(Told::Failed), 3);
    QCOMPARE(noted(3), written);
}

void TestCommitGroup::run_takesFewerCommitsThanSteps_data()
{
    QTest::addColumn<QString>("perSecond");
    QTest::addColumn<int>("steps"); ///< of each operation
    QTest::newRow("claim, read and arm, answer") << u"0"_s << 3;
    QTest::newRow("claim, read, arm in its turn, answer") << u"50"_s << 4;
}

void TestCommitGroup::run_takesFewerCommitsThanSteps()
{
    QFETCH(QString, perSecond);
    QFETCH(int, steps);
    m_money = std::make_unique<MoneyFixture>();
    m_money->open();
    QVERIFY(m_money->shop->settings().set(u"bulk.perSecond"_s, perSecond).ok());
    m_money->shop->reloadSettings();
    const CommitGroup &group = *m_money->shop->context().commits;
    const CallWatch watch(*m_money); // each request finds its ARMED row on disk, and no transaction open
    const Shop::OperationAnswer answer = m_money->operate(OperationKind::Capture, addOrders(12));
    QCOMPARE(countIn(answer, OperationState::Done), 12);
    QCOMPARE(watch.broken(), QStringList());
    QCOMPARE(group.stepCount(), 12 * steps);
    const bool paced = steps == 4; // then a step seldom finds another that is ready
    QVERIFY2(paced || group.transactionCount() <= group.stepCount() * 3 / 4,
             qPrintable(QString::number(group.transactionCount())));
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

void TestCommitGroup::commitsThatFailInARun_letNothingBeSent_data()
{
    QTest::addColumn<CommitFault>("fault");
    QTest::newRow("fails") << CommitFault::Before;
    QTest::newRow("its answer is lost") << CommitFault::After;
}

/// Each call of the first turns in all slots fails once: before the first arming nothing may have been sent,
/// and what was sent in the end has its record.
void TestCommitGroup::commitsThatFailInARun_letNothingBeSent()
{
    QFETCH(CommitFault, fault);
    for (qint64 call = 60; call <= 260; call += 7) {
        m_money = std::make_unique<MoneyFixture>();
        m_money->open();
        const QList<OrderId> orders = addOrders(4);
        QStringList broken;
        {
            const CallWatch watch(*m_money);
            seams::failDatabaseCall(call, fault);
            m_money->operate(OperationKind::Capture, orders);
            seams::failDatabaseCall(0);
            broken = watch.broken();
        }
        m_money->close();
        m_money->clock.advance(std::chrono::seconds(30));
        m_money->open();
        m_money->settle();
        for (int number = 1; number <= 4; ++number) {
            broken += Invariants(*m_money).brokenAtRest(MoneyFixture::gatewayOrderId(number));
        }
        broken += Invariants(*m_money).brokenStore();
        QVERIFY2(broken.isEmpty(), qPrintable(u"call %1: %2"_s.arg(call).arg(broken.join(u", "_s))));
    }
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestCommitGroup)
#include "test_commitgroup.moc"
