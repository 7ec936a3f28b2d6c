#include <rapidcheck.h>

#include "core/base/japantime.h"
#include "core/interchange/eccubeorderfile.h"
#include "core/interchange/formulaguard.h"
#include "core/interchange/orderreader.h"
#include "tests/interchange/csvsupport.h"
#include "tests/interchange/hostileorders.h"

#include <QTemporaryDir>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

/// The bytes of a file of these orders.
QByteArray fileOf(const QList<Order> &orders, TableFormat format)
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"order.csv"_s);
    const auto writer = makeTableWriter(format, name, ValueStyle::Shop);
    bool written = writer->begin(eccube4::orderTitles()).ok();
    for (const Order &order : orders) {
        const auto rows = eccube4::orderRows(order);
        for (const QList<TableValue> &row : rows) {
            written = written && writer->addRow(row).ok();
        }
    }
    written = written && writer->unwritableCount() == 0 && writer->finish().ok();
    QFile file(name);
    return written && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString toldOf(const QByteArray &content)
{
    Bytes device(content);
    const auto reader = OrderReader::open(device, OrderFileFormat::Auto);
    if (!reader) {
        return reader.error();
    }
    QList<Order> orders;
    while (const std::optional<ImportedOrder> read = reader.value()->next()) {
        if (read->refused) {
            return read->problems.first().column + u": "_s + read->problems.first().message;
        }
        orders.append(read->order);
    }
    return told(orders);
}

OrderItem itemOf(OrderItemType type, Yen price)
{
    OrderItem item;
    item.type = type;
    item.productName = u"アイス"_s;
    item.price = price;
    item.taxRatePercent = 10;
    return item;
}

/// 2 parcels, or 1, of an order of goods, 送料 and a discount.
Order usualOrder(int parcels)
{
    Order order;
    order.shopOrderId = 272;
    order.orderNumber = u"A-272"_s;
    order.customer = {.familyName = u"髙橋"_s,
                      .givenName = u"花子"_s,
                      .familyKana = {},
                      .givenKana = {},
                      .companyName = {},
                      .postalCode = u"0600001"_s,
                      .prefecture = u"北海道"_s,
                      .address1 = u"札幌市"_s,
                      .address2 = {},
                      .phoneNumber = u"0312345678"_s};
    order.methodName = u"GMOクレジット決済"_s;
    order.orderedAt = japantime::instantOf({2020, 12, 3}, {13, 21, 23});
    order.totals.discount = Yen{-100};
    order.totals.payableTotal = Yen{3200};
    order.items = {itemOf(OrderItemType::Goods, Yen{2000}), itemOf(OrderItemType::DeliveryFee, Yen{500}),
                   itemOf(OrderItemType::Discount, Yen{-100})};
    order.items[0].shopItemId = u"1001"_s;
    for (int parcel = 1; parcel <= parcels; ++parcel) {
        Shipment shipment;
        shipment.shopShipmentId = QString::number(900 + parcel);
        shipment.recipient.familyName = u"能登"_s;
        order.shipments.append(shipment);
    }
    return order;
}

} // namespace

class TestEccubeOrderFile : public QObject
{
    Q_OBJECT

private slots:
    void titles_areThoseOfTheShop();
    void lines_areSpelledAsTheShopSpellsThem();
    void parcel_standsBesideWhatLiesInIt();
    void severalParcels_standBelowTheItems();
    void emptyOrder_hasALineOfItsOwn();
    void everyOrder_comesBackFromItsFile();
    void everyOrder_comesBackFromItsCp932File();
    void quotesBehind5C_comeBack();
    void guard_givesEveryTextBack();
    void textsThatLookLikeFormulas_areGuardedInTheFile();
    void shopsOwnApostrophes_stay();
    void shippingFile_hasWhatWasShipped();
};

void TestEccubeOrderFile::titles_areThoseOfTheShop()
{
    const QByteArray header = sampleFile("eccube4-cp932.csv").split('\n').first();
    QCOMPARE(eccube4::orderTitles(), decodeCp932(header).value().split(u','));
    QCOMPARE(eccube4::orderTitles().size(), 70);
}

void TestEccubeOrderFile::lines_areSpelledAsTheShopSpellsThem()
{
    const QByteArray file = fileOf({usualOrder(1)}, TableFormat::CsvCp932);
    const QStringList lines = decodeCp932(file).value().split(u"\r\n"_s);
    QCOMPARE(lines.size(), 5); // the last one is empty
    const QStringList fields = lines.at(1).split(u',');
    QCOMPARE(fields.size(), 70);
    QCOMPARE(fields.mid(0, 5), (QStringList{u"272"_s, u"A-272"_s, u""_s, u"髙橋"_s, u"花子"_s}));
    QCOMPARE(fields.mid(8, 3), (QStringList{u"0600001"_s, u"1"_s, u"北海道"_s}));
    QCOMPARE(fields.mid(22, 1), QStringList{u"-100.00"_s});
    QCOMPARE(fields.mid(26, 7), (QStringList{u"3200.00"_s, u"1"_s, u"新規受付"_s, u""_s,
                                             u"GMOクレジット決済"_s, u"2020-12-03 13:21:23"_s, u""_s}));
    QCOMPARE(fields.mid(42, 7),
             (QStringList{u"2000.00"_s, u"1"_s, u"10"_s, u""_s, u"1"_s, u"商品"_s, u"901"_s}));
}

void TestEccubeOrderFile::parcel_standsBesideWhatLiesInIt()
{
    const auto rows = eccube4::orderRows(usualOrder(1));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(std::get<QString>(rows.at(0).at(48)), u"901"_s);
    QCOMPARE(std::get<QString>(rows.at(1).at(48)), u"901"_s);
    QVERIFY(std::holds_alternative<std::monostate>(rows.at(2).at(48))); // a discount lies in none
}

/// Which item lies in which is not known, so no line says so.
void TestEccubeOrderFile::severalParcels_standBelowTheItems()
{
    const Order order = usualOrder(2);
    const auto rows = eccube4::orderRows(order);
    QCOMPARE(rows.size(), 5);
    QVERIFY(std::holds_alternative<std::monostate>(rows.at(0).at(48)));
    QVERIFY(std::holds_alternative<std::monostate>(rows.at(3).at(46)));
    QCOMPARE(std::get<QString>(rows.at(3).at(48)), u"901"_s);
    QCOMPARE(std::get<QString>(rows.at(4).at(48)), u"902"_s);
    QCOMPARE(toldOf(fileOf({order}, TableFormat::CsvUtf8)), told(order));
}

void TestEccubeOrderFile::emptyOrder_hasALineOfItsOwn()
{
    Order order = usualOrder(0);
    order.items.clear();
    QCOMPARE(eccube4::orderRows(order).size(), 1);
    QCOMPARE(toldOf(fileOf({order}, TableFormat::CsvUtf8)), told(order));
}

void TestEccubeOrderFile::everyOrder_comesBackFromItsFile()
{
    QVERIFY(rc::check("the same values", [] {
        const QList<Order> orders = anyOrders();
        RC_ASSERT(toldOf(fileOf(orders, TableFormat::CsvUtf8)).toStdString() == told(orders).toStdString());
    }));
}

void TestEccubeOrderFile::everyOrder_comesBackFromItsCp932File()
{
    QVERIFY(rc::check("the same values", [] {
        const QList<Order> orders = inCp932(anyOrders());
        RC_ASSERT(toldOf(fileOf(orders, TableFormat::CsvCp932)).toStdString() == told(orders).toStdString());
    }));
}

/// More of them than another reading of a line would be looked for.
void TestEccubeOrderFile::quotesBehind5C_comeBack()
{
    Order order = usualOrder(1);
    order.note = u"表\",\"x\\\",=1+1,\n表\"\",表\",a\\\"\n"_s.repeated(40);
    order.customer.familyName = u"表\""_s;
    order.customer.givenName = u"\\"_s;
    Order next = order;
    next.shopOrderId = 273;
    for (const TableFormat format : {TableFormat::CsvUtf8, TableFormat::CsvCp932}) {
        QCOMPARE(toldOf(fileOf({order, next}, format)), told({order, next}));
    }
}

void TestEccubeOrderFile::guard_givesEveryTextBack()
{
    for (const QString &text : {u""_s, u"'"_s, u"''"_s, u"=1"_s, u"'=1"_s, u"''＝1"_s, u"'a"_s, u"a=1"_s}) {
        QCOMPARE(unguarded(guarded(text)), text);
    }
    QCOMPARE(guarded(u"'=1"_s), u"''=1"_s);
    QCOMPARE(guarded(u"'a"_s), u"'a"_s);
}

void TestEccubeOrderFile::textsThatLookLikeFormulas_areGuardedInTheFile()
{
    QVERIFY(rc::check("no field begins a formula", [] {
        const auto rows = eccube4::orderRows(anyOrders().first());
        for (const QList<TableValue> &row : rows) {
            for (const TableValue &value : row) {
                const auto *text = std::get_if<QString>(&value);
                const QString written = text ? guarded(*text) : QString();
                const bool harmless = written.isEmpty() || !u"=+-@\t\r\n＝＋－＠"_s.contains(written[0]);
                RC_ASSERT(harmless);
            }
        }
    }));
}

/// Only a spreadsheet's file has guards: what the shop's system writes is taken as it is.
void TestEccubeOrderFile::shopsOwnApostrophes_stay()
{
    const QByteArray ours = fileOf({usualOrder(1)}, TableFormat::CsvUtf8).replace("髙橋", "'=髙橋");
    QVERIFY(toldOf(ours).contains(u"\n=髙橋|"));
    QVERIFY(toldOf(QByteArray(ours).replace("\r\n", "\n")).contains(u"\n'=髙橋|"));
}

void TestEccubeOrderFile::shippingFile_hasWhatWasShipped()
{
    Order order = usualOrder(3);
    order.shipments[0].shippedAt = japantime::instantOf({2020, 12, 5}, {23, 30});
    order.shipments[0].trackingNumber = u"1234-5678"_s;
    order.shipments[1].trackingNumber = u"not yet"_s;
    order.shipments[2].shippedAt = order.shipments[0].shippedAt;
    order.shipments[2].shopShipmentId.clear();
    QCOMPARE(eccube4::shippingTitles(), (QStringList{u"出荷ID"_s, u"お問い合わせ番号"_s, u"出荷日"_s}));
    const auto rows = eccube4::shippingRows(order);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first(), (QList<TableValue>{u"901"_s, u"1234-5678"_s, u"2020-12-05"_s}));
}

QTEST_GUILESS_MAIN(TestEccubeOrderFile)
#include "test_eccubeorderfile.moc"
