// FilterConditions: a filter with one of its conditions taken away.
#include "core/storage/filterjson.h"
#include "ui/orders/filterconditions.h"

#include <functional>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Both ends of a range; of those that are counted from the day, what they are counted by too.
template <auto... Members>
void reset(OrderFilter &filter)
{
    const OrderFilter none;
    ((filter.*Members = none.*Members), ...);
}

using F = OrderFilter;

/// By the keys of FilterConditions::of(), but for the flags.
const QHash<QString, std::function<void(OrderFilter &)>> &resets()
{
    static const QHash<QString, std::function<void(OrderFilter &)>> all{
        {u"query"_s, reset<&F::query>},
        {u"orderStatuses"_s, reset<&F::orderStatuses>},
        {u"paymentStatuses"_s, reset<&F::paymentStatuses>},
        {u"methods"_s, reset<&F::methods>},
        {u"shopMethodNames"_s, reset<&F::shopMethodNames>},
        {u"customerName"_s, reset<&F::customerName>},
        {u"customerKana"_s, reset<&F::customerKana>},
        {u"companyName"_s, reset<&F::companyName>},
        {u"mailAddress"_s, reset<&F::mailAddress>},
        {u"phoneNumber"_s, reset<&F::phoneNumber>},
        {u"orderNumber"_s, reset<&F::orderNumber>},
        {u"trackingNumber"_s, reset<&F::trackingNumber>},
        {u"productName"_s, reset<&F::productName>},
        {u"prefectures"_s, reset<&F::prefectures>},
        {u"ordered"_s, reset<&F::orderedFrom, &F::orderedTo>},
        {u"paid"_s, reset<&F::paidFrom, &F::paidTo>},
        {u"delivery"_s, reset<&F::deliveryFrom, &F::deliveryTo>},
        {u"total"_s, reset<&F::totalFrom, &F::totalTo>},
        {u"captureBy"_s,
         reset<&F::captureByFrom, &F::captureByUntil, &F::captureFromDays, &F::captureWithinDays>},
        {u"payBy"_s, reset<&F::payByFrom, &F::payByUntil, &F::payFromDays, &F::payWithinDays>},
        {u"stuck"_s, reset<&F::stuckBefore, &F::stuckMinutes>},
    };
    return all;
}

} // namespace

OrderFilter FilterConditions::without(OrderFilter filter, const QString &key)
{
    if (const auto found = resets().constFind(key); found != resets().constEnd()) {
        (*found)(filter);
    }
    for (const FilterFlag &flag : filterFlags()) {
        if (flag.name == key) {
            filter.*flag.member = false;
        }
    }
    return filter;
}

} // namespace kessai
