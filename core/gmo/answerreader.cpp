#include "core/gmo/answerreader.h"

#include "core/base/japantime.h"
#include "core/gmo/gmocodec.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kessai {
namespace {

/// Fields that may be kept as evidence: nothing that names a card, a member or the handle.
constexpr std::array recordedFields{
    "OrderID"_L1, "Status"_L1,   "ProcessDate"_L1, "JobCd"_L1,   "Amount"_L1,
    "Tax"_L1,     "Method"_L1,   "PayTimes"_L1,    "Forward"_L1, "TranID"_L1,
    "Approve"_L1, "TranDate"_L1, "PayType"_L1,     "ErrCode"_L1, "ErrInfo"_L1,
};

Result<DecodedAnswer, QString> decodedFrom(const WireAnswer &wire)
{
    if (!wire.complete) {
        return failure(wire.problem);
    }
    return decodeAnswer(wire.body);
}

ExchangeRecord recordOf(const WireAnswer &wire, const Result<DecodedAnswer, QString> &decoded)
{
    ExchangeRecord record;
    record.httpStatus = wire.httpStatus;
    record.bodyOffered = wire.bodyOffered;
    record.gatewayDate = wire.gatewayDate;
    if (!decoded) {
        record.detail = decoded.error();
        return record;
    }
    const DecodedAnswer &answer = decoded.value();
    record.errors = answer.errors;
    for (const QLatin1StringView name : recordedFields) {
        if (answer.has(name)) {
            record.fields.append({QString(name), answer.value(name)});
        }
    }
    return record;
}

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

/// What keeps an inquiry from being trusted; "" when nothing does.
QString problemOfInquiry(const DecodedAnswer &answer, const QString &gatewayOrderId)
{
    if (answer.value("OrderID"_L1) != gatewayOrderId) {
        return u"OrderID is not the one asked for"_s;
    }
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
    // Both are part of the snapshot that verdicts compare; the gateway sends them also when empty.
    if (!answer.has("TranID"_L1) || !answer.has("Approve"_L1)) {
        return u"TranID or Approve is missing"_s;
    }
    return {};
}

Snapshot snapshotOf(const DecodedAnswer &answer)
{
    Snapshot snapshot;
    snapshot.status = answer.value("Status"_L1);
    snapshot.amount = yenFromDigits(answer.value("Amount"_L1)).value_or(Yen{});
    snapshot.tax = yenFromDigits(answer.value("Tax"_L1)).value_or(Yen{});
    snapshot.processDate = answer.value("ProcessDate"_L1);
    snapshot.tranId = answer.value("TranID"_L1);
    snapshot.approve = answer.value("Approve"_L1);
    return snapshot;
}

bool anyShopLevel(const DecodedAnswer &answer, const ErrorTable &table)
{
    return std::any_of(answer.errors.begin(), answer.errors.end(),
                       [&](const GatewayError &error) { return table.isShopLevel(error.info); });
}

/// The worst class of all codes (journal.md §7).
AnswerClass classOfErrors(const DecodedAnswer &answer, const ErrorTable &table)
{
    constexpr qsizetype codeLength = 9;
    AnswerClass worst = answer.codeListsDiffer ? AnswerClass::Ambiguous : AnswerClass::Refusal;
    for (const GatewayError &error : answer.errors) {
        // A code that is cut short could be any of its family.
        const bool whole = error.info.size() == codeLength;
        worst = std::max(worst, whole ? table.classOf(error.info) : AnswerClass::Ambiguous);
    }
    return worst;
}

InquiryAnswer::Outcome outcomeOfErrors(const DecodedAnswer &answer, const ErrorTable &table)
{
    if (anyShopLevel(answer, table)) {
        return InquiryAnswer::Outcome::ShopRefused;
    }
    const bool unknownOrder =
        !answer.codeListsDiffer &&
        std::all_of(answer.errors.begin(), answer.errors.end(),
                    [](const GatewayError &error) { return error.info == "E01110002"_L1; });
    if (unknownOrder) {
        return InquiryAnswer::Outcome::UnknownOrder;
    }
    return classOfErrors(answer, table) == AnswerClass::Busy ? InquiryAnswer::Outcome::Busy
                                                             : InquiryAnswer::Outcome::Unreadable;
}

/// What keeps a mutation's answer without codes from being a success; "" when nothing does.
QString problemOfSuccess(const DecodedAnswer &answer, const AccessKey &ours)
{
    if (answer.value("AccessID"_L1) != ours.accessId || answer.value("AccessPass"_L1) != ours.accessPass) {
        return u"AccessID or AccessPass is not ours"_s;
    }
    if (answer.value("TranID"_L1).isEmpty()) {
        return u"TranID is missing"_s;
    }
    if (!japantime::fromGatewayText(answer.value("TranDate"_L1))) {
        return u"TranDate is missing or not a date"_s;
    }
    return {};
}

void classifyErrors(MutationAnswer &answer, const DecodedAnswer &decoded, const ErrorTable &table)
{
    answer.answerClass = classOfErrors(decoded, table);
    answer.shopLevelRefusal = anyShopLevel(decoded, table);
    answer.unknownCode =
        std::any_of(decoded.errors.begin(), decoded.errors.end(),
                    [&](const GatewayError &error) { return table.meaningOf(error.info).catchAll; });
    if (decoded.codeListsDiffer) {
        answer.record.detail = u"ErrCode and ErrInfo are not of one length"_s;
    }
}

} // namespace

InquiryAnswer readInquiry(const WireAnswer &wire, const QString &gatewayOrderId, const ErrorTable &table)
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
        inquiry.outcome = outcomeOfErrors(*decoded, table);
        return inquiry;
    }
    inquiry.record.detail = problemOfInquiry(*decoded, gatewayOrderId);
    if (!inquiry.record.detail.isEmpty()) {
        return inquiry;
    }
    inquiry.outcome = InquiryAnswer::Outcome::Read;
    inquiry.snapshot = snapshotOf(*decoded);
    inquiry.access = {decoded->value("AccessID"_L1), decoded->value("AccessPass"_L1)};
    inquiry.jobCd = decoded->value("JobCd"_L1);
    inquiry.methodCode = decoded->value("Method"_L1);
    inquiry.payTimes = decoded->value("PayTimes"_L1);
    inquiry.forward = decoded->value("Forward"_L1);
    inquiry.maskedCardNumber = maskedCardNumberOf(*decoded);
    return inquiry;
}

MutationAnswer readMutation(const WireAnswer &wire, const AccessKey &ours, const ErrorTable &table)
{
    const auto decoded = decodedFrom(wire);
    MutationAnswer answer;
    answer.record = recordOf(wire, decoded);
    if (!wire.bodyOffered) {
        answer.answerClass = AnswerClass::Unsent;
        return answer;
    }
    if (!decoded) {
        return answer;
    }
    if (decoded->isError) {
        classifyErrors(answer, *decoded, table);
        return answer;
    }
    answer.record.detail = problemOfSuccess(*decoded, ours);
    if (answer.record.detail.isEmpty()) {
        answer.answerClass = AnswerClass::Success;
    }
    answer.tranId = decoded->value("TranID"_L1);
    answer.tranDate = decoded->value("TranDate"_L1);
    answer.approve = decoded->value("Approve"_L1);
    answer.forward = decoded->value("Forward"_L1);
    return answer;
}

} // namespace kessai
