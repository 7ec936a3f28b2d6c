#include "core/base/japantime.h"
#include "core/storage/orderimportstore.h"
#include "core/storage/orderlookup.h"
#include "core/storage/orderrepository.h"
#include "core/storage/orderticks.h"
#include "core/storage/paymentrepository.h"
#include "core/storage/rownames.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

/// Ticks, the filters of the payment list, and a list of numbers that names orders.
class TestOrderTicks : public QObject
{
    Q_OBJECT

    OrderId add(Database &database, qint64 number, OrderStatus status = OrderStatus::New,
                const QString &word = {})
    {
        Order order = sampleOrder(number);
        order.status = status;
        order.orderedAt = japantime::instantOf(QDate(2020, 12, 3), QTime(10, 0)).addSecs(number * 60);
        require(OrderImportStore(database).apply(order, OrderImportStore::allFields(), false).ok());
        const OrderId id = *OrderRepository(database).idByNumber(QString::number(number));
        if (!word.isEmpty()) {
            link(database, id, u"%1-03132123"_s.arg(number), word);
        }
        return id;
    }
    static void link(Database &database, OrderId order, const QString &gatewayOrderId, const QString &word)
    {
        PaymentRepository payments(database, {});
        require(payments.link(order, u"shop"_s, gatewayOrderId, PaymentMethod::Card).ok());
        const PaymentId id = payments.ofOrder(order)->last().id;
        const Snapshot snapshot{word, Yen{3200}, Yen{0}, u"20201203132123"_s, u"T1"_s, u"  12345"_s};
        require(payments.storeSnapshot(id, snapshot, QDateTime::currentDateTimeUtc(), std::nullopt).ok());
    }
    static void require(bool done)
    {
        if (!done) {
            qFatal("the store failed");
        }
    }
    static QStringList numbersOf(Database &database, const QList<OrderId> &ids)
    {
        QStringList numbers;
        const auto rows = OrderRepository(database).page(ids);
        for (const OrderSummary &row : *rows) {
            numbers.append(row.orderNumber);
        }
        return numbers;
    }
    static QStringList listed(Database &database, const OrderFilter &filter, const OrderSort &sort = {})
    {
        return numbersOf(database, *OrderRepository(database).matching(filter, sort));
    }

private slots:
    void ticks_areTheOnesNamedInTheOrderOfTheList_data() { TestDatabases::addDialects(); }
    void ticks_areTheOnesNamedInTheOrderOfTheList()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        QList<OrderId> ids;
        for (qint64 number = 1; number <= 5; ++number) {
            ids.append(add(*database, number));
        }
        OrderTicks ticks;
        QVERIFY(ticks.isEmpty());
        QVERIFY(tickedIds(*database, ticks, {})->isEmpty());
        ticks.ids = {ids[0], ids[3], ids[1], OrderId{987'654}}; // the last is gone
        QCOMPARE(numbersOf(*database, *tickedIds(*database, ticks, {})),
                 (QStringList{u"4"_s, u"2"_s, u"1"_s}));
        const OrderSort oldest{.field = u"number"_s, .descending = false};
        QCOMPARE(numbersOf(*database, *tickedIds(*database, ticks, oldest)),
                 (QStringList{u"1"_s, u"2"_s, u"4"_s}));
        QVERIFY(!tickedIds(*database, ticks, {.field = u"nothing"_s}));
    }

    void everything_isWhatMatchesButThoseTakenOff_data() { TestDatabases::addDialects(); }
    void everything_isWhatMatchesButThoseTakenOff()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        add(*database, 1, OrderStatus::Paid);
        const OrderId second = add(*database, 2, OrderStatus::Paid);
        add(*database, 3, OrderStatus::Paid);
        const OrderId other = add(*database, 4);
        OrderTicks ticks;
        ticks.everything = true;
        ticks.filter.orderStatuses = {OrderStatus::Paid};
        ticks.ids = {second};
        QCOMPARE(numbersOf(*database, *tickedIds(*database, ticks, {})), (QStringList{u"3"_s, u"1"_s}));
        QVERIFY(!ticks.contains(second, true));
        QVERIFY(!ticks.contains(other, false));
        QVERIFY(ticks.contains(other, true));
    }

    void list_givesTheOrderAndHidesBehindIt_data() { TestDatabases::addDialects(); }
    void list_givesTheOrderAndHidesBehindIt()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        QList<OrderId> ids;
        for (qint64 number = 1; number <= 6; ++number) {
            ids.append(add(*database, number, number % 2 == 0 ? OrderStatus::Paid : OrderStatus::New));
        }
        ListTicks list;
        list.ticks.ids = {ids[0], ids[1], ids[2], ids[5], OrderId{987'654}}; // the last is gone
        list.shown.orderStatuses = {OrderStatus::Paid};
        const auto asked = orderedTicks(*database, list);
        QVERIFY(asked);
        QCOMPARE(numbersOf(*database, asked->orders), (QStringList{u"6"_s, u"2"_s, u"3"_s, u"1"_s}));
        QCOMPARE(asked->shownCount, 2);
        list.listed = *OrderRepository(*database).matching(list.shown, {});
        const auto known = orderedTicks(*database, list);
        QVERIFY(known);
        QCOMPARE(known->orders, asked->orders);
        QCOMPARE(known->shownCount, asked->shownCount);
        list.listed = QList<OrderId>{ids[1], ids[3], ids[5]}; // whatever the list shows, and in its order
        QCOMPARE(numbersOf(*database, orderedTicks(*database, list)->orders),
                 (QStringList{u"2"_s, u"6"_s, u"3"_s, u"1"_s}));
        list.sort = {.field = u"number"_s, .descending = false};
        QCOMPARE(numbersOf(*database, orderedTicks(*database, list)->orders),
                 (QStringList{u"2"_s, u"6"_s, u"1"_s, u"3"_s}));
        list.shown = {};
        list.listed = ids;
        QCOMPARE(orderedTicks(*database, list)->shownCount, 4);
        list.listed.reset();
        QCOMPARE(orderedTicks(*database, list)->shownCount, 4);
    }

    void everythingInAList_isWhatTheListHas_data() { TestDatabases::addDialects(); }
    void everythingInAList_isWhatTheListHas()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        QList<OrderId> ids;
        for (qint64 number = 1; number <= 4; ++number) {
            ids.append(add(*database, number, number == 4 ? OrderStatus::New : OrderStatus::Paid));
        }
        ListTicks list;
        list.ticks.everything = true;
        list.ticks.filter.orderStatuses = {OrderStatus::Paid};
        list.ticks.ids = {ids[1]};
        list.shown = list.ticks.filter;
        list.listed = QList<OrderId>{ids[2], ids[1]}; // the first came in since
        QCOMPARE(orderedTicks(*database, list)->orders, QList<OrderId>{ids[2]});
        QCOMPARE(orderedTicks(*database, list)->shownCount, 1);
        list.shown = {}; // another list by now: what was ticked is not what it has
        list.shown.query = u"1"_s;
        const auto ordered = orderedTicks(*database, list);
        QCOMPARE(QSet<OrderId>(ordered->orders.begin(), ordered->orders.end()),
                 (QSet<OrderId>{ids[0], ids[2]}));
        const auto shown = *OrderRepository(*database).matching(list.shown, {});
        for (qsizetype at = 0; at < ordered->orders.size(); ++at) {
            QCOMPARE(at < ordered->shownCount, shown.contains(ordered->orders.at(at)));
        }
    }

    void names_areThoseOfThePaymentThatIsMeant_data() { TestDatabases::addDialects(); }
    void names_areThoseOfThePaymentThatIsMeant()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const OrderId twice = add(*database, 1, OrderStatus::New, u"VOID"_s);
        link(*database, twice, u"1-again"_s, u"AUTH"_s);
        const OrderId unlinked = add(*database, 2);
        const QList<Payment> payments = *PaymentRepository(*database, {}).ofOrder(twice);
        const auto names = rowNames(*database, {{unlinked},
                                                {twice, payments.at(0).id},
                                                {OrderId{987'654}},
                                                {twice, payments.at(1).id},
                                                {twice}});
        QVERIFY(names);
        QStringList said;
        for (const RowNames &name : *names) {
            said.append(name.orderNumber + u' ' + name.gatewayOrderId);
        }
        QCOMPARE(said, (QStringList{u"2 "_s, u"1 1-03132123"_s, u" "_s, u"1 1-again"_s, u"1 1-again"_s}));
        QVERIFY(!names->first().customerName.isEmpty());
        QVERIFY(rowNames(*database, {})->isEmpty());
    }

    void exceptions_arePinnedOnTop_data() { TestDatabases::addDialects(); }
    void exceptions_arePinnedOnTop()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const OrderId oldException = add(*database, 1, OrderStatus::New, u"STRANGE"_s);
        const OrderId plain = add(*database, 2, OrderStatus::New, u"AUTH"_s);
        const OrderId newException = add(*database, 3, OrderStatus::New, u"ODD"_s);
        add(*database, 4);
        OrderSort sort;
        QCOMPARE(listed(*database, {}, sort), (QStringList{u"4"_s, u"3"_s, u"2"_s, u"1"_s}));
        sort.exceptionsFirst = true;
        QCOMPARE(listed(*database, {}, sort), (QStringList{u"3"_s, u"1"_s, u"4"_s, u"2"_s}));
        sort.descending = false;
        QCOMPARE(listed(*database, {}, sort), (QStringList{u"1"_s, u"3"_s, u"2"_s, u"4"_s}));
        OrderTicks ticks;
        ticks.ids = {oldException, plain, newException};
        QCOMPARE(numbersOf(*database, *tickedIds(*database, ticks, sort)),
                 (QStringList{u"1"_s, u"3"_s, u"2"_s}));
    }

    void captureNeeded_isWhatIsAuthorisedAndStillWanted_data() { TestDatabases::addDialects(); }
    void captureNeeded_isWhatIsAuthorisedAndStillWanted()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        add(*database, 1, OrderStatus::New, u"AUTH"_s);
        add(*database, 2, OrderStatus::Cancelled, u"AUTH"_s);
        add(*database, 3, OrderStatus::Returned, u"AUTH"_s);
        add(*database, 4, OrderStatus::New, u"SALES"_s);
        add(*database, 5);
        add(*database, 6, OrderStatus::Pending, u"AUTH"_s); // money hides behind no 対応状況
        OrderFilter filter;
        filter.onlyCaptureNeeded = true;
        QCOMPARE(listed(*database, filter), (QStringList{u"6"_s, u"1"_s}));
        QCOMPARE(*OrderRepository(*database).count(filter), 2);
    }

    void stuck_isWhatWaitsTooLongInThePayment_data() { TestDatabases::addDialects(); }
    void stuck_isWhatWaitsTooLongInThePayment()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        add(*database, 1, OrderStatus::Pending);
        add(*database, 2, OrderStatus::Processing);
        add(*database, 3, OrderStatus::New);
        add(*database, 4, OrderStatus::Pending);
        OrderFilter filter;
        filter.stuckBefore = japantime::instantOf(QDate(2020, 12, 3), QTime(10, 4)); // that of order 4
        QCOMPARE(listed(*database, filter), (QStringList{u"2"_s, u"1"_s}));
    }

    void unfinishedOrders_areListedOnlyWhenAskedFor_data() { TestDatabases::addDialects(); }
    void unfinishedOrders_areListedOnlyWhenAskedFor()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        add(*database, 1, OrderStatus::Pending);
        add(*database, 2);
        QCOMPARE(listed(*database, {}), QStringList{u"2"_s});
        OrderFilter filter;
        filter.withUnfinished = true;
        QCOMPARE(listed(*database, filter), (QStringList{u"2"_s, u"1"_s}));
    }

    void paymentList_leavesOtherMethodsOut_data() { TestDatabases::addDialects(); }
    void paymentList_leavesOtherMethodsOut()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        add(*database, 1);
        Order cash = sampleOrder(2);
        cash.method = PaymentMethod::Other;
        require(OrderImportStore(*database).apply(cash, OrderImportStore::allFields(), false).ok());
        OrderFilter filter;
        filter.onlyGatewayMethods = true;
        QCOMPARE(listed(*database, filter), QStringList{u"1"_s});
    }

    void list_namesOrdersByEitherNumber_data() { TestDatabases::addDialects(); }
    void list_namesOrdersByEitherNumber()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const OrderId first = add(*database, 1, OrderStatus::New, u"AUTH"_s);
        const OrderId second = add(*database, 2, OrderStatus::Pending, u"AUTH"_s);
        const auto lookup = lookUpOrders(
            *database, {u" 2 "_s, u""_s, u"1-03132123"_s, u"999"_s, u"2"_s, u"1"_s, u"x'; DROP"_s});
        QVERIFY(lookup);
        QCOMPARE(lookup->found, (QList<OrderId>{second, first}));
        QCOMPARE(lookup->unknown, (QStringList{u"999"_s, u"x'; DROP"_s}));
        QCOMPARE(lookup->unknownCount, 2);
        QCOMPARE(lookup->duplicates, 2); // 2 again, and 1 after its payment
    }

    void longList_keepsItsOrderAndBoundsWhatIsUnknown_data() { TestDatabases::addDialects(); }
    void longList_keepsItsOrderAndBoundsWhatIsUnknown()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const OrderId known = add(*database, 7);
        QStringList entries;
        for (int at = 0; at < 1'700; ++at) {
            entries.append(u"no-%1"_s.arg(at));
        }
        entries.insert(1'234, u"7"_s);
        const auto lookup = lookUpOrders(*database, entries);
        QVERIFY(lookup);
        QCOMPARE(lookup->found, QList<OrderId>{known});
        QCOMPARE(lookup->unknownCount, 1'700);
        QCOMPARE(lookup->unknown.size(), 1'000);
        QCOMPARE(lookup->unknown.last(), u"no-999"_s);
    }

    void list_isFoundHoweverItIsTyped_data() { TestDatabases::addDialects(); }
    void list_isFoundHoweverItIsTyped()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const OrderId first = add(*database, 19907, OrderStatus::New, u"AUTH"_s);
        const OrderId second = add(*database, 19955);
        const OrderId third = add(*database, 19979);
        const OrderId fourth = add(*database, 19980, OrderStatus::New, u"AUTH"_s);
        const auto lookup = lookUpOrders(*database, {u"１９９７９"_s, u"19907 19955　777"_s,
                                                     u"１９９８０－０３１３２１２３"_s, u"９９９"_s});
        QVERIFY(lookup);
        QCOMPARE(lookup->found, (QList<OrderId>{third, first, second, fourth}));
        QCOMPARE(lookup->unknown, (QStringList{u"777"_s, u"９９９"_s})); // as it is written
        QCOMPARE(lookup->unknownCount, 2);
        QCOMPARE(lookup->duplicates, 0);
    }

    void paymentTakenOff_namesItsOrderNoMore_data() { TestDatabases::addDialects(); }
    void paymentTakenOff_namesItsOrderNoMore()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const OrderId order = add(*database, 1, OrderStatus::New, u"AUTH"_s);
        PaymentRepository payments(*database, {});
        const PaymentId payment = payments.ofOrder(order)->first().id;
        QVERIFY(payments.unlink(payment, u"誤り"_s, u"佐藤"_s, u"PC-1"_s));
        QCOMPARE(lookUpOrders(*database, {u"1-03132123"_s})->unknownCount, 1);
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestOrderTicks)
#include "test_orderticks.moc"
