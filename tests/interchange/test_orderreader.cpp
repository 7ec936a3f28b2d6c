#include "core/base/japantime.h"
#include "core/interchange/orderreader.h"
#include "tests/interchange/orderfile.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

QList<ImportedOrder> readAll(const QByteArray &content, OrderFileFormat format = OrderFileFormat::Auto)
{
    Bytes device(content);
    const auto reader = OrderReader::open(device, format);
    QList<ImportedOrder> orders;
    while (reader) {
        std::optional<ImportedOrder> order = reader.value()->next();
        if (!order) {
            break;
        }
        orders.append(*order);
    }
    return orders;
}

/// An order as one text, to compare whole files.
QString told(const ImportedOrder &imported)
{
    const Order &order = imported.order;
    QStringList parts = {
        QString::number(order.shopOrderId),  order.customer.fullName(), order.note,
        QString::number(int(order.status)),  order.methodName,          groupedYen(order.totals.payableTotal),
        groupedYen(order.totals.deliveryFee)};
    for (const OrderItem &item : order.items) {
        parts.append(item.productName + u' ' + groupedYen(item.price) + u'x' +
                     QString::number(item.quantity));
    }
    for (const Shipment &shipment : order.shipments) {
        parts.append(shipment.shopShipmentId + shipment.recipient.fullName());
    }
    return parts.join(u'|');
}

QStringList toldAll(const QByteArray &content)
{
    QStringList all;
    for (const ImportedOrder &order : readAll(content)) {
        all.append(order.refused ? order.problems.value(0).message : told(order));
    }
    return all;
}

/// Two orders, of three and two lines.
OrderFile twoOrders()
{
    OrderFile file;
    file.add({{u"ショップ用メモ欄"_s, u"予約表\"特\"を\n同封"_s}});
    file.add({{u"ショップ用メモ欄"_s, u"予約表\"特\"を\n同封"_s},
              {u"商品名"_s, u"送料"_s},
              {u"価格"_s, u"500.00"_s},
              {u"明細区分(ID)"_s, u"2"_s}});
    file.add({{u"ショップ用メモ欄"_s, u"予約表\"特\"を\n同封"_s},
              {u"商品名"_s, u"手数料"_s},
              {u"価格"_s, u"300.00"_s},
              {u"明細区分(ID)"_s, u"3"_s}});
    const OrderFile::Line second = {
        {u"注文ID"_s, u"273"_s}, {u"注文番号"_s, u"A-273"_s}, {u"出荷ID"_s, u"901"_s}};
    OrderFile::Line points = second;
    points.insert({{u"商品名"_s, u"ポイント"_s},
                   {u"価格"_s, u"-100.00"_s},
                   {u"明細区分(ID)"_s, u"6"_s},
                   {u"税率"_s, u"0"_s},
                   {u"出荷ID"_s, QString()}});
    file.add(second).add(points);
    return file;
}

} // namespace

class OrderReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void samples_areReadWhole();
    void lines_becomeItemsShipmentsAndTotals();
    void parcels_areToldByTheirId();
    void columns_mayStandInAnyOrder();
    void everyEncodingAndLineEnd_readsAlike();
    void everyColumnButTheId_mayBeMissing();
    void kanaAndVendorCharacters_areRead();
    void statusAndType_areReadByNameWithoutIds();
    void eccube2_isRead();
    void eccube2Statuses_areTranslated();
    void format_isToldByTheHeader();
    void eccube40_hasOneColumnMore();
};

void OrderReaderTest::samples_areReadWhole()
{
    const QList<ImportedOrder> four = readAll(sampleFile("eccube4-cp932.csv"));
    QCOMPARE(four.size(), 40);
    const QList<ImportedOrder> two = readAll(sampleFile("eccube2-cp932.csv"));
    QCOMPARE(two.size(), 25);
    const QList<ImportedOrder> all = four + two;
    for (const ImportedOrder &order : all) {
        QVERIFY2(!order.refused, qPrintable(order.problems.value(0).message));
        QVERIFY(order.order.totals.payableTotal > Yen{});
        QVERIFY(order.order.orderedAt.has_value());
    }
    const bool quoteAfterComma = std::any_of(four.begin(), four.end(), [](const ImportedOrder &order) {
        return order.order.note == u"申込表\",\"控え"_s;
    });
    QVERIFY(quoteAfterComma);
}

void OrderReaderTest::lines_becomeItemsShipmentsAndTotals()
{
    const QList<ImportedOrder> orders = readAll(twoOrders().bytes());
    QCOMPARE(orders.size(), 2);
    const Order &first = orders[0].order;
    QCOMPARE(orders[0].line, 2);
    QCOMPARE(first.shopOrderId, 272);
    QCOMPARE(first.customer.fullName(), u"能登 ソフィア"_s);
    QCOMPARE(first.note, u"予約表\"特\"を\n同封"_s);
    QCOMPARE(first.method, PaymentMethod::Card);
    QCOMPARE(japantime::toIsoText(*first.orderedAt), u"2020-12-03T13:21:23+09:00"_s);
    QVERIFY(!first.paidAt);
    QCOMPARE(first.items.size(), 3);
    QCOMPARE(first.items[0].taxDisplay, TaxDisplay::Excluded);
    QCOMPARE(first.items[1].type, OrderItemType::DeliveryFee);
    QCOMPARE(first.items[1].taxDisplay, TaxDisplay::Included);
    QCOMPARE(first.shipments.size(), 1);
    QCOMPARE(first.shipments[0].recipient.familyName, u"﨑山"_s);
    QCOMPARE(first.totals.deliveryFee, Yen{500});
    QCOMPARE(first.totals.charge, Yen{300}); // no column has it: the lines do
    QCOMPARE(first.totals.payableTotal, Yen{2700});

    const Order &second = orders[1].order;
    QCOMPARE(orders[1].line, 8); // two memos with a line end before
    QCOMPARE(second.orderNumber, u"A-273"_s);
    QCOMPARE(second.totals.usedPoints, 100);
    QCOMPARE(second.items[1].taxType, TaxType::Untaxed);
    QCOMPARE(second.shipments.size(), 1);
}

void OrderReaderTest::parcels_areToldByTheirId()
{
    OrderFile file;
    file.add()
        .add({{u"出荷ID"_s, u"901"_s},
              {u"発送日"_s, u"2020-12-05 10:00:00"_s},
              {u"出荷伝票番号"_s, u"1234-5678"_s}})
        .add();
    const Order order = readAll(file.bytes()).value(0).order;
    QCOMPARE(order.items.size(), 3);
    QCOMPARE(order.shipments.size(), 2);
    QVERIFY(!order.shipments[0].shippedAt);
    QCOMPARE(order.shipments[1].trackingNumber, u"1234-5678"_s);
    QCOMPARE(japantime::dayOf(*order.shipments[1].shippedAt), QDate(2020, 12, 5));
}

void OrderReaderTest::columns_mayStandInAnyOrder()
{
    OrderFile file = twoOrders();
    const QStringList expected = toldAll(file.bytes());
    QRandomGenerator random(70);
    for (int round = 0; round < 300; ++round) {
        std::shuffle(file.columns().begin(), file.columns().end(), random);
        QCOMPARE(toldAll(file.bytes()), expected);
    }
    std::sort(file.columns().begin(), file.columns().end());
    do {
        std::rotate(file.columns().begin(), file.columns().begin() + 1, file.columns().end());
        QCOMPARE(toldAll(file.bytes()), expected);
    } while (file.columns()[0] != u"TEL"_s);
}

void OrderReaderTest::everyEncodingAndLineEnd_readsAlike()
{
    const OrderFile file = twoOrders();
    const QStringList expected = toldAll(file.bytes());
    QCOMPARE(toldAll(file.bytes(true)), expected);
    QCOMPARE(toldAll("\xEF\xBB\xBF" + file.bytes(true)), expected);
    QCOMPARE(toldAll(file.bytes(false, "\r\n")), expected);
    QCOMPARE(toldAll(file.bytes(true, "\r")), expected);
}

void OrderReaderTest::everyColumnButTheId_mayBeMissing()
{
    const OrderFile whole = twoOrders();
    const QStringList columns = OrderFile(whole).columns();
    for (const QString &column : columns) {
        OrderFile file = whole;
        file.columns().removeAll(column);
        const QList<ImportedOrder> orders = readAll(file.bytes());
        if (column == u"注文ID"_s) {
            QVERIFY(orders.isEmpty());
            continue;
        }
        QCOMPARE(orders.size(), 2);
        QVERIFY2(!orders[0].refused && !orders[1].refused, qPrintable(column));
    }
    OrderFile pair = whole;
    pair.columns() = QStringList{u"支払合計"_s, u"注文ID"_s};
    QCOMPARE(readAll(pair.bytes()).value(1).order.totals.payableTotal, Yen{2700});
}

void OrderReaderTest::kanaAndVendorCharacters_areRead()
{
    const QString text = u"ﾎﾟｲﾝﾄ①㈱髙﨑ソ能表ⅳ～－∥―"_s;
    OrderFile file;
    file.add({{u"会社名"_s, text}, {u"お名前(セイ)"_s, u"ｱﾍﾞ"_s}});
    const Order order = readAll(file.bytes()).value(0).order;
    QCOMPARE(order.customer.companyName, text);
    QCOMPARE(order.customer.familyKana, u"ｱﾍﾞ"_s);
}

void OrderReaderTest::statusAndType_areReadByNameWithoutIds()
{
    OrderFile file;
    file.add({{u"対応状況(名称)"_s, u"発送済み"_s}, {u"明細区分(名称)"_s, u"割引"_s}, {u"価格"_s, u"-50"_s}});
    file.columns().removeAll(u"対応状況(ID)"_s);
    file.columns().removeAll(u"明細区分(ID)"_s);
    const Order order = readAll(file.bytes()).value(0).order;
    QCOMPARE(order.status, OrderStatus::Delivered);
    QCOMPARE(order.items.value(0).type, OrderItemType::Discount);
}

void OrderReaderTest::eccube2_isRead()
{
    const QByteArray file =
        cp932Line({u"注文番号"_s, u"会員ID"_s, u"要望等"_s, u"お名前(姓)"_s, u"お名前(名)"_s, u"電話番号1"_s,
                   u"電話番号2"_s, u"電話番号3"_s, u"手数料"_s, u"使用ポイント"_s, u"お支払い合計"_s,
                   u"支払い方法"_s, u"SHOPメモ"_s, u"対応状況"_s, u"注文日時"_s, u"発送完了日時"_s},
                  "\r\n") +
        cp932Line({u"501"_s, u"0"_s, u"急ぎ"_s, u"表"_s, u"花子"_s, u"03"_s, u"1234"_s, u"5678"_s, u"300"_s,
                   u"20"_s, u"3200"_s, u"クレジット決済"_s, u"メモ"_s, u"5"_s, u"2020-12-03 13:21:23.5"_s,
                   u"2020-12-04 10:00:00"_s},
                  "\r\n");
    const Order order = readAll(file).value(0).order;
    QCOMPARE(order.shopOrderId, 501);
    QCOMPARE(order.orderNumber, u"501"_s);
    QCOMPARE(order.shopCustomerId, QString());
    QCOMPARE(order.message, u"急ぎ"_s);
    QCOMPARE(order.customer.phoneNumber, u"0312345678"_s);
    QCOMPARE(order.totals.charge, Yen{300});
    QCOMPARE(order.totals.usedPoints, 20);
    QCOMPARE(order.totals.payableTotal, Yen{3200});
    QCOMPARE(order.status, OrderStatus::Delivered);
    QVERIFY(order.items.isEmpty());
    QCOMPARE(order.shipments.size(), 1);
    QVERIFY(order.shipments[0].shippedAt.has_value());
}

void OrderReaderTest::eccube2Statuses_areTranslated()
{
    const QList<std::pair<QString, OrderStatus>> statuses = {
        {u"1"_s, OrderStatus::New},        {u"2"_s, OrderStatus::New},       {u"3"_s, OrderStatus::Cancelled},
        {u"4"_s, OrderStatus::InProgress}, {u"5"_s, OrderStatus::Delivered}, {u"6"_s, OrderStatus::Paid},
        {u"7"_s, OrderStatus::Pending}};
    for (const auto &[id, status] : statuses) {
        const QByteArray file =
            cp932Line({u"注文番号"_s, u"お支払い合計"_s, u"対応状況"_s}) + cp932Line({u"1"_s, u"100"_s, id});
        QCOMPARE(readAll(file).value(0).order.status, status);
    }
}

void OrderReaderTest::format_isToldByTheHeader()
{
    Bytes four(sampleFile("eccube4-cp932.csv"));
    QCOMPARE(OrderReader::open(four, OrderFileFormat::Auto).value()->columns().format(),
             OrderFileFormat::Eccube4);
    Bytes two(sampleFile("eccube2-cp932.csv"));
    QCOMPARE(OrderReader::open(two, OrderFileFormat::Auto).value()->columns().format(),
             OrderFileFormat::Eccube2);
}

void OrderReaderTest::eccube40_hasOneColumnMore()
{
    OrderFile file = twoOrders();
    file.columns().insert(file.columns().indexOf(u"送料2"_s), u"送料ID"_s);
    QCOMPARE(file.columns().size(), 71);
    QCOMPARE(toldAll(file.bytes()), toldAll(twoOrders().bytes()));
}

QTEST_GUILESS_MAIN(OrderReaderTest)
#include "test_orderreader.moc"
