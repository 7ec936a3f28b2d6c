#include "core/base/japantime.h"
#include "core/storage/importvalues.h"
#include "core/storage/orderimportstore.h"
#include "core/storage/orderrepository.h"
#include "core/storage/shopvalues.h"
#include "core/storage/staffnotes.h"
#include "tests/domain/editedorder.h"
#include "tests/storage/testdatabase.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

/// A field as export and window show it.
QString told(const ShopDifference &difference)
{
    return u"%1: %2 / %3%4"_s.arg(difference.label, difference.shops, difference.ours,
                                  difference.inConflict ? u" !"_s : QString());
}

/// Of every field another value than orderToEdit() has.
Order otherInEveryField()
{
    Order order = orderToEdit();
    order.orderNumber = u"A-1"_s;
    order.shopCustomerId.clear();
    order.customer.address2 = u"髙層\"ビル\"\n5階"_s;
    order.mailAddress = u"other@example.com"_s;
    order.message = u"のし紙"_s;
    order.note = u"メモ"_s;
    order.status = OrderStatus::Delivered;
    order.method = PaymentMethod::Rakuten;
    order.methodName = u"楽天ペイ"_s;
    order.orderedAt.reset();
    order.paidAt = japantime::instantOf(QDate(2020, 12, 4), QTime(9, 0));
    order.items[0].quantity = 999'999'999'999'999'999;
    order.items[1].taxType = TaxType::TaxExempt;
    order.items[1].rounding = Rounding::Up;
    order.totals.payableTotal = Yen{-1};
    order.shipments[0].recipient.familyName = u"受取人"_s;
    order.shipments[0].deliveryDate = QDate(2020, 12, 9);
    order.shipments[0].trackingNumber = u"4012-1"_s;
    order.shipments[0].shippedAt = japantime::instantOf(QDate(2020, 12, 5), QTime(9, 0));
    return order;
}

} // namespace

/// ショップ未反映 and 取込と相違: what the shop's system has where we have something else.
class TestShopValues : public QObject
{
    Q_OBJECT

    OrderImportStore::Applied import(const Order &order,
                                     const QStringList &fields = OrderImportStore::allFields())
    {
        const auto applied = OrderImportStore(*m_database).apply(order, fields, false);
        if (!applied) {
            qFatal("%s", qPrintable(applied.error().message));
        }
        return *applied;
    }
    OrderId id() { return *OrderRepository(*m_database).idByNumber(u"272"_s); }
    Order stored() { return *OrderRepository(*m_database).byId(id()); }
    /// As whoever edits orders does.
    template <typename Change>
    bool edit(Change change)
    {
        const Order before = stored();
        Order after = before;
        change(after);
        return updateOrder(*m_database, after).ok() && ShopValues(*m_database).follow(before, after).ok();
    }
    QStringList differences()
    {
        QStringList lines;
        const auto found = shopDifferencesOf(*m_database, id());
        for (const ShopDifference &difference : *found) {
            lines.append(told(difference));
        }
        return lines;
    }
    qint64 unreflected()
    {
        return m_database->first(u"SELECT unreflected FROM orders WHERE id = ?"_s, {id().value})
            ->first()
            .toLongLong();
    }

private slots:
    void cleanup() { m_database.reset(); }

    void valueTexts_giveTheSameFieldAgain()
    {
        const Order from = otherInEveryField();
        Order to = orderToEdit();
        for (qsizetype place = 0; place < importfields::all().size(); ++place) {
            const QByteArray name = importfields::all().at(place).toUtf8();
            QVERIFY2(importfields::stampOf(to, place) != importfields::stampOf(from, place), name);
            QVERIFY2(importfields::takeValue(to, place, importfields::valueText(from, place)), name);
            QVERIFY2(importfields::stampOf(to, place) == importfields::stampOf(from, place), name);
        }
        QCOMPARE(to.items, from.items);
        QCOMPARE(to.shipments, from.shipments);
        Order empty; // which has no parcels of its own
        const qsizetype tracking = importfields::all().indexOf(u"trackingNumber"_s);
        QVERIFY(importfields::takeValue(empty, tracking, importfields::valueText(from, tracking)));
        QCOMPARE(empty.shipments.first().trackingNumber, u"4012-1"_s);
    }

    void brokenValueTexts_changeNothing()
    {
        const Order order = orderToEdit();
        const qsizetype lines = importfields::all().indexOf(u"lines"_s);
        const QString whole = importfields::valueText(order, lines);
        for (const QString &text : {QString(), u"{}"_s, u"[]"_s, u"[99999999999]"_s, u"[-1]"_s, u"[1,2,3]"_s,
                                    whole.chopped(3) + u']', whole.chopped(1) + u",1]"_s}) {
            Order taken = order;
            QVERIFY2(!importfields::takeValue(taken, lines, text), qPrintable(text));
            QCOMPARE(taken.items, order.items);
        }
    }

    void changes_areKeptUntilTheShopHasThem_data() { TestDatabases::addDialects(); }
    void changes_areKeptUntilTheShopHasThem()
    {
        begin();
        QCOMPARE(unreflected(), 0);
        QVERIFY(edit([](Order &order) {
            order.customer.phoneNumber = u"09011112222"_s;
            order.customer.address2 = u"5階"_s;
        }));
        QVERIFY(edit([](Order &order) { order.customer.phoneNumber = u"09033334444"_s; }));
        const QStringList expected{u"住所: 100-0001 東京都千代田区1-1 / 100-0001 東京都千代田区1-15階"_s,
                                   u"電話番号: 0312345678 / 09033334444"_s};
        QCOMPARE(differences(), expected);
        QCOMPARE(unreflected(), 1); // of the file's fields it is one
        import(orderToEdit());      // the same file again
        QCOMPARE(differences(), expected);
        Order shops = stored();
        import(shops); // the shop has it by now
        QCOMPARE(differences(), QStringList());
        QCOMPARE(unreflected(), 0);
    }

    void changeTakenBack_isNoDifference_data() { TestDatabases::addDialects(); }
    void changeTakenBack_isNoDifference()
    {
        begin();
        QVERIFY(edit([](Order &order) { order.note = u"電話した"_s; }));
        QCOMPARE(differences(), QStringList{u"ショップ用メモ欄:  / 電話した"_s});
        QVERIFY(edit([](Order &order) { order.note.clear(); }));
        QCOMPARE(differences(), QStringList());
        QCOMPARE(unreflected(), 0);
    }

    void status_isOneOfThem_data() { TestDatabases::addDialects(); }
    void status_isOneOfThem()
    {
        begin();
        const QDateTime paidAt = japantime::instantOf(QDate(2020, 12, 4), QTime(9, 0));
        QVERIFY(
            OrderRepository(*m_database).setStatus(id(), OrderStatus::Paid, paidAt, u"佐藤"_s, u"PC-1"_s));
        QCOMPARE(differences(),
                 (QStringList{u"対応状況: 新規受付 / 入金済み"_s, u"入金日:  / 2020/12/04 09:00:00"_s}));
        QCOMPARE(unreflected(), 2);
    }

    void importAfterAnEdit_overwritesNothingAndShowsBothValues_data() { TestDatabases::addDialects(); }
    void importAfterAnEdit_overwritesNothingAndShowsBothValues()
    {
        begin();
        QVERIFY(edit([](Order &order) { order.note = u"ここでのメモ"_s; }));
        QVERIFY(edit([](Order &order) { order.items[0].quantity = 3; }));
        Order shops = orderToEdit();
        shops.note = u"ショップのメモ"_s;
        shops.mailAddress = u"new@example.com"_s;
        const qint64 version = stored().rowVersion;
        QCOMPARE(import(shops).conflictingFields, QStringList{u"note"_s});
        QCOMPARE(stored().note, u"ここでのメモ"_s);
        QCOMPARE(stored().items[0].quantity, 3);
        QCOMPARE(stored().mailAddress, u"new@example.com"_s);
        QVERIFY(stored().rowVersion > version);
        const QStringList found = differences();
        QCOMPARE(found.first(), u"ショップ用メモ欄: ショップのメモ / ここでのメモ !"_s);
        QVERIFY(found.last().startsWith(u"明細と金額: チェリーアイスサンド　2,000円（税抜）× 1"_s));
        QVERIFY(!found.last().endsWith(u'!'));
        QCOMPARE(unreflected(), 2);
        // The person takes the shop's: no longer 取込と相違.
        QVERIFY(edit([](Order &order) { order.note = u"ショップのメモ"_s; }));
        QCOMPARE(differences().size(), 1);
        QCOMPARE(OrderRepository(*m_database).counts()->importConflict, 0);
    }

    void shopsNewValue_movesTheVersion_data() { TestDatabases::addDialects(); }
    void shopsNewValue_movesTheVersion()
    {
        begin();
        QVERIFY(edit([](Order &order) { order.note = u"ここでのメモ"_s; }));
        Order shops = orderToEdit();
        shops.note = u"1"_s;
        import(shops);
        const qint64 version = stored().rowVersion;
        import(shops);
        QCOMPARE(stored().rowVersion, version); // nothing new
        shops.note = u"2"_s;
        import(shops);
        QVERIFY(stored().rowVersion > version);
        QCOMPARE(differences(), QStringList{u"ショップ用メモ欄: 2 / ここでのメモ !"_s});
    }

    void fieldThatNoFileHad_isBlankInTheShop_data() { TestDatabases::addDialects(); }
    void fieldThatNoFileHad_isBlankInTheShop()
    {
        QStringList fields = OrderImportStore::allFields();
        fields.removeAll(u"trackingNumber"_s);
        begin(fields);
        QVERIFY(edit([](Order &order) { order.shipments[0].trackingNumber = u"4012"_s; }));
        QCOMPARE(differences(), QStringList{u"配送先のお問い合わせ番号:  / 4012"_s});
        QVERIFY(edit([](Order &order) { order.shipments[0].trackingNumber.clear(); }));
        QCOMPARE(unreflected(), 0);
        Order shops = orderToEdit(); // the column comes with a later file
        shops.shipments[0].trackingNumber = u"4013"_s;
        QVERIFY(import(shops).conflictingFields.isEmpty());
        QCOMPARE(stored().shipments[0].trackingNumber, u"4013"_s);
    }

    void asShopHasIt_isWhatTheFilesSaid_data() { TestDatabases::addDialects(); }
    void asShopHasIt_isWhatTheFilesSaid()
    {
        begin();
        QVERIFY(edit([](Order &order) {
            const OrderId id = order.id;
            order = otherInEveryField();
            order.id = id;
            order.orderNumber = u"272"_s;
        }));
        const auto shops = ShopValues(*m_database).asShopHasIt(stored());
        for (qsizetype place = 0; place < importfields::all().size(); ++place) {
            QVERIFY2(importfields::stampOf(*shops, place) == importfields::stampOf(orderToEdit(), place),
                     qPrintable(importfields::all().at(place)));
        }
    }

    void orderOfNoFile_hasNoShop_data() { TestDatabases::addDialects(); }
    void orderOfNoFile_hasNoShop()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        m_database = m_databases.fresh(dialect);
        OrderRows rows = rowsOf(orderToEdit());
        QVERIFY(insertOrders(*m_database, {&rows}));
        QVERIFY(edit([](Order &order) { order.note = u"メモ"_s; }));
        QCOMPARE(differences(), QStringList());
    }

    void visit_goesThroughTheOrdersInTheirOrder_data() { TestDatabases::addDialects(); }
    void visit_goesThroughTheOrdersInTheirOrder()
    {
        begin();
        QVERIFY(edit([](Order &order) {
            order.note = u"一"_s;
            order.mailAddress = u"b@example.com"_s;
        }));
        import(sampleOrder(273));
        OrderRepository orders(*m_database);
        const OrderId other = *orders.idByNumber(u"273"_s);
        QStringList seen;
        const auto visit = [&](const Order &order, const ShopDifference &difference) {
            seen.append(order.orderNumber + u' ' + difference.label);
            return true;
        };
        QVERIFY(visitShopDifferences(*m_database, {other, id()}, visit));
        QCOMPARE(seen, (QStringList{u"272 メールアドレス"_s, u"272 ショップ用メモ欄"_s}));
        int visits = 0;
        QVERIFY(visitShopDifferences(*m_database, {id()}, [&visits](const Order &, const ShopDifference &) {
            ++visits;
            return false;
        }));
        QCOMPARE(visits, 1);
    }

    void notes_areKeptInTheirOrderAndShownInTheList_data() { TestDatabases::addDialects(); }
    void notes_areKeptInTheirOrderAndShownInTheList()
    {
        begin();
        StaffNotes notes(*m_database);
        const QDateTime at = japantime::instantOf(QDate(2020, 12, 4), QTime(0, 30));
        QVERIFY(notes.add(id(), {0, at, u"佐藤"_s, u"PC-1"_s, u"のし紙を\n付ける"_s}));
        QVERIFY(notes.add(id(), {0, at.addSecs(60), u"鈴木"_s, u"PC-2"_s, QString(2000, u'長')}));
        const auto found = notes.of(id());
        QCOMPARE(found->size(), 2);
        QCOMPARE(found->last().text, u"のし紙を\n付ける"_s);
        QCOMPARE(found->last().operatorName, u"佐藤"_s);
        QCOMPARE(found->last().seat, u"PC-1"_s);
        QCOMPARE(found->last().at, at);
        QVERIFY(found->first().sequence > found->last().sequence);
        const QString shown =
            m_database->first(u"SELECT newest_note FROM orders WHERE id = ?"_s, {id().value})
                ->first()
                .toString();
        QVERIFY(shown.startsWith(u"12/04 鈴木：長長"_s));
        QCOMPARE(shown.size(), 200);
        QVERIFY(edit([](Order &order) { order.note = u"メモ"_s; }));
        QCOMPARE(notes.of(id())->size(), 2);
    }

private:
    /// A fresh database with the order as a file of these fields brought it.
    void begin(const QStringList &fields = OrderImportStore::allFields())
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        m_database = m_databases.fresh(dialect);
        Order order = orderToEdit();
        order.id = {};
        import(order, fields);
    }

    TestDatabases m_databases;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestShopValues)
#include "test_shopvalues.moc"
