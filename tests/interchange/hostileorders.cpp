#include <rapidcheck.h>

#include "tests/interchange/hostileorders.h"

#include "core/base/cp932.h"
#include "core/base/japantime.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

int below(int count)
{
    return *rc::gen::inRange(0, count);
}

/// Each of them has broken some export of somebody.
QString anyText()
{
    static const QStringList pieces{
        u"髙橋"_s,     u"=1+1"_s,         u"'"_s,      u"\""_s,        u","_s,     u"\n"_s,
        u"\\"_s,       u"表"_s,           u"ソ\""_s,   u"\t"_s,        u" "_s,     u"＝cmd"_s,
        u"@SUM"_s,     u"-2"_s,           u"+81"_s,    u"\u202Eabc"_s, u"𠮷"_s,    u"葛\U000E0100"_s,
        u"👩\u200D🚀"_s, u"<b>&amp;</b>"_s, u"\u0001"_s, u"\u007F"_s,    u"〜−‖—"_s, u"ﾎﾟ①㈱"_s,
        u"\u2028"_s,   u"\\\",x\""_s,     u"表\"\n"_s, u"0012"_s};
    QString text;
    for (int left = below(4); left > 0; --left) {
        text += pieces.at(below(int(pieces.size())));
    }
    return text;
}

std::optional<QDateTime> anyInstant()
{
    if (below(3) == 0) {
        return {};
    }
    return japantime::instantOf(QDate(2020, 1, 1), {}).addSecs(*rc::gen::inRange<qint64>(0, 126'230'400));
}

Yen anyYen()
{
    return Yen{*rc::gen::inRange<qint64>(-9'999'999, 9'999'999)};
}

Addressee anyAddressee()
{
    return {.familyName = anyText(),
            .givenName = anyText(),
            .familyKana = anyText(),
            .givenKana = anyText(),
            .companyName = anyText(),
            .postalCode = anyText(),
            .prefecture = below(2) ? u"沖縄県"_s : anyText(),
            .address1 = anyText(),
            .address2 = anyText(),
            .phoneNumber = anyText()};
}

/// @param id of a shop's items; 0: a line that was made here
OrderItem anyItem(qint64 id)
{
    return {.shopItemId = id > 0 ? QString::number(id) : QString(),
            .type = OrderItemType(1 + below(6)),
            .productName = anyText(),
            .productCode = anyText(),
            .className1 = anyText(),
            .className2 = anyText(),
            .classCategoryName1 = anyText(),
            .classCategoryName2 = anyText(),
            .price = anyYen(),
            .quantity = below(20) - 10,
            .taxRatePercent = below(11)};
}

/// @param id 0: it has none, but a name, or nobody could tell that it is there
Shipment anyShipment(qint64 id)
{
    Shipment shipment{.shopShipmentId = id > 0 ? QString::number(id) : QString(),
                      .recipient = anyAddressee(),
                      .deliveryName = anyText(),
                      .deliveryTime = anyText(),
                      .deliveryDate = {},
                      .shippedAt = anyInstant(),
                      .trackingNumber = anyText(),
                      .note = anyText()};
    if (below(2)) {
        shipment.deliveryDate = QDate(2021, 1, 1).addDays(below(800));
    }
    if (id == 0) {
        shipment.recipient.familyName += u"名"_s;
    }
    return shipment;
}

Order anyOrder(qint64 id)
{
    Order order;
    order.shopOrderId = id;
    order.orderNumber = u"N"_s + anyText();
    order.shopCustomerId = anyText();
    order.customer = anyAddressee();
    order.mailAddress = anyText();
    order.note = anyText();
    order.status = allOrderStatuses().at(below(int(allOrderStatuses().size())));
    order.methodName = anyText();
    order.orderedAt = anyInstant();
    order.paidAt = anyInstant();
    order.totals = {.subtotal = anyYen(),
                    .discount = anyYen(),
                    .deliveryFee = anyYen(),
                    .charge = {},
                    .tax = anyYen(),
                    .total = anyYen(),
                    .payableTotal = Yen{*rc::gen::inRange<qint64>(0, 9'999'999)}};
    for (int item = below(4); item > 0; --item) {
        order.items.append(anyItem(below(4) ? 10 * id + item : 0));
    }
    const int parcels = below(3);
    for (int parcel = 1; parcel <= parcels; ++parcel) {
        order.shipments.append(anyShipment(parcels > 1 || below(3) ? 100 * id + parcel : 0));
    }
    return order;
}

QString told(const Addressee &person)
{
    return QStringList{person.familyName,  person.givenName,  person.familyKana, person.givenKana,
                       person.companyName, person.postalCode, person.prefecture, person.address1,
                       person.address2,    person.phoneNumber}
        .join(u'|');
}

QString told(const std::optional<QDateTime> &instant)
{
    return instant ? japantime::toIsoText(*instant) : u"none"_s;
}

QString told(const OrderItem &item)
{
    return QStringList{item.shopItemId,
                       QString::number(int(item.type)),
                       item.productName,
                       item.productCode,
                       item.className1,
                       item.className2,
                       item.classCategoryName1,
                       item.classCategoryName2,
                       QString::number(item.price.value),
                       QString::number(item.quantity),
                       QString::number(item.taxRatePercent)}
        .join(u'|');
}

QString told(const Shipment &shipment)
{
    const QString day = shipment.deliveryDate ? shipment.deliveryDate->toString(Qt::ISODate) : u"none"_s;
    return QStringList{
        shipment.shopShipmentId,  told(shipment.recipient), shipment.deliveryName, shipment.deliveryTime, day,
        told(shipment.shippedAt), shipment.trackingNumber,  shipment.note}
        .join(u'|');
}

void convert(QString &text)
{
    for (;;) {
        const auto bytes = encodeCp932(text);
        if (bytes) {
            text = decodeCp932(*bytes).value();
            return;
        }
        text.remove(bytes.error().position, bytes.error().character.size());
    }
}

void convert(Addressee &person)
{
    for (QString *text :
         {&person.familyName, &person.givenName, &person.familyKana, &person.givenKana, &person.companyName,
          &person.postalCode, &person.prefecture, &person.address1, &person.address2, &person.phoneNumber}) {
        convert(*text);
    }
}

} // namespace

QList<Order> anyOrders()
{
    QList<Order> orders;
    for (int id = 1 + below(4); id > 0; --id) {
        orders.append(anyOrder(id));
    }
    return orders;
}

QString told(const Order &order)
{
    const OrderTotals &totals = order.totals;
    QStringList lines{QString::number(order.shopOrderId),
                      order.orderNumber,
                      order.shopCustomerId,
                      told(order.customer),
                      order.mailAddress,
                      order.note,
                      QString::number(int(order.status)),
                      order.methodName,
                      told(order.orderedAt),
                      told(order.paidAt)};
    for (const Yen amount : {totals.subtotal, totals.discount, totals.deliveryFee, totals.tax, totals.total,
                             totals.payableTotal}) {
        lines.append(QString::number(amount.value));
    }
    for (const OrderItem &item : order.items) {
        lines.append(u"item "_s + told(item));
    }
    for (const Shipment &shipment : order.shipments) {
        if (shipment != Shipment{}) { // which EC-CUBE 2's file gives to every order
            lines.append(u"parcel "_s + told(shipment));
        }
    }
    return lines.join(u"\n"_s);
}

QString told(const QList<Order> &orders)
{
    QStringList all;
    for (const Order &order : orders) {
        all.append(told(order));
    }
    return all.join(u"\n--\n"_s);
}

QList<Order> inCp932(QList<Order> orders)
{
    for (Order &order : orders) {
        for (QString *text : {&order.orderNumber, &order.shopCustomerId, &order.mailAddress, &order.note,
                              &order.methodName}) {
            convert(*text);
        }
        convert(order.customer);
        for (OrderItem &item : order.items) {
            for (QString *text : {&item.productName, &item.productCode, &item.className1, &item.className2,
                                  &item.classCategoryName1, &item.classCategoryName2}) {
                convert(*text);
            }
        }
        for (Shipment &shipment : order.shipments) {
            convert(shipment.recipient);
            for (QString *text :
                 {&shipment.deliveryName, &shipment.deliveryTime, &shipment.trackingNumber, &shipment.note}) {
                convert(*text);
            }
        }
    }
    return orders;
}

} // namespace kessai
