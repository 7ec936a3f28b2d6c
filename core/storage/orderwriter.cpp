#include "core/storage/orderwriter.h"

#include "core/storage/ordercolumns.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QStringList orderColumns{
    u"shop_order_id"_s,
    u"order_number"_s,
    u"shop_customer_id"_s,
    u"family_name"_s,
    u"given_name"_s,
    u"family_kana"_s,
    u"given_kana"_s,
    u"company_name"_s,
    u"postal_code"_s,
    u"prefecture"_s,
    u"address1"_s,
    u"address2"_s,
    u"phone_number"_s,
    u"mail_address"_s,
    u"message"_s,
    u"note"_s,
    u"status"_s,
    u"method"_s,
    u"method_name"_s,
    u"ordered_at"_s,
    u"paid_at"_s,
    u"subtotal"_s,
    u"discount"_s,
    u"delivery_fee"_s,
    u"charge"_s,
    u"tax"_s,
    u"total"_s,
    u"payable_total"_s,
    u"used_points"_s,
    u"added_points"_s,
    // maintained for the lists
    u"customer_name"_s,
    u"recipient_name"_s,
    u"recipient_prefecture"_s,
    u"shipment_count"_s,
    u"tracking_number"_s,
    u"shipped_at"_s,
    u"has_message"_s,
};

QVariantList addresseeValues(const Addressee &person)
{
    return {person.familyName, person.givenName,  person.familyKana, person.givenKana, person.companyName,
            person.postalCode, person.prefecture, person.address1,   person.address2,  person.phoneNumber};
}

/// As orderColumns, in the same order.
QVariantList orderValues(const Order &order)
{
    const OrderTotals &totals = order.totals;
    const Shipment first = order.shipments.value(0);
    QVariantList values{order.shopOrderId, order.orderNumber, order.shopCustomerId};
    values += addresseeValues(order.customer);
    values += QVariantList{order.mailAddress,
                           order.message,
                           order.note,
                           qint64(order.status),
                           stored::codeOf(order.method),
                           order.methodName,
                           stored::of(order.orderedAt),
                           stored::of(order.paidAt)};
    values += QVariantList{totals.subtotal.value,     totals.discount.value, totals.deliveryFee.value,
                           totals.charge.value,       totals.tax.value,      totals.total.value,
                           totals.payableTotal.value, totals.usedPoints,     totals.addedPoints};
    values += QVariantList{order.customer.fullName(),
                           first.recipient.fullName(),
                           first.recipient.prefecture,
                           qint64(order.shipments.size()),
                           first.trackingNumber,
                           stored::of(first.shippedAt),
                           int(!order.message.isEmpty() || !order.note.isEmpty())};
    return values;
}

void addItemRows(QList<QVariantList> &rows, OrderId id, const QList<OrderItem> &items)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        const OrderItem &item = items[i];
        rows.append({id.value, i, item.shopItemId, int(item.type), item.productName, item.productCode,
                     item.className1, item.className2, item.classCategoryName1, item.classCategoryName2,
                     item.price.value, item.quantity, item.taxRatePercent, int(item.taxType),
                     int(item.taxDisplay), int(item.rounding)});
    }
}

void addShipmentRows(QList<QVariantList> &rows, OrderId id, const QList<Shipment> &shipments)
{
    for (qsizetype i = 0; i < shipments.size(); ++i) {
        const Shipment &shipment = shipments[i];
        QVariantList values{id.value, i, shipment.shopShipmentId};
        values += addresseeValues(shipment.recipient);
        values += QVariantList{
            shipment.deliveryName,          shipment.deliveryTime,   stored::of(shipment.deliveryDate),
            stored::of(shipment.shippedAt), shipment.trackingNumber, shipment.note};
        rows.append(values);
    }
}

/// Lines and parcels; ids are those of the orders, in the same order.
StorageResult<Nothing> insertParts(Database &database, const QList<OrderId> &ids, const QList<Order> &orders)
{
    QList<QVariantList> items;
    QList<QVariantList> shipments;
    for (qsizetype i = 0; i < orders.size(); ++i) {
        addItemRows(items, ids[i], orders[i].items);
        addShipmentRows(shipments, ids[i], orders[i].shipments);
    }
    const auto inserted = database.insertRows(
        u"order_item (order_id, position, shop_item_id, type, product_name, product_code, class_name1, "
        "class_name2, class_category_name1, class_category_name2, price, quantity, tax_rate_percent, "
        "tax_type, "
        "tax_display, rounding)"_s,
        items);
    if (!inserted) {
        return inserted;
    }
    return database.insertRows(
        u"shipment (order_id, position, shop_shipment_id, family_name, given_name, family_kana, given_kana, "
        "company_name, postal_code, prefecture, address1, address2, phone_number, delivery_name, "
        "delivery_time, delivery_date, shipped_at, tracking_number, note)"_s,
        shipments);
}

StorageResult<QList<OrderId>> idsOf(Database &database, const QList<Order> &orders)
{
    QStringList numbers;
    for (const Order &order : orders) {
        numbers.append(QString::number(order.shopOrderId));
    }
    auto rows = database.run(
        u"SELECT shop_order_id, id FROM orders WHERE shop_order_id IN (%1)"_s.arg(numbers.join(u',')));
    if (!rows) {
        return failure(rows.error());
    }
    QHash<qint64, OrderId> found;
    while (rows->next()) {
        found.insert(rows->number(0), OrderId{rows->number(1)});
    }
    QList<OrderId> ids;
    for (const Order &order : orders) {
        ids.append(found.value(order.shopOrderId));
    }
    return ids;
}

} // namespace

StorageResult<QList<OrderId>> insertOrders(Database &database, const QList<Order> &orders)
{
    if (orders.isEmpty()) {
        return QList<OrderId>();
    }
    QList<QVariantList> rows;
    for (const Order &order : orders) {
        rows.append(orderValues(order));
        rows.last().append(searchTextOf(order, {}));
    }
    const auto inserted =
        database.insertRows(u"orders (%1, search_text)"_s.arg(orderColumns.join(u',')), rows);
    if (!inserted) {
        return failure(inserted.error());
    }
    auto ids = idsOf(database, orders);
    if (!ids) {
        return ids;
    }
    const auto parts = insertParts(database, *ids, orders);
    return parts ? std::move(ids) : failure(parts.error());
}

StorageResult<Nothing> updateOrder(Database &database, const Order &order)
{
    static const QString sql =
        u"UPDATE orders SET %1 = ?, row_version = row_version + 1, difference = ? - gateway_amount WHERE id = ?"_s
            .arg(orderColumns.join(u" = ?, "_s));
    QVariantList values = orderValues(order);
    values += QVariantList{order.totals.payableTotal.value, order.id.value};
    const auto updated = database.run(sql, values);
    if (!updated) {
        return failure(updated.error());
    }
    for (const QString &table : {u"order_item"_s, u"shipment"_s}) {
        const auto removed =
            database.run(u"DELETE FROM %1 WHERE order_id = ?"_s.arg(table), {order.id.value});
        if (!removed) {
            return failure(removed.error());
        }
    }
    const auto parts = insertParts(database, {order.id}, {order});
    return parts ? refreshSearchText(database, order.id) : parts;
}

} // namespace kessai
