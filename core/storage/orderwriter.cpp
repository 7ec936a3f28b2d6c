#include "core/storage/orderwriter.h"

#include "core/storage/ordercolumns.h"
#include "core/storage/searchstamps.h"
#include "core/storage/storedvalues.h"

#include <algorithm>

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

const QString itemInto =
    u"order_item (order_id, position, shop_item_id, type, product_name, product_code, class_name1, "
    "class_name2, class_category_name1, class_category_name2, price, quantity, "
    "tax_rate_percent, tax_type, tax_display, rounding)"_s;
constexpr qsizetype itemColumnCount = 16;

const QString shipmentInto =
    u"shipment (order_id, position, shop_shipment_id, family_name, given_name, family_kana, given_kana, "
    "company_name, postal_code, prefecture, address1, address2, phone_number, delivery_name, "
    "delivery_time, delivery_date, shipped_at, tracking_number, note)"_s;
constexpr qsizetype shipmentColumnCount = 19;

void addValue(RowBatch &row, const QVariant &value)
{
    if (value.isNull()) {
        row.addNull();
    } else {
        row.add(value.toString());
    }
}

void addAddressee(RowBatch &row, const Addressee &person)
{
    for (const QString *text :
         {&person.familyName, &person.givenName, &person.familyKana, &person.givenKana, &person.companyName,
          &person.postalCode, &person.prefecture, &person.address1, &person.address2, &person.phoneNumber}) {
        row.add(*text);
    }
}

/// As orderColumns, in the same order.
RowBatch orderRow(const Order &order)
{
    RowBatch row(orderColumns.size());
    row.reserve(1, 1024);
    row.add(order.shopOrderId);
    row.add(order.orderNumber);
    row.add(order.shopCustomerId);
    addAddressee(row, order.customer);
    row.add(order.mailAddress);
    row.add(order.message);
    row.add(order.note);
    row.add(qint64(order.status));
    row.add(stored::codeOf(order.method));
    row.add(order.methodName);
    addValue(row, stored::of(order.orderedAt));
    addValue(row, stored::of(order.paidAt));
    const OrderTotals &totals = order.totals;
    for (const qint64 number : {totals.subtotal.value, totals.discount.value, totals.deliveryFee.value,
                                totals.charge.value, totals.tax.value, totals.total.value,
                                totals.payableTotal.value, totals.usedPoints, totals.addedPoints}) {
        row.add(number);
    }
    static const Shipment none;
    const Shipment &first = order.shipments.isEmpty() ? none : order.shipments.first();
    row.add(order.customer.fullName());
    row.add(first.recipient.fullName());
    row.add(first.recipient.prefecture);
    row.add(qint64(order.shipments.size()));
    row.add(first.trackingNumber);
    addValue(row, stored::of(first.shippedAt));
    row.add(qint64(!order.message.isEmpty() || !order.note.isEmpty()));
    return row;
}

RowBatch itemRows(const QList<OrderItem> &items)
{
    RowBatch rows(itemColumnCount);
    rows.reserve(items.size(), items.size() * 128);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const OrderItem &item = items[i];
        rows.addNull(); // the order's id
        rows.add(i);
        rows.add(item.shopItemId);
        rows.add(qint64(item.type));
        for (const QString *text : {&item.productName, &item.productCode, &item.className1, &item.className2,
                                    &item.classCategoryName1, &item.classCategoryName2}) {
            rows.add(*text);
        }
        for (const qint64 number :
             {qint64(item.price.value), qint64(item.quantity), qint64(item.taxRatePercent),
              qint64(item.taxType), qint64(item.taxDisplay), qint64(item.rounding)}) {
            rows.add(number);
        }
    }
    return rows;
}

RowBatch shipmentRows(const QList<Shipment> &shipments)
{
    RowBatch rows(shipmentColumnCount);
    rows.reserve(shipments.size(), shipments.size() * 384);
    for (qsizetype i = 0; i < shipments.size(); ++i) {
        const Shipment &shipment = shipments[i];
        rows.addNull(); // the order's id
        rows.add(i);
        rows.add(shipment.shopShipmentId);
        addAddressee(rows, shipment.recipient);
        rows.add(shipment.deliveryName);
        rows.add(shipment.deliveryTime);
        addValue(rows, stored::of(shipment.deliveryDate));
        addValue(rows, stored::of(shipment.shippedAt));
        rows.add(shipment.trackingNumber);
        rows.add(shipment.note);
    }
    return rows;
}

StorageResult<Nothing> insertParts(Database &database, const QList<OrderRows *> &orders)
{
    QList<const RowBatch *> items;
    QList<const RowBatch *> shipments;
    for (const OrderRows *order : orders) {
        items.append(&order->items);
        shipments.append(&order->shipments);
    }
    const auto inserted = database.insertRows(itemInto, items);
    return inserted ? database.insertRows(shipmentInto, shipments) : inserted;
}

StorageResult<Nothing> insertSearchTexts(Database &database, const QList<OrderRows *> &orders,
                                         const QList<OrderId> &ids)
{
    const auto stamp = database.first(u"SELECT "_s + searchStampOfWriter(database.dialect()));
    if (!stamp) {
        return failure(stamp.error());
    }
    RowBatch rows(3);
    rows.reserve(ids.size(), ids.size() * 128);
    for (qsizetype i = 0; i < ids.size(); ++i) {
        rows.add(ids[i].value);
        rows.add(orders[i]->searchText);
        rows.add(stamp->value(0).toLongLong());
    }
    return database.insertRows(u"order_search (order_id, text, stamp)"_s, {&rows});
}

StorageResult<Nothing> countOrders(Database &database, const QList<OrderRows *> &orders)
{
    QList<NewOrders> kinds; // few
    for (const OrderRows *order : orders) {
        const auto known = std::find_if(kinds.begin(), kinds.end(), [order](const NewOrders &kind) {
            return kind.status == order->kind.status && kind.method == order->kind.method &&
                   kind.methodName == order->kind.methodName;
        });
        if (known == kinds.end()) {
            kinds.append(order->kind);
        } else {
            ++known->count;
        }
    }
    return countNewOrders(database, kinds);
}

/// The ids of orders that are in, by the shop's id.
StorageResult<QHash<qint64, OrderId>> idsOf(Database &database, const QList<OrderRows *> &orders)
{
    QStringList numbers;
    for (const OrderRows *order : orders) {
        numbers.append(QString::number(order->shopOrderId()));
    }
    QHash<qint64, OrderId> found;
    const auto read = database.forEachRow(
        u"SELECT shop_order_id, id FROM orders WHERE shop_order_id IN (%1)"_s.arg(numbers.join(u',')), {},
        [&](const Rows &row) { found.insert(row.number(0), OrderId{row.number(1)}); });
    return read ? StorageResult<QHash<qint64, OrderId>>(found) : failure(read.error());
}

} // namespace

OrderRows rowsOf(const Order &order)
{
    return {orderRow(order),
            itemRows(order.items),
            shipmentRows(order.shipments),
            searchTextOf(order, {}),
            {order.status, order.method, order.methodName, 1}};
}

StorageResult<QList<OrderId>> insertOrders(Database &database, const QList<OrderRows *> &orders)
{
    if (orders.isEmpty()) {
        return QList<OrderId>();
    }
    QList<const RowBatch *> rows;
    for (const OrderRows *order : orders) {
        rows.append(&order->order);
    }
    const auto inserted = database.insertRows(u"orders (%1)"_s.arg(orderColumns.join(u',')), rows);
    if (!inserted) {
        return failure(inserted.error());
    }
    const auto found = idsOf(database, orders);
    if (!found) {
        return failure(found.error());
    }
    QList<OrderId> ids;
    for (OrderRows *order : orders) {
        const OrderId id = found->value(order->shopOrderId());
        order->items.setKey(id.value);
        order->shipments.setKey(id.value);
        ids.append(id);
    }
    const auto texts = insertSearchTexts(database, orders, ids);
    const auto counted = texts ? countOrders(database, orders) : texts;
    const auto parts = counted ? insertParts(database, orders) : counted;
    return parts ? StorageResult<QList<OrderId>>(ids) : failure(parts.error());
}

StorageResult<Nothing> updateOrder(Database &database, const Order &order)
{
    // An order without a difference has no payment that is known and open: a new total gives it none.
    static const QString sql =
        u"UPDATE orders SET %1 = ?, row_version = row_version + 1, difference = "
        "CASE WHEN difference IS NOT NULL THEN ? - gateway_amount END WHERE id = ?"_s.arg(
            orderColumns.join(u" = ?, "_s));
    OrderRows rows = rowsOf(order);
    QVariantList values = rows.order.row(0);
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
    rows.items.setKey(order.id.value);
    rows.shipments.setKey(order.id.value);
    const auto parts = insertParts(database, {&rows});
    return parts ? refreshSearchText(database, order.id) : parts;
}

} // namespace kessai
