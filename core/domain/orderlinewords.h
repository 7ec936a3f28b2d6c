#pragma once

#include "core/domain/order.h"

#include <QStringList>

namespace kessai {

/// A line as one text line for staff: 商品A（赤／M）　1,000円（税抜）× 2　税率10%　小計 2,200円.
QString lineInWords(const OrderItem &item);
/// The totals as text lines: 小計 2,200円 … お支払い合計 2,700円.
QStringList totalsInWords(const OrderTotals &totals);
/// Lines and totals of an order as text lines.
QStringList linesInWords(const Order &order);

/// Of the text lines of two versions those that the other has not; where only their order differs, all.
struct LinesDifference
{
    QString before;
    QString after;
};
LinesDifference linesDifferenceInWords(const Order &before, const Order &after);

} // namespace kessai
