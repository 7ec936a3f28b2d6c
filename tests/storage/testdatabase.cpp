#include "tests/storage/testdatabase.h"

#include "core/base/japantime.h"

#include <QTest>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

void TestDatabases::addDialects()
{
    QTest::addColumn<DatabaseSpec::Dialect>("dialect");
    QTest::newRow("sqlite") << DatabaseSpec::Dialect::Sqlite;
    QTest::newRow("postgresql") << DatabaseSpec::Dialect::Postgresql;
}

DatabaseSpec TestDatabases::newSpec(DatabaseSpec::Dialect dialect)
{
    if (dialect == DatabaseSpec::Dialect::Sqlite) {
        DatabaseSpec spec;
        spec.sqliteFile = m_folder.filePath(u"shop%1.sqlite"_s.arg(++m_files));
        return spec;
    }
    if (!m_server) {
        m_server = std::make_unique<PostgresqlServer>();
    }
    const QString place = m_server->newDatabase();
    const auto spec = DatabaseSpec::parse(place, QString());
    if (place.isEmpty() || !spec) {
        qFatal("no PostgreSQL server for the tests");
    }
    return *spec;
}

std::unique_ptr<Database> TestDatabases::open(const DatabaseSpec &spec, DatabaseMode mode)
{
    auto database = Database::open(spec, mode);
    if (!database) {
        qFatal("%s", qPrintable(database.error().message));
    }
    return std::move(*database);
}

std::unique_ptr<Database> TestDatabases::fresh(DatabaseSpec::Dialect dialect)
{
    auto database = open(newSpec(dialect));
    const auto migrated = migrate(*database, {});
    if (!migrated) {
        qFatal("%s", qPrintable(migrated.error().message));
    }
    return database;
}

namespace {

bool runAll(Database &database, const QStringList &statements)
{
    return std::all_of(statements.begin(), statements.end(),
                       [&database](const QString &statement) { return database.run(statement).ok(); });
}

} // namespace

bool TestDatabases::takeEditsBack(Database &database)
{
    const bool sqlite = database.dialect() == Database::Dialect::Sqlite;
    QStringList statements;
    for (const char *trigger : {"orders_moved", "orders_removed"}) {
        statements.append(
            (sqlite ? u"DROP TRIGGER %1"_s : u"DROP TRIGGER %1 ON orders"_s).arg(QLatin1StringView(trigger)));
    }
    if (!sqlite) {
        statements.append(u"DROP FUNCTION count_moved_order()"_s);
    }
    statements +=
        {u"ALTER TABLE orders ADD COLUMN search_text TEXT NOT NULL DEFAULT ''"_s,
         u"UPDATE orders SET search_text = (SELECT text FROM order_search WHERE order_id = orders.id)"_s,
         u"DROP TABLE order_count"_s,
         u"DROP TABLE order_search"_s,
         u"DROP INDEX orders_unreflected"_s,
         u"DROP INDEX shipment_tracking"_s,
         u"DROP INDEX shipment_delivery"_s,
         u"ALTER TABLE orders DROP COLUMN unreflected"_s,
         u"ALTER TABLE orders DROP COLUMN newest_note"_s,
         u"DROP TABLE order_shop_value"_s,
         u"DROP TABLE order_editing"_s,
         u"UPDATE meta SET value = '7' WHERE name = 'schemaVersion'"_s};
    return runAll(database, statements);
}

bool TestDatabases::takeMethodsBack(Database &database)
{
    QStringList statements;
    for (const char *index : {"payment_fact_value", "payment_changing", "orders_pay_by",
                              "orders_paid_in_cash", "orders_stuck", "op_done"}) {
        statements.append(u"DROP INDEX %1"_s.arg(QLatin1StringView(index)));
    }
    for (const char *column :
         {"pay_by", "paid_in_cash_at", "gateway_ordered_at", "completed_on", "au_pay_method"}) {
        statements.append(u"ALTER TABLE payment DROP COLUMN %1"_s.arg(QLatin1StringView(column)));
    }
    statements +=
        {u"ALTER TABLE orders DROP COLUMN change_by"_s, u"ALTER TABLE orders DROP COLUMN pay_by"_s,
         u"DROP TABLE closing_date"_s, u"UPDATE meta SET value = '5' WHERE name = 'schemaVersion'"_s};
    return takeEditsBack(database) && runAll(database, statements);
}

Order sampleOrder(qint64 shopOrderId)
{
    Order order;
    order.shopOrderId = shopOrderId;
    order.orderNumber = QString::number(shopOrderId);
    order.customer.familyName = u"髙橋"_s;
    order.customer.givenName = u"太郎"_s;
    order.customer.familyKana = u"タカハシ"_s;
    order.customer.givenKana = u"タロウ"_s;
    order.customer.phoneNumber = u"0312345678"_s;
    order.mailAddress = u"taro@example.com"_s;
    order.method = PaymentMethod::Card;
    order.methodName = u"GMOクレジット決済"_s;
    order.orderedAt = japantime::instantOf(QDate(2020, 12, 3), QTime(13, 21, 23));
    order.totals.payableTotal = Yen{3200};
    OrderItem item;
    item.productName = u"チェリーアイスサンド"_s;
    item.price = Yen{3200};
    order.items = {item};
    Shipment shipment;
    shipment.recipient = order.customer;
    order.shipments = {shipment};
    return order;
}

} // namespace kessai
