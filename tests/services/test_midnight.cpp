#include "core/base/japantime.h"
#include "core/services/dailyduties.h"
#include "core/storage/todayswork.h"
#include "tests/services/moneyfixture.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::MultiStatus;

namespace {

const QDate Evening(2020, 12, 3);
const QDate Morning = Evening.addDays(1);
const auto NeverStop = [] { return false; };

} // namespace

/// What the turn of the day changes by itself: the cards of 今日の仕事, and no row of an order. Last days
/// stand in columns, and whoever asks names the day.
class TestMidnight : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_money.reset(); }

    void dayThatBegins_movesTheCardsAndWritesNoOrder_data() { TestDatabases::addDialects(); }
    void dayThatBegins_movesTheCardsAndWritesNoOrder();

private:
    ShopContext &context() { return m_money->shop->context(); }
    /// Authorised so that its 売上期限 is so many days after the evening's day; of so many yen.
    OrderId addAuthorized(qint64 number, int lastDayIn, Yen amount);
    void passTo(const QDate &day, const QTime &time);
    void doDuties();
    /// Both cards of the 売上期限 as 今日の仕事 counts them now.
    QString cards();
    QList<QVariantList> rows(const QList<OrderId> &orders);
    /// From now on each update of an order is noted, even one that changes nothing.
    void noteUpdates();
    QList<qint64> updated();

    std::unique_ptr<PostgresqlServer> m_server;
    std::unique_ptr<MoneyFixture> m_money;
};

void TestMidnight::init()
{
    QFETCH(DatabaseSpec::Dialect, dialect);
    const bool postgresql = dialect == DatabaseSpec::Dialect::Postgresql;
    if (postgresql && qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
        QSKIP("KESSAI_TEST_POSTGRESQL is not set");
    }
    if (postgresql && !m_server) {
        m_server = std::make_unique<PostgresqlServer>();
    }
    m_money = std::make_unique<MoneyFixture>(postgresql ? m_server->newDatabase() : QString());
    m_money->open();
    m_money->gateway.setFrozen(true);
}

OrderId TestMidnight::addAuthorized(qint64 number, int lastDayIn, Yen amount)
{
    const QDate day = Evening.addDays(lastDayIn - context().rules.captureDays);
    const OrderId order =
        m_money->addOrder(number, amount, {.authorizedAt = japantime::instantOf(day, QTime(10, 0))});
    m_money->refresh(order);
    return order;
}

void TestMidnight::passTo(const QDate &day, const QTime &time)
{
    const QDateTime then = japantime::instantOf(day, time);
    m_money->clock.advance(std::chrono::milliseconds(m_money->clock.nowUtc().msecsTo(then)));
    m_money->gateway.setNow(then);
}

/// All that an open shop does by itself by the second, by the minute and by the hour.
void TestMidnight::doDuties()
{
    Shop &shop = *m_money->shop;
    QVERIFY(shop.settler().adoptAbandoned().ok());
    QVERIFY(shop.operation().releaseIdle().ok());
    QVERIFY(m_money->run(shop.sweep().watchDue(NeverStop)).ok());
    QVERIFY(m_money->run(shop.sweep().morning(NeverStop)).ok());
    m_money->readChanging();
    m_money->settle();
    QVERIFY(doDailyDuties(context(), m_money->dataFolder()).ok());
}

QString TestMidnight::cards()
{
    const auto work = todaysWork(context().database, m_money->clock.nowUtc());
    const auto words = [&work](WorkKind kind) {
        const WorkCount count = work->value(kind);
        return u"%1 of %2 yen"_s.arg(QString::number(count.orders), QString::number(count.sum.value));
    };
    return work ? u"soon %1, lapsed %2"_s.arg(words(WorkKind::DueSoon), words(WorkKind::Lapsed))
                : work.error().message;
}

QList<QVariantList> TestMidnight::rows(const QList<OrderId> &orders)
{
    QList<QVariantList> all;
    all.reserve(orders.size());
    for (const OrderId order : orders) {
        all.append(context().database.first(u"SELECT * FROM orders WHERE id = ?"_s, {order.value}).value());
    }
    return all;
}

void TestMidnight::noteUpdates()
{
    QStringList statements{u"CREATE TABLE noted (order_id BIGINT)"_s};
    if (context().database.dialect() == Database::Dialect::Sqlite) {
        statements.append(u"CREATE TRIGGER noting AFTER UPDATE ON orders BEGIN INSERT INTO noted VALUES "
                          "(NEW.id); END"_s);
    } else {
        statements.append(u"CREATE FUNCTION noting() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO "
                          "noted VALUES (NEW.id); RETURN NULL; END'"_s);
        statements.append(u"CREATE TRIGGER noting AFTER UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION "
                          "noting()"_s);
    }
    for (const QString &statement : statements) {
        const auto done = context().database.run(statement);
        QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().message));
    }
}

QList<qint64> TestMidnight::updated()
{
    return context()
        .database
        .listOf(u"SELECT DISTINCT order_id FROM noted"_s, {}, [](const Rows &row) { return row.number(0); })
        .value();
}

void TestMidnight::dayThatBegins_movesTheCardsAndWritesNoOrder()
{
    // Each sum tells which orders it is of.
    QList<OrderId> orders{
        addAuthorized(1, 9, Yen{1}),       // far from its end, before and after
        addAuthorized(2, 8, Yen{10}),      // is near it from tomorrow on
        addAuthorized(3, 8, Yen{100}),     // as well
        addAuthorized(4, 7, Yen{1'000}),   // near it, before and after
        addAuthorized(5, 0, Yen{10'000}),  // on its last day
        addAuthorized(6, -1, Yen{100'000}) // over since yesterday
    };
    orders.append(m_money->addOrder(7, Yen{3200})); // the morning's sweep reads it
    QCOMPARE(m_money->operateOne(OperationKind::Capture, orders.last()).state, OperationState::Done);
    passTo(Evening, QTime(23, 50));
    orders.append(m_money->addMulti(8, Yen{3200}, PaymentMethod::ConvenienceStore));
    m_money->refresh(orders.last());
    doDuties();
    noteUpdates();
    const QList<QVariantList> before = rows(orders);
    const qsizetype arrived = m_money->gateway.arrived();

    for (const QTime &time : {QTime(23, 58), QTime(23, 59, 30), QTime(23, 59, 59)}) {
        passTo(Evening, time);
        doDuties();
        QCOMPARE(cards(), u"soon 2 of 11000 yen, lapsed 1 of 100000 yen"_s);
    }
    const QString moved = u"soon 3 of 1110 yen, lapsed 2 of 110000 yen"_s;
    passTo(Morning, QTime(0, 0));
    QCOMPARE(cards(), moved); // whoever looks first
    for (const QTime &time : {QTime(0, 0), QTime(0, 1, 30), QTime(0, 15)}) {
        passTo(Morning, time);
        doDuties();
        QCOMPARE(cards(), moved);
    }
    m_money->close();
    m_money->open(); // the next start makes up for nothing either
    doDuties();
    QCOMPARE(cards(), moved);

    for (const QString &duty : {u"duty.seal"_s, u"duty.sweep"_s}) {
        QCOMPARE(context().meta.value(duty).value(), std::optional(Morning.toString(Qt::ISODate)));
    }
    QCOMPARE(m_money->gateway.arrived(), arrived + 1); // the morning's sweep
    QCOMPARE(updated(), QList<qint64>());
    QCOMPARE(rows(orders), before);

    // The notes are taken: of the one order with which something happens.
    QCOMPARE(m_money->operateOne(OperationKind::Capture, orders.at(3)).state, OperationState::Done);
    QCOMPARE(updated(), QList<qint64>{orders.at(3).value});
    QCOMPARE(cards(), u"soon 2 of 110 yen, lapsed 2 of 110000 yen"_s);
}

} // namespace kessai

QTEST_GUILESS_MAIN(kessai::TestMidnight)
#include "test_midnight.moc"
