#include "core/domain/totals.h"

#include <algorithm>

namespace kessai {
namespace {

/// Products of twelve-digit amounts do not fit into 64 bits.
__extension__ using Wide = __int128;

/// Twelve digits, the most that an amount may have: hostile figures end there instead of overflowing.
constexpr qint64 LargestFigure = 999'999'999'999;

qint64 bounded(Wide value)
{
    return qint64(std::clamp<Wide>(value, -LargestFigure, LargestFigure));
}

/// numerator / denominator, whole; the denominator is not 0. Halves go away from zero, Down and Up are floor
/// and ceiling, as the shop's system rounds.
qint64 divided(Wide numerator, Wide denominator, Rounding rounding)
{
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide quotient = numerator / denominator; // towards zero
    const Wide rest = numerator % denominator;
    switch (rounding) {
    case Rounding::HalfUp: {
        const Wide twice = 2 * (rest < 0 ? -rest : rest);
        return bounded(twice < denominator ? quotient : quotient + (numerator < 0 ? -1 : 1));
    }
    case Rounding::Down:
        return bounded(rest < 0 ? quotient - 1 : quotient);
    case Rounding::Up:
        return bounded(rest > 0 ? quotient + 1 : quotient);
    }
    return bounded(quotient);
}

bool isUntaxedDiscount(const OrderItem &item)
{
    const bool takesOff = item.type == OrderItemType::Discount || item.type == OrderItemType::Point;
    return takesOff && item.taxType != TaxType::Taxable;
}

/// Each rate's taxable lines less their share of the untaxed discounts; what rounding leaves over is on the
/// highest rate.
QMap<int, Yen> taxableByRate(const QList<OrderItem> &items)
{
    QMap<int, Yen> totals;
    QMap<int, Rounding> roundings;
    Yen taxable;
    Yen untaxedDiscount;
    for (const OrderItem &item : items) {
        const Yen line = lineTotal(item);
        if (item.taxType == TaxType::Taxable) {
            totals[item.taxRatePercent] += line;
            roundings[item.taxRatePercent] = item.rounding;
            taxable += line;
        } else if (isUntaxedDiscount(item)) {
            untaxedDiscount += line;
        }
    }
    if (untaxedDiscount == Yen{} || taxable == Yen{}) {
        return totals;
    }
    const Yen target = taxable + untaxedDiscount;
    Yen rest = target;
    for (auto rate = totals.begin(); rate != std::prev(totals.end()); ++rate) {
        rate.value() =
            Yen{divided(Wide(rate.value().value) * target.value, taxable.value, roundings[rate.key()])};
        rest += -rate.value();
    }
    totals.last() = rest;
    return totals;
}

/// 内消費税 of n %対象, rounded as the rate's lines are.
QMap<int, Yen> taxByRate(const QMap<int, Yen> &taxable, const QList<OrderItem> &items)
{
    QMap<int, Yen> taxes;
    for (const OrderItem &item : items) {
        const int rate = item.taxRatePercent;
        if (item.taxType == TaxType::Taxable && 100 + rate > 0) {
            taxes[rate] = Yen{divided(Wide(taxable.value(rate).value) * rate, 100 + rate, item.rounding)};
        }
    }
    return taxes;
}

} // namespace

Yen taxOfUnit(const OrderItem &item)
{
    const int denominator = item.taxDisplay == TaxDisplay::Excluded ? 100 : 100 + item.taxRatePercent;
    if (item.taxType != TaxType::Taxable || denominator <= 0) {
        return {};
    }
    return Yen{divided(Wide(item.price.value) * item.taxRatePercent, denominator, item.rounding)};
}

Yen lineTotal(const OrderItem &item)
{
    const bool addsTax = item.taxDisplay == TaxDisplay::Excluded;
    const Wide unit = Wide(item.price.value) + (addsTax ? taxOfUnit(item).value : 0);
    return Yen{bounded(unit * item.quantity)};
}

ComputedTotals computeTotals(const QList<OrderItem> &items)
{
    ComputedTotals totals;
    for (const OrderItem &item : items) {
        const Yen line = lineTotal(item);
        totals.payableTotal += line;
        totals.tax += item.type == OrderItemType::Tax
                          ? line
                          : Yen{bounded(Wide(taxOfUnit(item).value) * item.quantity)};
        switch (item.type) {
        case OrderItemType::Goods:
            totals.subtotal += line;
            break;
        case OrderItemType::DeliveryFee:
            totals.deliveryFee += line;
            break;
        case OrderItemType::Charge:
            totals.charge += line;
            break;
        case OrderItemType::Discount:
            totals.discount += line;
            break;
        case OrderItemType::Point:
            totals.points += line;
            break;
        case OrderItemType::Tax:
            break; // counts in お支払い合計 only
        }
    }
    totals.taxableByRatePercent = taxableByRate(items);
    totals.taxByRatePercent = taxByRate(totals.taxableByRatePercent, items);
    return totals;
}

qint64 addedPointsOf(const QList<OrderItem> &items, int pointRatePercent)
{
    Wide points = 0;
    for (const OrderItem &item : items) {
        const bool takesBack = item.type == OrderItemType::Point && item.price < Yen{};
        if (item.type == OrderItemType::Goods || takesBack) {
            const qint64 ofUnit = divided(Wide(item.price.value) * pointRatePercent, 100, Rounding::HalfUp);
            points += Wide(ofUnit) * item.quantity;
        }
    }
    return std::max<qint64>(0, bounded(points));
}

OrderTotals calculatedTotals(const Order &order, int pointRatePercent)
{
    OrderTotals totals = order.totals;
    if (order.items.isEmpty()) {
        totals.total = totals.subtotal + totals.deliveryFee + totals.charge - totals.discount;
        totals.payableTotal = totals.total - Yen{totals.usedPoints};
        return totals;
    }
    const ComputedTotals computed = computeTotals(order.items);
    totals.subtotal = computed.subtotal;
    totals.deliveryFee = computed.deliveryFee;
    totals.charge = computed.charge;
    totals.discount = -computed.discount;
    totals.tax = computed.tax;
    totals.total = computed.payableTotal;
    totals.payableTotal = computed.payableTotal;
    totals.usedPoints = -computed.points.value;
    const bool isMember = !order.shopCustomerId.isEmpty();
    totals.addedPoints = isMember ? addedPointsOf(order.items, pointRatePercent) : 0;
    return totals;
}

} // namespace kessai
