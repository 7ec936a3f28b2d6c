#include "core/base/japantime.h"
#include "core/storage/ordercondition.h"
#include "core/storage/todayswork.h"
#include "tests/storage/journalfixture.h"
#include "tests/storage/testdatabase.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

const QDate Today(2020, 12, 3);
const QDateTime Now = japantime::instantOf(Today, QTime(9, 30));

using Status = OrderStatus;
using Paid = PaymentStatus;

const QList<PaymentMethod> cash{PaymentMethod::ConvenienceStore, PaymentMethod::PayEasyAtm,
                                PaymentMethod::PayEasyNet};

/// Paid in cash for an order that was then cancelled, and not too long ago to be worth a look.
bool isOwed(const OrderSummary &row)
{
    return row.paymentStatus == Paid::Paid && row.status == Status::Cancelled && row.orderedAt &&
           japantime::dayOf(*row.orderedAt).daysTo(Today) <= 60;
}

/// The cards in other words than the filters', from what a row shows.
bool belongsTo(WorkKind kind, const OrderSummary &row)
{
    const bool takenBack = row.status == Status::Cancelled || row.status == Status::Returned;
    const bool unfinished = row.status == Status::Pending || row.status == Status::Processing;
    const auto isPaid = [&row](std::initializer_list<Paid> words) {
        return row.paymentStatus && std::find(words.begin(), words.end(), *row.paymentStatus) != words.end();
    };
    switch (kind) {
    case WorkKind::CaptureNeeded:
        return isPaid({Paid::Authorized}) && !takenBack;
    case WorkKind::DueSoon:
        return row.captureBy && *row.captureBy >= Today && *row.captureBy <= Today.addDays(7);
    case WorkKind::Lapsed:
        return row.captureBy && *row.captureBy < Today;
    case WorkKind::Difference:
        return row.difference && *row.difference != Yen{};
    case WorkKind::PaidInCash:
        return isPaid({Paid::Paid}) && moveAllowed(row.status, Status::Paid);
    case WorkKind::InDoubt:
        return row.doubt == OperationState::InDoubt;
    case WorkKind::Conflict:
        return row.doubt == OperationState::Conflict;
    case WorkKind::CancelledWithOpenPayment:
        return takenBack &&
               (isPaid({Paid::Authorized, Paid::Captured, Paid::ImmediatelyCaptured}) || row.ambiguous ||
                (isPaid({Paid::RequestSucceeded}) && cash.contains(row.method)) || isOwed(row));
    case WorkKind::Stuck:
        return unfinished && row.orderedAt && *row.orderedAt < Now.addSecs(-StuckInPaymentMinutes * 60);
    case WorkKind::WalletPending:
        return isPaid({Paid::CaptureAccepted, Paid::CancelAccepted, Paid::ChangeAccepted});
    }
    return false;
}

/// The column's words for one of these, or for none of them.
template <typename T>
QVariant anyOf(QRandomGenerator &random, const QList<T> &values)
{
    const int at = random.bounded(values.size() + 1);
    return at == values.size() ? QVariant() : QVariant::fromValue(values.at(at));
}

void makeAnything(Database &database, qint64 number, QRandomGenerator &random)
{
    Order order = sampleOrder(number);
    order.status = allOrderStatuses().at(random.bounded(allOrderStatuses().size()));
    order.orderedAt = Now.addSecs(-60 * random.bounded(60)).addDays(anyOf<int>(random, {-60, -61}).toInt());
    order.method = (QList{PaymentMethod::Au} + cash).at(random.bounded(4));
    order.totals.payableTotal = Yen{1000 + number};
    QList<qint64> words;
    for (const PaymentStatus status : allPaymentStatuses()) {
        words.append(qint64(status));
    }
    words += {1, 1, 2, 2, 2, 11, 11, 11, 12, 22};
    const QString captureBy = Today.addDays(random.bounded(-10, 12)).toString(Qt::ISODate);
    if (!OrderImportStore(database).apply(order, OrderImportStore::allFields(), false) ||
        !database.run(u"UPDATE orders SET payment_status_code = ?, gateway_amount = ?, difference = ?, "
                      "capture_by = ?, doubt = ?, ambiguous = ? WHERE shop_order_id = ?"_s,
                      {anyOf(random, words), anyOf<qint64>(random, {3200, 100}),
                       anyOf<qint64>(random, {0, -5}), anyOf<QString>(random, {captureBy}),
                       anyOf<QString>(random, {u"IN_DOUBT"_s, u"CONFLICT"_s}), random.bounded(5) == 0 ? 1 : 0,
                       number})) {
        qFatal("no order");
    }
}

} // namespace

class TestTodaysWork : public QObject
{
    Q_OBJECT

    QList<OrderSummary> fill(Database &database)
    {
        QRandomGenerator random(11);
        auto filling = Transaction::begin(database);
        QList<OrderId> ids;
        for (qint64 number = 1; number <= 400; ++number) {
            makeAnything(database, number, random);
            ids.append(*OrderRepository(database).idByNumber(QString::number(number)));
        }
        if (!filling->commit()) {
            qFatal("no orders");
        }
        return *OrderRepository(database).page(ids);
    }
    static Yen amountOf(const OrderSummary &row) { return row.gatewayAmount.value_or(row.payableTotal); }

private slots:
    void everyCard_countsWhatItsListShows_data() { TestDatabases::addDialects(); }
    void everyCard_countsWhatItsListShows()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const QList<OrderSummary> all = fill(*database);
        const auto reader = TestDatabases::open(database->spec(), DatabaseMode::ReadOnly);
        const auto work = todaysWork(*reader, Now);
        QVERIFY2(work, work ? "" : qPrintable(work.error().message));
        QCOMPARE(work->size(), allWorkKinds().size());
        OrderRepository orders(*database);
        for (const WorkKind kind : allWorkKinds()) {
            const QByteArray where = QByteArray::number(int(kind));
            const QList<OrderSummary> listed = *orders.page(*orders.matching(workFilter(kind, Now), {}));
            Yen sum;
            for (const OrderSummary &row : listed) {
                QVERIFY2(belongsTo(kind, row), where);
                sum += row.payableTotal;
            }
            const auto expected = std::count_if(
                all.begin(), all.end(), [kind](const OrderSummary &row) { return belongsTo(kind, row); });
            QVERIFY2(expected > 0 && listed.size() == expected, where);
            QCOMPARE(work->value(kind).orders, listed.size());
            QCOMPARE(work->value(kind).sum, sum);
        }
    }

    /// Who cancelled may still pay at the store; what was paid there has to be given back by other means.
    void cancelledCashOrders_areShownWhileSomethingIsToBeDone_data() { TestDatabases::addDialects(); }
    void cancelledCashOrders_areShownWhileSomethingIsToBeDone()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        qint64 number = 0;
        const auto add = [&](Status status, Paid word, const QDateTime &orderedAt,
                             PaymentMethod method = PaymentMethod::ConvenienceStore) {
            Order order = sampleOrder(++number);
            order.status = status;
            order.method = method;
            order.orderedAt = orderedAt;
            return OrderImportStore(*database).apply(order, OrderImportStore::allFields(), false) &&
                   database->run(u"UPDATE orders SET payment_status_code = ? WHERE shop_order_id = ?"_s,
                                 {qint64(word), number});
        };
        const QDateTime firstDay = japantime::instantOf(Today.addDays(-60), QTime(0, 0));
        const QDateTime dayBefore = firstDay.addMSecs(-1);
        QVERIFY(add(Status::Cancelled, Paid::RequestSucceeded, dayBefore));                     // 1
        QVERIFY(add(Status::Returned, Paid::RequestSucceeded, Now, PaymentMethod::PayEasyNet)); // 2
        QVERIFY(add(Status::Cancelled, Paid::RequestSucceeded, Now, PaymentMethod::SoftBank));  // no cancel
        QVERIFY(add(Status::Cancelled, Paid::Paid, firstDay));                                  // 4
        QVERIFY(add(Status::Cancelled, Paid::Paid, dayBefore));
        QVERIFY(add(Status::Returned, Paid::Paid, Now)); // goods and money went their way
        QVERIFY(add(Status::New, Paid::RequestSucceeded, Now));
        const auto listed = [&](const OrderFilter &filter) {
            OrderRepository orders(*database);
            QStringList numbers;
            for (const OrderSummary &row : *orders.page(*orders.matching(filter, {u"number"_s, false}))) {
                numbers.append(row.orderNumber);
            }
            return numbers.join(u' ');
        };
        OrderFilter open = workFilter(WorkKind::CancelledWithOpenPayment, Now);
        QCOMPARE(listed(open), u"1 2 4"_s);
        QCOMPARE(todaysWork(*database, Now)->value(WorkKind::CancelledWithOpenPayment).orders, 3);
        QCOMPARE(OrderRepository(*database).counts(Now)->cancelledWithOpenPayment, 3);
        QCOMPARE(listed(askedAt(open, Now.addDays(1))), u"1 2"_s);
        open.cancelledCashFrom.reset(); // who does not say when he asks
        QCOMPARE(listed(open), u"1 2 4 5"_s);
        open.onlyCancelledWithOpenPayment = false;
        QCOMPARE(askedAt(open, Now), OrderFilter{});
    }

    void shopWithoutOrders_hasNoWork_data() { TestDatabases::addDialects(); }
    void shopWithoutOrders_hasNoWork()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const auto work = todaysWork(*database, Now);
        QVERIFY(work);
        for (const WorkCount &count : *work) {
            QVERIFY(count.orders == 0 && count.sum == Yen{});
        }
        QVERIFY(lapsingByDay(*database, Today, Today.addDays(30))->isEmpty());
        const auto days = moneyByDay(*database, Today, Today.addDays(1));
        QCOMPARE(days->size(), 2);
        QVERIFY(days->last().day == Today.addDays(1) && days->last().captures == 0);
    }

    /// Words of a condition that are not those of its index cost a look at every order of the shop.
    void everyCard_isAnsweredByItsIndex_data()
    {
        QTest::addColumn<WorkKind>("kind");
        QTest::addColumn<QString>("index");
        const QString covering = u"COVERING INDEX "_s;
        QTest::newRow("capture needed") << WorkKind::CaptureNeeded << covering + u"orders_capture_needed"_s;
        QTest::newRow("due soon") << WorkKind::DueSoon << covering + u"orders_capture_by"_s;
        QTest::newRow("lapsed") << WorkKind::Lapsed << covering + u"orders_capture_by"_s;
        QTest::newRow("difference") << WorkKind::Difference << covering + u"orders_difference"_s;
        QTest::newRow("paid in cash") << WorkKind::PaidInCash << covering + u"orders_paid_in_cash"_s;
        QTest::newRow("in doubt") << WorkKind::InDoubt << u"orders_doubt"_s;
        QTest::newRow("conflict") << WorkKind::Conflict << u"orders_doubt"_s;
        QTest::newRow("cancelled with open payment")
            << WorkKind::CancelledWithOpenPayment << covering + u"orders_cancelled_with_open_payment"_s;
        QTest::newRow("stuck") << WorkKind::Stuck << covering + u"orders_stuck"_s;
        QTest::newRow("wallet pending") << WorkKind::WalletPending << u"orders_payment_status"_s;
    }
    void everyCard_isAnsweredByItsIndex()
    {
        QFETCH(WorkKind, kind);
        QFETCH(QString, index);
        const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        const SqlCondition condition = conditionOf(workFilter(kind, Now));
        const auto plan = database->listOf(
            u"EXPLAIN QUERY PLAN SELECT count(*), sum(payable_total) FROM orders "_s + condition.where,
            condition.values, [](const Rows &row) { return row.text(3); });
        QVERIFY(plan);
        QVERIFY2(plan->size() == 1 && plan->first().contains(index), qPrintable(plan->join(u'\n')));
    }

    void lapsingDays_areThoseOfTheOrders_data() { TestDatabases::addDialects(); }
    void lapsingDays_areThoseOfTheOrders()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const QList<OrderSummary> all = fill(*database);
        const QDate from = Today.addDays(-5);
        const QDate until = Today.addDays(5);
        QMap<QDate, LapsingDay> expected;
        for (const OrderSummary &row : all) {
            if (row.captureBy && *row.captureBy >= from && *row.captureBy <= until) {
                LapsingDay &day = expected[*row.captureBy];
                ++day.orders;
                day.sum += amountOf(row);
            }
        }
        const auto days = lapsingByDay(*database, from, until);
        QVERIFY(days && expected.size() > 5);
        QCOMPARE(days->size(), expected.size());
        for (const LapsingDay &day : *days) {
            QCOMPARE(day.orders, expected.value(day.day).orders);
            QCOMPARE(day.sum, expected.value(day.day).sum);
        }
        QVERIFY(
            std::is_sorted(days->begin(), days->end(), [](const LapsingDay &one, const LapsingDay &other) {
                return one.day < other.day;
            }));
    }

    void money_isThatOfTheDayOnWhichItWasDone_data() { TestDatabases::addDialects(); }
    void money_isThatOfTheDayOnWhichItWasDone()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        const auto end = [&](OperationKind kind, OperationState state, const QDateTime &at,
                             std::optional<Yen> cancelledBefore = {}) {
            Operation operation;
            operation.id = {newUuid()};
            operation.paymentId = journal.payment;
            operation.kind = kind;
            operation.wantAmount = kind == OperationKind::Change ? std::optional(Yen{9}) : std::nullopt;
            operation.askedBy = u"佐藤"_s;
            operation.askedAt = at;
            const bool planned = journal.store.plan({operation}).ok();
            const auto claim = journal.store.claim(operation.id, at);
            Snapshot pre = JournalFixture::authorized();
            pre.tax = Yen{50};
            pre.cancelledAmount = cancelledBefore;
            const bool armed =
                journal.store.arm({operation.id, claim->epoch, pre, u"SALES"_s, u"digest"_s, at}).ok();
            Evidence read; // what a carrier shows after it
            read.operationId = operation.id;
            read.at = at;
            read.source = u"READ"_s;
            read.classCode = u"READ"_s;
            read.fields = uR"({"Amount":"700","ProcessDate":"","Status":"CANCEL","Tax":"0","TranID":""})"_s;
            const bool seen = !cancelledBefore || journal.store.append(read).ok();
            const Move move{operation.id, OperationState::Armed, state,
                            claim->epoch, Proof::Answer,         EndReason::None};
            Evidence answer;
            answer.source = u"ANSWER"_s;
            const auto moved = journal.store.move(move, answer, at);
            return planned && armed && seen && moved && *moved;
        };
        const QDateTime lastMoment = japantime::instantOf(Today, QTime(23, 59, 59, 999));
        using Kind = OperationKind;
        QVERIFY(end(Kind::Capture, OperationState::Done, lastMoment));
        QVERIFY(end(Kind::Capture, OperationState::Done, Now));
        QVERIFY(end(Kind::Capture, OperationState::Refused, Now));
        QVERIFY(end(Kind::Change, OperationState::Done, Now));
        QVERIFY(end(Kind::Capture, OperationState::Done, lastMoment.addMSecs(1)));
        QVERIFY(end(Kind::Cancel, OperationState::Done, Now));
        QVERIFY(end(Kind::Cancel, OperationState::Done, Now.addDays(1), Yen{100}));
        const auto days = moneyByDay(*journal.database, Today.addDays(-1), Today.addDays(1));
        QVERIFY2(days, days ? "" : qPrintable(days.error().message));
        QStringList said;
        for (const MoneyDay &day : *days) {
            said.append(u"%1: %2 %3, %4 %5"_s.arg(day.day.toString(Qt::ISODate))
                            .arg(day.captures)
                            .arg(day.captured.value)
                            .arg(day.cancels)
                            .arg(day.cancelled.value));
        }
        QCOMPARE(said, (QStringList{u"2020-12-02: 0 0, 0 0"_s, u"2020-12-03: 2 6500, 1 3250"_s,
                                    u"2020-12-04: 1 3250, 1 3250"_s}));
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestTodaysWork)
#include "test_todayswork.moc"
