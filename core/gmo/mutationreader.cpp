#include "core/gmo/answerreader.h"

#include "core/base/japantime.h"
#include "core/gmo/answerbasics.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kessai {
namespace {

constexpr std::array moneyFields{"Amount"_L1, "Tax"_L1, "CancelAmount"_L1, "CancelTax"_L1};

bool isCardCall(GatewayCall call)
{
    return call == GatewayCall::AlterTran || call == GatewayCall::ChangeTran;
}

/// A wallet may answer with its final word at once (protocol.md §11).
bool canLeadTo(GatewayCall call, const QString &status)
{
    const std::span<const MethodRule> rules = methodRules();
    return std::any_of(rules.begin(), rules.end(), [&](const MethodRule &rule) {
        return rule.call == call &&
               (status == rule.statusAfter || isNaturalStep(QString(rule.statusAfter), status));
    });
}

bool isMoneyReadable(const DecodedAnswer &answer)
{
    return std::all_of(moneyFields.begin(), moneyFields.end(), [&](QLatin1StringView name) {
        const QString value = answer.value(name);
        return value.isEmpty() || yenFromDigits(value);
    });
}

/// What keeps a card's answer without codes from being a success; "" when nothing does.
QString problemOfCardSuccess(const DecodedAnswer &answer, const AccessKey &ours)
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

/// The same of another method, whose answers name the order instead of the handle. The word must be one that
/// the call leads to: a cancel that leaves the payment as it was has taken back a part at most.
QString problemOfMultiSuccess(const DecodedAnswer &answer, const PreparedRequest &sent)
{
    const QString orderId = answer.value("OrderID"_L1);
    if (orderId.isEmpty() || orderId != sent.gatewayOrderId) {
        return u"OrderID is not ours"_s;
    }
    const bool othersId = answer.has("AccessID"_L1) && answer.value("AccessID"_L1) != sent.access.accessId;
    const bool othersPass =
        answer.has("AccessPass"_L1) && answer.value("AccessPass"_L1) != sent.access.accessPass;
    if (othersId || othersPass) {
        return u"AccessID or AccessPass is not ours"_s;
    }
    const QString status = answer.value("Status"_L1);
    if (status.isEmpty()) {
        return u"Status is missing"_s;
    }
    if (!canLeadTo(sent.call, status)) {
        return u"Status is no word that %1 leads to"_s.arg(nameOf(sent.call));
    }
    return isMoneyReadable(answer) ? QString() : u"an amount or tax is not a number"_s;
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

MutationAnswer readMutation(const WireAnswer &wire, const PreparedRequest &sent, const ErrorTable &table)
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
    const bool card = isCardCall(sent.call);
    answer.record.detail =
        card ? problemOfCardSuccess(*decoded, sent.access) : problemOfMultiSuccess(*decoded, sent);
    if (answer.record.detail.isEmpty()) {
        answer.answerClass = AnswerClass::Success;
    }
    answer.status = card ? QString() : decoded->value("Status"_L1);
    answer.tranId = decoded->value("TranID"_L1);
    answer.tranDate = decoded->value("TranDate"_L1);
    answer.approve = decoded->value("Approve"_L1);
    answer.forward = decoded->value("Forward"_L1);
    return answer;
}

} // namespace kessai
