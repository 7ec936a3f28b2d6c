#pragma once

#include "core/base/japantime.h"
#include "core/domain/order.h"

namespace kessai {

using namespace Qt::StringLiterals;

/// An order to edit: two goods at 10 % and 8 %, a fee, one parcel; its totals are what its lines give.
inline Order orderToEdit()
{
    Order order;
    order.id = {7};
    order.shopOrderId = 272;
    order.orderNumber = u"272"_s;
    order.shopCustomerId = u"15"_s;
    order.customer = {u"髙橋"_s,    u"太郎"_s,   u"タカハシ"_s,    u"タロウ"_s, u""_s,
                      u"1000001"_s, u"東京都"_s, u"千代田区1-1"_s, u""_s,       u"0312345678"_s};
    order.mailAddress = u"taro@example.com"_s;
    order.method = PaymentMethod::Card;
    order.methodName = u"GMOクレジット決済"_s;
    order.orderedAt = japantime::instantOf(QDate(2020, 12, 3), QTime(13, 21, 23));
    OrderItem goods;
    goods.shopItemId = u"1"_s;
    goods.productName = u"チェリーアイスサンド"_s;
    goods.price = Yen{2000};
    goods.taxRatePercent = 10;
    OrderItem food = goods;
    food.shopItemId = u"2"_s;
    food.productName = u"彩のジェラート"_s;
    food.price = Yen{1000};
    food.quantity = 2;
    food.taxRatePercent = 8;
    OrderItem fee = goods;
    fee.shopItemId = u"3"_s;
    fee.type = OrderItemType::DeliveryFee;
    fee.productName = u"送料"_s;
    fee.price = Yen{500};
    fee.taxDisplay = TaxDisplay::Included;
    order.items = {goods, food, fee};
    order.totals.subtotal = Yen{2200 + 2160};
    order.totals.deliveryFee = Yen{500};
    order.totals.tax = Yen{200 + 160 + 45};
    order.totals.total = Yen{4860};
    order.totals.payableTotal = Yen{4860};
    order.totals.addedPoints = 40;
    Shipment parcel;
    parcel.shopShipmentId = u"31"_s;
    parcel.recipient = order.customer;
    parcel.deliveryName = u"サンプル業者"_s;
    order.shipments = {parcel};
    return order;
}

} // namespace kessai
