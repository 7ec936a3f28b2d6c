#include <rapidcheck.h>

#include "core/interchange/eccubeorderfile.h"
#include "core/storage/orderrows.h"
#include "tests/interchange/hostileorders.h"
#include "tests/interchange/importfixture.h"

using namespace kessai;

namespace {

OrderFilter everything()
{
    OrderFilter filter;
    filter.withUnfinished = true;
    return filter;
}

QList<Order> allOf(ImportFixture &shop)
{
    OrderSort sort;
    sort.field = u"number"_s;
    const auto ids = shop.orders.matching(everything(), sort);
    return readOrders(*shop.database, ids.value()).value();
}

/// What a shop's orders are as a file.
QByteArray exported(const QList<Order> &orders, TableFormat format = TableFormat::CsvUtf8)
{
    const QTemporaryDir folder;
    const auto writer = makeTableWriter(format, folder.filePath(u"order.csv"_s), ValueStyle::Shop);
    bool written = writer->begin(eccube4::orderTitles()).ok();
    for (const Order &order : orders) {
        const auto rows = eccube4::orderRows(order);
        for (const QList<TableValue> &row : rows) {
            written = written && writer->addRow(row).ok();
        }
    }
    written = written && writer->unwritableCount() == 0 && writer->finish().ok();
    QFile file(folder.filePath(u"order.csv"_s));
    return written && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Imports into an empty shop; what it has then.
QString toldByAnEmptyShop(const QByteArray &file, qsizetype orders)
{
    ImportFixture shop;
    const auto report = shop.import(file);
    if (!report || report->created != orders || report->refused != 0) {
        return report ? u"refused: "_s + report->problems.value(0).message : report.error().message;
    }
    return told(allOf(shop));
}

} // namespace

/// An export in the columns of the 受注CSV, imported into an empty shop.
class TestOrdersAgain : public QObject
{
    Q_OBJECT

private slots:
    void samples_comeBack_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("eccube4") << sampleFile("eccube4-cp932.csv");
        QTest::newRow("eccube2") << sampleFile("eccube2-cp932.csv");
    }

    void samples_comeBack()
    {
        QFETCH(QByteArray, file);
        ImportFixture shop;
        QVERIFY(shop.import(file));
        const QList<Order> orders = allOf(shop);
        QVERIFY(orders.size() >= 25);
        for (const TableFormat format : {TableFormat::CsvUtf8, TableFormat::CsvCp932}) {
            QCOMPARE(toldByAnEmptyShop(exported(orders, format), orders.size()), told(orders));
        }
    }

    void anyShop_comesBack()
    {
        QVERIFY(rc::check("the same values", [] {
            ImportFixture shop;
            const QList<Order> before = anyOrders();
            const auto report = shop.import(exported(before));
            RC_ASSERT(report.ok() && report->created == before.size());
            const QList<Order> stored = allOf(shop);
            RC_ASSERT(toldByAnEmptyShop(exported(stored), stored.size()).toStdString() ==
                      told(stored).toStdString());
        }));
    }

    /// Read many at a time as one at a time; ids that are not there are left out.
    void manyAtOnce_areReadAsOne()
    {
        ImportFixture shop;
        QVERIFY(shop.import(sampleFile("eccube4-cp932.csv")));
        QList<OrderId> ids = shop.orders.matching(everything(), {}).value();
        const QList<Order> many = readOrders(*shop.database, QList<OrderId>{OrderId{99'999}} + ids).value();
        QCOMPARE(many.size(), ids.size());
        for (qsizetype i = 0; i < ids.size(); ++i) {
            const Order one = readOrder(*shop.database, ids.at(i)).value();
            QCOMPARE(told(many.at(i)), told(one));
            QVERIFY(many.at(i).items == one.items && many.at(i).shipments == one.shipments);
        }
        QVERIFY(readOrders(*shop.database, {}).value().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOrdersAgain)
#include "test_ordersagain.moc"
