#include "tests/bench/searchorders.h"

#include "core/base/japantime.h"
#include "core/storage/orderwriter.h"
#include "tests/bench/benchorders.h"

#include <QRandomGenerator>

#include <vector>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 OrdersAtOnce = 1000;

struct Name
{
    QString written;
    QString kana;
};

const QList<Name> &families()
{
    static const QList<Name> names{
        {u"佐藤"_s, u"サトウ"_s},         {u"鈴木"_s, u"スズキ"_s},     {u"髙橋"_s, u"タカハシ"_s},
        {u"高橋"_s, u"タカハシ"_s},       {u"田中"_s, u"タナカ"_s},     {u"伊藤"_s, u"イトウ"_s},
        {u"渡辺"_s, u"ワタナベ"_s},       {u"山本"_s, u"ヤマモト"_s},   {u"中村"_s, u"ナカムラ"_s},
        {u"小林"_s, u"コバヤシ"_s},       {u"加藤"_s, u"カトウ"_s},     {u"吉田"_s, u"ヨシダ"_s},
        {u"佐々木"_s, u"ササキ"_s},       {u"長谷川"_s, u"ハセガワ"_s}, {u"斎藤"_s, u"サイトウ"_s},
        {u"四月一日"_s, u"ワタヌキ"_s},   {u"森"_s, u"モリ"_s},         {u"阿部"_s, u"アベ"_s},
        {u"勅使河原"_s, u"テシガワラ"_s}, {u"辻"_s, u"ツジ"_s},         {u"近藤"_s, u"コンドウ"_s},
    };
    return names;
}

const QList<Name> &givenNames()
{
    static const QList<Name> names{
        {u"太郎"_s, u"タロウ"_s},   {u"花子"_s, u"ハナコ"_s},   {u"健"_s, u"ケン"_s},
        {u"陽子"_s, u"ヨウコ"_s},   {u"誠"_s, u"マコト"_s},     {u"美咲"_s, u"ミサキ"_s},
        {u"翔太"_s, u"ショウタ"_s}, {u"さくら"_s, u"サクラ"_s}, {u"大輔"_s, u"ダイスケ"_s},
        {u"恵"_s, u"メグミ"_s},     {u"久美子"_s, u"クミコ"_s}, {u"明美"_s, u"アケミ"_s},
    };
    return names;
}

QString anyLetters(QRandomGenerator &random, int count)
{
    QString letters;
    for (int at = 0; at < count; ++at) {
        letters += QLatin1Char(char('a' + random.bounded(26)));
    }
    return letters;
}

OrderItem lineOf(QRandomGenerator &random)
{
    OrderItem item;
    item.productName = u"チェリーアイスサンド %1個入り"_s.arg(random.bounded(1, 30));
    item.productCode = u"sand-%1"_s.arg(random.bounded(1, 500));
    item.price = Yen{random.bounded(300, 9000)};
    item.quantity = random.bounded(1, 4);
    return item;
}

/// Of ten orders in a shop's books most are 発送済み.
OrderStatus anyStatus(QRandomGenerator &random)
{
    static const QList<OrderStatus> rare{
        OrderStatus::New,     OrderStatus::Paid,       OrderStatus::InProgress, OrderStatus::Cancelled,
        OrderStatus::Pending, OrderStatus::Processing, OrderStatus::Returned};
    return random.bounded(10) < 7 ? OrderStatus::Delivered : rare.at(random.bounded(rare.size()));
}

Order orderOf(QRandomGenerator &random, qint64 number)
{
    const Name &family = families().at(random.bounded(families().size()));
    const Name &given = givenNames().at(random.bounded(givenNames().size()));
    Order order;
    order.shopOrderId = number;
    order.orderNumber = QString::number(number);
    order.customer.familyName = family.written;
    order.customer.givenName = given.written;
    order.customer.familyKana = family.kana;
    order.customer.givenKana = given.kana;
    order.customer.companyName = random.bounded(20) == 0 ? family.written + u"商店"_s : QString();
    order.customer.postalCode = u"%1"_s.arg(random.bounded(10'000'000), 7, 10, QLatin1Char('0'));
    order.customer.prefecture = u"東京都"_s;
    order.customer.address1 = u"千代田区千代田"_s;
    order.customer.phoneNumber = u"0%1"_s.arg(random.bounded(1'000'000'000), 9, 10, QLatin1Char('0'));
    order.mailAddress = u"%1%2@example.jp"_s.arg(anyLetters(random, 6)).arg(random.bounded(1000));
    order.status = anyStatus(random);
    order.method = random.bounded(10) == 0 ? PaymentMethod::Other : PaymentMethod::Card;
    order.methodName = order.method == PaymentMethod::Other ? u"銀行振込"_s : u"GMOクレジット決済"_s;
    order.orderedAt =
        japantime::instantOf(QDate(2016, 1, 4), QTime(9, 0)).addSecs(number * 150 + random.bounded(150));
    order.paidAt = random.bounded(3) == 0 ? std::nullopt : order.orderedAt;
    const int lines = number % 2 == 0 ? 2 : 3;
    qint64 total = 600;
    for (int line = 0; line < lines; ++line) {
        order.items.append(lineOf(random));
        total += order.items.last().price.value * order.items.last().quantity;
    }
    order.totals.total = Yen{total};
    order.totals.payableTotal = Yen{total};
    Shipment parcel;
    parcel.recipient = order.customer;
    order.shipments = {parcel};
    return order;
}

/// What linking and reading nine of ten would leave: one in twenty-five is 仮売上済み, a few of all differ.
void linkOrders(Database &database)
{
    for (const QString &statement :
         {u"INSERT INTO payment (id, order_id, shop, gw_order_id, pay_type, method, pay_times, known_status, "
          "known_amount, known_tax, known_process_date, known_at, gateway_method) "
          "SELECT id, id, 'tshop00000001', id || '-03132123', '0', '1', '', "
          "CASE WHEN id % 25 = 1 THEN 'AUTH' ELSE 'SALES' END, payable_total, 0, '20201203132123', "
          "'2020-12-03T04:21:23.000Z', 'CARD' FROM orders WHERE method = 'CARD' AND id % 10 <> 0"_s,
          u"UPDATE orders SET payment_id = id, payment_count = 1, gateway_order_id = id || '-03132123', "
          "payment_status_code = CASE WHEN id % 25 = 1 THEN 11 ELSE 12 END, gateway_amount = payable_total, "
          "difference = CASE WHEN id % 1000 = 7 THEN 100 ELSE 0 END, cancel_by = '2021-06-01', "
          "capture_by = CASE WHEN id % 25 = 1 THEN date('2020-12-04', (id % 98 - 7) || ' days') END "
          "WHERE method = 'CARD' AND id % 10 <> 0"_s,
          u"UPDATE order_search SET text = text || char(10) || order_id || '03132123' "
          "WHERE order_id IN (SELECT order_id FROM payment)"_s}) {
        require(database.run(statement).ok(), "payments");
    }
}

} // namespace

void fillWithPeoplesOrders(Database &database, qint64 count)
{
    QRandomGenerator random(20'201'203);
    auto transaction = Transaction::begin(database);
    require(transaction.ok(), "begin");
    for (qint64 first = 1; first <= count; first += OrdersAtOnce) {
        std::vector<OrderRows> rows;
        rows.reserve(OrdersAtOnce);
        for (qint64 number = first; number < std::min(first + OrdersAtOnce, count + 1); ++number) {
            rows.push_back(rowsOf(orderOf(random, number)));
        }
        QList<OrderRows *> pointers;
        pointers.reserve(qsizetype(rows.size()));
        for (OrderRows &order : rows) {
            pointers.append(&order);
        }
        require(insertOrders(database, pointers).ok(), "orders");
    }
    linkOrders(database);
    require(transaction->commit().ok(), "commit");
}

} // namespace kessai
