#include "tests/chaos/campaigneffects.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

Yen yenOf(const QJsonObject &effect)
{
    return Yen{effect.value(u"amount"_s).toInteger() + effect.value(u"tax"_s).toInteger()};
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

std::optional<Yen> movedYen(const CampaignOperation &operation,
                            const QHash<QString, CampaignPayment> &payments)
{
    const QList<CampaignOutsideCancel> outside = payments.value(operation.payment).cancelledOutside;
    for (const LedgerEntry &request : operation.requests) {
        if (request.effect) {
            const bool isHidden =
                operation.kind == OperationKind::Cancel &&
                std::any_of(outside.begin(), outside.end(), [&](const CampaignOutsideCancel &cancel) {
                    return cancel.at.secsTo(request.arrivedAt) <= 0 && cancel.yen == operation.yen;
                });
            return isHidden ? operation.yen : yenOf(*request.effect);
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
