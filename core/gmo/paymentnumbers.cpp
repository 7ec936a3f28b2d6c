#include "core/gmo/paymentnumbers.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kessai {
namespace {

constexpr std::array names{
    "CvsCode"_L1,
    "CvsReceiptNo"_L1,
    "CvsConfNo"_L1,
    "BkCode"_L1,
    "CustID"_L1,
    "ConfNo"_L1,
    "AuPayInfoNo"_L1,
    "AuPayMethod"_L1,
    "PayeasyPaymentURL"_L1,
    "SbTrackingId"_L1,
    "DocomoSettlementCode"_L1,
};

/// The longest is an address; numbers have up to 32 characters (protocol.md §9).
constexpr qsizetype longest = 256;

QString printable(const QString &value)
{
    QString text;
    std::copy_if(value.begin(), value.end(), std::back_inserter(text),
                 [](QChar character) { return character.isPrint(); });
    return text;
}

} // namespace

GatewayFields paymentNumbers(const DecodedAnswer &answer)
{
    GatewayFields numbers;
    for (const QLatin1StringView name : names) {
        const QString value = printable(answer.value(name));
        // Half a number would send staff after another payment.
        if (!value.isEmpty() && value.size() <= longest) {
            numbers.append({QString(name), value});
        }
    }
    return numbers;
}

} // namespace kessai
