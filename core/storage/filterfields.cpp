#include "core/storage/filterfields.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace filterfields {

namespace {

/// Nobody asks farther than ten years, and days and instants stay in their range.
constexpr int DaysMaximum = 3'660;
constexpr int MinutesMaximum = DaysMaximum * 24 * 60;

} // namespace

const QList<Day> &days()
{
    static const QList<Day> list{
        {u"deliveryFrom"_s, &OrderFilter::deliveryFrom},
        {u"deliveryTo"_s, &OrderFilter::deliveryTo},
        {u"captureByFrom"_s, &OrderFilter::captureByFrom, &OrderFilter::captureFromDays},
        {u"captureByUntil"_s, &OrderFilter::captureByUntil, &OrderFilter::captureWithinDays},
        {u"payByFrom"_s, &OrderFilter::payByFrom, &OrderFilter::payFromDays},
        {u"payByUntil"_s, &OrderFilter::payByUntil, &OrderFilter::payWithinDays},
    };
    return list;
}

const QList<Moment> &moments()
{
    static const QList<Moment> list{
        {u"orderedFrom"_s, &OrderFilter::orderedFrom},
        {u"orderedTo"_s, &OrderFilter::orderedTo},
        {u"paidFrom"_s, &OrderFilter::paidFrom},
        {u"paidTo"_s, &OrderFilter::paidTo},
    };
    return list;
}

const QList<Amount> &amounts()
{
    static const QList<Amount> list{
        {u"totalFrom"_s, &OrderFilter::totalFrom},
        {u"totalTo"_s, &OrderFilter::totalTo},
    };
    return list;
}

const QList<Distance> &distances()
{
    static const QList<Distance> list{
        {u"captureFromDays"_s, &OrderFilter::captureFromDays, DaysMaximum},
        {u"captureWithinDays"_s, &OrderFilter::captureWithinDays, DaysMaximum},
        {u"payFromDays"_s, &OrderFilter::payFromDays, DaysMaximum},
        {u"payWithinDays"_s, &OrderFilter::payWithinDays, DaysMaximum},
        {u"stuckMinutes"_s, &OrderFilter::stuckMinutes, MinutesMaximum},
    };
    return list;
}

const QList<Text> &texts()
{
    static const QList<Text> list{
        {u"query"_s, &OrderFilter::query},
        {u"customerName"_s, &OrderFilter::customerName},
        {u"customerKana"_s, &OrderFilter::customerKana},
        {u"companyName"_s, &OrderFilter::companyName},
        {u"mailAddress"_s, &OrderFilter::mailAddress},
        {u"phoneNumber"_s, &OrderFilter::phoneNumber},
        {u"orderNumber"_s, &OrderFilter::orderNumber},
        {u"trackingNumber"_s, &OrderFilter::trackingNumber},
        {u"productName"_s, &OrderFilter::productName},
    };
    return list;
}

const QList<TextList> &textLists()
{
    static const QList<TextList> list{
        {u"shopMethodNames"_s, &OrderFilter::shopMethodNames},
        {u"prefectures"_s, &OrderFilter::prefectures},
    };
    return list;
}

} // namespace filterfields

const QList<FilterFlag> &filterFlags()
{
    static const QList<FilterFlag> list{
        {u"difference"_s, &OrderFilter::onlyDifference},
        {u"unlinked"_s, &OrderFilter::onlyUnlinked},
        {u"neverRead"_s, &OrderFilter::onlyNeverRead},
        {u"ambiguous"_s, &OrderFilter::onlyAmbiguous},
        {u"inDoubt"_s, &OrderFilter::onlyInDoubt},
        {u"conflict"_s, &OrderFilter::onlyConflict},
        {u"importConflict"_s, &OrderFilter::onlyImportConflict},
        {u"unreflected"_s, &OrderFilter::onlyUnreflected},
        {u"cancelledWithOpenPayment"_s, &OrderFilter::onlyCancelledWithOpenPayment},
        {u"captureNeeded"_s, &OrderFilter::onlyCaptureNeeded},
        {u"paidInCash"_s, &OrderFilter::onlyPaidInCash},
        {u"walletPending"_s, &OrderFilter::onlyWalletPending},
        {u"withUnfinished"_s, &OrderFilter::withUnfinished},
        {u"gatewayMethods"_s, &OrderFilter::onlyGatewayMethods},
    };
    return list;
}

} // namespace kessai
