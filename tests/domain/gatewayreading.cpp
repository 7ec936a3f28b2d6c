#include "tests/domain/gatewayreading.h"

#include "core/base/japantime.h"
#include "core/simulator/multidetails.h"

namespace kessai {

using namespace Qt::StringLiterals;
using namespace simulator;

namespace {

std::optional<Yen> cancelledIn(const MultiTransaction &multi)
{
    const bool carrier = multi.payType == PayType::Au || multi.payType == PayType::Docomo ||
                         multi.payType == PayType::SoftBank;
    return carrier ? std::optional(multi.cancelledAmount + multi.cancelledTax) : std::nullopt;
}

} // namespace

Snapshot snapshotOf(const Transaction &transaction)
{
    const TransactionHead &head = headOf(transaction);
    Snapshot shown;
    shown.amount = head.amount;
    shown.tax = head.tax;
    shown.processDate = japantime::toGatewayText(head.processedAt);
    if (const auto *card = std::get_if<CardTransaction>(&transaction)) {
        shown.status = cardWord(card->status);
        shown.tranId = card->tranId;
        shown.approve = card->approve;
        return shown;
    }
    const auto &multi = std::get<MultiTransaction>(transaction);
    shown.status = multiWord(multi.status);
    shown.cancelledAmount = cancelledIn(multi);
    return shown;
}

MethodFacts factsOf(const MultiTransaction &multi)
{
    const QMap<QString, QString> details = shownDetails(multi);
    MethodFacts facts;
    facts.payBy = japantime::fromGatewayText(details.value(u"PaymentTerm"_s));
    facts.paidAt = japantime::fromGatewayText(details.value(u"FinishDate"_s));
    facts.orderedAt = japantime::fromGatewayText(details.value(u"OrderDate"_s));
    facts.auPayMethod = details.value(u"AuPayMethod"_s);
    const QDate completed = QDate::fromString(details.value(u"CompletionDate"_s), u"yyyyMMdd"_s);
    if (completed.isValid()) {
        facts.completedOn = completed;
    }
    return facts;
}

} // namespace kessai
