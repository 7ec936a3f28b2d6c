#include "core/base/ids.h"
#include "core/base/japantime.h"
#include "core/storage/evidencechain.h"
#include "core/storage/journalrows.h"
#include "core/storage/orderrepository.h"
#include "tests/storage/journalfixture.h"
#include "tests/storage/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
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
    /// Chains of older versions stand: the text that is hashed is QJsonDocument's, to the byte.
    void hash_isThatOfTheCompactJsonOfAllColumns_data()
    {
        QTest::addColumn<QString>("fields");
        QTest::newRow("nothing") << QString();
        QTest::newRow("json") << uR"({"Status":"AUTH","detail":"a \\ b"})"_s;
        QTest::newRow("kanji and a pair") << u"髙橋①😀"_s;
        QTest::newRow("control characters") << u"a\n\t\u0001\u007f\u2028\""_s;
        QTest::newRow("half a pair") << QString(QChar(0xd83d));
    }
    void hash_isThatOfTheCompactJsonOfAllColumns()
    {
        QFETCH(QString, fields);
        Evidence row;
        row.sequence = 9007199254740993; // no double
        row.operationId = {u"an operation"_s};
        row.epoch = 2;
        row.attempt = 1;
        row.at = QDateTime({2020, 12, 3}, {4, 21, 23, 7}, Qt::UTC);
        row.seat = u"卓 \"1\""_s;
        row.source = u"ANSWER"_s;
        row.httpStatus = 200;
        row.bodyOffered = true;
        row.fields = fields;
        row.previousHash = u"00ff"_s;
        const auto textOrNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : text; };
        const QJsonArray columns{u"00ff"_s,
                                 u"9007199254740993"_s,
                                 u"an operation"_s,
                                 u"2"_s,
                                 u"1"_s,
                                 u"2020-12-03T04:21:23.007Z"_s,
                                 row.seat,
                                 u"ANSWER"_s,
                                 QJsonValue(),
                                 u"200"_s,
                                 true,
                                 QJsonValue(),
                                 textOrNull(fields),
                                 QJsonValue()};
        QCOMPARE(hashOf(row),
                 hashOfText(QString::fromUtf8(QJsonDocument(columns).toJson(QJsonDocument::Compact))));
    }
    void operation_goesItsWayWithOneRowOfEvidenceForEachState_data() { TestDatabases::addDialects(); }
    void operation_goesItsWayWithOneRowOfEvidenceForEachState()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        const Operation operation = journal.armed();
        QCOMPARE(operation.state, OperationState::Armed);
        QCOMPARE(operation.attempt, 1);
        QCOMPARE(*operation.pre, authorized);
        QCOMPARE(*operation.orderTotal, Yen{3000});
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

    void order_showsItsNewestOperationAfterEachStep_data() { TestDatabases::addDialects(); }
    void order_showsItsNewestOperationAfterEachStep()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        const auto shown = [&journal] {
            return *journal.database->first(u"SELECT doubt, last_operation, last_operation_state, last_error "
                                            "FROM orders"_s);
        };
        const auto isAsMadeAnew = [&](const QString &state) {
            const QVariantList before = shown();
            return before[2] == state && refreshDoubt(*journal.database, journal.order) && shown() == before;
        };
        const auto move = [&journal](const Operation &operation, OperationState from, OperationState to,
                                     qint64 epoch, const QString &error = {}) {
            Evidence evidence = evidenceFrom(u"ANSWER"_s);
            evidence.errInfo = error;
            return *journal.store.move({operation.id, from, to, epoch, {}, EndReason::None}, evidence, now);
        };
        using State = OperationState;
        const Operation first = journal.planned();
        QVERIFY(isAsMadeAnew(u"PLANNED"_s));
        const qint64 epoch = journal.store.claim(first.id, now)->epoch;
        QVERIFY(isAsMadeAnew(u"CLAIMED"_s));
        QVERIFY(*journal.store.arm({first.id, epoch, authorized, u"SALES"_s, u"digest"_s, now}));
        QVERIFY(isAsMadeAnew(u"CLAIMED"_s)); // stands for ARMED too
        Evidence busy = evidenceFrom(u"ANSWER"_s);
        busy.operationId = first.id;
        busy.at = now;
        busy.errInfo = u"E92000001"_s;
        QVERIFY(journal.store.append(busy));
        QVERIFY(move(first, State::Armed, State::Claimed, epoch));
        QVERIFY(isAsMadeAnew(u"CLAIMED"_s));
        QCOMPARE(shown()[3].toString(), u"E92000001"_s);
        QVERIFY(*journal.store.arm({first.id, epoch, authorized, u"SALES"_s, u"digest"_s, now}));
        QVERIFY(move(first, State::Armed, State::InDoubt, epoch));
        QVERIFY(isAsMadeAnew(u"IN_DOUBT"_s));
        // Another one is planned while the first is in doubt, and is the one that is shown from now on.
        const Operation second = journal.planned();
        QVERIFY(isAsMadeAnew(u"PLANNED"_s));
        QCOMPARE(shown()[0].toString(), u"IN_DOUBT"_s);
        QCOMPARE(shown()[3].toString(), QString());
        QVERIFY(move(first, State::InDoubt, State::Refused, epoch));
        QVERIFY(isAsMadeAnew(u"PLANNED"_s));
        const Operation third = journal.planned();
        QVERIFY(move(second, State::Planned, State::Cancelled, 0));
        QVERIFY(isAsMadeAnew(u"PLANNED"_s));
        QVERIFY(move(third, State::Planned, State::Cancelled, 0, u"E01090008"_s));
        QVERIFY(isAsMadeAnew(u"CANCELLED"_s));
        QCOMPARE(shown()[3].toString(), u"E01090008"_s);
        // What was refused as too busy and then worked has no error any more.
        const Operation fourth = journal.planned();
        const qint64 fourthEpoch = journal.store.claim(fourth.id, now)->epoch;
        QVERIFY(*journal.store.arm({fourth.id, fourthEpoch, authorized, u"SALES"_s, u"digest"_s, now}));
        QVERIFY(move(fourth, State::Armed, State::Claimed, fourthEpoch, u"E92000001"_s));
        QCOMPARE(shown()[3].toString(), u"E92000001"_s);
        QVERIFY(*journal.store.arm({fourth.id, fourthEpoch, authorized, u"SALES"_s, u"digest"_s, now}));
        QVERIFY(move(fourth, State::Armed, State::Done, fourthEpoch));
        QVERIFY(isAsMadeAnew(u"DONE"_s));
        QCOMPARE(shown()[3].toString(), QString());
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
        QCOMPARE(claim->heldBy, u"佐藤（PC-1、2020-12-03 14:00:00 から）"_s);
        const auto forced =
            journal.database->run(u"UPDATE op SET state = 'CLAIMED' WHERE id = ?"_s, {second.id.value});
        QVERIFY(!forced);
        QCOMPARE(forced.error().kind, StorageError::Kind::Unique);
    }

    void claimThatJoinedATransaction_leavesItToItsOwner_data() { TestDatabases::addDialects(); }
    /// On PostgreSQL nothing can be read in a transaction in which the database has objected.
    void claimThatJoinedATransaction_leavesItToItsOwner()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        journal.armed();
        const Operation second = journal.planned();
        {
            auto shared = Transaction::begin(*journal.database);
            QVERIFY(shared);
            const auto claim = journal.store.claim(second.id, now);
            QVERIFY(!claim);
            QCOMPARE(claim.error().kind, StorageError::Kind::Unique);
        }
        const auto alone = journal.store.claim(second.id, now);
        QVERIFY(alone);
        QCOMPARE(alone->outcome, JournalStore::Claim::Outcome::HeldByOther);
        QCOMPARE(journal.store.byId(second.id)->state, OperationState::Planned);
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

    void claim_isRefusedAfterThePaymentWasTakenOff_data() { TestDatabases::addDialects(); }
    void claim_isRefusedAfterThePaymentWasTakenOff()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        PaymentRepository payments(*journal.database, {});
        QVERIFY(payments.unlink(journal.payment, u"誤り"_s, u"佐藤"_s, u"PC-1"_s));
        const Operation operation = journal.planned();
        QCOMPARE(journal.store.claim(operation.id, now)->outcome, JournalStore::Claim::Outcome::Unlinked);
        QCOMPARE(journal.store.byId(operation.id)->state, OperationState::Planned);
        QCOMPARE(*payments.link(journal.order, u"shop"_s, u"272-03132123"_s, PaymentMethod::Card),
                 PaymentRepository::LinkOutcome::Linked);
        QCOMPARE(journal.store.claim(operation.id, now)->outcome, JournalStore::Claim::Outcome::Claimed);
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
               "body_offered, err_info, fields, state, prev_hash, hash, outcome FROM evidence WHERE seq = 2"_s;
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
            tamper(journal, sql);
        }
    }

    void tamperingWithAnEnd_isFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("reason") << u"UPDATE op SET end_reason = 'NO_EFFECT'"_s;
        QTest::newRow("reason that nobody knows") << u"UPDATE op SET end_reason = 'X'"_s;
        QTest::newRow("proof") << u"UPDATE op SET proof = 'PERSON'"_s;
        QTest::newRow("no proof") << u"UPDATE op SET proof = NULL"_s;
        QTest::newRow("end") << u"UPDATE op SET ended_at = asked_at"_s;
        QTest::newRow("no end") << u"UPDATE op SET ended_at = NULL"_s;
        QTest::newRow("arming") << u"UPDATE op SET armed_at = ended_at"_s;
        QTest::newRow("no arming") << u"UPDATE op SET armed_at = NULL"_s;
        QTest::newRow("asking") << u"UPDATE op SET asked_at = ended_at"_s;
        QTest::newRow("order's total") << u"UPDATE op SET order_total = 1"_s;
        QTest::newRow("no order's total") << u"UPDATE op SET order_total = NULL"_s;
        QTest::newRow("outcome in the evidence") << u"UPDATE evidence SET outcome = NULL WHERE seq = 4"_s;
        QTest::newRow("payment")
            << u"INSERT INTO payment (order_id, shop, gw_order_id, pay_type, gateway_method) "
               "SELECT order_id, shop, 'other', pay_type, gateway_method FROM payment;"
               "UPDATE op SET payment_id = (SELECT max(id) FROM payment)"_s;
        QTest::newRow("newest seal") << u"DELETE FROM seal WHERE seq = (SELECT max(seq) FROM seal)"_s;
        QTest::newRow("all seals") << u"DELETE FROM seal"_s;
        QTest::newRow("all seals and their record")
            << u"DELETE FROM seal;DELETE FROM meta WHERE name = 'sealHead'"_s;
    }
    void tamperingWithAnEnd_isFound()
    {
        QFETCH(QString, sql);
        for (const auto dialect : {DatabaseSpec::Dialect::Sqlite, DatabaseSpec::Dialect::Postgresql}) {
            JournalFixture journal(m_databases.fresh(dialect));
            const Operation operation = journal.armed();
            QVERIFY(journal.store.seal(now));
            const Move done{operation.id,    OperationState::Armed, OperationState::Done,
                            operation.epoch, Proof::Answer,         EndReason::None};
            QVERIFY(*journal.store.move(done, evidenceFrom(u"ANSWER"_s), now.addSecs(1)));
            Evidence late = evidenceFrom(u"ANSWER"_s);
            late.operationId = operation.id;
            late.at = now.addSecs(2);
            QVERIFY(journal.store.append(late));
            QVERIFY(journal.store.seal(now));
            tamper(journal, sql);
        }
    }

    /// As 0.1 wrote it; a row of an older database has no outcome.
    void hashOfARowWithoutOutcome_neverChanges()
    {
        Evidence row;
        row.sequence = 7;
        row.operationId = {u"op-1"_s};
        row.epoch = 2;
        row.attempt = 1;
        row.at = now;
        row.seat = u"PC-1"_s;
        row.source = u"ANSWER"_s;
        row.classCode = u"SUCCESS"_s;
        row.httpStatus = 200;
        row.bodyOffered = true;
        row.fields = u"{}"_s;
        row.previousHash = genesisOf(row.operationId);
        QCOMPARE(hashOf(row), u"ef91f615837124c603bb574210e854f1e16fe7b03b13562932a2c8a297ef26c1"_s);
    }

    void databaseOfTheFirstSchema_verifiesAfterItsMigration_data() { TestDatabases::addDialects(); }
    void databaseOfTheFirstSchema_verifiesAfterItsMigration()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        const Operation operation = journal.armed();
        makeOld(journal, operation.id);
        QVERIFY(journal.store.seal(now));
        QVERIFY(TestDatabases::takeMethodsBack(*journal.database));
        for (const QString &statement :
             {u"ALTER TABLE evidence DROP COLUMN outcome"_s, u"ALTER TABLE op DROP COLUMN order_total"_s,
              u"ALTER TABLE op DROP COLUMN payment_named"_s,
              u"DROP INDEX orders_cancelled_with_open_payment"_s, u"DROP INDEX order_event_run"_s,
              u"DROP INDEX orders_capture_needed"_s, u"DROP INDEX bulk_run_open"_s,
              u"CREATE INDEX evidence_at ON evidence(at)"_s, u"DROP TABLE bulk_run_item"_s,
              u"ALTER TABLE bulk_run DROP COLUMN wanted_status"_s,
              u"ALTER TABLE bulk_run DROP COLUMN owner_boot"_s,
              u"ALTER TABLE order_event DROP COLUMN run_id"_s, u"DELETE FROM meta WHERE name = 'sealHead'"_s,
              u"UPDATE meta SET value = '1' WHERE name = 'schemaVersion'"_s}) {
            QVERIFY(journal.database->run(statement));
        }
        const auto reader = TestDatabases::open(journal.database->spec(), DatabaseMode::ReadOnly);
        const auto refused = migrate(*reader, {});
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"前の版"_s), qPrintable(refused.error().message));
        QVERIFY(migrate(*journal.database, {}));
        const auto problems = journal.store.verifyChains();
        QVERIFY2(problems && problems->isEmpty(),
                 problems ? qPrintable(problems->value(0).what) : qPrintable(problems.error().message));
        const Move doubt{operation.id, OperationState::Armed, OperationState::InDoubt, operation.epoch,
                         {},           EndReason::NoAnswer};
        QVERIFY(*journal.store.move(doubt, evidenceFrom(u"ANSWER"_s), now));
        QVERIFY(journal.store.seal(now));
        QVERIFY(journal.store.verifyChains()->isEmpty());
        tamper(journal, u"UPDATE op SET end_reason = NULL"_s);
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
            for (int times = 0; times < 50 && !broken; ++times) {
                const auto problems = store.verifyChains();
                broken = !problems || !problems->isEmpty();
            }
            over = true;
        });
        // A chain that no operation comes near; longer ones cost minutes where sanitizers look on.
        for (int row = 0; row < 500 && !over; ++row) {
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
    /// All is well before, and not after.
    static void tamper(JournalFixture &journal, const QString &sql)
    {
        QVERIFY(journal.store.verifyChains()->isEmpty());
        for (const QString &statement : sql.split(u';')) {
            QVERIFY(journal.database->run(statement));
        }
        QVERIFY(!journal.store.verifyChains()->isEmpty());
    }

    /// The operation's chain as the first schema had it.
    static void makeOld(JournalFixture &journal, const OperationId &id)
    {
        Operation operation = *journal.store.byId(id);
        operation.orderTotal.reset();
        QString head = genesisOf(id);
        const QList<Evidence> rows = *journal.store.evidenceOf(id);
        for (Evidence row : rows) {
            row.outcome.clear();
            row.fields = row.source == u"PLAN"_s ? wishOf(operation) : row.fields;
            row.previousHash = head;
            head = hashOf(row);
            QVERIFY(journal.database->run(
                u"UPDATE evidence SET fields = ?, prev_hash = ?, hash = ? WHERE seq = ?"_s,
                {row.fields, row.previousHash, head, row.sequence}));
        }
        QVERIFY(journal.database->run(u"UPDATE op SET chain_head = ? WHERE id = ?"_s, {head, id.value}));
    }

    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "test_journal.moc"
