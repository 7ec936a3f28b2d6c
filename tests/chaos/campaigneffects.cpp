#include "tests/chaos/campaigneffects.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

qint64 yenSent(const LedgerEntry &request, const QString &name)
{
    return request.fields.value(name).toString().toLongLong();
}

/// A card's cancel leaves the amount of the transaction as it is, a carrier's takes what it names away from
/// it; a wallet has only accepted yet, and shows the amount before.
Yen yenOf(const LedgerEntry &request)
{
    if (request.fields.contains(u"CancelAmount"_s)) {
        return Yen{yenSent(request, u"CancelAmount"_s) + yenSent(request, u"CancelTax"_s)};
    }
    if (request.call == u"RakutenIdChange"_s) {
        return Yen{yenSent(request, u"Amount"_s) + yenSent(request, u"Tax"_s)};
    }
    return Yen{request.effect->value(u"amount"_s).toInteger() + request.effect->value(u"tax"_s).toInteger()};
}

} // namespace

QHash<QString, CampaignPayment> paymentsByName(const CampaignFacts &facts)
{
    QHash<QString, CampaignPayment> payments;
    for (const CampaignPayment &payment : facts.payments) {
        payments.insert(payment.name, payment);
    }
    return payments;
}

int effectsOf(const CampaignOperation &operation)
{
    int effects = 0;
    for (const LedgerEntry &request : operation.requests) {
        effects += request.effect ? 1 : 0;
        effects += request.again && request.again->effect ? 1 : 0;
    }
    return effects;
}

bool isHiddenByAnother(const CampaignOperation &operation, const LedgerEntry &request,
                       const QHash<QString, CampaignPayment> &payments)
{
    const QList<CampaignOutsideCancel> outside = payments.value(operation.payment).cancelledOutside;
    return operation.kind == OperationKind::Cancel &&
           std::any_of(outside.begin(), outside.end(), [&](const CampaignOutsideCancel &cancel) {
               return cancel.at.secsTo(request.arrivedAt) <= 0 && cancel.yen == operation.yen;
           });
}

std::optional<Yen> movedYen(const CampaignOperation &operation,
                            const QHash<QString, CampaignPayment> &payments)
{
    for (const LedgerEntry &request : operation.requests) {
        if (request.effect) {
            return isHiddenByAnother(operation, request, payments) ? operation.yen : yenOf(request);
        }
    }
    return std::nullopt;
}

bool cameTooLate(const CampaignOperation &operation, const CampaignFacts &facts)
{
    return std::any_of(operation.requests.begin(), operation.requests.end(), [&](const LedgerEntry &request) {
        const qint64 delayMs = request.fault.contains(u"delayBefore"_s) ? facts.longestDelayMs : 0;
        return request.effect && operation.armedAt && request.machineTime.isValid() &&
               operation.armedAt->msecsTo(request.machineTime) + delayMs > facts.settleMs;
    });
}

} // namespace kessai
