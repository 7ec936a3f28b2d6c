#include "core/interchange/ordercompletion.h"

#include "core/interchange/orderbuilder.h"

#include <algorithm>

#include <QHash>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

using C = OrderColumn;

template <typename Value>
struct Part
{
    C column;
    Value member;
};

using PersonPart = Part<QString Addressee::*>;
const QList<PersonPart> CustomerParts = {
    {C::FamilyName, &Addressee::familyName},   {C::GivenName, &Addressee::givenName},
    {C::FamilyKana, &Addressee::familyKana},   {C::GivenKana, &Addressee::givenKana},
    {C::CompanyName, &Addressee::companyName}, {C::PostalCode, &Addressee::postalCode},
    {C::Prefecture, &Addressee::prefecture},   {C::Address1, &Addressee::address1},
    {C::Address2, &Addressee::address2},       {C::Phone, &Addressee::phoneNumber},
};
const QList<PersonPart> RecipientParts = {
    {C::RecipientFamilyName, &Addressee::familyName},   {C::RecipientGivenName, &Addressee::givenName},
    {C::RecipientFamilyKana, &Addressee::familyKana},   {C::RecipientGivenKana, &Addressee::givenKana},
    {C::RecipientCompanyName, &Addressee::companyName}, {C::RecipientPostalCode, &Addressee::postalCode},
    {C::RecipientPrefecture, &Addressee::prefecture},   {C::RecipientAddress1, &Addressee::address1},
    {C::RecipientAddress2, &Addressee::address2},       {C::RecipientPhone, &Addressee::phoneNumber},
};
using TotalPart = Part<Yen OrderTotals::*>;
const QList<TotalPart> TotalParts = {
    {C::Subtotal, &OrderTotals::subtotal},
    {C::Discount, &OrderTotals::discount},
    {C::DeliveryFee, &OrderTotals::deliveryFee},
    {C::Charge, &OrderTotals::charge},
    {C::Tax, &OrderTotals::tax},
    {C::Total, &OrderTotals::total},
    {C::PayableTotal, &OrderTotals::payableTotal},
};

template <typename Parts>
bool hasAny(const OrderColumns &columns, const Parts &parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](const auto &part) { return columns.has(part.column); });
}

template <typename Parts>
bool hasAll(const OrderColumns &columns, const Parts &parts)
{
    return std::all_of(parts.begin(), parts.end(),
                       [&](const auto &part) { return columns.has(part.column); });
}

template <typename Parts, typename Object>
void keepMissing(const OrderColumns &columns, const Parts &parts, Object &imported, const Object &present)
{
    for (const auto &part : parts) {
        if (!columns.has(part.column)) {
            imported.*part.member = present.*part.member;
        }
    }
}

bool hasTotals(const OrderColumns &columns)
{
    return hasAny(columns, TotalParts);
}

bool hasParcelText(const OrderColumns &columns)
{
    return hasAny(columns, RecipientParts) || columns.has(C::ShipmentId) || columns.has(C::DeliveryName) ||
           columns.has(C::DeliveryTime) || columns.has(C::DeliveryDate) || columns.has(C::ShipmentNote);
}

/// EC-CUBE 2 has no parcels in its file: the one that carries 発送完了日時 stands for them.
bool standsForParcels(const OrderColumns &columns)
{
    return !hasParcelText(columns) && columns.has(C::ShippedAt);
}

void completeShipment(Shipment &imported, const Shipment &present, const OrderColumns &columns)
{
    keepMissing(columns, RecipientParts, imported.recipient, present.recipient);
    if (!columns.has(C::DeliveryName)) {
        imported.deliveryName = present.deliveryName;
    }
    if (!columns.has(C::DeliveryTime)) {
        imported.deliveryTime = present.deliveryTime;
    }
    if (!columns.has(C::DeliveryDate)) {
        imported.deliveryDate = present.deliveryDate;
    }
    if (!columns.has(C::ShipmentNote)) {
        imported.note = present.note;
    }
    if (!columns.has(C::ShippedAt)) {
        imported.shippedAt = present.shippedAt;
    }
    if (!columns.has(C::TrackingNumber)) {
        imported.trackingNumber = present.trackingNumber;
    }
}

/// Parcels are told by 出荷ID; without that column a file speaks of the only parcel there is.
void completeShipments(QList<Shipment> &imported, const QList<Shipment> &present, const OrderColumns &columns)
{
    if (!columns.has(C::ShipmentId)) {
        if (present.size() > 1 || imported.isEmpty()) {
            imported = present;
        } else if (present.size() == 1) {
            imported[0].shopShipmentId = present[0].shopShipmentId;
        }
    }
    for (Shipment &shipment : imported) {
        const auto same = std::find_if(present.begin(), present.end(), [&shipment](const Shipment &other) {
            return other.shopShipmentId == shipment.shopShipmentId;
        });
        if (same != present.end()) {
            completeShipment(shipment, *same, columns);
        }
    }
}

} // namespace

QStringList fieldsInFile(const OrderColumns &columns)
{
    QStringList fields;
    const auto add = [&fields](bool there, const QString &field) {
        if (there) {
            fields.append(field);
        }
    };
    add(columns.has(C::OrderNumber), u"orderNumber"_s);
    add(columns.has(C::CustomerId), u"shopCustomerId"_s);
    add(hasAny(columns, CustomerParts), u"customer"_s);
    add(columns.has(C::MailAddress), u"mailAddress"_s);
    add(columns.has(C::Message), u"message"_s);
    add(columns.has(C::Note), u"note"_s);
    add(columns.has(C::StatusId) || columns.has(C::StatusName), u"status"_s);
    add(columns.has(C::MethodName), u"method"_s);
    add(columns.has(C::OrderedAt), u"orderedAt"_s);
    add(columns.has(C::PaidAt), u"paidAt"_s);
    add(hasTotals(columns) || OrderFileContent::of(columns).lines, u"lines"_s);
    add(hasParcelText(columns) || standsForParcels(columns), u"shipments"_s);
    add(columns.has(C::TrackingNumber), u"trackingNumber"_s);
    add(columns.has(C::ShippedAt), u"shippedAt"_s);
    return fields;
}

bool isPartial(const OrderColumns &columns)
{
    QList<TotalPart> totals = TotalParts;
    if (columns.format() == OrderFileFormat::Eccube4) {
        totals.removeIf([](const TotalPart &part) { return part.column == C::Charge; }); // told by the lines
    }
    const OrderFileContent content = OrderFileContent::of(columns);
    const bool parcelsWhole = hasAll(columns, RecipientParts) && columns.has(C::ShipmentId) &&
                              columns.has(C::DeliveryName) && columns.has(C::DeliveryTime) &&
                              columns.has(C::DeliveryDate) && columns.has(C::ShipmentNote);
    return !hasAll(columns, CustomerParts) || !hasAll(columns, totals) || !content.lines || !parcelsWhole;
}

void completeFrom(Order &imported, const Order &present, const OrderColumns &columns)
{
    keepMissing(columns, CustomerParts, imported.customer, present.customer);
    const bool lines = OrderFileContent::of(columns).lines;
    if (!lines) {
        imported.items = present.items;
    }
    if (!lines || !hasTotals(columns)) {
        keepMissing(columns, TotalParts, imported.totals, present.totals);
    } else if (!columns.has(C::PayableTotal)) {
        imported.totals.payableTotal = present.totals.payableTotal;
        imported.totals.total = columns.has(C::Total) ? imported.totals.total : present.totals.total;
    }
    if (!lines && !columns.has(C::UsedPoints)) {
        imported.totals.usedPoints = present.totals.usedPoints;
    }
    if (!columns.has(C::AddedPoints)) {
        imported.totals.addedPoints = present.totals.addedPoints;
    }
    completeShipments(imported.shipments, present.shipments, columns);
}

QString columnOfField(const QString &field)
{
    static const QHash<QString, QString> names = {
        {u"orderNumber"_s, u"注文番号"_s},
        {u"shopCustomerId"_s, u"会員ID"_s},
        {u"customer"_s, u"注文者"_s},
        {u"mailAddress"_s, u"メールアドレス"_s},
        {u"message"_s, u"要望等"_s},
        {u"note"_s, u"ショップ用メモ欄"_s},
        {u"status"_s, u"対応状況"_s},
        {u"method"_s, u"支払方法"_s},
        {u"orderedAt"_s, u"受注日"_s},
        {u"paidAt"_s, u"入金日"_s},
        {u"lines"_s, u"明細"_s},
        {u"shipments"_s, u"配送先"_s},
        {u"trackingNumber"_s, u"出荷伝票番号"_s},
        {u"shippedAt"_s, u"発送日"_s},
    };
    return names.value(field, field);
}

} // namespace kessai
