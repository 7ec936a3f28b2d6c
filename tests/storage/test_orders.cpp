#include "core/base/japantime.h"
#include "core/storage/backup.h"
#include "core/storage/deadlinecolumns.h"
#include "core/storage/metastore.h"
#include "core/storage/orderimportstore.h"
#include "core/storage/orderrepository.h"
#include "core/storage/paymentrepository.h"
#include "tests/storage/testdatabase.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;
using Outcome = OrderImportStore::Outcome;

class TestOrders : public QObject
{
    Q_OBJECT

    OrderImportStore::Applied import(Database &database, const Order &order)
    {
        const auto applied = OrderImportStore(database).apply(order, OrderImportStore::allFields(), false);
        if (!applied) {
            qFatal("%s", qPrintable(applied.error().message));
        }
        return *applied;
    }

private slots:
    void migration_isDoneOnceAndNewerIsRefused_data() { TestDatabases::addDialects(); }
    void migration_isDoneOnceAndNewerIsRefused()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        QVERIFY(migrate(*database, {}));
        QVERIFY(MetaStore(*database).setValue(u"schemaVersion"_s, u"9999"_s));
        const auto refused = migrate(*database, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, StorageError::Kind::Newer);
    }

    void import_ofTheSameFileChangesNothing_data() { TestDatabases::addDialects(); }
    void import_ofTheSameFileChangesNothing()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        QCOMPARE(import(*database, sampleOrder(272)).outcome, Outcome::Created);
        QCOMPARE(import(*database, sampleOrder(272)).outcome, Outcome::Unchanged);
        Order changed = sampleOrder(272);
        changed.totals.payableTotal = Yen{3500};
        QCOMPARE(import(*database, changed).outcome, Outcome::Updated);
        OrderRepository orders(*database);
        const auto order = orders.byId(*orders.idByNumber(u"272"_s));
        QCOMPARE(order->totals.payableTotal, Yen{3500});
        QCOMPARE(order->items, changed.items);
        QCOMPARE(order->shipments, changed.shipments);
    }

    void import_keepsOursWhereBothSidesChanged_data() { TestDatabases::addDialects(); }
    void import_keepsOursWhereBothSidesChanged()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        import(*database, sampleOrder(272));
        OrderRepository orders(*database);
        const OrderId id = *orders.idByNumber(u"272"_s);
        QVERIFY(orders.setStatus(id, OrderStatus::Paid, std::nullopt, u"佐藤"_s, u"PC-1"_s));
        QVERIFY(import(*database, sampleOrder(272)).conflictingFields.isEmpty());
        QCOMPARE(orders.byId(id)->status, OrderStatus::Paid);
        Order shops = sampleOrder(272);
        shops.status = OrderStatus::Cancelled;
        for (int again = 0; again < 2; ++again) {
            const auto applied = import(*database, shops);
            QCOMPARE(applied.outcome, Outcome::Unchanged);
            QCOMPARE(applied.conflictingFields, QStringList{u"status"_s});
        }
        QCOMPARE(orders.byId(id)->status, OrderStatus::Paid);
        QCOMPARE(orders.counts()->importConflict, 1);
        shops.status = OrderStatus::Paid;
        QVERIFY(import(*database, shops).conflictingFields.isEmpty());
        QCOMPARE(orders.counts()->importConflict, 0);
    }

    void paidOnTheSameDayHereAndInTheShop_isNoConflict_data() { TestDatabases::addDialects(); }
    void paidOnTheSameDayHereAndInTheShop_isNoConflict()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        import(*database, sampleOrder(272));
        OrderRepository orders(*database);
        const OrderId id = *orders.idByNumber(u"272"_s);
        const QDateTime here = japantime::instantOf(QDate(2020, 12, 4), QTime(10, 0));
        QVERIFY(orders.setStatus(id, OrderStatus::Paid, here, u"佐藤"_s, u"PC-1"_s));
        Order shops = sampleOrder(272);
        shops.status = OrderStatus::Paid;
        shops.paidAt = here.addSecs(600);
        QCOMPARE(import(*database, shops).conflictingFields, QStringList());
        QCOMPARE(orders.byId(id)->paidAt, std::optional(here));
        shops.paidAt = here.addDays(1);
        QCOMPARE(import(*database, shops).conflictingFields, QStringList()); // ours is the shop's by now
        QCOMPARE(orders.byId(id)->paidAt, std::optional(here.addDays(1)));
    }

    void search_findsPiecesHoweverTheyAreTyped_data() { TestDatabases::addDialects(); }
    void search_findsPiecesHoweverTheyAreTyped()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        import(*database, sampleOrder(272));
        OrderRepository orders(*database);
        for (const QString &query : {u"髙"_s, u"橋太"_s, u"髙橋 太郎"_s, u"たかはし"_s, u"ﾀｶﾊｼ"_s,
                                     u"03-1234-5678"_s, u"TARO@"_s, u"272"_s}) {
            OrderFilter filter;
            filter.query = query;
            QVERIFY2(orders.matching(filter, {})->size() == 1, qPrintable(query));
            QCOMPARE(*orders.count(filter), 1);
        }
        for (const QString &query : {u"%"_s, u"_"_s, u"鈴木"_s, u"272taro"_s}) {
            OrderFilter filter;
            filter.query = query;
            QVERIFY2(orders.matching(filter, {})->isEmpty(), qPrintable(query));
        }
    }

    void cancelledOrderWithOpenPayment_hasAViewOfItsOwn_data() { TestDatabases::addDialects(); }
    void cancelledOrderWithOpenPayment_hasAViewOfItsOwn()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        OrderRepository orders(*database);
        PaymentRepository payments(*database, {});
        const auto add = [&](qint64 number, OrderStatus status, const QString &gatewayStatus) {
            Order order = sampleOrder(number);
            order.status = status;
            import(*database, order);
            const OrderId id = *orders.idByNumber(QString::number(number));
            static_cast<void>(payments.link(id, u"shop"_s, u"%1-1"_s.arg(number), PaymentMethod::Card).ok());
            const Snapshot read{gatewayStatus, Yen{3200}, Yen{0}, u"20201203132125"_s, u"1"_s, u"2"_s};
            static_cast<void>(payments
                                  .storeSnapshot(payments.ofOrder(id)->first().id, read,
                                                 QDateTime::currentDateTimeUtc(), std::nullopt)
                                  .ok());
            return id;
        };
        const OrderId authorized = add(1, OrderStatus::Cancelled, u"AUTH"_s);
        const OrderId sold = add(2, OrderStatus::Returned, u"SALES"_s);
        const OrderId atOnce = add(3, OrderStatus::Cancelled, u"CAPTURE"_s);
        add(4, OrderStatus::Cancelled, u"VOID"_s);
        add(5, OrderStatus::Paid, u"SALES"_s);
        QCOMPARE(orders.counts()->cancelledWithOpenPayment, 3);
        OrderFilter filter;
        filter.onlyCancelledWithOpenPayment = true;
        const auto ids = orders.matching(filter, {u"number"_s, false});
        QCOMPARE(*ids, (QList<OrderId>{authorized, sold, atOnce}));
    }

    void everyView_countsTheOrdersItsListShows_data() { TestDatabases::addDialects(); }
    void everyView_countsTheOrdersItsListShows()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        for (const OrderStatus status : allOrderStatuses()) {
            Order order = sampleOrder(qint64(status));
            order.status = status;
            import(*database, order);
        }
        using Counts = OrderRepository::Counts;
        struct View
        {
            QString columns; ///< so that all orders belong to it
            bool OrderFilter::*only;
            qint64 Counts::*count;
            int orders = 8;
        };
        const QList<View> views{
            {u"payment_count = 0"_s, &OrderFilter::onlyUnlinked, &Counts::unlinked},
            {u"payment_count = 1"_s, &OrderFilter::onlyNeverRead, &Counts::neverRead},
            {u"ambiguous = 1"_s, &OrderFilter::onlyAmbiguous, &Counts::ambiguous},
            {u"doubt = 'IN_DOUBT'"_s, &OrderFilter::onlyInDoubt, &Counts::inDoubt},
            {u"doubt = 'CONFLICT'"_s, &OrderFilter::onlyConflict, &Counts::conflict},
            {u"difference = 100"_s, &OrderFilter::onlyDifference, &Counts::difference},
            {u"import_conflict = 1"_s, &OrderFilter::onlyImportConflict, &Counts::importConflict},
            {u"payment_status_code = 11"_s, &OrderFilter::onlyCancelledWithOpenPayment,
             &Counts::cancelledWithOpenPayment, 2},
        };
        OrderRepository orders(*database);
        for (const View &view : views) {
            QVERIFY2(database->run(u"UPDATE orders SET "_s + view.columns), qPrintable(view.columns));
            OrderFilter filter;
            filter.*view.only = true;
            QCOMPARE(orders.matching(filter, {})->size(), view.orders);
            QCOMPARE((*orders.counts()).*view.count, view.orders);
        }
        QVERIFY(database->run(u"UPDATE orders SET capture_by = '2020-12-05'"_s));
        OrderFilter dueSoon;
        dueSoon.captureByUntil = QDate(2020, 12, 10);
        QCOMPARE(orders.matching(dueSoon, {})->size(), 8);
        QCOMPARE(orders.matching({}, {})->size(), 6); // the plain list hides what is not ordered yet (S89)
        dueSoon.orderStatuses = {OrderStatus::Pending};
        QCOMPARE(orders.matching(dueSoon, {})->size(), 1); // ticked ones still narrow
    }

    void payment_isShownInTheOrdersColumns_data() { TestDatabases::addDialects(); }
    void payment_isShownInTheOrdersColumns()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        import(*database, sampleOrder(272));
        OrderRepository orders(*database);
        const OrderId id = *orders.idByNumber(u"272"_s);
        QCOMPARE(orders.counts()->unlinked, 1);
        PaymentRepository payments(*database, {});
        QCOMPARE(*payments.link(id, u"shop"_s, u"272-1"_s, PaymentMethod::Card),
                 PaymentRepository::LinkOutcome::Linked);
        QCOMPARE(orders.counts()->neverRead, 1);
        const PaymentId payment = payments.ofOrder(id)->first().id;
        const Snapshot read{u"AUTH"_s, Yen{3000}, Yen{0}, u"20201203132123"_s, u"T1"_s, u"  12345"_s};
        QVERIFY(payments.storeSnapshot(payment, read, QDateTime::currentDateTimeUtc(), std::nullopt));
        const OrderSummary summary = orders.page({id})->first();
        QCOMPARE(*summary.paymentStatus, PaymentStatus::Authorized);
        QCOMPARE(*summary.difference, Yen{200});
        QCOMPARE(*summary.captureBy, QDate(2021, 3, 3));
        QCOMPARE(summary.changeBy, std::optional(QDate(2021, 6, 1)));
        QVERIFY(!summary.payBy);
        QCOMPARE(*payments.byId(payment)->known, read);
        QVERIFY(payments.unlink(payment, u"誤り"_s, u"佐藤"_s, u"PC-1"_s));
        QCOMPARE(orders.counts()->unlinked, 1);
    }

    void otherDays_moveTheDeadlinesOfTheLists_data() { TestDatabases::addDialects(); }
    void otherDays_moveTheDeadlinesOfTheLists()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const PaymentRules ninety;
        PaymentRules sixty;
        sixty.captureDays = 60;
        sixty.changeDays = 100;
        QVERIFY(!*moveDeadlines(*database, ninety));
        import(*database, sampleOrder(272));
        import(*database, sampleOrder(273)); // has no payment and keeps its empty places
        import(*database, sampleOrder(274));
        OrderRepository orders(*database);
        PaymentRepository payments(*database, ninety);
        const OrderId id = *orders.idByNumber(u"272"_s);
        const OrderId carrier = *orders.idByNumber(u"274"_s); // whose terms are not the shop's
        QVERIFY(payments.link(id, u"shop"_s, u"272-1"_s, PaymentMethod::Card));
        QVERIFY(payments.link(carrier, u"shop"_s, u"274-1"_s, PaymentMethod::Au));
        const Snapshot read{u"AUTH"_s, Yen{3200}, Yen{0}, u"20201203132123"_s, u"T1"_s, u"  12345"_s};
        for (const OrderId order : {id, carrier}) {
            QVERIFY(payments.storeSnapshot(payments.ofOrder(order)->first().id, read,
                                           QDateTime::currentDateTimeUtc(), std::nullopt));
        }
        for (const PaymentRules &rules : {sixty, ninety, sixty}) {
            QVERIFY(*moveDeadlines(*database, rules));
            QVERIFY(!*moveDeadlines(*database, rules));
            const QList<OrderSummary> moved = *orders.page({id, carrier});
            payments.setRules(rules);
            QVERIFY(payments.refreshOrderColumns(id) && payments.refreshOrderColumns(carrier));
            const QList<OrderSummary> computed = *orders.page({id, carrier});
            for (int at = 0; at < 2; ++at) {
                QCOMPARE(*moved[at].captureBy, *computed[at].captureBy);
                QCOMPARE(*moved[at].cancelBy, *computed[at].cancelBy);
                QCOMPARE(moved[at].changeBy, computed[at].changeBy);
            }
        }
        QCOMPARE(*orders.page({carrier})->first().captureBy, QDate(2021, 3, 3));
        QCOMPARE(*orders.page({id})->first().captureBy, QDate(2021, 2, 1));
        PaymentRules others = ninety; // another seat takes them over
        QVERIFY(readAgreedDays(*database, others));
        QCOMPARE(others.captureDays, 60);
        QCOMPARE(others.changeDays, 100);
    }

    void sort_acceptsEachFieldAndRefusesOthers_data() { TestDatabases::addDialects(); }
    void sort_acceptsEachFieldAndRefusesOthers()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        import(*database, sampleOrder(9));
        import(*database, sampleOrder(10));
        OrderRepository orders(*database);
        for (const char *field : {"id",
                                  "number",
                                  "orderedAt",
                                  "customer",
                                  "method",
                                  "methodName",
                                  "orderStatus",
                                  "paymentStatus",
                                  "paymentStatusCode",
                                  "total",
                                  "gatewayAmount",
                                  "difference",
                                  "gatewayOrderId",
                                  "captureBy",
                                  "cancelBy",
                                  "changeBy",
                                  "payBy",
                                  "paidAt",
                                  "doubt",
                                  "shippedAt",
                                  "trackingNumber",
                                  "recipientName"}) {
            const auto ids = orders.matching({}, {QString::fromLatin1(field), true});
            QVERIFY2(ids && ids->first() == *orders.idByNumber(u"10"_s), field);
        }
        QVERIFY(!orders.matching({}, {u"nothing"_s, true}));
    }

    void sortByParcel_putsOrdersWithoutOneLast_data() { TestDatabases::addDialects(); }
    void sortByParcel_putsOrdersWithoutOneLast()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        OrderRepository orders(*database);
        const auto add = [&](qint64 number, const QString &recipient, const QString &tracking, int day) {
            Order order = sampleOrder(number);
            Shipment &parcel = order.shipments.first();
            parcel.recipient = {};
            parcel.recipient.familyName = recipient;
            parcel.trackingNumber = tracking;
            if (day > 0) {
                parcel.shippedAt = japantime::instantOf(QDate(2020, 12, day), QTime(10, 0));
            }
            import(*database, order);
            return *orders.idByNumber(QString::number(number));
        };
        const OrderId later = add(1, u"B"_s, u"1002"_s, 6);
        const OrderId none = add(2, {}, {}, 0);
        const OrderId earlier = add(3, u"A"_s, u"1001"_s, 5);
        for (const QString &field : {u"shippedAt"_s, u"trackingNumber"_s, u"recipientName"_s}) {
            QCOMPARE(*orders.matching({}, {field, false}), (QList<OrderId>{earlier, later, none}));
            QCOMPARE(*orders.matching({}, {field, true}), (QList<OrderId>{later, earlier, none}));
        }
    }

    void readOnlyConnection_cannotWrite_data() { TestDatabases::addDialects(); }
    void readOnlyConnection_cannotWrite()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto writer = m_databases.fresh(dialect);
        const auto reader = TestDatabases::open(writer->spec(), DatabaseMode::ReadOnly);
        const auto written = MetaStore(*reader).setValue(u"a"_s, u"b"_s);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, StorageError::Kind::ReadOnly);
    }

    void databaseThatIsNone_isCorruptInWords()
    {
        const DatabaseSpec spec = m_databases.newSpec(DatabaseSpec::Dialect::Sqlite);
        QFile file(spec.sqliteFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto opened = Database::open(spec, DatabaseMode::ReadWrite);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, StorageError::Kind::Corrupt);
        QVERIFY(opened.error().message.contains(spec.sqliteFile));
    }

    void settings_areRefusedWhenDifferent()
    {
        DatabaseSpec spec;
        spec.sqliteFile = u":memory:"_s;
        QVERIFY(!Database::open(spec, DatabaseMode::ReadWrite));
    }

    void restore_bringsTheBackupBackAndAsksForASweep()
    {
        const DatabaseSpec spec = m_databases.newSpec(DatabaseSpec::Dialect::Sqlite);
        const QString backup = spec.sqliteFile + u".backup"_s;
        auto database = TestDatabases::open(spec);
        QVERIFY(migrate(*database, {}));
        import(*database, sampleOrder(272));
        QVERIFY(backupTo(*database, backup));
        QVERIFY(!backupTo(*database, backup));
        import(*database, sampleOrder(273));
        database.reset();
        QVERIFY(restoreFrom(backup, spec.sqliteFile, QDateTime::currentDateTimeUtc()));
        database = TestDatabases::open(spec);
        QVERIFY(OrderRepository(*database).idByNumber(u"272"_s));
        QVERIFY(!OrderRepository(*database).idByNumber(u"273"_s));
        QVERIFY(*MetaStore(*database).sweepNeeded());
    }

    /// As a crash leaves it: what was committed last stands in the log beside it alone.
    void restoreOfADatabaseWithItsLog_losesNothing()
    {
        const DatabaseSpec spec = m_databases.newSpec(DatabaseSpec::Dialect::Sqlite);
        const QString aside = spec.sqliteFile + u".aside"_s;
        auto database = TestDatabases::open(spec);
        QVERIFY(migrate(*database, {}));
        import(*database, sampleOrder(272));
        for (const QString &suffix : {QString(), u"-wal"_s}) {
            QVERIFY(QFile::copy(spec.sqliteFile + suffix, aside + suffix));
        }
        QVERIFY(QFileInfo(aside + u"-wal"_s).size() > 0);
        database.reset();
        const auto restored = restoreFrom(aside, spec.sqliteFile, QDateTime::currentDateTimeUtc());
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().message));
        database = TestDatabases::open(spec);
        QVERIFY(OrderRepository(*database).idByNumber(u"272"_s));
    }

    void restoreTwiceAtOnce_keepsBothDatabasesAside()
    {
        const DatabaseSpec spec = m_databases.newSpec(DatabaseSpec::Dialect::Sqlite);
        const QString backup = spec.sqliteFile + u".backup"_s;
        auto database = TestDatabases::open(spec);
        QVERIFY(migrate(*database, {}));
        QVERIFY(backupTo(*database, backup));
        database.reset();
        const QFileInfo place(spec.sqliteFile);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (int times = 1; times <= 3; ++times) {
            const auto restored = restoreFrom(backup, spec.sqliteFile, now);
            QVERIFY2(restored, restored ? "" : qPrintable(restored.error().message));
            const QStringList files = place.dir().entryList({place.fileName() + u"*"_s}, QDir::Files);
            QVERIFY2(files.size() == 2 + times, qPrintable(files.join(u' ')));
            QVERIFY(!files.contains(place.fileName() + u".restoring"_s));
        }
    }

    /// The log beside the database has a name that is too long to be put aside.
    void restoreThatFailsHalfWay_leavesAllAsItWas()
    {
        QTemporaryDir folder;
        const QString backup = folder.filePath(u"backup"_s);
        const auto good = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        QVERIFY(backupTo(*good, backup));
        const QString place = folder.filePath(QString(240, u'd'));
        QVERIFY(QFile::copy(backup, place));
        QFile log(place + u"-wal"_s);
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.close();
        const QStringList before = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
        QVERIFY(!restoreFrom(backup, place, QDateTime::currentDateTimeUtc()));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name), before);
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestOrders)
#include "test_orders.moc"
