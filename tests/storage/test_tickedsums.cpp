#include "core/base/japantime.h"
#include "core/domain/methodrules.h"
#include "core/storage/bulkcandidates.h"
#include "core/storage/orderimportstore.h"
#include "core/storage/orderrepository.h"
#include "core/storage/paymentrepository.h"
#include "core/storage/tickedsums.h"
#include "tests/storage/testdatabase.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

const QDate Today(2021, 3, 31);

template <typename T>
T oneOf(QRandomGenerator &random, const QList<T> &list)
{
    return list.at(random.bounded(list.size()));
}

/// A payment of any method in any state, read on a day on which its terms may end today.
void addAnyPayment(Database &database, qint64 number, QRandomGenerator &random)
{
    PaymentMethod method = oneOf(random, gatewayMethods());
    Order order = sampleOrder(number);
    order.method = random.bounded(20) == 0 ? PaymentMethod::Other : method;
    order.totals.payableTotal = Yen{oneOf<qint64>(random, {3200, 3200, 3200, 3000, 0})};
    if (!OrderImportStore(database).apply(order, OrderImportStore::allFields(), false)) {
        qFatal("no order");
    }
    PaymentRepository payments(database, {});
    const OrderId id = *OrderRepository(database).idByNumber(order.orderNumber);
    method = random.bounded(20) == 0 ? PaymentMethod::Other : method;
    const int links = random.bounded(12) == 0 ? 2 : random.bounded(12) == 0 ? 0 : 1;
    for (int link = 0; link < links; ++link) {
        if (!payments.link(id, u"shop"_s, u"%1-%2"_s.arg(number).arg(link), method)) {
            qFatal("no payment");
        }
    }
    if (links == 0 || random.bounded(8) == 0) {
        return;
    }
    const QDate day =
        oneOf<QDate>(random, {Today, Today.addDays(-20), Today.addDays(-59), Today.addDays(-60),
                              Today.addDays(-61), Today.addDays(-90), Today.addDays(-91), Today.addDays(-180),
                              Today.addDays(-181), QDate(2021, 1, 15), QDate(2020, 12, 31)});
    const QString processed = random.bounded(15) == 0 ? u"soon"_s : day.toString(u"yyyyMMdd"_s) + u"093000"_s;
    const QString status =
        oneOf<QString>(random, {u"AUTH"_s, u"AUTH"_s, u"SALES"_s, u"SALES"_s, u"CAPTURE"_s, u"REQSUCCESS"_s,
                                u"REQSALES"_s, u"PAYSUCCESS"_s, u"CANCEL"_s, u"VOID"_s, u"EXPIRED"_s});
    PaymentRepository::ReadDetails details;
    details.facts.auPayMethod = oneOf<QString>(random, {QString(), u"01"_s, u"03"_s});
    if (random.bounded(2) == 0) {
        details.facts.orderedAt = japantime::instantOf(oneOf<QDate>(random, {day, QDate(2020, 10, 31)}), {});
        details.facts.completedOn = oneOf<QDate>(random, {day, QDate(2021, 2, 1)});
    }
    const Snapshot seen{status, Yen{3200}, Yen{0}, processed, u"T1"_s, QString(), std::nullopt};
    const PaymentId payment = payments.ofOrder(id)->last().id;
    if (!payments.storeSnapshot(payment, seen, QDateTime::currentDateTimeUtc(), details)) {
        qFatal("no read");
    }
}

/// How many of these orders the rules allow.
qint64 allowed(Database &database, OperationKind kind, const QList<OrderId> &orders, const QDateTime &now)
{
    qint64 count = 0;
    const auto read = BulkCandidates(database).forOrders(
        kind, orders, [&count, kind, now](BulkCandidate &candidate, qsizetype) {
            candidate.situation.now = now;
            count += operationVerdict(kind, candidate.situation, {}).allowed;
        });
    return read ? count : -1;
}

} // namespace

/// The bulk bar's sums, made from columns, against the rules themselves.
class TestTickedSums : public QObject
{
    Q_OBJECT

private slots:
    void sums_areWhatTheRulesSayOfEveryMethod_data()
    {
        QTest::addColumn<DatabaseSpec::Dialect>("dialect");
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1U, 2U, 3U}) {
            QTest::addRow("sqlite %u", seed) << DatabaseSpec::Dialect::Sqlite << seed;
        }
        QTest::addRow("postgresql") << DatabaseSpec::Dialect::Postgresql << 4U;
    }
    void sums_areWhatTheRulesSayOfEveryMethod()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        QFETCH(quint32, seed);
        const auto database = m_databases.fresh(dialect);
        QRandomGenerator random(seed);
        auto filling = Transaction::begin(*database);
        for (qint64 number = 1; number <= 400; ++number) {
            addAnyPayment(*database, number, random);
        }
        QVERIFY(filling->commit());
        OrderTicks ticks;
        ticks.everything = true;
        const QList<OrderId> all = *OrderRepository(*database).matching({}, {});
        for (const QTime &time : {QTime(9, 0), QTime(9, 30, 1), QTime(20, 0, 1), QTime(23, 59, 30)}) {
            const QDateTime now = japantime::instantOf(Today, time);
            const auto sums = tickedSums(*database, ticks, {}, {}, now);
            QVERIFY2(sums, sums ? "" : qPrintable(sums.error().message));
            QVERIFY(sums->undecided.size() < 120); // what costs a look at each
            for (const OperationKind kind : sums->wouldRun.keys()) {
                const qint64 expected = allowed(*database, kind, all, now);
                QCOMPARE(sums->wouldRun.value(kind) + allowed(*database, kind, sums->undecided, now),
                         expected);
                QVERIFY(expected > 0 || isMidnightGuard(now));
            }
        }
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestTickedSums)
#include "test_tickedsums.moc"
