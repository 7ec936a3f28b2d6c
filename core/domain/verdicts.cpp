#include "core/domain/verdicts.h"

#include "core/base/japantime.h"

namespace kessai {

namespace {

QDate dayOf(const std::optional<QDateTime> &instant)
{
    return instant ? japantime::dayOf(*instant) : QDate();
}

/// What the rules of the other methods look at besides. SoftBank's books close at the time of day of the
/// sale.
void takeFacts(SituationTraits &traits, const Payment &payment)
{
    traits.orderedOn = dayOf(payment.facts.orderedAt);
    traits.completedOn = payment.facts.completedOn.value_or(QDate());
    traits.paidByWebMoney = payment.facts.auPayMethod == QLatin1StringView("03");
    if (payment.method == PaymentMethod::SoftBank && payment.known) {
        const auto processed = japantime::fromGatewayText(payment.known->processDate);
        const std::optional<QDateTime> sold = payment.soldAt ? payment.soldAt : processed;
        traits.soldSecond = sold ? japantime::fromInstant(*sold).time() : QTime();
    }
}

} // namespace

SituationTraits traitsOf(const PaymentSituation &situation)
{
    SituationTraits traits;
    traits.gatewayMethod = situation.gatewayMethod;
    traits.operationLive = situation.operationLive;
    traits.findingOpen = situation.findingOpen;
    traits.waitsInRun = situation.waitsInRun;
    traits.ambiguous = situation.ambiguous;
    traits.otherPaymentOpen = situation.otherPaymentOpen;
    if (!situation.payment) {
        return traits;
    }
    const Payment &payment = *situation.payment;
    traits.method = payment.method;
    traits.payableTotal = amountReason(payment.method, situation.payableTotal);
    traits.authorizedOn = dayOf(payment.authorizedAt);
    traits.soldOn = dayOf(payment.soldAt);
    traits.known = payment.known.has_value();
    if (traits.known) {
        traits.status = payment.known->status;
        traits.processedOn = dayOf(japantime::fromGatewayText(payment.known->processDate));
        traits.differs = payment.known->total() != situation.payableTotal;
    }
    if (payment.method != PaymentMethod::Card) {
        takeFacts(traits, payment);
    }
    return traits;
}

size_t qHash(const SituationTraits &traits, size_t seed) noexcept
{
    const int flags = int(traits.known) | int(traits.differs) << 1 | int(traits.gatewayMethod) << 2 |
                      int(traits.operationLive) << 3 | int(traits.findingOpen) << 4 |
                      int(traits.waitsInRun) << 5 | int(traits.ambiguous) << 6 |
                      int(traits.otherPaymentOpen) << 7 | int(traits.paidByWebMoney) << 8;
    return qHashMulti(seed, traits.status, traits.authorizedOn.toJulianDay(), traits.soldOn.toJulianDay(),
                      traits.processedOn.toJulianDay(), traits.method ? int(*traits.method) : -1,
                      int(traits.payableTotal), traits.orderedOn.toJulianDay(),
                      traits.completedOn.toJulianDay(), traits.soldSecond.msecsSinceStartOfDay(), flags);
}

Verdicts::Verdicts(OperationKind kind, PaymentRules rules, QDateTime now)
    : m_kind(kind), m_rules(std::move(rules)), m_now(std::move(now))
{
}

Verdicts::Judged Verdicts::judge(const PaymentSituation &situation)
{
    Judged judged;
    judged.number = numberOf(situation);
    if (m_verdicts.at(judged.number).amount) {
        judged.amount =
            m_ofOrder.at(judged.number) ? situation.payableTotal : situation.payment->known->total();
    }
    return judged;
}

/// The amount of a verdict is the order's or the payment's. In those alike both are the same, or in none of
/// them: so the first one tells which.
int Verdicts::numberOf(const PaymentSituation &situation)
{
    const SituationTraits traits = traitsOf(situation);
    if (m_lastNumber >= 0 && traits == m_last) { // as most are
        return m_lastNumber;
    }
    m_last = traits;
    const auto known = m_numbers.constFind(traits);
    if (known != m_numbers.constEnd()) {
        return m_lastNumber = *known;
    }
    PaymentSituation first = situation;
    first.now = m_now;
    m_verdicts.append(operationVerdict(m_kind, first, m_rules));
    m_ofOrder.append(m_verdicts.last().amount == first.payableTotal);
    m_lastNumber = int(m_verdicts.size()) - 1;
    m_numbers.insert(traits, m_lastNumber);
    return m_lastNumber;
}

} // namespace kessai
