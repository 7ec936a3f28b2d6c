#include "core/domain/orderfields.h"

#include "core/base/sentence.h"
#include "core/domain/orderfieldtable.h"
#include "core/domain/orderlinewords.h"

#include <algorithm>

namespace kessai {

namespace {

const FieldRow &rowOf(OrderField field)
{
    return fieldRows().at(int(field));
}

/// As many, and each the same one of the shop's.
bool hasSameParcels(const Order &one, const Order &other)
{
    return std::equal(one.shipments.begin(), one.shipments.end(), other.shipments.begin(),
                      other.shipments.end(), [](const Shipment &left, const Shipment &right) {
                          return left.shopShipmentId == right.shopShipmentId;
                      });
}

FieldDifference differenceAt(const FieldPlace &place, const Order &before, const Order &after)
{
    if (place.field == OrderField::Lines) {
        const LinesDifference lines = linesDifferenceInWords(before, after);
        return {place, labelOf(place), lines.before, lines.after};
    }
    return {place, labelOf(place), shownValue(before, place), shownValue(after, place)};
}

} // namespace

QString labelOf(const FieldPlace &place)
{
    const QString label = Sentence::tr(rowOf(place.field).label);
    if (place.parcel < 0) {
        return label;
    }
    return place.parcel == 0 ? Sentence::tr("配送先の%1").arg(label)
                             : Sentence::tr("配送先%1の%2").arg(QString::number(place.parcel + 1), label);
}

bool isEditable(OrderField field)
{
    return rowOf(field).editable;
}

bool isSameField(const Order &one, const Order &other, const FieldPlace &place)
{
    return rowOf(place.field).same(one, other, place.parcel);
}

void takeField(Order &to, const Order &from, const FieldPlace &place)
{
    rowOf(place.field).take(to, from, place.parcel);
}

QString shownValue(const Order &order, const FieldPlace &place)
{
    return rowOf(place.field).shown(order, place.parcel);
}

QList<FieldPlace> fieldPlacesOf(const Order &one, const Order &other)
{
    const bool byParcel = hasSameParcels(one, other);
    QList<FieldPlace> places;
    for (const FieldRow &row : fieldRows()) {
        if (!row.ofParcel && (row.field != OrderField::Parcels || !byParcel)) {
            places.append({row.field, -1});
        }
    }
    for (int parcel = 0; byParcel && parcel < one.shipments.size(); ++parcel) {
        for (const FieldRow &row : fieldRows()) {
            if (row.ofParcel) {
                places.append({row.field, parcel});
            }
        }
    }
    return places;
}

QList<FieldDifference> differencesOf(const Order &before, const Order &after)
{
    QList<FieldDifference> differences;
    const QList<FieldPlace> places = fieldPlacesOf(before, after);
    for (const FieldPlace &place : places) {
        if (!isSameField(before, after, place)) {
            differences.append(differenceAt(place, before, after));
        }
    }
    return differences;
}

} // namespace kessai
