#include "core/domain/paymentmethod.h"

#include "core/base/textfold.h"

#include <algorithm>
#include <array>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

bool containsAny(const QString &folded, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&folded](const QString &word) { return folded.contains(foldForSearch(word)); });
}

bool isPayEasy(const QString &folded)
{
    return containsAny(folded, {u"Pay-easy"_s, u"PayEasy"_s, u"ペイジー"_s});
}

/// Other services sell credit card and convenience store payments too; their orders have nothing at GMO.
bool belongsToAnotherService(const QString &folded)
{
    return containsAny(
        folded, {u"PayPal"_s, u"Stripe"_s, u"Square"_s, u"Amazon"_s, u"後払い"_s, u"代金引換"_s, u"代引"_s});
}

} // namespace

const QList<PaymentMethod> &gatewayMethods()
{
    static const QList<PaymentMethod> methods = {
        PaymentMethod::Card,       PaymentMethod::ConvenienceStore,
        PaymentMethod::PayEasyAtm, PaymentMethod::PayEasyNet,
        PaymentMethod::Au,         PaymentMethod::Docomo,
        PaymentMethod::SoftBank,   PaymentMethod::Rakuten,
    };
    return methods;
}

QString labelOf(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Card:
        return u"クレジット決済"_s;
    case PaymentMethod::ConvenienceStore:
        return u"コンビニ決済"_s;
    case PaymentMethod::PayEasyAtm:
        return u"Pay-easy決済(銀行ATM)"_s;
    case PaymentMethod::PayEasyNet:
        return u"Pay-easy決済(ネットバンク)"_s;
    case PaymentMethod::Au:
        return u"auかんたん決済"_s;
    case PaymentMethod::Docomo:
        return u"ドコモケータイ払い"_s;
    case PaymentMethod::SoftBank:
        return u"ソフトバンクまとめて支払い"_s;
    case PaymentMethod::Rakuten:
        return u"楽天ペイ"_s;
    case PaymentMethod::Other:
        return {};
    }
    return {};
}

std::optional<PaymentMethod> paymentMethodFromLabel(const QString &label)
{
    for (const PaymentMethod method : gatewayMethods()) {
        if (labelOf(method) == label) {
            return method;
        }
    }
    return std::nullopt;
}

PaymentMethod paymentMethodFromShopName(const QString &shopName)
{
    const QString folded = foldForSearch(shopName);
    if (belongsToAnotherService(folded)) {
        return PaymentMethod::Other;
    }
    if (isPayEasy(folded)) {
        return containsAny(folded, {u"ATM"_s}) ? PaymentMethod::PayEasyAtm : PaymentMethod::PayEasyNet;
    }
    const std::array<std::pair<PaymentMethod, QStringList>, 6> names = {{
        {PaymentMethod::Card, {u"クレジット"_s, u"カード決済"_s}},
        {PaymentMethod::ConvenienceStore, {u"コンビニ"_s}},
        {PaymentMethod::Au, {u"auかんたん決済"_s}},
        {PaymentMethod::Docomo, {u"ドコモケータイ払い"_s, u"ドコモ払い"_s}},
        {PaymentMethod::SoftBank, {u"ソフトバンク"_s}},
        {PaymentMethod::Rakuten, {u"楽天ペイ"_s, u"楽天pay"_s}},
    }};
    const auto *found = std::find_if(names.begin(), names.end(), [&folded](const auto &entry) {
        return containsAny(folded, entry.second);
    });
    return found == names.end() ? PaymentMethod::Other : found->first;
}

bool isGatewayMethod(PaymentMethod method)
{
    return method != PaymentMethod::Other;
}

QString payTypeOf(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Card:
        return u"0"_s;
    case PaymentMethod::ConvenienceStore:
        return u"3"_s;
    case PaymentMethod::PayEasyAtm:
    case PaymentMethod::PayEasyNet:
        return u"4"_s;
    case PaymentMethod::Au:
        return u"8"_s;
    case PaymentMethod::Docomo:
        return u"9"_s;
    case PaymentMethod::SoftBank:
        return u"11"_s;
    case PaymentMethod::Rakuten:
        return u"18"_s;
    case PaymentMethod::Other:
        return {};
    }
    return {};
}

} // namespace kessai
