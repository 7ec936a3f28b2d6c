#include "core/interchange/ordercolumnnames.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, OrderColumn> &eccube4Columns()
{
    static const QHash<QString, OrderColumn> names = {
        {u"注文ID"_s, OrderColumn::ShopOrderId},
        {u"注文番号"_s, OrderColumn::OrderNumber},
        {u"会員ID"_s, OrderColumn::CustomerId},
        {u"お名前(姓)"_s, OrderColumn::FamilyName},
        {u"お名前(名)"_s, OrderColumn::GivenName},
        {u"お名前(セイ)"_s, OrderColumn::FamilyKana},
        {u"お名前(メイ)"_s, OrderColumn::GivenKana},
        {u"会社名"_s, OrderColumn::CompanyName},
        {u"郵便番号"_s, OrderColumn::PostalCode},
        {u"都道府県(ID)"_s, OrderColumn::Ignored},
        {u"都道府県(名称)"_s, OrderColumn::Prefecture},
        {u"住所1"_s, OrderColumn::Address1},
        {u"住所2"_s, OrderColumn::Address2},
        {u"メールアドレス"_s, OrderColumn::MailAddress},
        {u"TEL"_s, OrderColumn::Phone},
        {u"性別(ID)"_s, OrderColumn::Ignored},
        {u"性別(名称)"_s, OrderColumn::Ignored},
        {u"職業(ID)"_s, OrderColumn::Ignored},
        {u"職業(名称)"_s, OrderColumn::Ignored},
        {u"誕生日"_s, OrderColumn::Ignored},
        {u"ショップ用メモ欄"_s, OrderColumn::Note},
        {u"小計"_s, OrderColumn::Subtotal},
        {u"値引き"_s, OrderColumn::Discount},
        {u"送料"_s, OrderColumn::DeliveryFee},
        {u"税金"_s, OrderColumn::Tax},
        {u"合計"_s, OrderColumn::Total},
        {u"支払合計"_s, OrderColumn::PayableTotal},
        {u"対応状況(ID)"_s, OrderColumn::StatusId},
        {u"対応状況(名称)"_s, OrderColumn::StatusName},
        {u"支払方法(ID)"_s, OrderColumn::Ignored},
        {u"支払方法(名称)"_s, OrderColumn::MethodName},
        {u"受注日"_s, OrderColumn::OrderedAt},
        {u"入金日"_s, OrderColumn::PaidAt},
        {u"注文詳細ID"_s, OrderColumn::ItemId},
        {u"商品ID"_s, OrderColumn::Ignored},
        {u"商品規格ID"_s, OrderColumn::Ignored},
        {u"商品名"_s, OrderColumn::ProductName},
        {u"商品コード"_s, OrderColumn::ProductCode},
        {u"規格名1"_s, OrderColumn::ClassName1},
        {u"規格名2"_s, OrderColumn::ClassName2},
        {u"規格分類名1"_s, OrderColumn::ClassCategoryName1},
        {u"規格分類名2"_s, OrderColumn::ClassCategoryName2},
        {u"価格"_s, OrderColumn::Price},
        {u"個数"_s, OrderColumn::Quantity},
        {u"税率"_s, OrderColumn::TaxRate},
        {u"税率ルール(ID)"_s, OrderColumn::Ignored},
        {u"明細区分(ID)"_s, OrderColumn::ItemTypeId},
        {u"明細区分(名称)"_s, OrderColumn::ItemTypeName},
        {u"出荷ID"_s, OrderColumn::ShipmentId},
        {u"配送先_お名前(姓)"_s, OrderColumn::RecipientFamilyName},
        {u"配送先_お名前(名)"_s, OrderColumn::RecipientGivenName},
        {u"配送先_お名前(セイ)"_s, OrderColumn::RecipientFamilyKana},
        {u"配送先_お名前(メイ)"_s, OrderColumn::RecipientGivenKana},
        {u"配送先_会社名"_s, OrderColumn::RecipientCompanyName},
        {u"配送先_郵便番号"_s, OrderColumn::RecipientPostalCode},
        {u"配送先_都道府県(ID)"_s, OrderColumn::Ignored},
        {u"配送先_都道府県(名称)"_s, OrderColumn::RecipientPrefecture},
        {u"配送先_住所1"_s, OrderColumn::RecipientAddress1},
        {u"配送先_住所2"_s, OrderColumn::RecipientAddress2},
        {u"配送先_TEL"_s, OrderColumn::RecipientPhone},
        {u"配送業者(ID)"_s, OrderColumn::Ignored},
        {u"配送業者(名称)"_s, OrderColumn::DeliveryName},
        {u"お届け時間ID"_s, OrderColumn::Ignored},
        {u"お届け時間(名称)"_s, OrderColumn::DeliveryTime},
        {u"お届け希望日"_s, OrderColumn::DeliveryDate},
        {u"送料ID"_s, OrderColumn::Ignored},
        {u"発送日"_s, OrderColumn::ShippedAt},
        {u"出荷伝票番号"_s, OrderColumn::TrackingNumber},
        {u"配達用メモ"_s, OrderColumn::ShipmentNote},
        {u"出荷メール送信日"_s, OrderColumn::Ignored},
    };
    return names;
}

const QHash<QString, OrderColumn> &eccube2Columns()
{
    static const QHash<QString, OrderColumn> names = {
        {u"注文番号"_s, OrderColumn::ShopOrderId},
        {u"会員ID"_s, OrderColumn::CustomerId},
        {u"要望等"_s, OrderColumn::Message},
        {u"お名前(姓)"_s, OrderColumn::FamilyName},
        {u"お名前(名)"_s, OrderColumn::GivenName},
        {u"お名前(フリガナ・姓)"_s, OrderColumn::FamilyKana},
        {u"お名前(フリガナ名)"_s, OrderColumn::GivenKana},
        {u"会社名"_s, OrderColumn::CompanyName},
        {u"メールアドレス"_s, OrderColumn::MailAddress},
        {u"電話番号1"_s, OrderColumn::Phone},
        {u"電話番号2"_s, OrderColumn::Phone2},
        {u"電話番号3"_s, OrderColumn::Phone3},
        {u"FAX1"_s, OrderColumn::Ignored},
        {u"FAX2"_s, OrderColumn::Ignored},
        {u"FAX3"_s, OrderColumn::Ignored},
        {u"郵便番号1"_s, OrderColumn::PostalCode},
        {u"郵便番号2"_s, OrderColumn::PostalCode2},
        {u"ZIP CODE"_s, OrderColumn::Ignored},
        {u"国"_s, OrderColumn::Ignored},
        {u"都道府県"_s, OrderColumn::Prefecture},
        {u"住所1"_s, OrderColumn::Address1},
        {u"住所2"_s, OrderColumn::Address2},
        {u"性別"_s, OrderColumn::Ignored},
        {u"生年月日"_s, OrderColumn::Ignored},
        {u"職種"_s, OrderColumn::Ignored},
        {u"小計"_s, OrderColumn::Subtotal},
        {u"値引き"_s, OrderColumn::Discount},
        {u"送料"_s, OrderColumn::DeliveryFee},
        {u"手数料"_s, OrderColumn::Charge},
        {u"使用ポイント"_s, OrderColumn::UsedPoints},
        {u"加算ポイント"_s, OrderColumn::AddedPoints},
        {u"税金"_s, OrderColumn::Tax},
        {u"合計"_s, OrderColumn::Total},
        {u"お支払い合計"_s, OrderColumn::PayableTotal},
        {u"配送業者ID"_s, OrderColumn::Ignored},
        {u"支払い方法"_s, OrderColumn::MethodName},
        {u"SHOPメモ"_s, OrderColumn::Note},
        {u"対応状況"_s, OrderColumn::StatusId},
        {u"注文日時"_s, OrderColumn::OrderedAt},
        {u"更新日時"_s, OrderColumn::Ignored},
        {u"発送完了日時"_s, OrderColumn::ShippedAt},
        {u"端末種別ID"_s, OrderColumn::Ignored},
        {u"配送情報ID"_s, OrderColumn::Ignored},
    };
    return names;
}

} // namespace

const QHash<QString, OrderColumn> &columnByHeader(OrderFileFormat format)
{
    return format == OrderFileFormat::Eccube2 ? eccube2Columns() : eccube4Columns();
}

const QStringList &itemTypeNames()
{
    static const QStringList names{u"商品"_s, u"送料"_s, u"手数料"_s, u"割引"_s, u"税"_s, u"ポイント"_s};
    return names;
}

} // namespace kessai
