#pragma once

#include "core/domain/order.h"

#include <QList>
#include <QMap>

namespace kessai {

/// Sums of an order's lines (design.md §6 "Totals", as EC-CUBE 4 computes them).
struct ComputedTotals
{
    Yen subtotal;     ///< 小計: goods
    Yen deliveryFee;  ///< 送料
    Yen charge;       ///< 手数料
    Yen discount;     ///< 値引き, negative or zero
    Yen points;       ///< point lines, negative or zero
    Yen tax;          ///< 税金: what the lines have of it, unit tax × quantity, and the lines 税
    Yen payableTotal; ///< お支払い合計: all lines
    /// n %対象: the taxable lines of the rate less their share of the untaxed discounts, tax included;
    /// rounded as the rate's lines are, the odd yen on the highest rate
    QMap<int, Yen> taxableByRatePercent;
    /// 内消費税 of each rate: round(n %対象 × n / (100 + n))
    QMap<int, Yen> taxByRatePercent;
};

/// Tax of one unit: 税抜 round(price × rate / 100), 税込 round(price × rate / (100 + rate)), 不課税 and
/// 非課税 0.
Yen taxOfUnit(const OrderItem &item);
/// 小計 of a line = (税抜: price + unit tax; 税込: price) × quantity.
Yen lineTotal(const OrderItem &item);
ComputedTotals computeTotals(const QList<OrderItem> &items);

/// 加算ポイント of a member: Σ over goods and negative point lines of round(price × point rate / 100) ×
/// quantity, halves away from zero whatever the line's rounding, never below 0.
qint64 addedPointsOf(const QList<OrderItem> &items, int pointRatePercent);

/// What 計算結果を更新 (S78) makes of an order's totals.
/// @param pointRatePercent of the shop; a guest (no 会員ID) gets no points
///
/// An order without lines, as EC-CUBE 2's file has them, is added up from its own figures as that system
/// does: 合計 = 小計 + 送料 + 手数料 − 値引き, お支払い合計 = 合計 − 利用ポイント.
OrderTotals calculatedTotals(const Order &order, int pointRatePercent);

} // namespace kessai
