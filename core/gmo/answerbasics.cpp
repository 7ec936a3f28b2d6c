#include "core/gmo/answerbasics.h"

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

/// Further ones of the other methods, of whose keys an inquiry sends all, most of them empty.
constexpr std::array recordedWhenFilled{
    "AuCancelAmount"_L1, "AuCancelTax"_L1, "DocomoCancelAmount"_L1, "DocomoCancelTax"_L1,
    "SbCancelAmount"_L1, "SbCancelTax"_L1, "CancelAmount"_L1,       "CancelTax"_L1,
    "CvsCode"_L1,        "PaymentTerm"_L1, "FinishDate"_L1,         "OrderDate"_L1,
    "CompletionDate"_L1, "AuPayMethod"_L1,
};

GatewayFields recordedFrom(const DecodedAnswer &answer)
{
    GatewayFields recorded;
    for (const QLatin1StringView name : recordedFields) {
        if (answer.has(name)) {
            recorded.append({QString(name), answer.value(name)});
        }
    }
    for (const QLatin1StringView name : recordedWhenFilled) {
        const QString value = answer.value(name);
        if (!value.isEmpty()) {
            recorded.append({QString(name), value});
        }
    }
    return recorded;
}

} // namespace

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
    record.errors = decoded->errors;
    record.fields = recordedFrom(*decoded);
    return record;
}

bool anyShopLevel(const DecodedAnswer &answer, const ErrorTable &table)
{
    return std::any_of(answer.errors.begin(), answer.errors.end(),
                       [&](const GatewayError &error) { return table.isShopLevel(error.info); });
}

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

} // namespace kessai
