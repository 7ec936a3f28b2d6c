#include "core/storage/ordercondition.h"
#include "core/storage/ordercounts.h"
#include "core/storage/orderimportstore.h"
#include "core/storage/orderrepository.h"
#include "core/storage/ordersearch.h"
#include "core/storage/paymentrepository.h"
#include "tests/storage/testdatabase.h"

#include <QRandomGenerator>
#include <QTest>

#include <memory>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Few = 5; ///< more hits go through the list of all that match

/// Few words, so that much is found often.
Order anyOrder(QRandomGenerator &random, qint64 number)
{
    static const QStringList families{u"髙橋"_s, u"高木"_s, u"佐藤"_s, u"𠮷田"_s, u"O'Neil_%"_s};
    static const QStringList kana{u"タカハシ"_s, u"たかぎ"_s, u"サトー"_s, u"ﾖｼﾀﾞ"_s, u"オニール"_s};
    Order order = sampleOrder(number);
    const qsizetype name = random.bounded(families.size());
    order.customer.familyName = families.at(name);
    order.customer.familyKana = kana.at(name);
    order.customer.phoneNumber = u"03-1234-%1"_s.arg(random.bounded(10'000), 4, 10, QLatin1Char('0'));
    order.mailAddress = u"Mail%1@example.jp"_s.arg(random.bounded(30));
    order.status = allOrderStatuses().at(random.bounded(allOrderStatuses().size()));
    order.method = random.bounded(3) == 0 ? PaymentMethod::Other : PaymentMethod::Card;
    order.methodName = order.method == PaymentMethod::Other ? u"銀行振込"_s : u"GMOクレジット決済"_s;
    order.totals.payableTotal = Yen{random.bounded(5) * 1000};
    order.orderedAt =
        random.bounded(8) == 0 ? std::nullopt : std::optional(order.orderedAt->addDays(random.bounded(9)));
    order.paidAt = random.bounded(2) == 0 ? std::nullopt : order.orderedAt;
    return order;
}

QString anyQuery(QRandomGenerator &random)
{
    static const QStringList queries{QString(),    u"高"_s,     u"髙橋"_s, u"タカ"_s,      u"たか"_s,
                                     u"さとう"_s,  u"サトー"_s, u"𠮷"_s,   u"MAIL1"_s,     u"@example"_s,
                                     u"03-1234"_s, u"1"_s,      u"12"_s,   u"-03132123"_s, u"_%"_s,
                                     u"いない"_s,  u"o'neil"_s};
    return queries.at(random.bounded(queries.size()));
}

OrderFilter anyFilter(QRandomGenerator &random)
{
    OrderFilter filter;
    filter.withUnfinished = random.bounded(4) == 0;
    filter.onlyGatewayMethods = random.bounded(4) == 0;
    if (random.bounded(4) == 0) {
        return filter; // nearly all
    }
    filter.query = anyQuery(random);
    if (random.bounded(3) == 0) {
        filter.orderStatuses = {allOrderStatuses().at(random.bounded(allOrderStatuses().size())),
                                OrderStatus::New};
    }
    if (random.bounded(4) == 0) {
        filter.methods = {PaymentMethod::Card};
    }
    if (random.bounded(4) == 0) {
        filter.customerKana = u"タカ"_s;
    }
    filter.onlyUnlinked = random.bounded(6) == 0;
    return filter;
}

OrderSort anySort(QRandomGenerator &random)
{
    static const QStringList fields{u"orderedAt"_s, u"orderedAt"_s, u"id"_s,          u"customer"_s,
                                    u"total"_s,     u"paidAt"_s,    u"orderStatus"_s, u"methodName"_s};
    return {fields.at(random.bounded(fields.size())), random.bounded(2) == 0, random.bounded(4) == 0};
}

} // namespace

/// Whatever is looked for in memory is what the database finds.
class TestOrderSearch : public QObject
{
    Q_OBJECT

    void makeSeats(DatabaseSpec::Dialect dialect)
    {
        m_search.reset();
        m_reader.reset();
        const DatabaseSpec spec = m_databases.newSpec(dialect);
        m_writer = TestDatabases::open(spec);
        QVERIFY(migrate(*m_writer, {}));
        m_reader = TestDatabases::open(spec, DatabaseMode::ReadOnly);
        m_search = std::make_unique<OrderSearch>(*m_reader, m_stopped, Few);
    }

    void readAll()
    {
        while (*m_search->readMore()) {
        }
        QVERIFY(m_search->isReady());
    }

    void put(Database &database, const Order &order)
    {
        QVERIFY(OrderImportStore(database).apply(order, OrderImportStore::allFields(), false));
    }

    OrderId idOf(qint64 number) { return *OrderRepository(*m_writer).idByShopOrderId(number).value(); }

    QList<OrderId> found(const QString &query)
    {
        OrderFilter filter;
        filter.query = query;
        return m_search->matching(filter, {}).value();
    }

    /// By one statement, as the conditions say.
    StorageResult<QList<OrderId>> plainly(const OrderFilter &filter, const OrderSort &sort)
    {
        const SqlCondition condition = conditionOf(filter);
        auto ids = m_writer->listOf(u"SELECT id FROM orders %1 %2"_s.arg(condition.where, *orderByOf(sort)),
                                    condition.values, [](const Rows &row) { return OrderId{row.number(0)}; });
        if (ids && sort.exceptionsFirst) {
            const auto pinned = pinExceptions(*m_writer, *ids);
            return pinned ? ids : failure(pinned.error());
        }
        return ids;
    }

    void compare(const OrderFilter &filter, const OrderSort &sort)
    {
        const auto right = plainly(filter, sort);
        QVERIFY(right);
        QCOMPARE(*OrderRepository(*m_writer).matching(filter, sort), *right);
        const auto first = m_search->firstRows(filter, sort, 3);
        QVERIFY(first);
        for (qsizetype at = 0; at < first->size(); ++at) {
            QCOMPARE(first->at(at).id, right->at(at));
        }
        QVERIFY(first->isEmpty() || first->size() == std::min<qsizetype>(3, right->size()));
        m_firstRowsSeen = m_firstRowsSeen || !first->isEmpty();
        const auto answer = m_search->matching(filter, sort);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(*answer, *right);
        QCOMPARE(*m_search->countEach({filter, OrderFilter()}),
                 (QList<qint64>{right->size(), *OrderRepository(*m_writer).count({})}));
        const auto named = m_search->withTextFound(filter);
        QVERIFY(named);
        QCOMPARE(*OrderRepository(*m_reader).matching(*named, sort), *right);
        OrderTicks ticks{.everything = true, .filter = filter, .ids = {}};
        if (!right->isEmpty()) {
            ticks.ids = {right->first()};
        }
        QCOMPARE(*m_search->tickedIds(ticks, sort), right->mid(1));
    }

private slots:
    void everyAnswer_isThatOfTheDatabase_data() { TestDatabases::addDialects(); }
    void everyAnswer_isThatOfTheDatabase()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        makeSeats(dialect);
        QRandomGenerator random(7);
        PaymentRepository payments(*m_writer, {});
        for (qint64 number = 1; number <= 60; ++number) {
            put(*m_writer, anyOrder(random, number));
        }
        for (int round = 0; round < 150; ++round) {
            if (round == 20) { // before, the database is asked
                readAll();
            }
            const qint64 number = random.bounded(1, 90); // some are new
            if (round % 3 == 0) {
                put(*m_writer, anyOrder(random, number));
            } else if (round % 3 == 1 && number <= 60) {
                const OrderId id = idOf(number);
                const QString gatewayId = u"%1-%2"_s.arg(number).arg(3'132'123 + round);
                QVERIFY(payments.link(id, u"shop"_s, gatewayId, PaymentMethod::Card).ok());
                QCOMPARE(found(gatewayId).size(), isListedByDefault(id) ? 1 : 0);
            } else if (number <= 60) {
                QVERIFY(OrderRepository(*m_writer)
                            .setStatus(idOf(number), anyOrder(random, number).status, std::nullopt, u"佐藤"_s,
                                       u"PC-1"_s)
                            .ok());
            }
            const OrderFilter filter = anyFilter(random);
            compare(filter, anySort(random));
            compare(filter, anySort(random)); // nothing was written between
        }
        QVERIFY(m_firstRowsSeen);
    }

    /// On SQLite one writes at a time.
    void changesOfTwoSeats_areSeenWhoeverCommitsFirst()
    {
        makeSeats(DatabaseSpec::Dialect::Postgresql);
        readAll();
        const auto other = TestDatabases::open(m_writer->spec());
        auto first = Transaction::begin(*m_writer);
        put(*m_writer, sampleOrder(1));
        put(*other, sampleOrder(2)); // begins later, and is there first
        QCOMPARE(found(u"髙橋"_s).size(), 1);
        QVERIFY(first->commit());
        QCOMPARE(found(u"髙橋"_s).size(), 2);
        {
            const auto takenBack = Transaction::begin(*m_writer);
            put(*m_writer, sampleOrder(3));
        }
        QCOMPARE(found(u"髙橋"_s).size(), 2);
        // A copy of another server's database has numbers of transactions that are still to come here.
        QVERIFY(m_writer->run(u"UPDATE order_search SET stamp = 9000000000000 WHERE order_id = ?"_s,
                              {idOf(1).value}));
        Order renamed = sampleOrder(1);
        renamed.customer.familyName = u"鈴木"_s;
        put(*m_writer, renamed);
        QCOMPARE(found(u"髙橋"_s).size(), 1);
        QCOMPARE(found(u"鈴木"_s), QList<OrderId>{idOf(1)});
    }

    void aSearch_isStopped_data() { TestDatabases::addDialects(); }
    void aSearch_isStopped()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        makeSeats(dialect);
        put(*m_writer, sampleOrder(1));
        readAll();
        m_stopped = true;
        OrderFilter filter;
        filter.query = u"髙橋"_s;
        const auto stopped = m_search->matching(filter, {});
        m_stopped = false;
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, StorageError::Kind::Interrupted);
        QCOMPARE(m_search->matching(filter, {})->size(), 1);
    }

    void aLostConnection_readsTheTextsAgain()
    {
        makeSeats(DatabaseSpec::Dialect::Postgresql);
        put(*m_writer, sampleOrder(1));
        readAll();
        const auto backend = m_reader->first(u"SELECT pg_backend_pid()"_s);
        QVERIFY(m_writer->run(u"SELECT pg_terminate_backend(CAST(? AS INTEGER), 5000)"_s, {backend->at(0)}));
        OrderFilter filter;
        filter.query = u"髙橋"_s;
        QVERIFY(!m_search->matching(filter, {}));
        QCOMPARE(m_search->matching(filter, {})->size(), 1); // the database is asked
        QVERIFY(!m_search->isReady());
        readAll();
        QCOMPARE(m_search->matching(filter, {})->size(), 1);
    }

    void counts_areThoseOfTheOrders_data() { TestDatabases::addDialects(); }
    void counts_areThoseOfTheOrders()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        makeSeats(dialect);
        QRandomGenerator random(3);
        PaymentRepository payments(*m_writer, {});
        for (qint64 number = 1; number <= 40; ++number) {
            put(*m_writer, anyOrder(random, number));
        }
        for (int round = 0; round < 60; ++round) {
            const qint64 number = random.bounded(1, 41);
            if (round % 2 == 0) {
                put(*m_writer, anyOrder(random, number));
            } else {
                const OrderId id = idOf(number);
                QVERIFY(payments.link(id, u"shop"_s, u"%1-%2"_s.arg(number).arg(round), PaymentMethod::Card)
                            .ok());
                const Snapshot read{round % 3 == 0 ? u"AUTH"_s : u"VOID"_s,
                                    Yen{3200},
                                    Yen{0},
                                    u"20201203132125"_s,
                                    u"1"_s,
                                    u"2"_s};
                QVERIFY(payments.storeSnapshot(payments.ofOrder(id)->last().id, read,
                                               QDateTime::currentDateTimeUtc(), {}));
            }
            if (round % 20 == 10) {
                QVERIFY(foldOrderCounts(*m_writer));
            }
            compareCounts();
        }
        { // what is taken back was never counted
            const auto transaction = Transaction::begin(*m_writer);
            put(*m_writer, anyOrder(random, 41));
        }
        compareCounts();
        QVERIFY(TestDatabases::takeEditsBack(*m_writer));
        QVERIFY(migrate(*m_writer, {}));
        compareCounts();
        readAll();
        QCOMPARE(found(u"タカ"_s), *OrderRepository(*m_writer).matching(asked(u"タカ"_s), {}));
        QVERIFY(!found(u"タカ"_s).isEmpty());
    }

private:
    static OrderFilter asked(const QString &query)
    {
        OrderFilter filter;
        filter.query = query;
        return filter;
    }

    bool isListedByDefault(OrderId id)
    {
        const OrderStatus status = OrderRepository(*m_writer).byId(id)->status;
        return status != OrderStatus::Pending && status != OrderStatus::Processing;
    }

    void compareCounts()
    {
        const QString kinds =
            u"status, coalesce(payment_status_code, -1), method, method_name, CASE WHEN payment_count > 0 "
            "THEN 1 ELSE 0 END"_s;
        const auto read = [&](const QString &sql) {
            return m_writer->listOf(sql, {}, [](const Rows &row) { return row.values(); }).value();
        };
        const QList<QVariantList> right =
            read(u"SELECT %1, count(*) FROM orders GROUP BY %1 ORDER BY 1, 2, 3, 4, 5"_s.arg(kinds));
        QCOMPARE(read(u"SELECT status, payment_status_code, method, method_name, linked, CAST(sum(orders) AS "
                      "BIGINT) FROM order_count GROUP BY 1, 2, 3, 4, 5 HAVING sum(orders) <> 0 "
                      "ORDER BY 1, 2, 3, 4, 5"_s),
                 right);
        const auto counts = OrderRepository(*m_writer).counts();
        QVERIFY(counts);
        OrderFilter needed;
        needed.onlyCaptureNeeded = true;
        QCOMPARE(counts->captureNeeded, *OrderRepository(*m_writer).count(needed));
        OrderFilter unlinked;
        unlinked.onlyUnlinked = true;
        QCOMPARE(counts->unlinked, *OrderRepository(*m_writer).count(unlinked));
        OrderFilter neverRead;
        neverRead.onlyNeverRead = true;
        QCOMPARE(counts->neverRead, *OrderRepository(*m_writer).count(neverRead));
    }

    TestDatabases m_databases;
    std::atomic<bool> m_stopped = false;
    bool m_firstRowsSeen = false;
    std::unique_ptr<Database> m_writer;
    std::unique_ptr<Database> m_reader;
    std::unique_ptr<OrderSearch> m_search;
};

QTEST_GUILESS_MAIN(TestOrderSearch)
#include "test_ordersearch.moc"
