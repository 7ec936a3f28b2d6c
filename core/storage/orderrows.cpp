#include "core/storage/orderrows.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/idlist.h"
#include "core/storage/storedvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

OrderStatus statusFrom(qint64 id)
{
    return orderStatusFromId(int(id)).value_or(OrderStatus::New);
}

/// Ten columns in the order of the table.
Addressee addresseeFrom(const Rows &row, int column)
{
    return {.familyName = row.text(column),
            .givenName = row.text(column + 1),
            .familyKana = row.text(column + 2),
            .givenKana = row.text(column + 3),
            .companyName = row.text(column + 4),
            .postalCode = row.text(column + 5),
            .prefecture = row.text(column + 6),
            .address1 = row.text(column + 7),
            .address2 = row.text(column + 8),
            .phoneNumber = row.text(column + 9)};
}

OrderTotals totalsFrom(const Rows &row, int column)
{
    return {.subtotal = Yen{row.number(column)},
            .discount = Yen{row.number(column + 1)},
            .deliveryFee = Yen{row.number(column + 2)},
            .charge = Yen{row.number(column + 3)},
            .tax = Yen{row.number(column + 4)},
            .total = Yen{row.number(column + 5)},
            .payableTotal = Yen{row.number(column + 6)},
            .usedPoints = row.number(column + 7),
            .addedPoints = row.number(column + 8)};
}

Order orderFrom(const Rows &row)
{
    Order order;
    order.id = {row.number(0)};
    order.shopOrderId = row.number(1);
    order.orderNumber = row.text(2);
    order.shopCustomerId = row.text(3);
    order.customer = addresseeFrom(row, 4);
    order.mailAddress = row.text(14);
    order.message = row.text(15);
    order.note = row.text(16);
    order.status = statusFrom(row.number(17));
    order.method = stored::methodFromCode(row.text(18));
    order.methodName = row.text(19);
    order.orderedAt = row.instant(20);
    order.paidAt = row.instant(21);
    order.totals = totalsFrom(row, 22);
    order.rowVersion = row.number(31);
    return order;
}

OrderItem itemFrom(const Rows &row)
{
    return {.shopItemId = row.text(0),
            .type = OrderItemType(row.number(1)),
            .productName = row.text(2),
            .productCode = row.text(3),
            .className1 = row.text(4),
            .className2 = row.text(5),
            .classCategoryName1 = row.text(6),
            .classCategoryName2 = row.text(7),
            .price = Yen{row.number(8)},
            .quantity = row.number(9),
            .taxRatePercent = int(row.number(10)),
            .taxType = TaxType(row.number(11)),
            .taxDisplay = TaxDisplay(row.number(12)),
            .rounding = Rounding(row.number(13))};
}

/// @param which for WHERE order_id; a row's last column is the order's id
QString itemsSql(const QString &which)
{
    return u"SELECT shop_item_id, type, product_name, product_code, class_name1, class_name2, "
           "class_category_name1, class_category_name2, price, quantity, tax_rate_percent, tax_type, "
           "tax_display, rounding, order_id FROM order_item WHERE order_id %1 ORDER BY order_id, position"_s
               .arg(which);
}

StorageResult<QList<OrderItem>> itemsOf(Database &database, OrderId id)
{
    static const QString sql = itemsSql(u"= ?"_s);
    return database.listOf(sql, {id.value}, itemFrom);
}

Shipment shipmentFrom(const Rows &row)
{
    return {.shopShipmentId = row.text(0),
            .recipient = addresseeFrom(row, 1),
            .deliveryName = row.text(11),
            .deliveryTime = row.text(12),
            .deliveryDate = stored::dayFrom(row.value(13)),
            .shippedAt = row.instant(14),
            .trackingNumber = row.text(15),
            .note = row.text(16)};
}

/// As itemsSql().
QString shipmentsSql(const QString &which)
{
    return u"SELECT shop_shipment_id, family_name, given_name, family_kana, given_kana, company_name, "
           "postal_code, prefecture, address1, address2, phone_number, delivery_name, delivery_time, "
           "delivery_date, shipped_at, tracking_number, note, order_id FROM shipment WHERE order_id %1 "
           "ORDER BY order_id, position"_s.arg(which);
}

StorageResult<QList<Shipment>> shipmentsOf(Database &database, OrderId id)
{
    static const QString sql = shipmentsSql(u"= ?"_s);
    return database.listOf(sql, {id.value}, shipmentFrom);
}

QString ordersSql(const QString &which)
{
    return u"SELECT id, shop_order_id, order_number, shop_customer_id, family_name, given_name, family_kana, "
           "given_kana, company_name, postal_code, prefecture, address1, address2, phone_number, "
           "mail_address, message, note, status, method, method_name, ordered_at, paid_at, subtotal, "
           "discount, delivery_fee, charge, tax, total, payable_total, used_points, added_points, "
           "row_version "
           "FROM orders WHERE id %1"_s.arg(which);
}

void readPaymentColumns(OrderSummary &summary, const Rows &row, int column)
{
    if (!row.isNull(column)) {
        summary.paymentId = PaymentId{row.number(column)};
    }
    summary.paymentCount = int(row.number(column + 1));
    summary.ambiguous = row.flag(column + 2);
    summary.gatewayOrderId = row.text(column + 3);
    if (!row.isNull(column + 4)) {
        summary.paymentStatus = paymentStatusFromCode(int(row.number(column + 4)));
    }
    summary.gatewayAmount = row.optionalYen(column + 5);
    summary.difference = row.optionalYen(column + 6);
    summary.captureBy = stored::dayFrom(row.value(column + 7));
    summary.cancelBy = stored::dayFrom(row.value(column + 8));
    summary.changeBy = stored::dayFrom(row.value(column + 9));
    summary.payBy = stored::dayFrom(row.value(column + 10));
    if (!row.isNull(column + 11)) {
        summary.doubt = operationStateFromCode(row.text(column + 11));
    }
    summary.lastOperation = row.text(column + 12);
    summary.lastOperationState = row.text(column + 13);
    summary.lastError = row.text(column + 14);
}

} // namespace

StorageResult<Order> readOrder(Database &database, OrderId id)
{
    static const QString sql = ordersSql(u"= ?"_s);
    auto orders = database.listOf(sql, {id.value}, orderFrom);
    if (!orders) {
        return failure(orders.error());
    }
    if (orders->isEmpty()) {
        return failure(storageErrorOf(database.spec(), StorageError::Kind::NotFound, QString(), QString()));
    }
    Order order = orders->takeFirst();
    auto items = itemsOf(database, id);
    if (!items) {
        return failure(items.error());
    }
    auto shipments = shipmentsOf(database, id);
    if (!shipments) {
        return failure(shipments.error());
    }
    order.items = std::move(*items);
    order.shipments = std::move(*shipments);
    return order;
}

namespace {

/// The orders of readOrders(), which are filled one table after the other.
class OrdersInParts
{
public:
    OrdersInParts(Database &database, const QList<OrderId> &ids) : m_database(database)
    {
        QList<qint64> numbers;
        for (const OrderId id : ids) {
            numbers.append(id.value);
        }
        m_which = u"IN "_s + idsInList(database.dialect());
        m_ids = {idList(database.dialect(), numbers)};
    }

    StorageResult<Nothing> read()
    {
        // What an order says of itself, its items and its parcels are of one moment.
        const auto snapshot = Transaction::beginSnapshot(m_database);
        if (!snapshot) {
            return failure(snapshot.error());
        }
        auto read = m_database.forEachRow(ordersSql(m_which), m_ids, [&](const Rows &row) {
            const Order order = orderFrom(row);
            m_found.insert(order.id, order);
        });
        if (read) {
            read = m_database.forEachRow(itemsSql(m_which), m_ids, [&](const Rows &row) {
                m_found[{row.number(14)}].items.append(itemFrom(row));
            });
        }
        return read ? m_database.forEachRow(shipmentsSql(m_which), m_ids,
                                            [&](const Rows &row) {
                                                m_found[{row.number(17)}].shipments.append(shipmentFrom(row));
                                            })
                    : read;
    }

    QHash<OrderId, Order> takeFound() { return std::move(m_found); }

private:
    Database &m_database;
    QString m_which;
    QVariantList m_ids;
    QHash<OrderId, Order> m_found;
};

} // namespace

StorageResult<QList<Order>> readOrders(Database &database, const QList<OrderId> &ids)
{
    OrdersInParts parts(database, ids);
    const auto read = parts.read();
    if (!read) {
        return failure(read.error());
    }
    QHash<OrderId, Order> found = parts.takeFound();
    QList<Order> orders;
    for (const OrderId id : ids) {
        const auto order = found.find(id);
        if (order != found.end()) {
            orders.append(std::move(*order));
        }
    }
    return orders;
}

QString summarySelect()
{
    return u"SELECT id, shop_order_id, order_number, ordered_at, customer_name, company_name, method, "
           u"method_name, "
           "status, payable_total, paid_at, has_message, shipped_at, tracking_number, recipient_name, "
           "recipient_prefecture, shipment_count, import_conflict, payment_id, payment_count, ambiguous, "
           "gateway_order_id, payment_status_code, gateway_amount, difference, capture_by, cancel_by, "
           "change_by, pay_by, doubt, last_operation, last_operation_state, last_error, substr(message, 1, "
           "300), substr(note, 1, 300), unreflected, newest_note "
           "FROM orders "_s;
}

OrderSummary summaryFrom(const Rows &row)
{
    OrderSummary summary;
    summary.id = {row.number(0)};
    summary.shopOrderId = row.number(1);
    summary.orderNumber = row.text(2);
    summary.orderedAt = row.instant(3);
    summary.customerName = row.text(4);
    summary.companyName = row.text(5);
    summary.method = stored::methodFromCode(row.text(6));
    summary.methodName = row.text(7);
    summary.status = statusFrom(row.number(8));
    summary.payableTotal = Yen{row.number(9)};
    summary.paidAt = row.instant(10);
    summary.hasMessage = row.flag(11);
    summary.shippedAt = row.instant(12);
    summary.trackingNumber = row.text(13);
    summary.recipientName = row.text(14);
    summary.recipientPrefecture = row.text(15);
    summary.shipmentCount = int(row.number(16));
    summary.importConflict = row.flag(17);
    readPaymentColumns(summary, row, 18);
    summary.unreflected = int(row.number(35));
    summary.newestNote = row.text(36);
    summary.hasMessage = summary.hasMessage || !summary.newestNote.isEmpty();
    QStringList texts{summary.newestNote, row.text(33), row.text(34)};
    texts.removeAll(QString());
    summary.messageExcerpt = texts.join(u'\n');
    return summary;
}

} // namespace kessai
