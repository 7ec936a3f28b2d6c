#include "core/interchange/eccubeorderfile.h"

#include "core/base/japantime.h"
#include "core/interchange/ordercolumnnames.h"

#include <algorithm>

namespace kessai::eccube4 {

using namespace Qt::StringLiterals;

namespace {

using Values = QList<TableValue>;

constexpr std::monostate NotKept; ///< a column of something that is not kept here
constexpr qsizetype ItemColumns = 15;
constexpr qsizetype ShipmentColumns = 22;

template <typename Value>
TableValue valueOf(const std::optional<Value> &value)
{
    return value ? TableValue(*value) : TableValue();
}

/// mtb_pref has the numbers of JIS X 0401.
TableValue prefectureId(const QString &name)
{
    static const QStringList names =
        u"北海道,青森県,岩手県,宮城県,秋田県,山形県,福島県,茨城県,栃木県,群馬県,埼玉県,千葉県,東京都,"
        u"神奈川県,"
        "新潟県,富山県,石川県,福井県,山梨県,長野県,岐阜県,静岡県,愛知県,三重県,滋賀県,京都府,大阪府,兵庫県,"
        "奈良県,和歌山県,鳥取県,島根県,岡山県,広島県,山口県,徳島県,香川県,愛媛県,高知県,福岡県,佐賀県,長崎県,"
        "熊本県,大分県,宮崎県,鹿児島県,沖縄県"_s.split(u',');
    const qsizetype index = names.indexOf(name);
    return index < 0 ? TableValue() : TableValue(qint64(index + 1));
}

Values orderValues(const Order &order)
{
    const Addressee &customer = order.customer;
    const OrderTotals &totals = order.totals;
    return {order.shopOrderId,
            order.orderNumber,
            order.shopCustomerId,
            customer.familyName,
            customer.givenName,
            customer.familyKana,
            customer.givenKana,
            customer.companyName,
            customer.postalCode,
            prefectureId(customer.prefecture),
            customer.prefecture,
            customer.address1,
            customer.address2,
            order.mailAddress,
            customer.phoneNumber,
            NotKept, // 性別 and 職業, ids and names, 誕生日
            NotKept,
            NotKept,
            NotKept,
            NotKept,
            order.note,
            totals.subtotal,
            totals.discount,
            totals.deliveryFee,
            totals.tax,
            totals.total,
            totals.payableTotal,
            qint64(order.status),
            labelOf(order.status),
            NotKept, // 支払方法(ID)
            order.methodName,
            valueOf(order.orderedAt),
            valueOf(order.paidAt)};
}

Values itemValues(const OrderItem &item)
{
    return {item.shopItemId,
            NotKept, // 商品ID, 商品規格ID
            NotKept,
            item.productName,
            item.productCode,
            item.className1,
            item.className2,
            item.classCategoryName1,
            item.classCategoryName2,
            item.price,
            item.quantity,
            qint64(item.taxRatePercent),
            NotKept, // 税率ルール(ID)
            qint64(item.type),
            itemTypeNames().value(int(item.type) - 1)};
}

Values shipmentValues(const Shipment &shipment)
{
    const Addressee &recipient = shipment.recipient;
    return {shipment.shopShipmentId,
            recipient.familyName,
            recipient.givenName,
            recipient.familyKana,
            recipient.givenKana,
            recipient.companyName,
            recipient.postalCode,
            prefectureId(recipient.prefecture),
            recipient.prefecture,
            recipient.address1,
            recipient.address2,
            recipient.phoneNumber,
            NotKept, // 配送業者(ID)
            shipment.deliveryName,
            NotKept, // お届け時間ID
            shipment.deliveryTime,
            valueOf(shipment.deliveryDate),
            NotKept, // 送料 of the parcel, which EC-CUBE leaves empty too
            valueOf(shipment.shippedAt),
            shipment.trackingNumber,
            shipment.note,
            NotKept}; // 出荷メール送信日
}

/// As EC-CUBE has it: charges, discounts and points lie in no parcel.
bool liesInParcel(const OrderItem &item)
{
    return item.type == OrderItemType::Goods || item.type == OrderItemType::DeliveryFee;
}

} // namespace

QStringList orderTitles()
{
    return u"注文ID,注文番号,会員ID,お名前(姓),お名前(名),お名前(セイ),お名前(メイ),会社名,郵便番号,"
           "都道府県(ID),都道府県(名称),住所1,住所2,メールアドレス,TEL,性別(ID),性別(名称),職業(ID),"
           "職業(名称),誕生日,ショップ用メモ欄,小計,値引き,送料,税金,合計,支払合計,対応状況(ID),"
           "対応状況(名称),支払方法(ID),支払方法(名称),受注日,入金日,注文詳細ID,商品ID,商品規格ID,商品名,"
           "商品コード,規格名1,規格名2,規格分類名1,規格分類名2,価格,個数,税率,税率ルール(ID),明細区分(ID),"
           "明細区分(名称),出荷ID,配送先_お名前(姓),配送先_お名前(名),配送先_お名前(セイ),"
           "配送先_お名前(メイ),配送先_会社名,配送先_郵便番号,配送先_都道府県(ID),配送先_都道府県(名称),"
           "配送先_住所1,配送先_住所2,配送先_TEL,配送業者(ID),配送業者(名称),お届け時間ID,"
           "お届け時間(名称),お届け希望日,送料,発送日,出荷伝票番号,配達用メモ,出荷メール送信日"_s.split(u',');
}

QList<QList<TableValue>> orderRows(const Order &order)
{
    static const Values noItem(ItemColumns);
    static const Values noShipment(ShipmentColumns);
    const Values own = orderValues(order);
    const bool together =
        order.shipments.size() == 1 && std::any_of(order.items.begin(), order.items.end(), liesInParcel);
    QList<Values> rows;
    for (const OrderItem &item : order.items) {
        const bool inParcel = together && liesInParcel(item);
        rows.append(own + itemValues(item) +
                    (inParcel ? shipmentValues(order.shipments.first()) : noShipment));
    }
    for (const Shipment &shipment : order.shipments) {
        if (!together) {
            rows.append(own + noItem + shipmentValues(shipment));
        }
    }
    return rows.isEmpty() ? QList<Values>{own + noItem + noShipment} : rows;
}

QStringList shippingTitles()
{
    return {u"出荷ID"_s, u"お問い合わせ番号"_s, u"出荷日"_s};
}

QList<QList<TableValue>> shippingRows(const Order &order)
{
    QList<Values> rows;
    for (const Shipment &shipment : order.shipments) {
        if (!shipment.shopShipmentId.isEmpty() && shipment.shippedAt) {
            rows.append({shipment.shopShipmentId, shipment.trackingNumber,
                         japantime::dayOf(*shipment.shippedAt).toString(Qt::ISODate)});
        }
    }
    return rows;
}

} // namespace kessai::eccube4
