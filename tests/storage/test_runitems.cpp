#include "core/storage/runitems.h"
#include "core/storage/runpromises.h"
#include "core/storage/runwork.h"
#include "tests/storage/journalfixture.h"
#include "tests/storage/testdatabase.h"

#include <QSqlDriver>
#include <QTest>

#include <numeric>

#include <sqlite3.h>

using namespace kessai;
using namespace Qt::StringLiterals;
using State = OperationState;

/// The lines of a run's report, by the page.
class TestRunItems : public QObject
{
    Q_OBJECT

    /// A run over orders 1, 2, 3 …: of each odd one in `rejected` there was no payment.
    struct ARun
    {
        static Evidence evidenceOf(const QString &source, const QString &errInfo)
        {
            Evidence evidence;
            evidence.source = source;
            evidence.errInfo = errInfo;
            return evidence;
        }
        explicit ARun(std::unique_ptr<Database> opened)
            : database(std::move(opened)), store(*database, {u"PC-1"_s, u"boot-1"_s, 0})
        {
        }

        OrderId addOrder(qint64 number)
        {
            static_cast<void>(
                OrderImportStore(*database).apply(sampleOrder(number), OrderImportStore::allFields(), false));
            return *OrderRepository(*database).idByNumber(QString::number(number));
        }
        OperationId addItem(qint64 number, Yen amount)
        {
            const OrderId order = addOrder(number);
            PaymentRepository payments(*database, {});
            static_cast<void>(
                payments.link(order, u"shop"_s, u"%1-03132123"_s.arg(number), PaymentMethod::Card));
            Operation operation;
            operation.id = {newUuid()};
            operation.paymentId = payments.ofOrder(order)->first().id;
            operation.runId = run;
            operation.wantAmount = amount;
            operation.askedBy = u"佐藤"_s;
            operation.askedAt = JournalFixture::now();
            static_cast<void>(store.plan({operation}));
            return operation.id;
        }
        void addRejected(qint64 number, int position)
        {
            OrderRepository::Event event;
            event.orderId = addOrder(number);
            event.at = JournalFixture::now();
            event.kind = u"REJECTED"_s;
            event.runId = run;
            event.content =
                u"{\"operation\":\"CAPTURE\",\"reason\":\"AMBIGUOUS_PAYMENT\",\"position\":%1}"_s.arg(
                    position);
            static_cast<void>(OrderRepository(*database).addEvent(event));
        }
        void create(RunStore::State state = RunStore::State::Running)
        {
            RunStore::Run row;
            row.id = run;
            row.askedBy = u"佐藤"_s;
            row.askedAt = JournalFixture::now();
            static_cast<void>(RunStore(*database).create(row));
            static_cast<void>(RunStore(*database).setState(run, state, {}, JournalFixture::now()));
        }
        void end(const OperationId &id, State state, EndReason reason, const QString &errInfo = {})
        {
            const auto claimed = store.claim(id, JournalFixture::now());
            if (state == State::Cancelled) {
                static_cast<void>(
                    store.move({id, State::Claimed, state, claimed->epoch, std::nullopt, reason},
                               evidenceOf(u"SYSTEM"_s, errInfo), JournalFixture::now()));
                return;
            }
            static_cast<void>(store.arm({id, claimed->epoch, JournalFixture::authorized(), u"SALES"_s,
                                         u"digest"_s, JournalFixture::now()}));
            Evidence answer;
            answer.operationId = id;
            answer.epoch = claimed->epoch;
            answer.attempt = 1;
            answer.at = JournalFixture::now();
            answer.source = u"ANSWER"_s;
            answer.errInfo = errInfo;
            static_cast<void>(store.append(answer));
            static_cast<void>(store.move({id, State::Armed, state, claimed->epoch, Proof::Answer, reason},
                                         evidenceOf(u"ANSWER"_s, errInfo), JournalFixture::now()));
        }
        QStringList numbers(const QList<State> &states = {}, qint64 offset = 0, qint64 limit = 100)
        {
            QStringList numbers;
            const auto items = runItems(*database, run, states, offset, limit);
            for (const RunItem &item : *items) {
                numbers.append(item.orderNumber);
            }
            return numbers;
        }

        std::unique_ptr<Database> database;
        JournalStore store;
        RunId run{newUuid()};
    };

    /// By pages of one, as little as there can be.
    static QList<OrderId> dueOf(const ARun &run)
    {
        QList<OrderId> orders;
        qint64 after = 0;
        for (;;) {
            const auto page = RunPromises(*run.database).due(run.run, after, 1);
            if (!page || page->isEmpty()) {
                return orders;
            }
            orders.append(page->first().order);
            after = page->first().number;
        }
    }

private slots:
    void promise_isKeptUntilItIsDoneAndMovesNothingTwice_data() { TestDatabases::addDialects(); }
    void promise_isKeptUntilItIsDoneAndMovesNothingTwice()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect));
        run.create();
        const OperationId done = run.addItem(1, Yen{1000});
        const OperationId refused = run.addItem(2, Yen{2000});
        run.addItem(3, Yen{3000});
        RunPromises promises(*run.database);
        QCOMPARE(promises.of(run.run).value(), std::optional<OrderStatus>());
        QVERIFY(promises.keep(run.run, OrderStatus::Paid).ok());
        QVERIFY(promises.keep(RunId{newUuid()}, OrderStatus::Cancelled).ok()); // of a run that is none
        QCOMPARE(promises.of(run.run).value(), std::optional(OrderStatus::Paid));
        QVERIFY(promises.overdue()->isEmpty()); // it goes on
        run.end(done, State::Done, EndReason::None);
        run.end(refused, State::Refused, EndReason::RefusedByGateway);
        const OrderId order = *OrderRepository(*run.database).idByNumber(u"1"_s);
        QCOMPARE(dueOf(run), QList<OrderId>{order});
        static_cast<void>(
            RunStore(*run.database).setState(run.run, RunStore::State::Finished, {}, JournalFixture::now()));
        QCOMPARE(promises.overdue().value(), QList<RunId>{run.run});
        OrderRepository orders(*run.database);
        QVERIFY(orders
                    .setStatus(order, OrderStatus::Paid, std::nullopt, u"佐藤"_s, u"PC-1"_s,
                               orders.byId(order)->rowVersion)
                    .ok());
        QVERIFY(dueOf(run).isEmpty());
        QVERIFY(promises.forget(run.run).ok());
        QCOMPARE(promises.of(run.run).value(), std::optional<OrderStatus>());
        QVERIFY(promises.overdue()->isEmpty());
    }

    /// The clock of whoever moved it may be hours behind that of whoever ended it.
    void promise_asksForTheOrderOfEventsAndNotForClocks_data() { TestDatabases::addDialects(); }
    void promise_asksForTheOrderOfEventsAndNotForClocks()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect));
        run.create();
        const OperationId first = run.addItem(1, Yen{1000});
        const OperationId second = run.addItem(2, Yen{2000});
        const auto addMove = [&run](OrderId order, const QDateTime &at) {
            OrderRepository::Event event;
            event.orderId = order;
            event.at = at;
            event.kind = u"STATUS"_s;
            event.content = u"{}"_s;
            return OrderRepository(*run.database).addEvent(event).ok();
        };
        const OrderId moved = *OrderRepository(*run.database).idByNumber(u"1"_s);
        const OrderId other = *OrderRepository(*run.database).idByNumber(u"2"_s);
        QVERIFY(addMove(other, JournalFixture::now().addDays(1))); // before the run, by a clock that is fast
        QVERIFY(RunPromises(*run.database).keep(run.run, OrderStatus::Paid).ok());
        run.end(first, State::Done, EndReason::None);
        run.end(second, State::Done, EndReason::None);
        QCOMPARE(dueOf(run), (QList<OrderId>{moved, other}));
        QVERIFY(addMove(moved, JournalFixture::now().addDays(-1))); // after it, by a clock that is slow
        QCOMPARE(dueOf(run), QList<OrderId>{other});
    }

    void promise_isNotOwedToAnOrderThatGotThePaymentLater_data() { TestDatabases::addDialects(); }
    void promise_isNotOwedToAnOrderThatGotThePaymentLater()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect));
        run.create();
        const OperationId moved = run.addItem(1, Yen{1000});
        const OperationId taken = run.addItem(2, Yen{2000});
        const OrderId stranger = run.addOrder(3);
        QVERIFY(RunPromises(*run.database).keep(run.run, OrderStatus::Paid).ok());
        run.end(moved, State::Done, EndReason::None);
        run.end(taken, State::Done, EndReason::None);
        QCOMPARE(dueOf(run).size(), 2);
        PaymentRepository payments(*run.database, {});
        for (qint64 number = 1; number <= 2; ++number) {
            const OrderId order = *OrderRepository(*run.database).idByNumber(QString::number(number));
            QVERIFY(
                payments.unlink(payments.ofOrder(order)->first().id, u"間違い"_s, u"佐藤"_s, u"PC-1"_s).ok());
        }
        QVERIFY(dueOf(run).isEmpty());
        QVERIFY(payments.link(stranger, u"shop"_s, u"1-03132123"_s, PaymentMethod::Card).ok());
        OrderRepository::Event event;
        event.orderId = stranger;
        event.at = JournalFixture::now();
        event.kind = u"LINK"_s;
        event.content = u"{\"gatewayOrderId\":\"1-03132123\"}"_s; // as LinkService writes it
        QVERIFY(OrderRepository(*run.database).addEvent(event).ok());
        QVERIFY(dueOf(run).isEmpty());
        QVERIFY(RunPromises(*run.database).someCanBecome(run.run, OrderStatus::Paid).value());
    }

    void report_hasEveryItemOnceInTheOrderAsked_data() { TestDatabases::addDialects(); }
    void report_hasEveryItemOnceInTheOrderAsked()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect));
        run.create();
        // Asked: 9 (rejected), 1, 2, 8 (rejected), 7 (rejected), 3, 6 (rejected)
        run.addRejected(9, 0);
        const OperationId first = run.addItem(1, Yen{1000});
        const OperationId second = run.addItem(2, Yen{2000});
        run.addRejected(8, 3);
        run.addRejected(7, 4);
        const OperationId third = run.addItem(3, Yen{3000});
        run.addRejected(6, 6);
        const QStringList asked{u"9"_s, u"1"_s, u"2"_s, u"8"_s, u"7"_s, u"3"_s, u"6"_s};
        QCOMPARE(run.numbers(), asked);
        for (qint64 size = 1; size <= 4; ++size) {
            QStringList pages;
            for (qint64 offset = 0; offset < asked.size(); offset += size) {
                pages += run.numbers({}, offset, size);
            }
            QCOMPARE(pages, asked);
        }
        QCOMPARE(run.numbers({}, 100, 5), QStringList());

        run.end(first, State::Done, EndReason::None);
        run.end(second, State::Cancelled, EndReason::AmountMoved);
        run.end(third, State::Refused, EndReason::RefusedByGateway, u"E01420010|E01420011"_s);
        QCOMPARE(run.numbers({State::Done}), QStringList{u"1"_s});
        QCOMPARE(run.numbers({State::Cancelled}), (QStringList{u"9"_s, u"2"_s, u"8"_s, u"7"_s, u"6"_s}));
        QCOMPARE(run.numbers({State::Cancelled, State::Refused}, 1, 3),
                 (QStringList{u"2"_s, u"8"_s, u"7"_s}));
        QCOMPARE(*runItemCount(*run.database, run.run, {}), 7);
        QCOMPARE(*runItemCount(*run.database, run.run, {State::Cancelled}), 5);
        QCOMPARE(*runItemCount(*run.database, run.run, {State::Done, State::Refused}), 2);
        qint64 counted = 0;
        const auto row = RunStore(*run.database).byId(run.run);
        for (const qint64 count : (*row)->counts) {
            counted += count;
        }
        QCOMPARE(counted, 7);

        const auto items = runItems(*run.database, run.run, {}, 0, 100);
        QCOMPARE(items->at(0).reason, EndReason::AmbiguousPayment);
        QVERIFY(!items->at(0).operation);
        QVERIFY(items->at(0).endedAt);
        QCOMPARE(items->at(1).operation, std::optional(first));
        QCOMPARE(items->at(1).proof, std::optional(Proof::Answer));
        QCOMPARE(items->at(1).jobCd, u"SALES"_s);
        QCOMPARE(items->at(1).amount, std::optional(Yen{1000}));
        QCOMPARE(items->at(1).gatewayOrderId, u"1-03132123"_s);
        QCOMPARE(items->at(2).reason, EndReason::AmountMoved);
        QCOMPARE(items->at(5).codes, (QStringList{u"E01420010"_s, u"E01420011"_s}));
        QCOMPARE(items->at(5).order, *OrderRepository(*run.database).idByNumber(u"3"_s));

        const auto sums = runSums(*run.database, run.run);
        QCOMPARE(sums->yenByState.value(State::Done), Yen{1000});
        QCOMPARE(sums->yenByState.value(State::Cancelled), Yen{2000});
        QCOMPARE(sums->yenByState.value(State::Refused), Yen{3000});

        QStringList again;
        for (const OrderId order : *ordersToTryAgain(*run.database, run.run)) {
            again.append(OrderRepository(*run.database).byId(order)->orderNumber);
        }
        QCOMPARE(again, (QStringList{u"9"_s, u"2"_s, u"8"_s, u"7"_s, u"3"_s, u"6"_s}));
    }

    /// An item ends, at another connection, just before the page's items are read.
    void report_isOfOneInstant()
    {
        const DatabaseSpec spec = m_databases.newSpec(DatabaseSpec::Dialect::Sqlite);
        ARun run(TestDatabases::open(spec));
        QVERIFY(migrate(*run.database, {}));
        run.create();
        run.addRejected(9, 0);
        const OperationId first = run.addItem(1, Yen{1000});
        run.addItem(2, Yen{2000});
        const auto reading = TestDatabases::open(spec, DatabaseMode::ReadOnly);
        struct Meanwhile
        {
            ARun &run;
            OperationId first;
            bool done = false;
        } meanwhile{run, first};
        auto *const handle = *static_cast<sqlite3 *const *>(reading->driver()->handle().constData());
        const auto onStatement = [](unsigned, void *context, void *statement, void *) {
            auto &meanwhile = *static_cast<Meanwhile *>(context);
            const QByteArray sql = sqlite3_sql(static_cast<sqlite3_stmt *>(statement));
            if (!meanwhile.done && sql.contains("o.number >= ?")) {
                meanwhile.done = true;
                meanwhile.run.end(meanwhile.first, State::Done, EndReason::None);
            }
            return 0;
        };
        sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, onStatement, &meanwhile);
        const auto items = runItems(*reading, run.run, {State::Planned, State::Cancelled}, 0, 9);
        sqlite3_trace_v2(handle, 0, nullptr, nullptr);
        QVERIFY(meanwhile.done);
        QCOMPARE(items->size(), 3);
        QCOMPARE(items->at(1).operation, std::optional(first));
        QCOMPARE(items->at(1).state, State::Planned);
        QVERIFY(!reading->inTransaction());
        QCOMPARE(runItems(*reading, run.run, {State::Planned, State::Cancelled}, 0, 9)->size(), 2);
    }

    /// One rejected order makes no page read the whole run.
    void pageOfAllItems_readsNoMoreThanItsRows()
    {
        ARun run(m_databases.fresh(DatabaseSpec::Dialect::Sqlite));
        run.create();
        run.addRejected(100, 0);
        for (qint64 number = 1; number <= 30; ++number) {
            run.addItem(number, Yen{100});
        }
        run.addRejected(101, 31);
        auto *const handle = *static_cast<sqlite3 *const *>(run.database->driver()->handle().constData());
        int rows = 0;
        const auto onRow = [](unsigned, void *context, void *, void *) {
            ++*static_cast<int *>(context);
            return 0;
        };
        sqlite3_trace_v2(handle, SQLITE_TRACE_ROW, onRow, &rows);
        const QStringList page = run.numbers({}, 4, 2);
        sqlite3_trace_v2(handle, 0, nullptr, nullptr);
        QCOMPARE(page, (QStringList{u"4"_s, u"5"_s}));
        QVERIFY2(rows < 10, qPrintable(QString::number(rows)));
        QCOMPARE(run.numbers({}, 30, 9), (QStringList{u"30"_s, u"101"_s}));
    }

    void runWithoutRejectedOrders_isPagedByTheDatabase_data() { TestDatabases::addDialects(); }
    void runWithoutRejectedOrders_isPagedByTheDatabase()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect));
        run.create();
        for (qint64 number = 1; number <= 5; ++number) {
            run.addItem(number, Yen{100});
        }
        QCOMPARE(run.numbers({}, 1, 2), (QStringList{u"2"_s, u"3"_s}));
        QCOMPARE(run.numbers({State::Planned}, 3, 9), (QStringList{u"4"_s, u"5"_s}));
        QCOMPARE(*runItemCount(*run.database, run.run, {}), 5);
        QVERIFY(runItems(*run.database, RunId{u"none"_s}, {}, 0, 9)->isEmpty());
    }

    void unfinishedRuns_areThoseThatAreNotOver_data() { TestDatabases::addDialects(); }
    void unfinishedRuns_areThoseThatAreNotOver()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect));
        run.create(RunStore::State::Paused);
        const RunId paused = run.run;
        run.addItem(1, Yen{100});
        run.run = {newUuid()};
        run.create(RunStore::State::Finished);
        const auto open = unfinishedRuns(*run.database);
        QVERIFY(open);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->at(0).id, paused);
        QCOMPARE(open->at(0).openCount(), 1);
    }

    void waitingItems_areThoseThatNobodyHolds_data() { TestDatabases::addDialects(); }
    void waitingItems_areThoseThatNobodyHolds()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect));
        run.create();
        const OperationId claimed = run.addItem(1, Yen{100});
        const OperationId second = run.addItem(2, Yen{100});
        const OperationId third = run.addItem(3, Yen{100});
        QVERIFY(run.store.claim(claimed, JournalFixture::now()));
        const auto two = waitingItems(*run.database, run.run, 10);
        QCOMPARE(two->size(), 2);
        QCOMPARE(two->at(0).id, second);
        QCOMPARE(waitingItems(*run.database, run.run, 1)->size(), 1);
        QVERIFY(!*hasItemsOfOthers(*run.database, run.run, u"boot-1"_s));
        QVERIFY(*hasItemsOfOthers(*run.database, run.run, u"boot-2"_s));
        run.end(second, State::Cancelled, EndReason::Held);
        QCOMPARE(waitingItems(*run.database, run.run, 10)->at(0).id, third);
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestRunItems)
#include "test_runitems.moc"
