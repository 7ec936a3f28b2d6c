#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace kessai {

/// The eight GMO methods of S88 and everything else.
enum class PaymentMethod {
    Card,             ///< クレジット決済, PayType 0
    ConvenienceStore, ///< コンビニ決済, 3
    PayEasyAtm,       ///< Pay-easy決済(銀行ATM), 4
    PayEasyNet,       ///< Pay-easy決済(ネットバンク), 4
    Au,               ///< auかんたん決済, 8
    Docomo,           ///< ドコモケータイ払い, 9
    SoftBank,         ///< ソフトバンクまとめて支払い, 11
    Rakuten,          ///< 楽天ペイ, 18
    Other,            ///< not paid through GMO
};

/// The eight GMO methods in the guide's order.
const QList<PaymentMethod> &gatewayMethods();

/// The fixed name of S88; "" for Other.
QString labelOf(PaymentMethod method);
std::optional<PaymentMethod> paymentMethodFromLabel(const QString &label);

/// Recognises the shop's own name of a method ("GMOクレジット決済" → Card), whatever its width and case;
/// Other when it is none of GMO's.
PaymentMethod paymentMethodFromShopName(const QString &shopName);

bool isGatewayMethod(PaymentMethod method);

/// PayType of the protocol as text ("0" card); "" for Other.
QString payTypeOf(PaymentMethod method);

} // namespace kessai
