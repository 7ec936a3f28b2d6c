#include "core/base/ids.h"
#include "core/base/japantime.h"
#include "core/storage/backup.h"
#include "core/storage/journalstore.h"
#include "core/storage/orderimportstore.h"
#include "core/storage/orderrepository.h"
#include "core/storage/paymentrepository.h"
#include "core/storage/runstore.h"
#include "core/storage/watchstore.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

#include <sqlite3.h>

#include <atomic>
#include <thread>

using namespace kessai;
using namespace Qt::StringLiterals;
using Kind = StorageError::Kind;

namespace {

const QDateTime now = japantime::instantOf(QDate(2020, 12, 3), QTime(14, 0));

/// The handle of the connection that was opened last.
sqlite3 *newestHandle = nullptr;

int rememberHandle(sqlite3 *handle, char **, const sqlite3_api_routines *)
{
    newestHandle = handle;
    return SQLITE_OK;
}

/// Ends what runs on a connection at one instruction, as an I/O error would.
class BreakAt
{
public:
    BreakAt(sqlite3 *handle, int instruction) : m_handle(handle), m_left(instruction)
    {
        sqlite3_progress_handler(handle, 1, look, this);
    }
    ~BreakAt() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(BreakAt)

    [[nodiscard]] bool reached() const { return m_left <= 0; }

private:
    static int look(void *self) { return --static_cast<BreakAt *>(self)->m_left == 0 ? 1 : 0; }

    sqlite3 *m_handle;
    int m_left;
};

int interruptOnPrepare(void *database, int action, const char *, const char *, const char *, const char *)
{
    if (action == SQLITE_SELECT) {
        static_cast<Database *>(database)->interrupt();
    }
    return SQLITE_OK;
}

Operation operationOf(PaymentId payment)
{
    Operation operation;
    operation.id = {newUuid()};
    operation.paymentId = payment;
    operation.runId = RunId{u"run-1"_s};
    operation.askedAt = now;
    return operation;
}

/// Three orders with a payment, an operation, evidence, a finding and a watch each.
void fill(Database &database)
{
    OrderRepository orders(database);
    PaymentRepository payments(database, {});
    JournalStore journal(database, {u"PC-1"_s, u"boot-1"_s, 0});
    RunStore::Run run;
    run.id = {u"run-1"_s};
    run.askedAt = now;
    QVERIFY(RunStore(database).create(run));
    for (const qint64 number : {271, 272, 273}) {
        QVERIFY(OrderImportStore(database).apply(sampleOrder(number), OrderImportStore::allFields(), false));
        const OrderId order = *orders.idByNumber(QString::number(number));
        QVERIFY(payments.link(order, u"shop"_s, u"%1-1"_s.arg(number), PaymentMethod::Card));
        const PaymentId payment = payments.ofOrder(order)->first().id;
        const Snapshot read{u"AUTH"_s, Yen{3000}, Yen{0}, u"20201203132123"_s, u"T1"_s, u"  12345"_s};
        QVERIFY(payments.storeSnapshot(payment, read, now, std::nullopt));
        QVERIFY(orders.setStatus(order, OrderStatus::InProgress, std::nullopt, u"佐藤"_s, u"PC-1"_s, -1));
        const Operation operation = operationOf(payment);
        QVERIFY(journal.plan({operation}));
        QVERIFY(journal.claim(operation.id, now));
        QVERIFY(WatchStore(database).start(payment, operation.id, now));
        Finding finding;
        finding.id = {newUuid()};
        finding.paymentId = payment;
        finding.foundAt = now;
        QVERIFY(journal.openFinding(finding));
    }
    QVERIFY(journal.seal(now));
}

/// How many rows a read gave; none: it failed.
using CountedRead = std::function<std::optional<qsizetype>(Database &)>;

template <typename Read>
CountedRead sized(Read read)
{
    return [read](Database &database) -> std::optional<qsizetype> {
        const auto answer = read(database);
        return answer ? std::optional(answer->size()) : std::nullopt;
    };
}

JournalStore journalOf(Database &database)
{
    return {database, Seat{}};
}

} // namespace

Q_DECLARE_METATYPE(CountedRead)

class TestInterruption : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(rememberHandle));
        m_filled = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        m_handle = newestHandle;
        fill(*m_filled);
    }
    void cleanupTestCase()
    {
        m_filled.reset();
        sqlite3_reset_auto_extension();
    }

    void runningStatement_isEndedFromAnotherThread_data() { TestDatabases::addDialects(); }
    void runningStatement_isEndedFromAnotherThread()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        if (dialect == DatabaseSpec::Dialect::Postgresql) {
            QVERIFY(database->run(u"SET statement_timeout = 0"_s)); // or that would end it
        }
        std::thread other([&, spec = database->spec()] {
            const auto watcher = TestDatabases::open(spec);
            const QString asleep = u"SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'"_s;
            while (dialect == DatabaseSpec::Dialect::Postgresql && watcher->first(asleep)->isEmpty()) {
                std::this_thread::yield();
            }
            database->interrupt();
        });
        const auto endless = database->run(
            dialect == DatabaseSpec::Dialect::Sqlite
                ? u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s
                : u"SELECT pg_sleep(3600)"_s);
        other.join();
        QVERIFY(!endless);
        QCOMPARE(endless.error().kind, Kind::Interrupted);
    }

    void statementAfterAnInterrupt_doesNotStartUntilItIsCleared_data() { TestDatabases::addDialects(); }
    void statementAfterAnInterrupt_doesNotStartUntilItIsCleared()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        database->interrupt();
        for (const QString &sql : {u"SELECT 1"_s, u"SELECT 2"_s}) {
            const auto row = database->first(sql);
            QVERIFY(!row);
            QCOMPARE(row.error().kind, Kind::Interrupted);
        }
        database->clearInterrupt();
        QVERIFY(database->first(u"SELECT 1"_s));
    }

    void interruptJustBeforeTheStart_endsTheStatement()
    {
        const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        sqlite3_set_authorizer(newestHandle, interruptOnPrepare, database.get());
        const auto counted =
            database->first(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000) "
                            "SELECT count(*) FROM n"_s);
        QVERIFY(!counted);
        QCOMPARE(counted.error().kind, Kind::Interrupted);
    }

    void interruptedTransaction_isStillRolledBack()
    {
        const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        {
            const auto transaction = Transaction::begin(*database);
            QVERIFY(transaction);
            database->interrupt();
        }
        database->clearInterrupt();
        QVERIFY(Transaction::begin(*database));
    }

    /// For each read and each instruction of SQLite at which it may break off.
    void readThatBreaksOff_isNoShortAnswer_data()
    {
        QTest::addColumn<CountedRead>("read");
        const auto row = [](const char *name, const CountedRead &read) { QTest::newRow(name) << read; };
        row("matching", sized([](Database &d) { return OrderRepository(d).matching({}, {}); }));
        row("page", sized([](Database &d) {
                return OrderRepository(d).page({OrderId{1}, OrderId{2}, OrderId{3}});
            }));
        row("method names", sized([](Database &d) { return OrderRepository(d).shopMethodNames(); }));
        row("events", sized([](Database &d) { return OrderRepository(d).eventsOf(OrderId{1}); }));
        row("order", [](Database &d) -> std::optional<qsizetype> {
            const auto order = OrderRepository(d).byId(OrderId{1});
            return order ? std::optional(order->items.size() + order->shipments.size()) : std::nullopt;
        });
        row("counts", [](Database &d) -> std::optional<qsizetype> {
            const auto counts = OrderRepository(d).counts();
            return counts ? std::optional(counts->byOrderStatus.size() + counts->byMethod.size() +
                                          counts->byPaymentStatus.size() + counts->conflict)
                          : std::nullopt;
        });
        row("payments", sized([](Database &d) { return PaymentRepository(d, {}).ofOrder(OrderId{1}); }));
        row("read payments", sized([](Database &d) { return PaymentRepository(d, {}).readPayments(); }));
        row("open payments", sized([](Database &d) { return PaymentRepository(d, {}).openPayments(false); }));
        row("run", sized([](Database &d) { return journalOf(d).ofRun(RunId{u"run-1"_s}); }));
        row("runs", [](Database &d) -> std::optional<qsizetype> {
            const auto runs = RunStore(d).all();
            return runs ? std::optional(runs->size() + runs->value(0).counts.size()) : std::nullopt;
        });
        row("findings", sized([](Database &d) { return journalOf(d).openFindings(); }));
        row("touched", sized([](Database &d) { return journalOf(d).paymentsWithOperationSince(now); }));
        row("watched", sized([](Database &d) { return WatchStore(d).dueAt(now.addDays(9)); }));
        row("chains", sized([](Database &d) { return journalOf(d).verifyChains(); }));
        row("integrity", sized([](Database &d) { return integrityProblems(d, false); }));
    }
    void readThatBreaksOff_isNoShortAnswer()
    {
        QFETCH(CountedRead, read);
        const auto whole = read(*m_filled);
        QVERIFY(whole);
        int broken = 0;
        for (int instruction = 1;; ++instruction) {
            const BreakAt point(m_handle, instruction);
            const auto cut = read(*m_filled);
            if (!point.reached()) {
                break;
            }
            broken += cut ? 0 : 1;
            QVERIFY2(!cut || cut == whole, qPrintable(QString::number(instruction)));
        }
        QVERIFY(broken > 5);
    }

private:
    TestDatabases m_databases;
    std::unique_ptr<Database> m_filled;
    sqlite3 *m_handle = nullptr;
};

QTEST_GUILESS_MAIN(TestInterruption)
#include "test_interruption.moc"
