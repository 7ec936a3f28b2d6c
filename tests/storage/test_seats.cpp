#include "core/base/ids.h"
#include "core/base/japantime.h"
#include "tests/storage/journalfixture.h"
#include "tests/storage/otherseat.h"

#include <QTest>

#include <future>
#include <thread>

using namespace kessai;
using namespace Qt::StringLiterals;
using Claim = JournalStore::Claim;
using LinkOutcome = PaymentRepository::LinkOutcome;

namespace {

const QDateTime now = JournalFixture::now();
const Seat second{u"PC-2"_s, u"boot-2"_s, 0};

Finding findingOf(PaymentId payment)
{
    Finding finding;
    finding.id = {newUuid()};
    finding.paymentId = payment;
    finding.foundAt = now;
    finding.source = u"SWEEP"_s;
    return finding;
}

} // namespace

/// PostgreSQL: what two seats do to one payment at the same moment.
class TestSeats : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_journal.emplace(m_databases.fresh(DatabaseSpec::Dialect::Postgresql));
        m_spec = m_journal->database->spec();
    }
    void cleanup() { m_journal.reset(); }

    void linkToTwoOrders_isRefusedOnce()
    {
        Database &database = *m_journal->database;
        QVERIFY(OrderImportStore(database).apply(sampleOrder(273), OrderImportStore::allFields(), false));
        const OrderId other = *OrderRepository(database).idByNumber(u"273"_s);
        auto ours = Transaction::begin(database);
        const auto link = [](Database &own, OrderId order) {
            return PaymentRepository(own, {}).link(order, u"shop"_s, u"new"_s, PaymentMethod::Card);
        };
        QCOMPARE(*link(database, m_journal->order), LinkOutcome::Linked);
        const auto linked = otherDuring(*ours, m_spec, [=](Database &own) { return link(own, other); });
        QVERIFY(linked);
        QCOMPARE(*linked, LinkOutcome::BelongsToOtherOrder);
        QCOMPARE(*link(database, m_journal->order), LinkOutcome::AlreadyLinked);
    }

    void claimDuringAFinding_isRefused()
    {
        const Operation operation = m_journal->planned();
        auto ours = Transaction::begin(*m_journal->database);
        QVERIFY(m_journal->store.openFinding(findingOf(m_journal->payment)));
        const auto claimed = otherDuring(
            *ours, m_spec, [=](Database &own) { return JournalStore(own, second).claim(operation.id, now); });
        QVERIFY(claimed);
        QCOMPARE(claimed->outcome, Claim::Outcome::FindingOpen);
    }

    void findingDuringAClaim_isRefused()
    {
        const Operation operation = m_journal->planned();
        auto ours = Transaction::begin(*m_journal->database);
        QCOMPARE(m_journal->store.claim(operation.id, now)->outcome, Claim::Outcome::Claimed);
        const Finding finding = findingOf(m_journal->payment);
        const auto opened = otherDuring(
            *ours, m_spec, [=](Database &own) { return JournalStore(own, second).openFinding(finding); });
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, StorageError::Kind::Busy);
        QVERIFY(m_journal->store.openFindings()->isEmpty());
        QVERIFY(m_journal->store.openFinding(finding)); // by the holder itself
    }

    void claimAfterAnUnlinkAtTheSameTime_isRefused()
    {
        Operation operation;
        operation.id = {newUuid()};
        operation.paymentId = m_journal->payment;
        operation.askedAt = now;
        auto ours = Transaction::begin(*m_journal->database);
        QVERIFY(PaymentRepository(*m_journal->database, {})
                    .unlink(m_journal->payment, u"誤り"_s, u"佐藤"_s, u"PC-1"_s));
        const auto claimed = otherDuring(*ours, m_spec, [=](Database &own) -> StorageResult<Claim> {
            JournalStore store(own, second);
            const auto planned = store.plan({operation});
            return planned ? store.claim(operation.id, now) : failure(planned.error());
        });
        QVERIFY(claimed);
        QCOMPARE(claimed->outcome, Claim::Outcome::Unlinked);
    }

    /// The second must build on what the first learnt: A belongs to a TranID (journal.md §9).
    void snapshotsOfTwoSeats_areStoredOneAfterTheOther()
    {
        auto ours = Transaction::begin(*m_journal->database);
        PaymentRepository payments(*m_journal->database, {});
        const PaymentId id = m_journal->payment;
        QVERIFY(payments.storeSnapshot(id, JournalFixture::authorized(), now, std::nullopt));
        const auto stored = otherDuring(*ours, m_spec, [=](Database &own) {
            Snapshot sold = JournalFixture::authorized();
            sold.status = u"SALES"_s;
            sold.processDate = u"20201205100000"_s;
            return PaymentRepository(own, {}).storeSnapshot(id, sold, now.addDays(2), std::nullopt);
        });
        QVERIFY(stored);
        const auto payment = payments.byId(id);
        QCOMPARE(japantime::dayOf(*payment->authorizedAt), QDate(2020, 12, 3));
        QCOMPARE(japantime::dayOf(*payment->soldAt), QDate(2020, 12, 5));
    }

    void doubtOfTwoSeats_isShownWhoeverComesLast()
    {
        const Operation operation = m_journal->planned();
        auto ours = Transaction::begin(*m_journal->database);
        QVERIFY(m_journal->store.openFinding(findingOf(m_journal->payment)));
        const auto appended = otherDuring(*ours, m_spec, [=](Database &own) {
            Evidence evidence;
            evidence.operationId = operation.id;
            evidence.at = now;
            evidence.source = u"READ"_s;
            return JournalStore(own, second).append(evidence);
        });
        QVERIFY(appended);
        const auto page = OrderRepository(*m_journal->database).page({m_journal->order});
        QVERIFY(page->first().doubt);
        QCOMPARE(*page->first().doubt, OperationState::Conflict);
    }

    void importDuringAChangeOfStatus_keepsIt()
    {
        Database &database = *m_journal->database;
        QVERIFY(OrderImportStore(database).apply(sampleOrder(273), OrderImportStore::allFields(), false));
        OrderRepository orders(database);
        const OrderId id = *orders.idByNumber(u"273"_s);
        auto ours = Transaction::begin(database);
        QVERIFY(orders.setStatus(id, OrderStatus::Paid, std::nullopt, u"佐藤"_s, u"PC-1"_s));
        const auto applied = otherDuring(*ours, m_spec, [](Database &own) {
            Order changed = sampleOrder(273);
            changed.mailAddress = u"new@example.jp"_s;
            auto transaction = Transaction::begin(own);
            const auto done = OrderImportStore(own).apply(changed, OrderImportStore::allFields(), false);
            static_cast<void>(transaction->commit().ok());
            return done;
        });
        QVERIFY(applied);
        QCOMPARE(orders.byId(id)->status, OrderStatus::Paid);
        QCOMPARE(orders.byId(id)->mailAddress, u"new@example.jp"_s);
    }

    void twoPlansOfManyPayments_takeTheirTurns()
    {
        const auto operationOn = [](PaymentId payment) {
            Operation operation;
            operation.id = {newUuid()};
            operation.paymentId = payment;
            operation.askedAt = now;
            return operation;
        };
        Database &database = *m_journal->database;
        PaymentRepository payments(database, {});
        QVERIFY(payments.link(m_journal->order, u"shop"_s, u"second"_s, PaymentMethod::Card));
        const PaymentId first = m_journal->payment;
        const PaymentId other = (*payments.byGatewayOrderId(u"shop"_s, u"second"_s))->id;
        auto ours = Transaction::begin(database);
        QVERIFY(m_journal->store.plan({operationOn(first)}));
        auto theirs = std::async(std::launch::async, [=, this] {
            const auto own = TestDatabases::open(m_spec);
            return JournalStore(*own, second).plan({operationOn(other), operationOn(first)});
        });
        const auto watcher = TestDatabases::open(m_spec);
        while (watcher
                   ->first(u"SELECT 1 FROM pg_stat_activity WHERE datname = current_database() "
                           "AND cardinality(pg_blocking_pids(pid)) > 0"_s)
                   ->isEmpty()) {
            std::this_thread::yield();
        }
        QVERIFY(m_journal->store.plan({operationOn(other)})); // which they must not hold yet
        QVERIFY(ours->commit());
        QVERIFY(theirs.get());
    }

    void seatsOfOthers_areSeen()
    {
        Database &database = *m_journal->database;
        QVERIFY(holdSeat(database, Seat{u"PC-1"_s, u"boot-1"_s, 0}));
        QVERIFY(!*otherSeatsAreAlive(database));
        QCOMPARE(*livingSeats(database), 1);
        {
            const auto other = TestDatabases::open(m_spec);
            QVERIFY(holdSeat(*other, second));
            QVERIFY(*otherSeatsAreAlive(database));
            QCOMPARE(*livingSeats(database), 2);
        }
        QTRY_VERIFY(!*otherSeatsAreAlive(database));
    }

private:
    TestDatabases m_databases;
    std::optional<JournalFixture> m_journal;
    DatabaseSpec m_spec;
};

QTEST_GUILESS_MAIN(TestSeats)
#include "test_seats.moc"
