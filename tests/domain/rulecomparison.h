#pragma once

#include "core/domain/paymentrules.h"
#include "tests/domain/gatewaylife.h"
#include "tests/domain/gatewaytrial.h"

namespace kessai {

/// One question put to the application's rules and to the gateway's.
struct RuleQuestion
{
    const GatewayLife &life;
    OperationKind kind;
    QDateTime now;
    PaymentRules rules;
    simulator::GatewayContract contract;
};

/// The order's total is what is asked for: the payment's own, or 100 yen more for a change.
PaymentSituation situationOf(const RuleQuestion &question, const Payment &payment);
/// The gateway's answer to a request with this word.
TriedAnswer triedWith(const RuleQuestion &question, const QString &word);

/// What the two sides say differently about it; "" nothing. A refusal here must be one of every word there.
QString differenceOf(const RuleQuestion &question, const OperationVerdict &verdict);
/// The place where protocol.md leaves a difference open, or journal.md says that the rule is ours alone; ""
/// it is a mistake of one of them.
QString markOf(const RuleQuestion &question, const OperationVerdict &verdict, const QString &difference);
QString describe(const RuleQuestion &question, const OperationVerdict &verdict, const QString &difference);

} // namespace kessai
