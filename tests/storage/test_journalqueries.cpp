#include "core/base/ids.h"
#include "core/storage/journalrows.h"
#include "tests/storage/journalfixture.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

/// What the engine asks the journal for again and again, however long the journal is.
class TestJournalQueries : public QObject
{
    Q_OBJECT

    static QStringList planOf(Database &database, const QString &where, const QString &value)
    {
        const auto plan = database.listOf(u"EXPLAIN QUERY PLAN "_s + operationSelect() + where, {value},
                                          [](const Rows &row) { return row.text(3); });
        return plan ? *plan : QStringList();
    }
    /// In this state, whoever is said to own it.
    static OperationId add(JournalFixture &journal, const QString &state, const QString &boot,
                           const std::optional<RunId> &run = {})
    {
        Operation operation;
        operation.id = {newUuid()};
        operation.paymentId = journal.payment;
        operation.runId = run;
        operation.askedBy = u"佐藤"_s;
        operation.askedAt = JournalFixture::now();
        // One payment can have only one that is live.
        const bool stored =
            journal.database->run(u"DROP INDEX IF EXISTS op_one_live"_s) && journal.store.plan({operation}) &&
            journal.database->run(u"UPDATE op SET state = ?, owner_boot = ? WHERE id = ?"_s,
                                  {state, boot.isEmpty() ? QVariant() : QVariant(boot), operation.id.value});
        return stored ? operation.id : OperationId{};
    }

private slots:
    void openOperations_areFoundByTheirIndex()
    {
        JournalFixture journal(m_databases.fresh(DatabaseSpec::Dialect::Sqlite));
        QStringList wheres{whereInHand()};
        for (const OperationState state :
             {OperationState::Planned, OperationState::Claimed, OperationState::Armed,
              OperationState::InDoubt, OperationState::Conflict}) {
            wheres.append(whereState(state));
        }
        for (const QString &where : wheres) {
            const QStringList plan = planOf(*journal.database, where + u" ORDER BY o.number"_s, u"boot-1"_s);
            QVERIFY2(plan.value(0).contains(u"SEARCH o USING INDEX op_open (state=?)"),
                     qPrintable(where + u": "_s + plan.join(u'\n')));
        }
    }

    void everyState_isFound_data() { TestDatabases::addDialects(); }
    void everyState_isFound()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        for (const OperationState state :
             {OperationState::Planned, OperationState::Claimed, OperationState::Armed,
              OperationState::InDoubt, OperationState::Conflict, OperationState::Done,
              OperationState::Refused, OperationState::Cancelled}) {
            const OperationId id = add(journal, codeOf(state), u"boot-1"_s);
            const auto found = journal.store.inState(state);
            QVERIFY2(found && found->size() == 1 && found->first().id == id, qPrintable(codeOf(state)));
        }
    }

    void inHand_isWhatThisBootBegan_data() { TestDatabases::addDialects(); }
    void inHand_isWhatThisBootBegan()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        const RunId run{newUuid()};
        QList<OperationId> expected;
        for (const QString &state : {u"PLANNED"_s, u"CLAIMED"_s, u"ARMED"_s}) {
            expected.append(add(journal, state, u"boot-1"_s));
            add(journal, state, u"boot-2"_s);
            add(journal, state, QString());
            const OperationId ofRun = add(journal, state, u"boot-1"_s, run);
            if (state != u"PLANNED") { // else it waits for its run
                expected.append(ofRun);
            }
        }
        for (const QString &state : {u"IN_DOUBT"_s, u"CONFLICT"_s, u"DONE"_s, u"REFUSED"_s, u"CANCELLED"_s}) {
            add(journal, state, u"boot-1"_s);
        }
        QList<OperationId> found;
        const auto inHand = journal.store.inHandOf(u"boot-1"_s);
        QVERIFY(inHand);
        for (const Operation &operation : *inHand) {
            found.append(operation.id);
        }
        QCOMPARE(found, expected);
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestJournalQueries)
#include "test_journalqueries.moc"
