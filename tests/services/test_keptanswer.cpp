#include "core/storage/databasefaults.h"
#include "tests/services/invariants.h"
#include "tests/services/runsteps.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

/// What the gateway said is on disk even when the store does not take what follows from it (journal.md §6.7).
class TestKeptAnswer : public QObject, private RunSteps
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        seams::failDatabaseCall(0);
        m_money.reset();
    }

    void answer_isKeptWithoutItsState_data() { TestDatabases::addDialects(); }
    void answer_isKeptWithoutItsState();
    void answersThatShareACommit_areKept();
    void commitWithoutWord_leavesOneAnswer_data();
    void commitWithoutWord_leavesOneAnswer();
    void storeThatRefusedTheState_hasNotRecovered();

private:
    bool open(DatabaseSpec::Dialect dialect = DatabaseSpec::Dialect::Sqlite)
    {
        QString place;
        if (dialect == DatabaseSpec::Dialect::Postgresql) {
            if (qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
                return false;
            }
            m_server = m_server ? std::move(m_server) : std::make_unique<PostgresqlServer>();
            place = m_server->newDatabase();
        }
        m_money = std::make_unique<MoneyFixture>(place);
        m_money->open();
        return true;
    }
    ShopContext &context() { return m_money->shop->context(); }
    /// From now on no operation gets DONE.
    bool refuseDone()
    {
        Database &database = context().database;
        if (database.dialect() == Database::Dialect::Sqlite) {
            return database
                .run(u"CREATE TRIGGER broken BEFORE UPDATE ON op WHEN NEW.state = 'DONE' BEGIN SELECT "
                     "RAISE(ABORT, 'broken'); END"_s)
                .ok();
        }
        return database
                   .run(u"CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE "
                        "EXCEPTION ''broken''; END'"_s)
                   .ok() &&
               database
                   .run(u"CREATE TRIGGER broken BEFORE UPDATE ON op FOR EACH ROW WHEN (NEW.state = "
                        "'DONE') EXECUTE FUNCTION broken()"_s)
                   .ok();
    }
    bool allowDone()
    {
        const bool sqlite = context().database.dialect() == Database::Dialect::Sqlite;
        return context()
            .database.run(sqlite ? u"DROP TRIGGER broken"_s : u"DROP TRIGGER broken ON op"_s)
            .ok();
    }
    int answersKept(OperationState state)
    {
        const auto row = context().database.first(
            u"SELECT count(*) FROM evidence e JOIN op o ON o.id = e.op_id WHERE e.source = 'ANSWER' AND "
            "e.class = 'SUCCESS' AND o.state = ?"_s,
            {codeOf(state)});
        return row->value(0).toInt();
    }
    /// At the first word that the store fails: how many answers are kept of operations that are ARMED still.
    /// The store is well again then.
    void lookAtTheFirstFailure(int &kept)
    {
        connect(&m_money->shop->notifier(), &ChangeNotifier::storeFailing, this, [this, &kept] {
            if (kept < 0) {
                kept = answersKept(OperationState::Armed);
                QVERIFY(allowDone());
            }
        });
    }

    std::unique_ptr<PostgresqlServer> m_server;
};

void TestKeptAnswer::answer_isKeptWithoutItsState()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    if (!open(dialect)) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    const OrderId order = addOrders(1).first();
    int kept = -1;
    lookAtTheFirstFailure(kept);
    QVERIFY(refuseDone());
    const OperationItem item = m_money->operateOne(OperationKind::Capture, order);
    QCOMPARE(kept, 1);
    QCOMPARE(item.state, OperationState::Done);
    QCOMPARE(item.proof, Proof::Answer);
    QCOMPARE(answersKept(OperationState::Done), 1);
    QVERIFY(!context().storeFailing());
    QCOMPARE(sent(), 1);
    QVERIFY(m_money->chainProblems().isEmpty());
    QCOMPARE(Invariants(*m_money).brokenAtRest(MoneyFixture::gatewayOrderId(1)), QStringList());
}

void TestKeptAnswer::answersThatShareACommit_areKept()
{
    QVERIFY(open());
    const QList<OrderId> orders = addOrders(4);
    // Only the second operation cannot get DONE, again and again; the others' commits it may share.
    int kept = -1;
    int failures = 0;
    connect(&m_money->shop->notifier(), &ChangeNotifier::storeFailing, this, [&] {
        kept = answersKept(OperationState::Armed);
        if (++failures == 3) {
            QVERIFY(allowDone());
        }
    });
    QVERIFY(context()
                .database
                .run(u"CREATE TRIGGER broken BEFORE UPDATE ON op WHEN NEW.state = 'DONE' AND NEW.number = 2 "
                     "BEGIN SELECT RAISE(ABORT, 'broken'); END"_s)
                .ok());
    const auto answer = m_money->operate(OperationKind::Capture, orders);
    QCOMPARE(failures, 3);
    QCOMPARE(kept, 1);
    QCOMPARE(countIn(answer, OperationState::Done), 4);
    QCOMPARE(answersKept(OperationState::Done), 4);
    QCOMPARE(sent(), 4);
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

void TestKeptAnswer::commitWithoutWord_leavesOneAnswer_data()
{
    QTest::addColumn<int>("orders");
    QTest::newRow("its own commit") << 1;
    QTest::newRow("a shared commit") << 2;
}

/// Whichever commit it is: an answer is one row of evidence, and who shows a payment hears that it is
/// captured.
void TestKeptAnswer::commitWithoutWord_leavesOneAnswer()
{
    QFETCH(int, orders);
    QVERIFY(open());
    QSet<OrderId> heardDone;
    connect(&m_money->shop->notifier(), &ChangeNotifier::paymentChanged, this,
            [&](PaymentId payment, OrderId order) {
                const auto operations = context().journal.ofPayment(payment);
                // It may be this look that the fault meets.
                const bool isUnread = !operations;
                if (isUnread ||
                    (!operations->isEmpty() && operations->last().state == OperationState::Done)) {
                    heardDone.insert(order);
                }
            });
    bool struck = true;
    for (int call = 1; struck; ++call) {
        QVERIFY2(call < 1000, "a capture does not end");
        const QList<OrderId> asked = addOrders(orders, call * orders);
        seams::failDatabaseCall(call, seams::CommitFault::After);
        m_money->operate(OperationKind::Capture, asked);
        struck = seams::databaseCalls() >= call;
        seams::failDatabaseCall(0);
        const auto twice = context().database.first(
            u"SELECT count(*) FROM (SELECT op_id FROM evidence WHERE source = 'ANSWER' GROUP BY op_id, "
            "attempt HAVING count(*) > 1)"_s);
        QVERIFY2(twice->value(0) == 0, qPrintable(u"call %1"_s.arg(call)));
        for (const OrderId order : asked) {
            const PaymentId payment = context().payments.ofOrder(order)->first().id;
            const auto operations = context().journal.ofPayment(payment);
            const bool isDone = !operations->isEmpty() && operations->last().state == OperationState::Done;
            QVERIFY2(!isDone || heardDone.contains(order), qPrintable(u"call %1"_s.arg(call)));
        }
    }
    QCOMPARE(Invariants(*m_money).brokenStore(), QStringList());
}

/// Between the answer, kept alone, and the next try to move the state nobody claims anything.
void TestKeptAnswer::storeThatRefusedTheState_hasNotRecovered()
{
    QVERIFY(open());
    const OrderId order = addOrders(1).first();
    int failures = 0;
    connect(&m_money->shop->notifier(), &ChangeNotifier::storeFailing, this, [&] {
        ++failures;
        if (failures == 1) {
            QVERIFY(context().database.run(u"DROP TRIGGER unkept"_s).ok());
        } else if (failures == 3) {
            QVERIFY(allowDone());
        }
    });
    QList<int> waitingAtRecovery;
    connect(&m_money->shop->notifier(), &ChangeNotifier::storeRecovered, this,
            [&] { waitingAtRecovery.append(answersKept(OperationState::Armed)); });
    QVERIFY(refuseDone());
    QVERIFY(context()
                .database
                .run(u"CREATE TRIGGER unkept BEFORE INSERT ON evidence WHEN NEW.source = 'ANSWER' BEGIN "
                     "SELECT RAISE(ABORT, 'unkept'); END"_s)
                .ok());
    QCOMPARE(m_money->operateOne(OperationKind::Capture, order).state, OperationState::Done);
    QCOMPARE(waitingAtRecovery, QList<int>{0});
    QVERIFY(!context().storeFailing());
    QCOMPARE(Invariants(*m_money).brokenAtRest(MoneyFixture::gatewayOrderId(1)), QStringList());
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestKeptAnswer)
#include "test_keptanswer.moc"
