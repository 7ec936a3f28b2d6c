#include "core/domain/runreason.h"
#include "core/storage/operationhistory.h"
#include "core/storage/runitemstore.h"
#include "tests/storage/journalfixture.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

#include <thread>

using namespace kessai;
using namespace Qt::StringLiterals;
using State = OperationState;

/// Runs that move no money and their items.
class TestRunItemStore : public QObject
{
    Q_OBJECT

    /// A run over orders 1, 2, 3 …, each with a payment.
    struct ARun
    {
        ARun(std::unique_ptr<Database> opened, RunKind kind, int count)
            : database(std::move(opened)), store(*database), runs(*database)
        {
            PaymentRepository payments(*database, {});
            QList<RunItemStore::Target> targets;
            for (qint64 number = 1; number <= count; ++number) {
                static_cast<void>(OrderImportStore(*database).apply(sampleOrder(number),
                                                                    OrderImportStore::allFields(), false));
                const OrderId order = *OrderRepository(*database).idByNumber(QString::number(number));
                static_cast<void>(
                    payments.link(order, u"shop"_s, u"%1-03132123"_s.arg(number), PaymentMethod::Card));
                orders.append(order);
                targets.append({order, payments.ofOrder(order)->first().id});
            }
            RunStore::Run row;
            row.id = run;
            row.kind = kind;
            row.askedBy = u"佐藤"_s;
            row.askedAt = JournalFixture::now();
            if (kind == RunKind::Status) {
                row.wantedStatus = OrderStatus::Paid;
            }
            if (!runs.create(row) || !store.begin(run, u"boot-1"_s) || !store.plan(run, targets)) {
                qFatal("the run is not stored");
            }
        }

        [[nodiscard]] RunStore::Run row() { return *runs.byId(run).value(); }
        bool end(qint64 position, State state, const RunItemChange &change)
        {
            return store.setResults(run, {{position, state, change}}, JournalFixture::now()).ok();
        }
        QStringList numbers(const QList<State> &states = {}, qint64 offset = 0, qint64 limit = 100,
                            std::optional<bool> changed = {})
        {
            QStringList numbers;
            const auto items = runItems(*database, run, states, offset, limit, changed);
            for (const RunItem &item : *items) {
                numbers.append(item.orderNumber);
            }
            return numbers;
        }
        QList<qint64> waiting(qint64 after, qint64 limit)
        {
            QList<qint64> positions;
            const auto items = store.waiting(run, after, limit);
            for (const RunItemStore::Waiting &item : *items) {
                positions.append(item.position);
            }
            return positions;
        }

        std::unique_ptr<Database> database;
        RunItemStore store;
        RunStore runs;
        RunId run{newUuid()};
        QList<OrderId> orders;
    };
    static RunItemChange changedTo(OrderStatus status)
    {
        RunItemChange change;
        change.orderStatusBefore = OrderStatus::New;
        change.orderStatusAfter = status;
        change.changed = status != OrderStatus::New;
        return change;
    }
    static RunItemChange refusedFor(const QString &problem)
    {
        RunItemChange change;
        change.problem = problem;
        return change;
    }
    /// Of seven: 1 and 3 changed, 2 was so already, 4 could not be, 5 to 7 wait.
    static bool endSome(ARun &run)
    {
        return run.end(0, State::Done, changedTo(OrderStatus::Paid)) &&
               run.end(1, State::Done, changedTo(OrderStatus::New)) &&
               run.end(2, State::Done, changedTo(OrderStatus::Paid)) &&
               run.end(3, State::Refused, refusedFor(u"できません。"_s));
    }

private slots:
    void items_waitInTheOrderAsked_data() { TestDatabases::addDialects(); }
    void items_waitInTheOrderAsked()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect), RunKind::Refresh, 4);
        QCOMPARE(run.waiting(-1, 3), (QList<qint64>{0, 1, 2}));
        QCOMPARE(run.waiting(2, 3), QList<qint64>{3});
        QVERIFY(run.end(1, State::Done, {}));
        QCOMPARE(run.waiting(-1, 3), (QList<qint64>{0, 2, 3}));
        const auto first = run.store.waiting(run.run, -1, 1);
        QCOMPARE(first->first().target.order, run.orders[0]);
        QVERIFY(first->first().target.payment);
        QCOMPARE(run.row().counts.value(State::Planned), 3);
        QCOMPARE(run.row().openCount(), 3);
        QCOMPARE(run.row().wantedStatus, std::optional<OrderStatus>());
        QCOMPARE(run.row().kind, RunKind::Refresh);
    }

    void result_isKeptWhole_data() { TestDatabases::addDialects(); }
    void result_isKeptWhole()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect), RunKind::Refresh, 2);
        RunItemChange change;
        change.paymentStatusBefore = PaymentStatus::Authorized;
        change.paymentStatusAfter = PaymentStatus::Captured;
        change.amountBefore = Yen{3200};
        change.amountAfter = Yen{3000};
        change.changed = true;
        QVERIFY(run.end(0, State::Done, change));
        const auto items = runItems(*run.database, run.run, {}, 0, 10);
        QCOMPARE(items->size(), 2);
        const RunItem &item = items->first();
        QCOMPARE(item.order, run.orders[0]);
        QCOMPARE(item.gatewayOrderId, u"1-03132123"_s);
        QCOMPARE(item.customerName,
                 OrderRepository(*run.database).page({run.orders[0]})->first().customerName);
        QCOMPARE(item.state, State::Done);
        QCOMPARE(item.endedAt, std::optional(JournalFixture::now()));
        QCOMPARE(item.change->paymentStatusBefore, change.paymentStatusBefore);
        QCOMPARE(item.change->paymentStatusAfter, change.paymentStatusAfter);
        QCOMPARE(item.change->amountBefore, change.amountBefore);
        QCOMPARE(item.change->amountAfter, change.amountAfter);
        QVERIFY(item.change->changed);
        QCOMPARE(item.change->orderStatusBefore, std::optional<OrderStatus>());
        QVERIFY(items->last().change);
        QVERIFY(!items->last().endedAt);
        // What is at rest stays so.
        QVERIFY(run.end(0, State::Refused, refusedFor(u"遅い回答"_s)));
        QCOMPARE(runItems(*run.database, run.run, {}, 0, 1)->first().state, State::Done);
    }

    void pages_goByStateAndChange_data() { TestDatabases::addDialects(); }
    void pages_goByStateAndChange()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect), RunKind::Status, 7);
        QVERIFY(endSome(run));
        QCOMPARE(run.row().changedCount, 2);
        QCOMPARE(run.row().counts.value(State::Done), 3);
        QCOMPARE(run.row().counts.value(State::Refused), 1);
        QCOMPARE(run.row().wantedStatus, std::optional(OrderStatus::Paid));
        QCOMPARE(run.numbers(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s}));
        QCOMPARE(run.numbers({}, 5, 100), (QStringList{u"6"_s, u"7"_s}));
        QCOMPARE(run.numbers({}, 1, 2), (QStringList{u"2"_s, u"3"_s}));
        QCOMPARE(run.numbers({State::Done}, 0, 100, true), (QStringList{u"1"_s, u"3"_s}));
        QCOMPARE(run.numbers({State::Done}, 1, 100, true), QStringList{u"3"_s});
        QCOMPARE(run.numbers({State::Done}, 0, 100, false), QStringList{u"2"_s});
        QCOMPARE(run.numbers({State::Done}, 1, 1), QStringList{u"2"_s});
        QCOMPARE(run.numbers({State::Refused, State::Planned}, 1, 2), (QStringList{u"5"_s, u"6"_s}));
        QCOMPARE(runItemCount(*run.database, run.run, {}).value(), 7);
        QCOMPARE(runItemCount(*run.database, run.run, {State::Done}, true).value(), 2);
        QCOMPARE(runItemCount(*run.database, run.run, {State::Done}, false).value(), 1);
        QCOMPARE(runItemCount(*run.database, run.run, {State::Planned}).value(), 3);
        const RunItem refused = runItems(*run.database, run.run, {State::Refused}, 0, 1)->first();
        QCOMPARE(refused.change->problem, u"できません。"_s);
        QCOMPARE(ordersChanged(*run.database, run.run).value(), (QList{run.orders[0], run.orders[2]}));
    }

    void whatDidNotSucceed_canBeTriedAgain_data() { TestDatabases::addDialects(); }
    void whatDidNotSucceed_canBeTriedAgain()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect), RunKind::Status, 7);
        QVERIFY(endSome(run));
        QCOMPARE(run.store.withdraw(run.run, 2, JournalFixture::now()).value(), 2);
        QCOMPARE(run.waiting(-1, 10), QList<qint64>{6});
        QCOMPARE(ordersToTryAgain(*run.database, run.run).value(),
                 (QList{run.orders[3], run.orders[4], run.orders[5]}));
        QCOMPARE(run.store.withdraw(run.run, 10, JournalFixture::now()).value(), 1);
        QCOMPARE(run.store.withdraw(run.run, 10, JournalFixture::now()).value(), 0);
        QCOMPARE(run.row().counts.value(State::Cancelled), 3);
        QCOMPARE(run.row().counts.value(State::Done), 3); // what is at rest stays so
    }

    void run_belongsToOneStartOfTheProgram_data() { TestDatabases::addDialects(); }
    void run_belongsToOneStartOfTheProgram()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect), RunKind::Refresh, 1);
        QVERIFY(run.store.isBegunBy(run.run, u"boot-1"_s).value());
        QVERIFY(!run.store.isBegunBy(run.run, u"boot-2"_s).value());
        QVERIFY(run.store.begunByOthers(u"boot-1"_s)->isEmpty());
        const auto others = run.store.begunByOthers(u"boot-2"_s);
        QCOMPARE(others->size(), 1);
        QCOMPARE(others->first().run, run.run);
        QCOMPARE(others->first().boot, u"boot-1"_s);
        QVERIFY(run.runs.setState(run.run, RunStore::State::Paused, u"x"_s, JournalFixture::now()).ok());
        QVERIFY(!run.store.isBegunBy(run.run, u"boot-1"_s).value());
        QVERIFY(run.store.begunByOthers(u"boot-2"_s)->isEmpty());
        QVERIFY(run.store.begin(run.run, u"boot-2"_s).ok());
        QVERIFY(run.store.isBegunBy(run.run, u"boot-2"_s).value());
        QCOMPARE(run.row().reason, QString());
        QVERIFY(run.runs.setState(run.run, RunStore::State::Finished, {}, JournalFixture::now()).ok());
        QVERIFY(run.store.begin(run.run, u"boot-3"_s).ok()); // what is over is not begun again
        QCOMPARE(run.row().state, RunStore::State::Finished);
    }

    /// Between the question whether the run goes on and the commit nobody pauses it.
    void pausing_waitsForTheStepUnderWay()
    {
        ARun run(m_databases.fresh(DatabaseSpec::Dialect::Postgresql), RunKind::Status, 1);
        auto transaction = Transaction::begin(*run.database);
        QVERIFY(transaction.ok() && run.store.isBegunBy(run.run, u"boot-1"_s).value());
        bool paused = false;
        std::thread other([&, spec = run.database->spec()] {
            const auto own = TestDatabases::open(spec);
            paused =
                RunStore(*own).setState(run.run, RunStore::State::Paused, u"x"_s, JournalFixture::now()).ok();
        });
        const auto waits = [&] {
            const auto row = run.database->first(u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s);
            return row->value(0).toLongLong() > 0;
        };
        QTRY_VERIFY(waits());
        QVERIFY(run.end(0, State::Done, changedTo(OrderStatus::Paid)));
        QVERIFY(transaction->commit().ok());
        other.join();
        QVERIFY(paused);
        QCOMPARE(run.row().counts.value(State::Done), 1);
    }

    void sweeps_neverLookAtThem_data() { TestDatabases::addDialects(); }
    void sweeps_neverLookAtThem()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect), RunKind::Refresh, 1);
        QCOMPARE(unfinishedRuns(*run.database)->size(), 1);
        QCOMPARE(unfinishedRuns(*run.database)->first().openCount(), 1);
        QVERIFY(run.end(0, State::Done, {}));
        QVERIFY(run.runs.setState(run.run, RunStore::State::Finished, {}, JournalFixture::now()).ok());
        QVERIFY(run.runs.unswept(JournalFixture::now().addDays(1))->isEmpty());
        QCOMPARE(run.row().sentCount(), 0);
        RunStore::Run money;
        money.id = {newUuid()};
        money.askedAt = JournalFixture::now();
        QVERIFY(run.runs.create(money).ok());
        QVERIFY(run.runs.setState(money.id, RunStore::State::Finished, {}, JournalFixture::now()).ok());
        QCOMPARE(run.runs.unswept(JournalFixture::now().addDays(1))->size(), 1);
    }

    void history_hasThemToo_data() { TestDatabases::addDialects(); }
    void history_hasThemToo()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect), RunKind::Status, 7);
        QVERIFY(endSome(run));
        RunStore::Run money;
        money.id = {newUuid()};
        money.askedAt = JournalFixture::now();
        QVERIFY(run.runs.create(money).ok());
        OperationHistory history(*run.database);
        QCOMPARE(history.runs({})->size(), 2);
        QCOMPARE(history.runs({.runKinds = {RunKind::Status}}).value(), QList{run.run});
        QCOMPARE(history.runs({.runKinds = {RunKind::Capture, RunKind::Refresh}}).value(), QList{money.id});
        const auto page = history.runPage({run.run, money.id});
        QCOMPARE(page->size(), 2);
        QCOMPARE(page->first().total(), 7);
        QCOMPARE(page->first().run.changedCount, 2);
        QCOMPARE(page->first().run.counts.value(State::Planned), 3);
        QCOMPARE(page->first().run.wantedStatus, std::optional(OrderStatus::Paid));
        QCOMPARE(page->first().doneAmount, Yen{});
        QCOMPARE(page->last().total(), 0);
    }

    void stoppedRuns_areToldApart_data() { TestDatabases::addDialects(); }
    void stoppedRuns_areToldApart()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        ARun run(m_databases.fresh(dialect), RunKind::Refresh, 1);
        RunStore::Run other;
        other.id = {newUuid()};
        other.askedAt = JournalFixture::now();
        QVERIFY(run.runs.create(other).ok());
        OperationHistory history(*run.database);
        QVERIFY(history.runs({.stopped = true})->isEmpty());
        QVERIFY(history.runs({.stopped = false})->isEmpty()); // none is over
        const RunReason reason{
            .code = RunReason::Code::StoppedBy, .text = u"\"佐藤\""_s, .at = JournalFixture::now()};
        const RunReason lookalike{.code = RunReason::Code::PausedBy, .text = u"\"code\":\"STOPPED_BY\""_s};
        using RunState = RunStore::State;
        QVERIFY(run.runs.setState(run.run, RunState::Finished, reason.stored(), JournalFixture::now()).ok());
        QVERIFY(
            run.runs.setState(other.id, RunState::Finished, lookalike.stored(), JournalFixture::now()).ok());
        QCOMPARE(history.runs({.stopped = true}).value(), QList{run.run});
        QCOMPARE(history.runs({.stopped = false}).value(), QList{other.id});
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestRunItemStore)
#include "test_runitemstore.moc"
