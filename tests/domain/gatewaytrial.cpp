#include "tests/domain/gatewaytrial.h"

#include "core/simulator/carrierrules.h"
#include "core/simulator/cashrules.h"
#include "core/simulator/rakutenidrules.h"

namespace kessai {

using namespace Qt::StringLiterals;
using namespace simulator;

namespace {

const QString NoSuchCall = u"no such call"_s;

QString refusalOfCard(CardTransaction &card, const TriedRequest &request, const QDateTime &now,
                      const CardRules &rules)
{
    TransactionNumbers numbers;
    numbers.step(900'000); // no number of before
    const bool newAmount =
        request.kind == OperationKind::Change || request.kind == OperationKind::Reauthorize;
    const CardJob job{*cardStatusFromWord(request.word),
                      newAmount ? request.amount : card.amount,
                      newAmount ? Yen{} : card.tax,
                      u"1"_s,
                      {}};
    return request.kind == OperationKind::Change ? cardrules::change(card, job, now, rules, numbers)
                                                 : cardrules::alter(card, job, now, rules, numbers);
}

QString refusalOfWallet(MultiTransaction &multi, const TriedRequest &request, const QDateTime &now,
                        const MultiRules &rules)
{
    switch (request.kind) {
    case OperationKind::Capture:
        return rakutenidrules::requestSale(multi, now, rules);
    case OperationKind::Cancel:
        return rakutenidrules::requestCancel(multi, now, rules);
    case OperationKind::Change:
        return rakutenidrules::requestChange(multi, request.amount, Yen{}, now, rules);
    case OperationKind::Reauthorize:
        break;
    }
    return NoSuchCall;
}

QString refusalOfCarrier(MultiTransaction &multi, OperationKind kind, const QDateTime &now,
                         const MultiRules &rules)
{
    if (kind == OperationKind::Capture) {
        return carrierrules::sell(multi, multi.total(), now);
    }
    return kind == OperationKind::Cancel ? carrierrules::cancel(multi, multi.amount, multi.tax, now, rules)
                                         : NoSuchCall;
}

} // namespace

TriedAnswer tryAtGateway(const TriedRequest &request, const Transaction &transaction, const QDateTime &now,
                         const GatewayContract &contract)
{
    TriedAnswer answer{{}, transaction};
    if (auto *card = std::get_if<CardTransaction>(&answer.after)) {
        answer.refusal = refusalOfCard(*card, request, now, contract.rules);
        return answer;
    }
    auto &multi = std::get<MultiTransaction>(answer.after);
    switch (multi.payType) {
    case PayType::RakutenId:
        answer.refusal = refusalOfWallet(multi, request, now, contract.multiRules);
        break;
    case PayType::ConvenienceStore:
    case PayType::PayEasy:
        answer.refusal = request.kind == OperationKind::Cancel ? cashrules::cancel(multi, now) : NoSuchCall;
        break;
    case PayType::Au:
    case PayType::Docomo:
    case PayType::SoftBank:
    case PayType::Card:
        answer.refusal = refusalOfCarrier(multi, request.kind, now, contract.multiRules);
        break;
    }
    return answer;
}

} // namespace kessai
