#pragma once

#include "core/domain/order.h"

#include <QStringList>

namespace kessai::papers {

struct Fact
{
    QString label;
    QString value;
    bool isStrong = false;
};

/// 〒530-0001; as it stands where it is no Japanese one, "" where there is none.
QString postalCode(const QString &code);
/// 都道府県 and the first line of the address; files that have both in one field are not told twice.
QString streetOf(const Addressee &to);
/// With its classes, and ※ where the reduced rate of tax is on it.
QString goodsName(const OrderItem &item);
/// What one costs, so that 数量 × 単価 is 小計.
Yen unitWithTax(const OrderItem &item);
/// ご注文番号, ご注文日, お支払い方法, and お届け先 where it is somebody or somewhere else.
QList<Fact> factsOf(const Order &order);
/// 小計 … 合計, as the order has them.
QList<Fact> sumsOf(const Order &order);
/// n%対象 with its tax, ※, and points.
QStringList taxesAndPointsOf(const Order &order);

} // namespace kessai::papers
