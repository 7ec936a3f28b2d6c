#pragma once

#include "core/domain/paymentrules.h"

#include <QHash>

namespace kessai {

/// What operationVerdict() looks at of a situation, in the way it looks at it: the days in Japan of its
/// instants, and of its amounts whether they are the same and whether the order's can be sent. At one moment
/// situations that are alike in this have one verdict, but for the amount in it.
struct SituationTraits
{
    QString status; ///< the gateway's word as known
    QDate authorizedOn;
    QDate soldOn;
    QDate processedOn;
    QDate orderedOn;                     ///< 楽天ペイ
    QDate completedOn;                   ///< 楽天ペイ
    QTime soldSecond;                    ///< of SoftBank only
    std::optional<PaymentMethod> method; ///< none: not linked
    RuleReason payableTotal = RuleReason::None;
    bool known = false;
    bool differs = false;
    bool gatewayMethod = false;
    bool operationLive = false;
    bool findingOpen = false;
    bool waitsInRun = false;
    bool ambiguous = false;
    bool otherPaymentOpen = false;
    bool paidByWebMoney = false; ///< au

    bool operator==(const SituationTraits &) const = default;
};
SituationTraits traitsOf(const PaymentSituation &situation);
size_t qHash(const SituationTraits &traits, size_t seed = 0) noexcept;

/// The verdicts on many situations of one moment by operationVerdict(), which is asked once for all that are
/// alike: a hundred thousand payments of a shop are of a few hundred kinds.
class Verdicts
{
public:
    /// @param now of all situations; their own is not looked at
    Verdicts(OperationKind kind, PaymentRules rules, QDateTime now);

    struct Judged
    {
        int number = 0;            ///< of the verdict in all()
        std::optional<Yen> amount; ///< the verdict's, of this situation
    };
    Judged judge(const PaymentSituation &situation);
    /// In the order in which they were first come to. Their amounts are those of the first situation.
    [[nodiscard]] const QList<OperationVerdict> &all() const { return m_verdicts; }

private:
    int numberOf(const PaymentSituation &situation);

    OperationKind m_kind;
    PaymentRules m_rules;
    QDateTime m_now;
    QHash<SituationTraits, int> m_numbers;
    QList<OperationVerdict> m_verdicts;
    QList<bool> m_ofOrder; ///< the amount of a verdict is the order's, not the payment's
    SituationTraits m_last;
    int m_lastNumber = -1;
};

} // namespace kessai
