#include "tests/chaos/campaignjudge.h"

#include "tests/chaos/campaigneffects.h"
#include "tests/chaos/campaignsums.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

using Payments = QHash<QString, CampaignPayment>;

QString nameOf(const CampaignOperation &operation)
{
    return u"%1 %2 %3"_s.arg(operation.payment, codeOf(operation.kind), operation.id.value);
}

/// Somebody else, or A1 that did not hold, may have done what an operation of ours wanted, or undone it.
bool isExcused(const CampaignOperation &operation, const Payments &payments)
{
    return payments.value(operation.payment).isTouched && operation.proof != Proof::Answer;
}

void judgeEffects(const CampaignFacts &facts, const Payments &payments, QStringList &broken)
{
    for (const LedgerEntry &request : facts.strangers) {
        broken.append(u"I1 %1: a request %2 %3 that nobody armed%4"_s.arg(
            request.orderId, request.call, request.jobCd, request.effect ? u", with effect"_s : QString()));
    }
    for (const CampaignOperation &operation : facts.operations) {
        const int effects = effectsOf(operation);
        if (effects > 1) {
            broken.append(u"I4 double effect: %1 took effect %2 times"_s.arg(nameOf(operation)).arg(effects));
        }
        const bool isDone = operation.state == OperationState::Done;
        if (isDone && effects == 0 && !isExcused(operation, payments)) {
            broken.append(
                u"I5 no effect: %1 is done, the ledger knows nothing of it"_s.arg(nameOf(operation)));
        }
        if (isDone || effects == 0 || operation.state == OperationState::Conflict) {
            continue;
        }
        const bool isListed = payments.value(operation.payment).hasFinding && cameTooLate(operation, facts);
        if (operation.state == OperationState::Refused && !isListed) {
            broken.append(u"I5 false refusal: %1 is refused and took effect"_s.arg(nameOf(operation)));
        } else if (!isListed) {
            broken.append(u"I5 lost result: %1 took effect and is %2"_s.arg(nameOf(operation),
                                                                            codeOf(operation.state)));
        }
    }
}

/// I3: an authorisation is sold once and cancelled once.
void judgeTurns(const CampaignFacts &facts, const Payments &payments, QStringList &broken)
{
    struct Turn
    {
        qint64 sequence;
        QString payment;
        OperationKind kind;
    };
    QList<Turn> turns;
    for (const CampaignOperation &operation : facts.operations) {
        for (const LedgerEntry &request : operation.requests) {
            if (request.effect && !payments.value(operation.payment).isTouched) {
                turns.append({request.sequence, operation.payment, operation.kind});
            }
        }
    }
    std::sort(turns.begin(), turns.end(),
              [](const Turn &one, const Turn &other) { return one.sequence < other.sequence; });
    QHash<QString, QMap<OperationKind, int>> since;
    for (const Turn &turn : turns) {
        if (turn.kind == OperationKind::Reauthorize) {
            since.remove(turn.payment);
        } else if (turn.kind != OperationKind::Change && ++since[turn.payment][turn.kind] > 1) {
            broken.append(u"I3 double effect: %1 %2 twice between two authorisations"_s.arg(
                turn.payment, codeOf(turn.kind)));
        }
    }
}

CampaignCounts countsOf(const CampaignFacts &facts, const QString &payment)
{
    CampaignCounts counts;
    for (const CampaignOperation &operation : facts.operations) {
        if (operation.payment != payment) {
            continue;
        }
        int &count = operation.kind == OperationKind::Capture  ? counts.sales
                     : operation.kind == OperationKind::Cancel ? counts.cancels
                                                               : counts.changes;
        count += effectsOf(operation);
    }
    return counts;
}

/// I4 as the gateway itself counts: what moved is what our requests moved, the wallet's final words included.
void judgeCounts(const CampaignFacts &facts, QStringList &broken)
{
    for (const CampaignPayment &payment : facts.payments) {
        const CampaignCounts ours = countsOf(facts, payment.name);
        if (!payment.counted || payment.isTouched || *payment.counted == ours) {
            continue;
        }
        const auto text = [](const CampaignCounts &counts) {
            return u"%1 sales, %2 cancels, %3 changes"_s.arg(counts.sales)
                .arg(counts.cancels)
                .arg(counts.changes);
        };
        broken.append(
            u"I4 double effect or none: %1 had %2 at the gateway, our requests account for %3"_s.arg(
                payment.name, text(*payment.counted), text(ours)));
    }
}

/// I11, and what is told to a person: no more and no less than there is.
void judgeRest(const CampaignFacts &facts, const Payments &payments, QStringList &broken)
{
    QSet<QString> needPerson;
    for (const CampaignPayment &payment : facts.payments) {
        if (payment.hasFinding) {
            needPerson.insert(payment.name);
        }
    }
    QSet<QString> late;
    for (const CampaignOperation &operation : facts.operations) {
        if (operation.state == OperationState::Conflict) {
            needPerson.insert(operation.payment);
        } else if (!isFinal(operation.state)) {
            broken.append(
                u"I11 left in doubt: %1 is still %2"_s.arg(nameOf(operation), codeOf(operation.state)));
        }
        if (cameTooLate(operation, facts)) {
            late.insert(operation.payment);
        }
    }
    if (facts.saidInDoubt != 0) {
        broken.append(u"I11 left in doubt: settle says %1"_s.arg(facts.saidInDoubt));
    }
    if (facts.saidConflict != needPerson.size()) {
        broken.append(u"I5 not listed: settle says that %1 payments need a person, the database knows of %2"_s
                          .arg(facts.saidConflict)
                          .arg(needPerson.size()));
    }
    for (const CampaignPayment &payment : facts.payments) {
        const bool isListed = needPerson.contains(payment.name);
        if (isListed && !payments.value(payment.name).isTouched && !late.contains(payment.name)) {
            broken.append(
                u"I5 false alarm: %1 needs a person, though only we worked at it"_s.arg(payment.name));
        }
        if (!isListed && payment.believed && *payment.believed != payment.seen) {
            broken.append(u"I5 lost result: %1 is believed to be %2, the gateway has %3"_s.arg(
                payment.name, *payment.believed, payment.seen));
        }
    }
}

} // namespace

QStringList judged(const CampaignFacts &facts)
{
    const Payments payments = paymentsByName(facts);
    QStringList broken;
    judgeEffects(facts, payments, broken);
    judgeTurns(facts, payments, broken);
    judgeCounts(facts, broken);
    judgeRest(facts, payments, broken);
    broken += judgedSums(facts);
    broken += facts.journal;
    for (const QString &place : facts.secrets) {
        broken.append(u"I14 %1 holds a secret"_s.arg(place));
    }
    return broken;
}

} // namespace kessai
