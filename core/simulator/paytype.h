#pragma once

#include "core/base/yen.h"

#include <QString>

#include <optional>

namespace kessai::simulator {

/// The pay types that the gateway knows (protocol.md §2), each with the number by which the protocol names
/// it.
enum class PayType {
    Card = 0,
    ConvenienceStore = 3,
    PayEasy = 4,
    Au = 8,
    Docomo = 9,
    SoftBank = 11,
    RakutenId = 18
};

/// What the gateway takes of a pay type: the total in yen and the digits of the field Amount.
struct PayTypeLimits
{
    Yen smallest;
    Yen largest;
    int amountDigits;
    int taxDigits;
};

/// `18`, as PayType is sent.
QString payTypeNumber(PayType payType);
std::optional<PayType> payTypeFromNumber(const QString &number);
PayTypeLimits limitsOf(PayType payType);

} // namespace kessai::simulator
