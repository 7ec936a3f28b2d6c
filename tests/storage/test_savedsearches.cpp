#include "core/base/japantime.h"
#include "core/storage/filterjson.h"
#include "core/storage/savedsearches.h"
#include "tests/storage/testdatabase.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now = japantime::instantOf(QDate(2020, 12, 3), QTime(9, 30));

OrderFilter anyFilter(QRandomGenerator &random)
{
    const auto flip = [&] { return random.bounded(2) == 1; };
    OrderFilter filter;
    filter.query = flip() ? u"髙橋 \"%_'\\n{}"_s : QString();
    if (flip()) {
        filter.shopMethodNames = {u"GMOクレジット決済"_s, u"銀行振込 \"'"_s};
        filter.prefectures = {u"北海道"_s};
    }
    for (QString OrderFilter::*text :
         {&OrderFilter::customerName, &OrderFilter::customerKana, &OrderFilter::companyName,
          &OrderFilter::mailAddress, &OrderFilter::phoneNumber, &OrderFilter::orderNumber,
          &OrderFilter::trackingNumber, &OrderFilter::productName}) {
        filter.*text = flip() ? u"カ\"\\{}%%1"_s.arg(random.bounded(99)) : QString();
    }
    for (const OrderStatus status : allOrderStatuses()) {
        if (flip()) {
            filter.orderStatuses.append(status);
        }
    }
    for (const PaymentStatus status : allPaymentStatuses()) {
        if (flip()) {
            filter.paymentStatuses.append(status);
        }
    }
    for (const PaymentMethod method : gatewayMethods()) {
        if (flip()) {
            filter.methods.append(method);
        }
    }
    const auto day = [&]() -> std::optional<QDate> {
        return flip() ? std::optional(QDate(2020, 2, 29).addDays(random.bounded(400))) : std::nullopt;
    };
    for (std::optional<DayOrTime> OrderFilter::*moment :
         {&OrderFilter::orderedFrom, &OrderFilter::orderedTo, &OrderFilter::paidFrom, &OrderFilter::paidTo}) {
        filter.*moment = day();
        if (filter.*moment && flip()) {
            (filter.*moment)->time = QTime(random.bounded(24), random.bounded(60));
        }
    }
    filter.deliveryFrom = day();
    filter.deliveryTo = day();
    if (flip()) {
        filter.totalFrom = Yen{random.bounded(1000)};
        filter.totalTo = Yen{999'999'999'999 - random.bounded(1000)};
    }
    filter.captureByFrom = day();
    filter.captureByUntil = day();
    filter.payByFrom = day();
    filter.payByUntil = day();
    const auto distance = [&]() -> std::optional<int> {
        return flip() ? std::optional(random.bounded(-20, 40)) : std::nullopt;
    };
    filter.captureFromDays = distance();
    filter.captureWithinDays = distance();
    filter.payFromDays = distance();
    filter.payWithinDays = distance();
    filter.stuckMinutes = distance();
    if (flip()) {
        filter.stuckBefore = Now.addMSecs(random.bounded(9'999));
    }
    for (bool OrderFilter::*flag :
         {&OrderFilter::onlyDifference, &OrderFilter::onlyUnlinked, &OrderFilter::onlyNeverRead,
          &OrderFilter::onlyAmbiguous, &OrderFilter::onlyInDoubt, &OrderFilter::onlyConflict,
          &OrderFilter::onlyImportConflict, &OrderFilter::onlyUnreflected,
          &OrderFilter::onlyCancelledWithOpenPayment, &OrderFilter::onlyCaptureNeeded,
          &OrderFilter::onlyPaidInCash, &OrderFilter::onlyWalletPending, &OrderFilter::withUnfinished,
          &OrderFilter::onlyGatewayMethods}) {
        filter.*flag = flip();
    }
    return askedAt(filter, Now);
}

} // namespace

class TestSavedSearches : public QObject
{
    Q_OBJECT

private slots:
    void everyFilter_comesBackAsItWas()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 500; ++round) {
            const OrderFilter filter = anyFilter(random);
            const auto read = filterFromJson(jsonOf(filter), Now);
            QVERIFY2(read && *read == filter, jsonOf(filter).constData());
        }
        QCOMPARE(jsonOf({}), QByteArray("{}"));
    }

    void whatIsCountedFromToday_movesWithTheDay()
    {
        OrderFilter filter;
        filter.captureFromDays = 0;
        filter.captureWithinDays = 7;
        filter.payFromDays = -1;
        filter.payWithinDays = 3;
        filter.stuckMinutes = 30;
        filter.onlyCancelledWithOpenPayment = true;
        filter.orderedFrom = QDate(2020, 12, 1);
        const QByteArray json = jsonOf(askedAt(filter, Now));
        QCOMPARE(json, QByteArray("{\"cancelledWithOpenPayment\":true,"
                                  "\"captureFromDays\":0,\"captureWithinDays\":7,"
                                  "\"orderedFrom\":\"2020-12-01\",\"payFromDays\":-1,"
                                  "\"payWithinDays\":3,\"stuckMinutes\":30}"));
        const QDateTime later = japantime::instantOf(QDate(2021, 1, 5), QTime(0, 10));
        const auto read = filterFromJson(json, later);
        QVERIFY(read);
        QCOMPARE(read->captureByFrom, std::optional(QDate(2021, 1, 5)));
        QCOMPARE(read->captureByUntil, std::optional(QDate(2021, 1, 12)));
        QCOMPARE(read->payByFrom, std::optional(QDate(2021, 1, 4)));
        QCOMPARE(read->payByUntil, std::optional(QDate(2021, 1, 8)));
        QCOMPARE(read->stuckBefore, std::optional(later.addSecs(-1800)));
        QCOMPARE(read->cancelledCashFrom, std::optional(QDate(2020, 11, 6)));
        QCOMPARE(read->orderedFrom, std::optional(DayOrTime(QDate(2020, 12, 1)))); // a day that was named
    }

    void searchesOfOlderVersions_areRead()
    {
        const auto read = filterFromJson("{\"captureByUntil\":\"2020-12-10\","
                                         "\"stuckBefore\":\"2020-12-03T00:00:00.000Z\"}",
                                         Now);
        QVERIFY(read);
        QCOMPARE(read->captureByUntil, std::optional(QDate(2020, 12, 10)));
        QCOMPARE(read->stuckBefore, japantime::fromStoredText(u"2020-12-03T00:00:00.000Z"_s));
        QVERIFY(!read->captureWithinDays && !read->stuckMinutes);
    }

    void keptSearch_isAboutTheDayOnWhichItIsRead_data() { TestDatabases::addDialects(); }
    void keptSearch_isAboutTheDayOnWhichItIsRead()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        SavedSearches searches(*database);
        OrderFilter filter;
        filter.captureWithinDays = 7;
        QVERIFY(searches.keep(u"期限"_s, askedAt(filter, Now)));
        const auto tomorrow = searches.all(Now.addDays(1));
        QVERIFY(tomorrow && tomorrow->size() == 1);
        QCOMPARE(tomorrow->first().filter.captureByUntil, std::optional(QDate(2020, 12, 11)));
    }

    void strangeContent_isNoFilter_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("cut off") << QByteArray("{\"query\":\"a");
        QTest::newRow("unknown name") << QByteArray("{\"tomorrow\":true}");
        QTest::newRow("wrong type") << QByteArray("{\"difference\":1}");
        QTest::newRow("text as number") << QByteArray("{\"query\":5}");
        QTest::newRow("unknown status") << QByteArray("{\"orderStatuses\":[2]}");
        QTest::newRow("fraction") << QByteArray("{\"paymentStatuses\":[11.5]}");
        QTest::newRow("unknown method") << QByteArray("{\"methods\":[\"GOLD\"]}");
        QTest::newRow("no list") << QByteArray("{\"methods\":\"CARD\"}");
        QTest::newRow("no day") << QByteArray("{\"orderedFrom\":\"2021-02-30\"}");
        QTest::newRow("day with seconds") << QByteArray("{\"orderedFrom\":\"2021-02-03T10:00:00\"}");
        QTest::newRow("no such time") << QByteArray("{\"paidTo\":\"2021-02-03T24:00\"}");
        QTest::newRow("time where none is") << QByteArray("{\"deliveryTo\":\"2021-02-03T10:00\"}");
        QTest::newRow("negative amount") << QByteArray("{\"totalFrom\":-1}");
        QTest::newRow("part of a yen") << QByteArray("{\"totalTo\":1.5}");
        QTest::newRow("huge amount") << QByteArray("{\"totalTo\":1e15}");
        QTest::newRow("amount as text") << QByteArray("{\"totalTo\":\"5\"}");
        QTest::newRow("empty name") << QByteArray("{\"prefectures\":[\"\"]}");
        QTest::newRow("number as name") << QByteArray("{\"shopMethodNames\":[1]}");
        QTest::newRow("no instant") << QByteArray("{\"stuckBefore\":\"soon\"}");
        QTest::newRow("fraction of a day") << QByteArray("{\"captureWithinDays\":1.5}");
        QTest::newRow("days as text") << QByteArray("{\"captureWithinDays\":\"7\"}");
        QTest::newRow("endless days") << QByteArray("{\"captureFromDays\":99999}");
        QTest::newRow("endless minutes") << QByteArray("{\"stuckMinutes\":-2000000000}");
        QTest::newRow("more than a number holds") << QByteArray("{\"stuckMinutes\":1e300}");
        QTest::newRow("long text") << QByteArray("{\"query\":\"" + QByteArray(1'001, 'a') + "\"}");
        QTest::newRow("long list") << QByteArray("{\"orderStatuses\":[" + QByteArray("1,").repeated(100) +
                                                 "1]}");
        QTest::newRow("huge") << QByteArray("{\"query\":\"\"" + QByteArray(70'000, ' ') + "}");
        QTest::newRow("deep") << QByteArray(QByteArray("{\"query\":").repeated(2'000));
    }
    void strangeContent_isNoFilter()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!filterFromJson(json, Now));
    }

    void sameName_replaces_data() { TestDatabases::addDialects(); }
    void sameName_replaces()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        SavedSearches searches(*database);
        OrderFilter first;
        first.query = u"髙橋"_s;
        OrderFilter second;
        second.onlyDifference = true;
        QVERIFY(searches.keep(u"  急ぎ \n 確認 "_s, first));
        QVERIFY(searches.keep(u"月末"_s, first));
        QVERIFY(searches.keep(u"急ぎ 確認"_s, second));
        const auto all = searches.all(Now);
        QVERIFY(all);
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->at(0).name, u"急ぎ 確認"_s);
        QCOMPARE(all->at(0).filter, second);
        QCOMPARE(all->at(1).name, u"月末"_s);

        const auto taken = searches.rename(all->at(1).id, u"急ぎ 確認"_s);
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, StorageError::Kind::Unique);
        QVERIFY(taken.error().message.contains(u"急ぎ 確認"_s));
        QVERIFY(searches.rename(all->at(1).id, u"月初"_s));
        QVERIFY(searches.remove(all->at(0).id));
        QVERIFY(searches.remove(all->at(0).id));
        QCOMPARE(searches.rename(all->at(0).id, u"無い"_s).error().kind, StorageError::Kind::NotFound);
        QCOMPARE(searches.all(Now)->size(), 1);
        QCOMPARE(searches.all(Now)->at(0).name, u"月初"_s);
    }

    void badNamesAndTooMany_areRefusedInWords_data() { TestDatabases::addDialects(); }
    void badNamesAndTooMany_areRefusedInWords()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        SavedSearches searches(*database);
        for (const QString &name : {QString(), u" \n "_s, QString(SavedSearches::NameMaximum + 1, u'名')}) {
            const auto kept = searches.keep(name, {});
            QVERIFY(!kept);
            QVERIFY(!kept.error().message.isEmpty());
        }
        OrderFilter endless;
        endless.query = QString(5'000, u'あ');
        QVERIFY(!searches.keep(u"長い"_s, endless));
        for (int at = 0; at < SavedSearches::CountMaximum; ++at) {
            QVERIFY(searches.keep(u"検索%1"_s.arg(at), {}));
        }
        QVERIFY(!searches.keep(u"もう一つ"_s, {}));
        QVERIFY(searches.keep(u"検索5"_s, {})); // replaces
        QCOMPARE(searches.all(Now)->size(), SavedSearches::CountMaximum);
    }

    void hostileRows_areLeftOut_data() { TestDatabases::addDialects(); }
    void hostileRows_areLeftOut()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        SavedSearches searches(*database);
        QVERIFY(searches.keep(u"良い"_s, {}));
        const auto put = [&](const QString &name, const QString &content) {
            return database->run(u"INSERT INTO saved_view (name, content) VALUES (?,?)"_s, {name, content})
                .ok();
        };
        QVERIFY(put(u"壊れた"_s, u"{\"query\":"_s));
        QVERIFY(put(u"他の版"_s, u"{\"newer\":true}"_s));
        QVERIFY(put(QString(10'000, u'名'), u"{}"_s));
        QVERIFY(put(u"大きい"_s, u"{\"query\":\"\""_s + QString(200'000, u' ') + u'}'));
        QVERIFY(put(u""_s, u"{}"_s));
        const auto all = searches.all(Now);
        QVERIFY(all);
        QCOMPARE(all->size(), 1);
        QCOMPARE(all->at(0).name, u"良い"_s);
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestSavedSearches)
#include "test_savedsearches.moc"
