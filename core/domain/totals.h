#pragma once

#include "core/domain/order.h"

#include <QList>
#include <QMap>

namespace kessai {

/// Sums of an order's lines (design.md §6 "Totals", as EC-CUBE 4 computes them).
struct ComputedTotals
{
    Yen subtotal;                        ///< 小計: goods
    Yen deliveryFee;                     ///< 送料
    Yen charge;                          ///< 手数料
    Yen discount;                        ///< 値引き, negative or zero
    Yen points;                          ///< point lines, negative or zero
    Yen payableTotal;                    ///< お支払い合計: all lines
    QMap<int, Yen> taxableByRatePercent; ///< n %対象
};

/// Tax of one unit: 税抜 round(price × rate / 100), 税込 round(price × rate / (100 + rate)), 不課税 and
/// 非課税 0.
Yen taxOfUnit(const OrderItem &item);
/// 小計 of a line = (税抜: price + unit tax; 税込: price) × quantity.
Yen lineTotal(const OrderItem &item);
ComputedTotals computeTotals(const QList<OrderItem> &items);

} // namespace kessai
