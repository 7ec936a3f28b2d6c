#include "core/storage/orderimportstore.h"
#include "core/storage/orderrepository.h"
#include "core/storage/shopvalues.h"
#include "tests/domain/editedorder.h"
#include "tests/storage/otherseat.h"

#include <QTest>

using namespace kessai;
using namespace Qt::StringLiterals;

/// What staff changed and decided is not lost to a file that comes afterwards, or at the same moment.
class TestImportEdits : public QObject
{
    Q_OBJECT

    using Applied = OrderImportStore::Applied;

    void begin(DatabaseSpec::Dialect dialect)
    {
        m_database = m_databases.fresh(dialect);
        import(*m_database, orderToEdit());
    }
    static Applied import(Database &database, const Order &order)
    {
        const auto applied = OrderImportStore(database).apply(order, OrderImportStore::allFields(), false);
        if (!applied) {
            qFatal("%s", qPrintable(applied.error().message));
        }
        return *applied;
    }
    /// As whoever edits orders does.
    template <typename Change>
    void edit(Change change)
    {
        const Order before = stored();
        Order after = before;
        change(after);
        QVERIFY(updateOrder(*m_database, after));
        QVERIFY(ShopValues(*m_database).follow(before, after));
    }
    OrderId id() { return *OrderRepository(*m_database).idByNumber(u"272"_s); }
    Order stored() { return *OrderRepository(*m_database).byId(id()); }
    qint64 unreflected()
    {
        return m_database->first(u"SELECT unreflected FROM orders WHERE id = ?"_s, {id().value})
            ->first()
            .toLongLong();
    }
    static Order withPhone(const QString &phone)
    {
        Order order = orderToEdit();
        order.customer.phoneNumber = phone;
        return order;
    }

private slots:
    void cleanup() { m_database.reset(); }

    /// The import has read what it knows of the order before a person's choice at another seat is there.
    void choiceDuringAnImport_staysMade()
    {
        begin(DatabaseSpec::Dialect::Postgresql);
        edit([](Order &order) { order.customer.phoneNumber = u"09011112222"_s; });
        const Order shops = withPhone(u"0398765432"_s);
        QCOMPARE(import(*m_database, shops).conflictingFields, QStringList{u"customer"_s});
        auto ours = Transaction::begin(*m_database);
        QVERIFY(ShopValues(*m_database).settle(id(), {u"customer"_s}));
        Order again = shops;
        again.message = u"のし紙"_s;
        const Applied applied =
            otherDuring(*ours, m_database->spec(), [again](Database &other) { return import(other, again); });
        QCOMPARE(applied.outcome, OrderImportStore::Outcome::Updated);
        QCOMPARE(applied.conflictingFields, QStringList());
        QCOMPARE(*OrderRepository(*m_database).importConflictsOf(id()), QStringList());
        QCOMPARE(stored().message, u"のし紙"_s);
        QCOMPARE(stored().customer.phoneNumber, u"09011112222"_s);
    }

    /// The shop has by now what another seat is changing here: nothing is left to be told to it.
    void editDuringAnImportOfTheSame_isNotUnreflected()
    {
        begin(DatabaseSpec::Dialect::Postgresql);
        auto ours = Transaction::begin(*m_database);
        edit([](Order &order) { order.customer.phoneNumber = u"09011112222"_s; });
        otherDuring(*ours, m_database->spec(),
                    [](Database &other) { return import(other, withPhone(u"09011112222"_s)); });
        QCOMPARE(stored().customer.phoneNumber, u"09011112222"_s);
        QCOMPARE(unreflected(), 0);
    }

    void parcelThatTheShopMadeAnew_isTakenWhereNothingIsLost_data() { TestDatabases::addDialects(); }
    void parcelThatTheShopMadeAnew_isTakenWhereNothingIsLost()
    {
        QFETCH(DatabaseSpec::Dialect, dialect);
        begin(dialect);
        Order shops = orderToEdit();
        shops.shipments[0].trackingNumber = u"1111"_s; // the shop's own
        import(*m_database, shops);
        shops.shipments[0].shopShipmentId = u"32"_s;
        shops.shipments[0].trackingNumber = u"2222"_s;
        QCOMPARE(import(*m_database, shops).conflictingFields, QStringList());
        QCOMPARE(stored().shipments, shops.shipments);
        edit([](Order &order) { order.shipments[0].trackingNumber = u"3333"_s; });
        shops.shipments.append(shops.shipments.first());
        shops.shipments[1].shopShipmentId = u"33"_s; // one more, and ours stays what it is
        QVERIFY(!import(*m_database, shops).conflictingFields.contains(u"shipments"_s));
        QCOMPARE(stored().shipments.size(), 2);
        QCOMPARE(stored().shipments.first().trackingNumber, u"3333"_s);
    }

private:
    TestDatabases m_databases;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestImportEdits)
#include "test_importedits.moc"
