// The conditions of 詳細検索 (features.md §3.1), on both databases.
#include "core/base/japantime.h"
#include "core/base/textfold.h"
#include "core/storage/foldedcolumn.h"
#include "core/storage/ordercondition.h"
#include "core/storage/orderimportstore.h"
#include "core/storage/orderrepository.h"
#include "core/storage/orderticks.h"
#include "core/storage/tickedsums.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

const QDate Third{2020, 12, 3};

/// Three orders that have nothing in common: 272 (sampleOrder), 273 and 274.
QList<Order> differentOrders()
{
    Order company = sampleOrder(273);
    company.customer = {.familyName = u"斎 藤"_s,
                        .givenName = u"％_!"_s,
                        .familyKana = u"ｻｲﾄｳ"_s,
                        .givenKana = u"はなこ"_s,
                        .companyName = u"株式会社 Ａｌｐｈａ－１"_s,
                        .postalCode = u"530-0001"_s,
                        .prefecture = u"大阪府"_s,
                        .address1 = {},
                        .address2 = {},
                        .phoneNumber = u"06-6666-1234"_s};
    company.mailAddress = u"Hanako_S@Example.COM"_s;
    company.methodName = u"銀行振込"_s;
    company.orderedAt = japantime::instantOf(Third.addDays(1), QTime(0, 0));
    company.paidAt = japantime::instantOf(Third.addDays(2), QTime(10, 30, 59));
    company.totals.payableTotal = Yen{10'000};
    company.items[0].productName = u"ディナー　フォーク 3-5本ｾｯﾄ"_s;
    OrderItem fee = company.items[0];
    fee.type = OrderItemType::DeliveryFee;
    fee.productName = u"送料"_s;
    company.items.append(fee);
    Shipment first = company.shipments[0];
    first.recipient = company.customer;
    first.deliveryDate = QDate(2020, 12, 10);
    first.trackingNumber = u"1234-5678-9012"_s;
    Shipment second = first;
    second.recipient.prefecture = u"沖縄県"_s;
    second.deliveryDate = QDate(2020, 12, 20);
    second.trackingNumber = u"ABC"_s;
    company.shipments = {first, second};

    Order plain = sampleOrder(274);
    plain.orderNumber = u"A-274"_s;
    plain.customer = {};
    plain.customer.familyName = u"Émile"_s;
    plain.mailAddress = u"taro+274@example.com"_s;
    plain.orderedAt = japantime::instantOf(Third.addDays(5), QTime(12, 0));
    plain.totals.payableTotal = Yen{0};
    plain.items.clear();
    plain.shipments.clear();
    return {sampleOrder(272), company, plain};
}

struct Case
{
    const char *name;
    OrderFilter filter;
    QList<int> found;
};

OrderFilter with(QString OrderFilter::*member, const QString &text)
{
    OrderFilter filter;
    filter.*member = text;
    return filter;
}

OrderFilter orderedBetween(const std::optional<DayOrTime> &from, const std::optional<DayOrTime> &to)
{
    OrderFilter filter;
    filter.orderedFrom = from;
    filter.orderedTo = to;
    return filter;
}

OrderFilter paidBetween(const std::optional<DayOrTime> &from, const std::optional<DayOrTime> &to)
{
    OrderFilter filter;
    filter.paidFrom = from;
    filter.paidTo = to;
    return filter;
}

OrderFilter deliveredBetween(const std::optional<QDate> &from, const std::optional<QDate> &to)
{
    OrderFilter filter;
    filter.deliveryFrom = from;
    filter.deliveryTo = to;
    return filter;
}

OrderFilter costing(const std::optional<Yen> &from, const std::optional<Yen> &to)
{
    OrderFilter filter;
    filter.totalFrom = from;
    filter.totalTo = to;
    return filter;
}

OrderFilter withTexts(QStringList OrderFilter::*member, const QStringList &texts)
{
    OrderFilter filter;
    filter.*member = texts;
    return filter;
}

QList<Case> textCases()
{
    using F = OrderFilter;
    return {
        {"name", with(&F::customerName, u"髙橋太"_s), {272}},
        {"name with a space", with(&F::customerName, u"斎藤 ％"_s), {273}},
        {"name is no kana", with(&F::customerName, u"タカハシ"_s), {}},
        {"name with an accent", with(&F::customerName, u"ÉMI"_s), {274}},
        {"percent is no wildcard", with(&F::customerName, u"%"_s), {273}},
        {"underscore is no wildcard", with(&F::customerName, u"_"_s), {273}},
        {"escape is a letter", with(&F::customerName, u"_!"_s), {273}},
        {"wildcards as one word", with(&F::customerName, u"髙%郎"_s), {}},
        {"quote", with(&F::customerName, u"' OR 1=1 --"_s), {}},
        {"kana", with(&F::customerKana, u"タカ ハシ"_s), {272}},
        {"kana stored in half width", with(&F::customerKana, u"サイトウハナ"_s), {273}},
        {"company", with(&F::companyName, u"alpha-1"_s), {273}},
        {"company in another width", with(&F::companyName, u"ＡＬＰＨＡ"_s), {273}},
        {"mail", with(&F::mailAddress, u"hanako_s@example"_s), {273}},
        {"mail of several", with(&F::mailAddress, u"taro"_s), {272, 274}},
        {"mail wildcard", with(&F::mailAddress, u"hanako%"_s), {}},
        {"phone", with(&F::phoneNumber, u"0312345678"_s), {272}},
        {"phone with hyphens", with(&F::phoneNumber, u"03-1234"_s), {272}},
        {"phone stored with hyphens", with(&F::phoneNumber, u"0666661234"_s), {273}},
        {"phone ends with a hyphen", with(&F::phoneNumber, u"06-6666-"_s), {273}},
        {"phone begins with a hyphen", with(&F::phoneNumber, u"-6666-12"_s), {273}},
        {"phone in full width", with(&F::phoneNumber, u"０６－６６６６"_s), {273}},
        {"number", with(&F::orderNumber, u"272"_s), {272}},
        {"number in full width", with(&F::orderNumber, u"Ａ－２７４ "_s), {274}},
        {"piece of a number", with(&F::orderNumber, u"27"_s), {}},
        {"tracking", with(&F::trackingNumber, u"1234-5678-9012"_s), {273}},
        {"tracking of a second parcel", with(&F::trackingNumber, u"ＡＢＣ"_s), {273}},
        {"piece of a tracking number", with(&F::trackingNumber, u"1234"_s), {}},
        {"goods", with(&F::productName, u"ちぇりー"_s), {272}},
        {"goods in another width", with(&F::productName, u"フォーク3-5本セット"_s), {273}},
        {"a fee is no goods", with(&F::productName, u"送料"_s), {}},
        {"goods wildcard", with(&F::productName, u"チェリー%"_s), {}},
        {"only spaces", with(&F::productName, u" 　"_s), {272, 273, 274}},
    };
}

QList<Case> rangeCases()
{
    using F = OrderFilter;
    const auto at = [](int day, const QTime &time) { return DayOrTime(QDate(2020, 12, day), time); };
    return {
        {"ordered on a day", orderedBetween(Third, Third), {272}},
        {"ordered from", orderedBetween(Third.addDays(1), {}), {273, 274}},
        {"ordered to", orderedBetween({}, Third.addDays(1)), {272, 273}},
        {"ordered from the minute", orderedBetween(at(3, QTime(13, 21)), Third), {272}},
        {"ordered after the minute", orderedBetween(at(3, QTime(13, 22)), Third), {}},
        {"ordered in the minute", orderedBetween(Third, at(3, QTime(13, 21))), {272}},
        {"ordered before the minute", orderedBetween(Third, at(3, QTime(13, 20))), {}},
        {"paid", paidBetween(DayOrTime(QDate(2020, 12, 5)), DayOrTime(QDate(2020, 12, 5))), {273}},
        {"paid in the minute", paidBetween(at(5, QTime(10, 30)), at(5, QTime(10, 30))), {273}},
        {"paid later", paidBetween(at(5, QTime(10, 31)), {}), {}},
        {"unpaid is in no range", paidBetween({}, DayOrTime(QDate(2099, 1, 1))), {273}},
        {"delivered", deliveredBetween(QDate(2020, 12, 20), QDate(2020, 12, 20)), {273}},
        {"delivered from", deliveredBetween(QDate(2020, 12, 11), {}), {273}},
        {"between two parcels", deliveredBetween(QDate(2020, 12, 11), QDate(2020, 12, 19)), {}},
        {"delivered to", deliveredBetween({}, QDate(2020, 12, 9)), {}},
        {"costs", costing(Yen{3200}, Yen{3200}), {272}},
        {"costs from", costing(Yen{3201}, {}), {273}},
        {"costs nothing", costing({}, Yen{0}), {274}},
        {"method names", withTexts(&F::shopMethodNames, {u"銀行振込"_s, u"代金引換"_s}), {273}},
        {"prefecture", withTexts(&F::prefectures, {u"沖縄県"_s}), {273}},
        {"prefectures", withTexts(&F::prefectures, {u"東京都"_s, u"大阪府"_s}), {273}},
    };
}

} // namespace

class TestDetailConditions : public QObject
{
    Q_OBJECT

    static void fill(Database &database)
    {
        for (const Order &order : differentOrders()) {
            QVERIFY(OrderImportStore(database).apply(order, OrderImportStore::allFields(), false));
        }
    }
    static QList<int> found(Database &database, const OrderFilter &filter)
    {
        OrderRepository orders(database);
        const auto ids = orders.matching(filter, {u"id"_s, false});
        if (!ids || *orders.count(filter) != ids->size()) {
            return {-1};
        }
        QList<int> numbers;
        const auto rows = orders.page(*ids);
        for (const OrderSummary &row : *rows) {
            numbers.append(int(row.shopOrderId));
        }
        return numbers;
    }

private slots:
    void eachCondition_findsWhatItNames_data() { TestDatabases::addDialects(); }
    void eachCondition_findsWhatItNames()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        fill(*database);
        for (const Case &each : textCases() + rangeCases()) {
            const QList<int> numbers = found(*database, each.filter);
            QVERIFY2(numbers == each.found,
                     qPrintable(u"%1: %2 orders, the first %3"_s.arg(QLatin1StringView(each.name))
                                    .arg(numbers.size())
                                    .arg(numbers.value(0))));
        }
    }

    void conditions_haveToHoldTogether_data() { TestDatabases::addDialects(); }
    void conditions_haveToHoldTogether()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        fill(*database);
        OrderFilter all;
        all.query = u"alpha"_s;
        all.customerName = u"斎"_s;
        all.customerKana = u"サイ"_s;
        all.companyName = u"株"_s;
        all.mailAddress = u"hanako"_s;
        all.phoneNumber = u"1234"_s;
        all.orderNumber = u"273"_s;
        all.trackingNumber = u"ABC"_s;
        all.productName = u"フォーク"_s;
        all.prefectures = {u"沖縄県"_s};
        all.shopMethodNames = {u"銀行振込"_s};
        all.orderedFrom = Third;
        all.orderedTo = DayOrTime(Third.addDays(1), QTime(0, 0));
        all.paidFrom = Third;
        all.paidTo = Third.addDays(9);
        all.deliveryFrom = Third;
        all.deliveryTo = QDate(2020, 12, 31);
        all.totalFrom = Yen{1};
        all.totalTo = Yen{10'000};
        QCOMPARE(found(*database, all), QList<int>{273});
        all.phoneNumber = u"0312345678"_s; // of another order
        QCOMPARE(found(*database, all), QList<int>());
    }

    void ticksOfADetailedSearch_areItsOrders_data() { TestDatabases::addDialects(); }
    void ticksOfADetailedSearch_areItsOrders()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        fill(*database);
        OrderTicks ticks;
        ticks.everything = true;
        ticks.filter.productName = u"フォーク"_s;
        OrderFilter shown;
        shown.customerName = u"髙橋"_s;
        const auto sums = tickedSums(*database, ticks, shown, {}, japantime::instantOf(Third, QTime(12, 0)));
        QVERIFY(sums);
        QCOMPARE(sums->count, 1);
        QCOMPARE(sums->shown, 0);
        QCOMPARE(sums->total, Yen{10'000});
        const auto ordered = orderedTicks(*database, {ticks, {}, shown, {}});
        QVERIFY(ordered && ordered->orders.size() == 1 && ordered->shownCount == 0);
    }

    void foldedColumn_isFoldedAsWhatIsTyped_data() { TestDatabases::addDialects(); }
    void foldedColumn_isFoldedAsWhatIsTyped()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        const QStringList texts{
            u""_s,          u"髙橋　太郎"_s, u"ｶﾞｷﾞｸﾞ"_s,      u"か゛き"_s,  u"ﾃｽﾄ－~〜‐–—―−ー─"_s,
            u"ＡＢＣ①㈱"_s, u"ÀÞßΑΩЁЯ"_s,    u"a\tb\u00A0c"_s, u"𠮷野家😀"_s, u"ぁゖゝゞ'\"\\%_!"_s,
        };
        for (const QString &text : texts) {
            const auto row = database->first(
                u"SELECT "_s + foldedColumn(u"CAST(? AS TEXT)"_s), // in the order of the places
                QVariantList{text} + foldingValues());
            QVERIFY2(row, qPrintable(row ? QString() : row.error().message));
            QCOMPARE(row->at(0).toString(), foldedLikeColumn(text));
            QCOMPARE(foldForSearch(foldedLikeColumn(text)), foldForSearch(text));
        }
        const auto nothing =
            database->first(u"SELECT "_s + foldedColumn(u"CAST(NULL AS TEXT)"_s), foldingValues());
        QVERIFY(nothing && nothing->at(0).isNull());
    }

    void unreflectedOrders_haveAViewOfTheirOwn_data() { TestDatabases::addDialects(); }
    void unreflectedOrders_haveAViewOfTheirOwn()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        const auto database = m_databases.fresh(dialect);
        fill(*database);
        QVERIFY(database->run(u"UPDATE orders SET unreflected = 2, status = 7 WHERE shop_order_id = 273"_s));
        OrderFilter filter;
        filter.onlyUnreflected = true;
        QCOMPARE(found(*database, filter), QList<int>{273}); // whatever its 対応状況 is
    }

    void numbers_areFoundByTheirIndex()
    {
        const auto database = m_databases.fresh(DatabaseSpec::Dialect::Sqlite);
        const auto planOf = [&database](const OrderFilter &filter) {
            const SqlCondition condition = conditionOf(filter);
            const auto steps =
                database->listOf(u"EXPLAIN QUERY PLAN SELECT count(*) FROM orders "_s + condition.where,
                                 condition.values, [](const Rows &row) { return row.text(3); });
            return steps ? steps->join(u' ') : QString();
        };
        QVERIFY(planOf(with(&OrderFilter::orderNumber, u"272"_s)).contains(u"orders_number"_s));
        QVERIFY(planOf(costing(Yen{1}, Yen{9})).contains(u"orders_payable_total"_s));
        QVERIFY(planOf(paidBetween(Third, Third)).contains(u"orders_paid_at"_s));
        QVERIFY(planOf(withTexts(&OrderFilter::shopMethodNames, {u"銀行振込"_s}))
                    .contains(u"orders_method_name"_s));
    }

private:
    TestDatabases m_databases;
};

QTEST_GUILESS_MAIN(TestDetailConditions)
#include "test_detailconditions.moc"
