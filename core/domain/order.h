#pragma once

#include "core/base/ids.h"
#include "core/base/yen.h"
#include "core/domain/orderstatus.h"
#include "core/domain/paymentmethod.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace kessai {

/// 明細区分 (schema.md A.2).
enum class OrderItemType { Goods = 1, DeliveryFee = 2, Charge = 3, Discount = 4, Tax = 5, Point = 6 };
/// 課税区分.
enum class TaxType { Taxable = 1, Untaxed = 2, TaxExempt = 3 };
/// 税抜 / 税込.
enum class TaxDisplay { Excluded = 1, Included = 2 };
enum class Rounding { HalfUp = 1, Down = 2, Up = 3 };

/// One line of an order (dtb_order_item).
struct OrderItem
{
    QString shopItemId; ///< 注文詳細ID; "" when the file has none
    OrderItemType type = OrderItemType::Goods;
    QString productName;
    QString productCode;
    QString className1;
    QString className2;
    QString classCategoryName1;
    QString classCategoryName2;
    Yen price; ///< of one unit, tax as taxDisplay says; negative for discounts and points
    qint64 quantity = 1;
    int taxRatePercent = 0;
    TaxType taxType = TaxType::Taxable;
    TaxDisplay taxDisplay = TaxDisplay::Excluded;
    Rounding rounding = Rounding::HalfUp;

    bool operator==(const OrderItem &) const = default;
};

/// A person's name and place as the shop keeps them.
struct Addressee
{
    QString familyName; ///< 姓
    QString givenName;  ///< 名
    QString familyKana;
    QString givenKana;
    QString companyName;
    QString postalCode;
    QString prefecture;
    QString address1;
    QString address2;
    QString phoneNumber;

    /// 姓 名 with one space.
    [[nodiscard]] QString fullName() const;
    bool operator==(const Addressee &) const = default;
};

/// One parcel (dtb_shipping).
struct Shipment
{
    QString shopShipmentId; ///< 出荷ID; "" when the file has none
    Addressee recipient;
    QString deliveryName;
    QString deliveryTime;
    std::optional<QDate> deliveryDate;  ///< お届け希望日
    std::optional<QDateTime> shippedAt; ///< 発送日; none = 未出荷
    QString trackingNumber;             ///< お問い合わせ番号
    QString note;

    bool operator==(const Shipment &) const = default;
};

/// The totals as the shop's system has them. お支払い合計 is the file's figure, never recomputed by an
/// import.
struct OrderTotals
{
    Yen subtotal;
    Yen discount;
    Yen deliveryFee;
    Yen charge;
    Yen tax;
    Yen total;
    Yen payableTotal; ///< お支払い合計
    qint64 usedPoints = 0;
    qint64 addedPoints = 0;

    bool operator==(const OrderTotals &) const = default;
};

/// One order of the shop.
struct Order
{
    OrderId id;             ///< ours; 0 until stored
    qint64 shopOrderId = 0; ///< 注文ID (EC-CUBE 2: its 注文番号); first part of the gateway's OrderID
    QString orderNumber;    ///< 注文番号
    QString shopCustomerId; ///< 会員ID; "" = 非会員
    Addressee customer;
    QString mailAddress;
    QString message; ///< 要望等 of the buyer
    QString note;    ///< ショップ用メモ欄
    OrderStatus status = OrderStatus::New;
    PaymentMethod method = PaymentMethod::Other;
    QString methodName;                 ///< the shop's own name of the method
    std::optional<QDateTime> orderedAt; ///< 受注日時
    std::optional<QDateTime> paidAt;    ///< 入金日; none = 未入金
    OrderTotals totals;
    QList<OrderItem> items;
    QList<Shipment> shipments;
    qint64 rowVersion = 0;
};

} // namespace kessai
