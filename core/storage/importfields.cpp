#include "core/storage/importfields.h"

#include "core/storage/storedvalues.h"

#include <QHash>
#include <QJsonArray>

#include <functional>

namespace kessai::importfields {

using namespace Qt::StringLiterals;

namespace {

QJsonValue instantValue(const std::optional<QDateTime> &instant)
{
    return instant ? QJsonValue(stored::instant(*instant)) : QJsonValue();
}

QJsonArray addresseeValue(const Addressee &person)
{
    return {person.familyName, person.givenName,  person.familyKana, person.givenKana, person.companyName,
            person.postalCode, person.prefecture, person.address1,   person.address2,  person.phoneNumber};
}

QJsonArray itemValue(const OrderItem &item)
{
    return {item.shopItemId,      int(item.type),    item.productName,        item.productCode,
            item.className1,      item.className2,   item.classCategoryName1, item.classCategoryName2,
            item.price.value,     item.quantity,     item.taxRatePercent,     int(item.taxType),
            int(item.taxDisplay), int(item.rounding)};
}

QJsonValue linesValue(const Order &order)
{
    QJsonArray items;
    for (const OrderItem &item : order.items) {
        items.append(itemValue(item));
    }
    const OrderTotals &totals = order.totals;
    const QJsonArray sums{totals.subtotal.value,     totals.discount.value, totals.deliveryFee.value,
                          totals.charge.value,       totals.tax.value,      totals.total.value,
                          totals.payableTotal.value, totals.usedPoints,     totals.addedPoints};
    return QJsonArray{items, sums};
}

QJsonValue shipmentsValue(const Order &order)
{
    QJsonArray shipments;
    for (const Shipment &shipment : order.shipments) {
        const QJsonValue day =
            shipment.deliveryDate ? QJsonValue(shipment.deliveryDate->toString(Qt::ISODate)) : QJsonValue();
        shipments.append(QJsonArray{shipment.shopShipmentId, addresseeValue(shipment.recipient),
                                    shipment.deliveryName, shipment.deliveryTime, day, shipment.note});
    }
    return shipments;
}

QJsonValue trackingValue(const Order &order)
{
    QJsonArray numbers;
    for (const Shipment &shipment : order.shipments) {
        numbers.append(shipment.trackingNumber);
    }
    return numbers;
}

QJsonValue shippedValue(const Order &order)
{
    QJsonArray instants;
    for (const Shipment &shipment : order.shipments) {
        instants.append(instantValue(shipment.shippedAt));
    }
    return instants;
}

/// The same parcel in the other order: by 出荷ID, without one by its place.
const Shipment *counterpart(const QList<Shipment> &others, const Shipment &shipment, qsizetype place)
{
    for (const Shipment &other : others) {
        if (!shipment.shopShipmentId.isEmpty() && other.shopShipmentId == shipment.shopShipmentId) {
            return &other;
        }
    }
    const bool byPlace = shipment.shopShipmentId.isEmpty() && place < others.size();
    return byPlace ? &others[place] : nullptr;
}

void takeShipments(Order &to, const Order &from)
{
    QList<Shipment> shipments = from.shipments;
    for (qsizetype i = 0; i < shipments.size(); ++i) {
        const Shipment *present = counterpart(to.shipments, shipments[i], i);
        shipments[i].trackingNumber = present ? present->trackingNumber : QString();
        shipments[i].shippedAt = present ? present->shippedAt : std::nullopt;
    }
    to.shipments = shipments;
}

template <typename Member>
void takeOfEachParcel(Order &to, const Order &from, Member Shipment::*member)
{
    for (qsizetype i = 0; i < to.shipments.size(); ++i) {
        if (const Shipment *incoming = counterpart(from.shipments, to.shipments[i], i)) {
            to.shipments[i].*member = incoming->*member;
        }
    }
}

struct Field
{
    QString name;
    std::function<QJsonValue(const Order &)> value;
    std::function<void(Order &, const Order &)> take;
};

template <typename Member>
Field textField(const QString &name, Member Order::*member)
{
    return {name, [member](const Order &order) { return QJsonValue(order.*member); },
            [member](Order &to, const Order &from) { to.*member = from.*member; }};
}

Field instantField(const QString &name, std::optional<QDateTime> Order::*member)
{
    return {name, [member](const Order &order) { return instantValue(order.*member); },
            [member](Order &to, const Order &from) { to.*member = from.*member; }};
}

const QList<Field> &fields()
{
    // Parcels stand before their 発送日 and お問い合わせ番号, which hang on them.
    static const QList<Field> list{
        textField(u"orderNumber"_s, &Order::orderNumber),
        textField(u"shopCustomerId"_s, &Order::shopCustomerId),
        {u"customer"_s, [](const Order &order) { return addresseeValue(order.customer); },
         [](Order &to, const Order &from) { to.customer = from.customer; }},
        textField(u"mailAddress"_s, &Order::mailAddress),
        textField(u"message"_s, &Order::message),
        textField(u"note"_s, &Order::note),
        {u"status"_s, [](const Order &order) { return QJsonValue(int(order.status)); },
         [](Order &to, const Order &from) { to.status = from.status; }},
        {u"method"_s,
         [](const Order &order) {
             return QJsonArray{stored::codeOf(order.method), order.methodName};
         },
         [](Order &to, const Order &from) {
             to.method = from.method;
             to.methodName = from.methodName;
         }},
        instantField(u"orderedAt"_s, &Order::orderedAt),
        instantField(u"paidAt"_s, &Order::paidAt),
        {u"lines"_s, linesValue,
         [](Order &to, const Order &from) {
             to.items = from.items;
             to.totals = from.totals;
         }},
        {u"shipments"_s, shipmentsValue, takeShipments},
        {u"trackingNumber"_s, trackingValue,
         [](Order &to, const Order &from) { takeOfEachParcel(to, from, &Shipment::trackingNumber); }},
        {u"shippedAt"_s, shippedValue,
         [](Order &to, const Order &from) { takeOfEachParcel(to, from, &Shipment::shippedAt); }},
    };
    return list;
}

const Field *fieldNamed(const QString &name)
{
    for (const Field &field : fields()) {
        if (field.name == name) {
            return &field;
        }
    }
    return nullptr;
}

} // namespace

const QStringList &all()
{
    static const QStringList names = [] {
        QStringList list;
        for (const Field &field : fields()) {
            list.append(field.name);
        }
        return list;
    }();
    return names;
}

QJsonValue valueOf(const Order &order, const QString &field)
{
    const Field *found = fieldNamed(field);
    return found ? found->value(order) : QJsonValue(QJsonValue::Undefined);
}

void take(Order &to, const Order &from, const QString &field)
{
    if (const Field *found = fieldNamed(field)) {
        found->take(to, from);
    }
}

} // namespace kessai::importfields
