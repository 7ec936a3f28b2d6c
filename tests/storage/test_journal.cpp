#include "core/base/ids.h"
#include "core/base/japantime.h"
#include "core/storage/orderrepository.h"
#include "tests/storage/journalfixture.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = JournalFixture::now();
const Snapshot authorized = JournalFixture::authorized();

Evidence evidenceFrom(const QString &source)
{
    Evidence evidence;
    evidence.source = source;
    return evidence;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private slots:
    void operation_goesItsWayWithOneRowOfEvidenceForEachState_data() { TestDatabases::addDialects(); }
    void operation_goesItsWayWithOneRowOfEvidenceForEachState()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        const Operation operation = journal.armed();
        QCOMPARE(operation.state, OperationState::Armed);
        QCOMPARE(operation.attempt, 1);
        QCOMPARE(*operation.pre, authorized);
        const auto moved = journal.store.move({operation.id,
                                               OperationState::Armed,
                                               OperationState::InDoubt,
                                               operation.epoch,
                                               {},
                                               EndReason::NoAnswer},
                                              evidenceFrom(u"ANSWER"_s), now);
        QVERIFY(moved && *moved);
        const auto evidence = journal.store.evidenceOf(operation.id);
        QCOMPARE(evidence->size(), 4);
        QCOMPARE(evidence->last().state, u"IN_DOUBT"_s);
        const auto page = OrderRepository(*journal.database).page({journal.order});
        QCOMPARE(*page->first().doubt, OperationState::InDoubt);
        QVERIFY(journal.store.verifyChains()->isEmpty());
    }

    void move_underAnOldEpochTouchesNothing_data() { TestDatabases::addDialects(); }
    void move_underAnOldEpochTouchesNothing()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        const Operation operation = journal.armed();
        JournalStore other(*journal.database, {u"PC-2"_s, u"boot-2"_s, 0});
        QVERIFY(*other.adopt(operation, now));
        const auto moved = journal.store.move({operation.id, OperationState::Armed, OperationState::Done,
                                               operation.epoch, Proof::Answer, EndReason::None},
                                              evidenceFrom(u"ANSWER"_s), now);
        QVERIFY(moved && !*moved);
        QCOMPARE(journal.store.byId(operation.id)->state, OperationState::InDoubt);
        QVERIFY(!*journal.store.adopt(operation, now));
    }

    void payment_hasOneLiveOperationByTheDatabaseItself_data() { TestDatabases::addDialects(); }
    void payment_hasOneLiveOperationByTheDatabaseItself()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        journal.armed();
        const Operation second = journal.planned();
        const auto claim = journal.store.claim(second.id, now);
        QVERIFY(claim);
        QCOMPARE(claim->outcome, JournalStore::Claim::Outcome::HeldByOther);
        QVERIFY(claim->heldBy.contains(u"佐藤"_s));
        const auto forced =
            journal.database->run(u"UPDATE op SET state = 'CLAIMED' WHERE id = ?"_s, {second.id.value});
        QVERIFY(!forced);
        QCOMPARE(forced.error().kind, StorageError::Kind::Unique);
    }

    void claim_isRefusedWhileAFindingIsOpen_data() { TestDatabases::addDialects(); }
    void claim_isRefusedWhileAFindingIsOpen()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        Finding finding;
        finding.id = {newUuid()};
        finding.paymentId = journal.payment;
        finding.foundAt = now;
        finding.source = u"SWEEP"_s;
        QVERIFY(journal.store.openFinding(finding));
        const auto claim = journal.store.claim(journal.planned().id, now);
        QCOMPARE(claim->outcome, JournalStore::Claim::Outcome::FindingOpen);
        QVERIFY(journal.store.closeFinding(finding.id, u"佐藤"_s, u"ADOPT"_s, u"確認"_s, now));
        QCOMPARE(journal.store.claim(journal.planned().id, now)->outcome,
                 JournalStore::Claim::Outcome::Claimed);
    }

    void finalState_neverChanges_data() { TestDatabases::addDialects(); }
    void finalState_neverChanges()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        const Operation operation = journal.armed();
        const Move done{operation.id,    OperationState::Armed, OperationState::Done,
                        operation.epoch, Proof::Answer,         {}};
        QVERIFY(*journal.store.move(done, evidenceFrom(u"ANSWER"_s), now));
        const Move back{operation.id, OperationState::Done, OperationState::Refused, operation.epoch, {}, {}};
        QVERIFY(!journal.store.move(back, evidenceFrom(u"SYSTEM"_s), now));
    }

    void tampering_isFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("changed") << u"UPDATE evidence SET source = 'READ' WHERE seq = 2"_s;
        QTest::newRow("tail deleted") << u"DELETE FROM evidence WHERE seq = 3"_s;
        QTest::newRow("middle deleted") << u"DELETE FROM evidence WHERE seq = 2"_s;
        QTest::newRow("inserted")
            << u"INSERT INTO evidence SELECT 9, op_id, epoch, attempt, at, seat, source, class, http_status, "
               "body_offered, err_info, fields, state, prev_hash, hash FROM evidence WHERE seq = 2"_s;
        QTest::newRow("reordered") << u"UPDATE evidence SET seq = 5 - seq WHERE seq = 2"_s.replace(
            u"5 - seq"_s, u"8"_s);
        QTest::newRow("state") << u"UPDATE op SET state = 'DONE'"_s;
        QTest::newRow("amount") << u"UPDATE op SET want_amount = 1"_s;
        QTest::newRow("digest") << u"UPDATE op SET request_digest = 'x'"_s;
        QTest::newRow("all evidence") << u"DELETE FROM evidence"_s;
        QTest::newRow("operation and evidence") << u"DELETE FROM evidence;DELETE FROM op"_s;
        QTest::newRow("everything but the seal")
            << u"DELETE FROM evidence;DELETE FROM op;DELETE FROM meta WHERE name = 'operationCount'"_s;
        QTest::newRow("tail with the operation's head")
            << u"DELETE FROM evidence WHERE seq = 3;UPDATE op SET state = 'CLAIMED', attempt = 0, "
               u"chain_length = 2, "
               "chain_head = (SELECT hash FROM evidence WHERE seq = 2)"_s;
        QTest::newRow("seal") << u"UPDATE seal SET heads = ''"_s;
    }
    void tampering_isFound()
    {
        QFETCH(QString, sql);
        for (const auto dialect : {DatabaseSpec::Dialect::Sqlite, DatabaseSpec::Dialect::Postgresql}) {
            JournalFixture journal(m_databases.fresh(dialect));
            journal.armed();
            QVERIFY(journal.store.seal(now));
            QVERIFY(journal.store.verifyChains()->isEmpty());
            for (const QString &statement : sql.split(u';')) {
                QVERIFY(journal.database->run(statement));
            }
            QVERIFY(!journal.store.verifyChains()->isEmpty());
        }
    }

    void twoSeats_sealOneAfterTheOther()
    {
        JournalFixture journal(m_databases.fresh(DatabaseSpec::Dialect::Postgresql));
        journal.armed();
        auto transaction = Transaction::begin(*journal.database);
        QVERIFY(transaction.ok());
        QVERIFY(journal.store.seal(now));
        bool sealed = false;
        std::thread second([&, spec = journal.database->spec()] {
            const auto own = TestDatabases::open(spec, DatabaseMode::ReadWrite);
            sealed = own && JournalStore(*own, {u"PC-2"_s, u"boot-2"_s, 0}).seal(now).ok();
        });
        const auto waits = [&] {
            const auto row = journal.database->first(u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s);
            return row->value(0).toLongLong() > 0;
        };
        QTRY_VERIFY(waits());
        QVERIFY(transaction->commit());
        second.join();
        QVERIFY(sealed);
        QVERIFY(journal.store.verifyChains()->isEmpty());
    }

    void chains_areVerifiedAsTheyWereAtOneMoment_data() { TestDatabases::addDialects(); }
    void chains_areVerifiedAsTheyWereAtOneMoment()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        const auto armed = journal.armed();
        std::atomic<bool> over = false;
        bool broken = false;
        std::thread verifying([&, spec = journal.database->spec()] {
            const auto own = TestDatabases::open(spec, DatabaseMode::ReadOnly);
            JournalStore store(*own, Seat{});
            for (int times = 0; times < 200 && !broken; ++times) {
                const auto problems = store.verifyChains();
                broken = !problems || !problems->isEmpty();
            }
            over = true;
        });
        while (!over) {
            Evidence evidence;
            evidence.operationId = armed.id;
            evidence.at = now;
            evidence.source = u"READ"_s;
            if (!journal.store.append(evidence)) {
                break;
            }
        }
        verifying.join();
        QVERIFY(!broken);
    }

    void abandoned_isWhatAGoneSeatHolds()
    {
        const DatabaseSpec spec = m_databases.newSpec(DatabaseSpec::Dialect::Postgresql);
        auto gone = TestDatabases::open(spec);
        QVERIFY(migrate(*gone, {}));
        const Seat seat{u"PC-1"_s, u"boot-1"_s, 0};
        QVERIFY(holdSeat(*gone, seat));
        JournalFixture journal(TestDatabases::open(spec));
        journal.armed();
        JournalStore other(*journal.database, {u"PC-2"_s, u"boot-2"_s, 0});
        QVERIFY(other.abandoned()->isEmpty());
        gone.reset();
        QTRY_COMPARE(other.abandoned()->size(), 1);
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "test_journal.moc"
