#include "core/base/japantime.h"
#include "core/storage/evidencechain.h"
#include "core/storage/journalrows.h"
#include "core/storage/storedvalues.h"
#include "core/storage/todayswork.h"
#include "tests/storage/journalfixture.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

using ReadDetails = PaymentRepository::ReadDetails;
using Numbers = QList<std::pair<QString, QString>>;

QDateTime december(int day, int hour = 10)
{
    return japantime::instantOf(QDate(2020, 12, day), QTime(hour, 0));
}

Snapshot seen(const QString &status, std::optional<Yen> cancelled = std::nullopt)
{
    return {status, Yen{3000}, Yen{200}, u"20201203132123"_s, QString(), QString(), cancelled};
}

} // namespace

/// What is kept of payments that are no card's.
class TestOtherMethods : public QObject
{
    Q_OBJECT

    static OrderId order(Database &database, qint64 number)
    {
        Order order = sampleOrder(number);
        order.orderedAt = december(3).addSecs(number * 60);
        const auto applied = OrderImportStore(database).apply(order, OrderImportStore::allFields(), false);
        return applied ? *OrderRepository(database).idByNumber(order.orderNumber) : OrderId{};
    }
    static PaymentId link(Database &database, OrderId order, PaymentMethod method)
    {
        PaymentRepository payments(database, {});
        const bool linked = payments.link(order, u"shop"_s, u"%1-1"_s.arg(order.value), method).ok();
        return linked ? payments.ofOrder(order)->last().id : PaymentId{};
    }
    static PaymentId add(Database &database, qint64 number, PaymentMethod method)
    {
        return link(database, order(database, number), method);
    }
    static OrderSummary shown(Database &database, PaymentId payment)
    {
        const OrderId order = PaymentRepository(database, {}).byId(payment)->orderId;
        return OrderRepository(database).page({order})->first();
    }

private slots:
    void read_isKeptWithItsFacts_data() { TestDatabases::addDialects(); }
    void read_isKeptWithItsFacts()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        PaymentRepository payments(*database, {});
        const PaymentId id = add(*database, 1, PaymentMethod::Au);
        QVERIFY(!payments.byId(id)->known);
        QCOMPARE(payments.byId(id)->facts, MethodFacts());
        ReadDetails details;
        details.facts = {december(10), december(9), december(2), QDate(2020, 12, 8), u"02"_s};
        QVERIFY(payments.storeSnapshot(id, seen(u"AUTH"_s, Yen{0}), december(4), details));
        QCOMPARE(*payments.byId(id)->known, seen(u"AUTH"_s, Yen{0}));
        QCOMPARE(payments.byId(id)->facts, details.facts);
        ReadDetails later; // tells of one only: what was told before stays
        later.facts.paidAt = december(11);
        QVERIFY(payments.storeSnapshot(id, seen(u"CANCEL"_s, Yen{3200}), december(12), later));
        details.facts.paidAt = december(11);
        QCOMPARE(payments.byId(id)->known->cancelledAmount, std::optional(Yen{3200}));
        QCOMPARE(payments.byId(id)->facts, details.facts);
        QVERIFY(payments.storeSnapshot(id, seen(u"CANCEL"_s), december(13), std::nullopt));
        QVERIFY(!payments.byId(id)->known->cancelledAmount);
    }

    void numbers_areReplacedOneByOne_data() { TestDatabases::addDialects(); }
    void numbers_areReplacedOneByOne()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        PaymentRepository payments(*database, {});
        const PaymentId id = add(*database, 1, PaymentMethod::ConvenienceStore);
        const PaymentId other = add(*database, 2, PaymentMethod::ConvenienceStore);
        QVERIFY(payments.numbersOf(id)->isEmpty());
        ReadDetails details;
        details.numbers = {{u"CvsReceiptNo"_s, u"FM0001"_s}, {u"CvsConfNo"_s, u"12"_s}};
        QVERIFY(payments.storeSnapshot(id, seen(u"REQSUCCESS"_s), december(4), details));
        QCOMPARE(*payments.numbersOf(id),
                 (Numbers{{u"CvsConfNo"_s, u"12"_s}, {u"CvsReceiptNo"_s, u"FM0001"_s}}));
        details.numbers = {
            {u"CvsReceiptNo"_s, u"FM0002"_s}, {u"CvsConfNo"_s, QString()}, {u"CvsCode"_s, u"10001"_s}};
        QVERIFY(payments.storeSnapshot(id, seen(u"REQSUCCESS"_s), december(5), details));
        QVERIFY(payments.storeSnapshot(id, seen(u"PAYSUCCESS"_s), december(6), ReadDetails{}));
        QCOMPARE(*payments.numbersOf(id), (Numbers{{u"CvsCode"_s, u"10001"_s},
                                                   {u"CvsConfNo"_s, u"12"_s},
                                                   {u"CvsReceiptNo"_s, u"FM0002"_s}}));
        QVERIFY(payments.numbersOf(other)->isEmpty());
    }

    void deadlines_areThoseOfTheMethod_data() { TestDatabases::addDialects(); }
    void deadlines_areThoseOfTheMethod()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        PaymentRepository payments(*database, {});
        const PaymentId docomo = add(*database, 1, PaymentMethod::Docomo);
        QVERIFY(payments.storeSnapshot(docomo, seen(u"AUTH"_s), december(4), std::nullopt));
        OrderSummary row = shown(*database, docomo);
        QCOMPARE(row.captureBy, std::optional(QDate(2021, 3, 3)));
        QCOMPARE(row.cancelBy, std::optional(QDate(2021, 2, 28)));
        QVERIFY(!row.changeBy && !row.payBy);
        const PaymentId store = add(*database, 2, PaymentMethod::ConvenienceStore);
        ReadDetails details;
        details.facts.payBy = december(10, 23);
        QVERIFY(payments.storeSnapshot(store, seen(u"REQSUCCESS"_s), december(4), details));
        row = shown(*database, store);
        QCOMPARE(row.payBy, std::optional(QDate(2020, 12, 10)));
        QCOMPARE(row.paymentStatus, std::optional(PaymentStatus::RequestSucceeded));
        QVERIFY(!row.captureBy && row.cancelBy);
        OrderFilter filter;
        filter.payByUntil = QDate(2020, 12, 10);
        QCOMPARE(*OrderRepository(*database).count(filter), 1);
        filter.payByFrom = QDate(2020, 12, 11);
        QCOMPARE(*OrderRepository(*database).count(filter), 0);
        QVERIFY(payments.storeSnapshot(store, seen(u"PAYSUCCESS"_s), december(9), details));
        row = shown(*database, store);
        QVERIFY(!row.payBy && !row.cancelBy);
        const PaymentId wallet = add(*database, 3, PaymentMethod::Rakuten);
        details.facts.orderedAt = december(1);
        QVERIFY(payments.storeSnapshot(wallet, seen(u"AUTH"_s), december(4), details));
        row = shown(*database, wallet);
        QCOMPARE(row.captureBy, std::optional(QDate(2021, 5, 31)));
        QCOMPARE(row.changeBy, row.captureBy);
    }

    void changingPayments_areReadAgainByThemselves_data() { TestDatabases::addDialects(); }
    void changingPayments_areReadAgainByThemselves()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        PaymentRepository payments(*database, {});
        qint64 number = 0;
        const auto read = [&](PaymentMethod method, const QString &status,
                              const std::optional<QDateTime> &payBy = {},
                              const QDateTime &readAt = december(4)) {
            const PaymentId id = add(*database, ++number, method);
            ReadDetails details;
            details.facts.payBy = payBy;
            return payments.storeSnapshot(id, seen(status), readAt, details) ? id : PaymentId{};
        };
        QList<PaymentId> usual; // newest first, as the others
        for (const QString &status : {u"UNPROCESSED"_s, u"AUTHPROCESS"_s, u"REQSUCCESS"_s, u"PAYSTART"_s}) {
            usual.prepend(read(PaymentMethod::Rakuten, status));
        }
        QList<PaymentId> pressing;
        for (const QString &status : {u"REQSALES"_s, u"REQCANCEL"_s, u"REQCHANGE"_s}) {
            pressing.prepend(read(PaymentMethod::Rakuten, status));
        }
        for (const QString &status : {u"AUTH"_s, u"SALES"_s, u"CANCEL"_s, u"PAYSUCCESS"_s, u"EXPIRED"_s}) {
            read(PaymentMethod::Rakuten, status, december(5));
        }
        read(PaymentMethod::Card, u"UNPROCESSED"_s);
        add(*database, ++number, PaymentMethod::Au); // never read
        const PaymentId unlinked = read(PaymentMethod::Au, u"REQSUCCESS"_s);
        QVERIFY(payments.unlink(unlinked, u"誤り"_s, u"佐藤"_s, u"PC-1"_s));
        usual.prepend(read(PaymentMethod::PayEasyAtm, u"REQSUCCESS"_s, december(20)));
        usual.prepend(read(PaymentMethod::PayEasyAtm, u"REQSUCCESS"_s, december(4, 9)));
        pressing.prepend(read(PaymentMethod::ConvenienceStore, u"REQSUCCESS"_s, december(4, 11)));
        pressing.prepend(read(PaymentMethod::ConvenienceStore, u"REQSUCCESS"_s, december(6, 9)));
        usual.prepend(read(PaymentMethod::Au, u"REQSUCCESS"_s));
        const PaymentId later = read(PaymentMethod::Au, u"REQSUCCESS"_s, {}, december(4, 11));
        const PaymentId pressingLater = read(PaymentMethod::Rakuten, u"REQSALES"_s, {}, december(4, 11));
        const QDateTime now = december(5);
        const auto since = [&](int usualHour, int pressingHour) {
            return *payments.changingByThemselves(december(4, usualHour), december(4, pressingHour), now);
        };
        QCOMPARE(since(11, 11), pressing + usual);
        QCOMPARE(since(10, 11), pressing);
        QCOMPARE(since(11, 10), usual);
        QCOMPARE(since(11, 12), QList<PaymentId>{pressingLater} + pressing + usual);
        QCOMPARE(since(12, 11), pressing + QList<PaymentId>{later} + usual);
        QVERIFY(since(10, 10).isEmpty());
        const auto days = [&](int day) {
            return *payments.changingByThemselves(december(4, 11), december(4, 10), december(day));
        };
        const PaymentId unprocessed = usual.last();
        QVERIFY(days(6).contains(unprocessed));
        QVERIFY(!days(7).contains(unprocessed)); // given up three days before
        QVERIFY(
            database->run(u"UPDATE payment SET known_process_date = '' WHERE id = ?"_s, {unprocessed.value}));
        QVERIFY(database->run(u"UPDATE orders SET ordered_at = ?"_s, {stored::instant(december(4, 10))}));
        QVERIFY(days(6).contains(unprocessed)); // by the order, where the gateway tells no day
        QVERIFY(!days(8).contains(unprocessed));
    }

    void neverRead_areThoseOfAllMethods_data() { TestDatabases::addDialects(); }
    void neverRead_areThoseOfAllMethods()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        PaymentRepository payments(*database, {});
        QList<PaymentId> expected;
        qint64 number = 0;
        for (const PaymentMethod method : gatewayMethods()) {
            expected.prepend(add(*database, ++number, method));
        }
        const PaymentId read = add(*database, ++number, PaymentMethod::Au);
        QVERIFY(payments.storeSnapshot(read, seen(u"AUTH"_s), december(4), std::nullopt));
        add(*database, ++number, PaymentMethod::Other);
        QCOMPARE(*payments.openPayments(true), expected);
    }

    /// What the gateway had cancelled before is part of what a verdict compares with, and of the chain.
    void armed_keepsTheCancelledAmount_data() { TestDatabases::addDialects(); }
    void armed_keepsTheCancelledAmount()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        JournalFixture journal(m_databases.fresh(dialect));
        const Operation operation = journal.planned();
        const auto claim = journal.store.claim(operation.id, JournalFixture::now());
        const Snapshot pre = seen(u"SALES"_s, Yen{1000});
        QVERIFY(*journal.store.arm(
            {operation.id, claim->epoch, pre, QString(), u"digest"_s, JournalFixture::now()}));
        QCOMPARE(*journal.store.byId(operation.id)->pre, pre);
        QCOMPARE(
            journal.store.evidenceOf(operation.id)->last().fields,
            uR"({"Amount":3000,"Approve":"","CancelAmount":1000,"JobCd":"","ProcessDate":"20201203132123",)"
            uR"("Status":"SALES","Tax":200,"TranID":"","requestDigest":"digest"})"_s);
        QVERIFY(journal.store.verifyChains()->isEmpty());
        QVERIFY(journal.database->run(u"UPDATE op SET pre_cancel_amount = 0"_s));
        QVERIFY(!journal.store.verifyChains()->isEmpty());
    }

    /// As every version wrote it: chains that stand are verified with it.
    void armedFieldsOfACard_neverChange()
    {
        QCOMPARE(armedFields(JournalFixture::authorized(), u"SALES"_s, u"digest"_s),
                 uR"({"Amount":3200,"Approve":"  12345","JobCd":"SALES","ProcessDate":"20201203132123",)"
                 uR"("Status":"AUTH","Tax":0,"TranID":"T1","requestDigest":"digest"})"_s);
    }

    /// The gateway tells of 0 yen after a carrier's cancel.
    void cancelledPayment_differsFromNothing_data() { TestDatabases::addDialects(); }
    void cancelledPayment_differsFromNothing()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        PaymentRepository payments(*database, {});
        const PaymentId carrier = add(*database, 1, PaymentMethod::Au);
        const auto differing = [&] {
            const qint64 counted = OrderRepository(*database).counts()->difference;
            const WorkCount card = todaysWork(*database, december(5))->value(WorkKind::Difference);
            return counted == card.orders ? counted : -1;
        };
        const auto importAnew = [&](int payable) {
            Order order = sampleOrder(1);
            order.totals.payableTotal = Yen{payable};
            return OrderImportStore(*database).apply(order, OrderImportStore::allFields(), false).ok();
        };
        QVERIFY(importAnew(3300)); // never read
        QVERIFY(!shown(*database, carrier).difference);
        QVERIFY(payments.storeSnapshot(carrier, seen(u"AUTH"_s, Yen{0}), december(4), std::nullopt));
        QCOMPARE(shown(*database, carrier).difference, std::optional(Yen{100}));
        QCOMPARE(differing(), 1);
        QVERIFY(importAnew(3200));
        QCOMPARE(shown(*database, carrier).difference, std::optional(Yen{0}));
        QVERIFY(importAnew(3500));
        QCOMPARE(shown(*database, carrier).difference, std::optional(Yen{300}));
        const Snapshot cancelled{u"CANCEL"_s, Yen{0}, Yen{0}, u"20201204100000"_s, {}, {}, Yen{3200}};
        QVERIFY(payments.storeSnapshot(carrier, cancelled, december(4, 11), std::nullopt));
        QVERIFY(!shown(*database, carrier).difference);
        QCOMPARE(differing(), 0);
        QVERIFY(importAnew(4000));
        QVERIFY(!shown(*database, carrier).difference);
        QCOMPARE(differing(), 0);
    }

    void databaseWithDifferencesOfClosedPayments_losesThem_data() { TestDatabases::addDialects(); }
    void databaseWithDifferencesOfClosedPayments_losesThem()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        QMap<QString, PaymentId> byWord;
        for (const QString &word : {u"VOID"_s, u"RETURN"_s, u"RETURNX"_s, u"CANCEL"_s, u"EXPIRED"_s,
                                    u"PAYFAIL"_s, u"UNPROCESSED"_s, u"AUTHPROCESS"_s, u"AUTH"_s}) {
            const PaymentId id = add(*database, byWord.size() + 1, PaymentMethod::Docomo);
            QVERIFY(
                PaymentRepository(*database, {}).storeSnapshot(id, seen(word), december(4), std::nullopt));
            byWord.insert(word, id);
        }
        QVERIFY(TestDatabases::takeEditsBack(*database));
        QVERIFY(database->run(u"UPDATE orders SET difference = 3200"_s)); // as the program before left them
        QVERIFY(database->run(u"UPDATE meta SET value = '6' WHERE name = 'schemaVersion'"_s));
        QVERIFY(migrate(*database, {}));
        QStringList kept;
        for (auto each = byWord.cbegin(); each != byWord.cend(); ++each) {
            if (shown(*database, each.value()).difference) {
                kept.append(each.key());
            }
        }
        QCOMPARE(kept, (QStringList{u"AUTH"_s, u"AUTHPROCESS"_s}));
    }

    void databaseBeforeTheMethods_getsTheDaysOfItsCards_data() { TestDatabases::addDialects(); }
    void databaseBeforeTheMethods_getsTheDaysOfItsCards()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const PaymentId card = add(*database, 1, PaymentMethod::Card);
        const PaymentId never = add(*database, 2, PaymentMethod::Card);
        QVERIFY(
            PaymentRepository(*database, {}).storeSnapshot(card, seen(u"AUTH"_s), december(4), std::nullopt));
        const OrderSummary before = shown(*database, card);
        QVERIFY(TestDatabases::takeMethodsBack(*database));
        QVERIFY(migrate(*database, {}));
        QVERIFY(before.changeBy);
        QCOMPARE(shown(*database, card).changeBy, before.changeBy);
        QVERIFY(!shown(*database, never).changeBy);
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestOtherMethods)
#include "test_othermethods.moc"
