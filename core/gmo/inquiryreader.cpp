#include "core/gmo/answerreader.h"

#include "core/base/japantime.h"
#include "core/gmo/answerbasics.h"
#include "core/gmo/methodfacts.h"
#include "core/gmo/paymentnumbers.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kessai {
namespace {

bool isHandlePart(const QString &text)
{
    static const QRegularExpression hex(u"\\A[0-9a-fA-F]{32}\\z"_s);
    return hex.match(text).hasMatch();
}

/// The masked number as the gateway sends it; "" for one that shows more than its last four digits.
QString maskedCardNumberOf(const DecodedAnswer &answer)
{
    static const QRegularExpression masked(u"\\A\\*+[0-9]{0,4}\\z"_s);
    const QString number = answer.value("CardNo"_L1);
    return masked.match(number).hasMatch() ? number : QString();
}

/// The fields that say what was taken back of a payment.
struct CancelFields
{
    QLatin1StringView amount;
    QLatin1StringView tax;
    bool countsFromZero = false; ///< the method has them: empty or missing means that nothing was
};

/// Nothing for a card, of which SearchTrade tells no such thing.
std::optional<CancelFields> cancelFieldsOf(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Card:
        return std::nullopt;
    case PaymentMethod::Au:
        return CancelFields{"AuCancelAmount"_L1, "AuCancelTax"_L1, true};
    case PaymentMethod::Docomo:
        return CancelFields{"DocomoCancelAmount"_L1, "DocomoCancelTax"_L1, true};
    case PaymentMethod::SoftBank:
        return CancelFields{"SbCancelAmount"_L1, "SbCancelTax"_L1, true};
    case PaymentMethod::ConvenienceStore:
    case PaymentMethod::PayEasyAtm:
    case PaymentMethod::PayEasyNet:
    case PaymentMethod::Rakuten:
    case PaymentMethod::Other:
        break;
    }
    return CancelFields{"CancelAmount"_L1, "CancelTax"_L1};
}

std::optional<Yen> yenOrZero(const QString &digits)
{
    return digits.isEmpty() ? Yen{} : yenFromDigits(digits);
}

bool isCancelledAmountReadable(const DecodedAnswer &answer, PaymentMethod method)
{
    const auto fields = cancelFieldsOf(method);
    return !fields || (yenOrZero(answer.value(fields->amount)) && yenOrZero(answer.value(fields->tax)));
}

std::optional<Yen> cancelledAmountOf(const DecodedAnswer &answer, PaymentMethod method)
{
    const auto fields = cancelFieldsOf(method);
    if (!fields) {
        return std::nullopt;
    }
    const QString amount = answer.value(fields->amount);
    const QString tax = answer.value(fields->tax);
    if (!fields->countsFromZero && amount.isEmpty() && tax.isEmpty()) {
        return std::nullopt;
    }
    return yenOrZero(amount).value_or(Yen{}) + yenOrZero(tax).value_or(Yen{});
}

/// Whose answer it is: SearchTrade names the order, SearchTradeMulti was recorded without it, but with the
/// PayType (protocol.md §4.2). "" when it is the one asked for.
QString problemOfPayment(const DecodedAnswer &answer, const QString &gatewayOrderId, PaymentMethod method)
{
    const bool namesOrder = method == PaymentMethod::Card || answer.has("OrderID"_L1);
    if (namesOrder && answer.value("OrderID"_L1) != gatewayOrderId) {
        return u"OrderID is not the one asked for"_s;
    }
    if (answer.has("PayType"_L1) && answer.value("PayType"_L1) != payTypeOf(method)) {
        return u"PayType is not the one asked for"_s;
    }
    return {};
}

/// What keeps the values from being trusted; "" when nothing does.
QString problemOfValues(const DecodedAnswer &answer, PaymentMethod method)
{
    if (answer.value("Status"_L1).isEmpty()) {
        return u"Status is missing"_s;
    }
    if (!yenFromDigits(answer.value("Amount"_L1)) || !yenFromDigits(answer.value("Tax"_L1))) {
        return u"Amount or Tax is not a number"_s;
    }
    if (!japantime::fromGatewayText(answer.value("ProcessDate"_L1))) {
        return u"ProcessDate is not a date"_s;
    }
    if (!isHandlePart(answer.value("AccessID"_L1)) || !isHandlePart(answer.value("AccessPass"_L1))) {
        return u"AccessID or AccessPass is not 32 hex digits"_s;
    }
    // Both are part of the snapshot that verdicts compare; of a card the gateway sends them also when empty.
    const bool numbered = answer.has("TranID"_L1) && answer.has("Approve"_L1);
    if (method == PaymentMethod::Card && !numbered) {
        return u"TranID or Approve is missing"_s;
    }
    if (!isCancelledAmountReadable(answer, method)) {
        return u"the cancelled amount is not a number"_s;
    }
    return {};
}

Snapshot snapshotOf(const DecodedAnswer &answer, PaymentMethod method)
{
    Snapshot snapshot;
    snapshot.status = answer.value("Status"_L1);
    snapshot.amount = yenFromDigits(answer.value("Amount"_L1)).value_or(Yen{});
    snapshot.tax = yenFromDigits(answer.value("Tax"_L1)).value_or(Yen{});
    snapshot.processDate = answer.value("ProcessDate"_L1);
    snapshot.tranId = answer.value("TranID"_L1);
    snapshot.approve = answer.value("Approve"_L1);
    snapshot.cancelledAmount = cancelledAmountOf(answer, method);
    return snapshot;
}

InquiryAnswer::Outcome outcomeOfErrors(const DecodedAnswer &answer, PaymentMethod method,
                                       const ErrorTable &table)
{
    if (anyShopLevel(answer, table)) {
        return InquiryAnswer::Outcome::ShopRefused;
    }
    const QLatin1StringView unknown = method == PaymentMethod::Card ? "E01110002"_L1 : "M01004002"_L1;
    const bool unknownOrder =
        !answer.codeListsDiffer &&
        std::all_of(answer.errors.begin(), answer.errors.end(),
                    [unknown](const GatewayError &error) { return error.info == unknown; });
    if (unknownOrder) {
        return InquiryAnswer::Outcome::UnknownOrder;
    }
    return classOfErrors(answer, table) == AnswerClass::Busy ? InquiryAnswer::Outcome::Busy
                                                             : InquiryAnswer::Outcome::Unreadable;
}

} // namespace

InquiryAnswer readInquiry(const WireAnswer &wire, const QString &gatewayOrderId, PaymentMethod method,
                          const ErrorTable &table)
{
    const auto decoded = decodedFrom(wire);
    InquiryAnswer inquiry;
    inquiry.record = recordOf(wire, decoded);
    if (!wire.bodyOffered) {
        inquiry.outcome = InquiryAnswer::Outcome::NotSent;
        return inquiry;
    }
    if (!decoded) {
        return inquiry;
    }
    if (decoded->isError) {
        inquiry.outcome = outcomeOfErrors(*decoded, method, table);
        return inquiry;
    }
    const QString ofAnother = problemOfPayment(*decoded, gatewayOrderId, method);
    inquiry.record.detail = ofAnother.isEmpty() ? problemOfValues(*decoded, method) : ofAnother;
    if (!inquiry.record.detail.isEmpty()) {
        return inquiry;
    }
    inquiry.outcome = InquiryAnswer::Outcome::Read;
    inquiry.snapshot = snapshotOf(*decoded, method);
    inquiry.access = {decoded->value("AccessID"_L1), decoded->value("AccessPass"_L1)};
    inquiry.jobCd = decoded->value("JobCd"_L1);
    inquiry.methodCode = decoded->value("Method"_L1);
    inquiry.payTimes = decoded->value("PayTimes"_L1);
    inquiry.forward = decoded->value("Forward"_L1);
    inquiry.maskedCardNumber = maskedCardNumberOf(*decoded);
    if (method != PaymentMethod::Card) {
        inquiry.facts = methodFacts(*decoded);
        inquiry.numbers = paymentNumbers(*decoded);
    }
    return inquiry;
}

} // namespace kessai
