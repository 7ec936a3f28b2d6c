#include "core/simulator/paytype.h"

namespace kessai::simulator {

namespace {
constexpr Yen SevenDigits{9'999'999};
}

QString payTypeNumber(PayType payType)
{
    return QString::number(int(payType));
}

std::optional<PayType> payTypeFromNumber(const QString &number)
{
    for (const PayType payType : {PayType::Card, PayType::ConvenienceStore, PayType::PayEasy, PayType::Au,
                                  PayType::Docomo, PayType::SoftBank, PayType::RakutenId}) {
        if (payTypeNumber(payType) == number) {
            return payType;
        }
    }
    return std::nullopt;
}

/// protocol.md §2; that the server holds the web admin's limits is inferred. Digits: §4.6 to §4.9, §5.2.
PayTypeLimits limitsOf(PayType payType)
{
    switch (payType) {
    case PayType::Card:
        return {{1}, SevenDigits, 8, 7};
    case PayType::ConvenienceStore:
        return {{1}, {299'999}, 6, 6};
    case PayType::PayEasy:
        return {{1}, {999'999}, 6, 6};
    case PayType::Au:
        return {{1}, SevenDigits, 7, 7};
    case PayType::Docomo:
        return {{1}, {30'000}, 6, 6};
    case PayType::SoftBank:
        return {{1}, {100'000}, 6, 6};
    case PayType::RakutenId:
        return {{100}, {99'999'999}, 8, 7};
    }
    return {};
}

} // namespace kessai::simulator
