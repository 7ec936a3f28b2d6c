#include "tests/chaos/campaignjudge.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

using Payments = QHash<QString, CampaignPayment>;

Payments paymentsOf(const CampaignFacts &facts)
{
    Payments payments;
    for (const CampaignPayment &payment : facts.payments) {
        payments.insert(payment.name, payment);
    }
    return payments;
}

QString nameOf(const CampaignOperation &operation)
{
    return u"%1 %2 %3"_s.arg(operation.payment, codeOf(operation.kind), operation.id.value);
}

Yen yenOf(const QJsonObject &effect)
{
    return Yen{effect.value(u"amount"_s).toInteger() + effect.value(u"tax"_s).toInteger()};
}

/// The yen of the first effect; none without one. Where the console changed the amount between our read and
/// our cancel, the journal knows only what it read: such a cancel counts as that.
std::optional<Yen> movedYen(const CampaignOperation &operation, const Payments &payments)
{
    const bool isRaced =
        operation.kind == OperationKind::Cancel && payments.value(operation.payment).isTouched;
    for (const LedgerEntry &request : operation.requests) {
        if (request.effect) {
            return isRaced ? operation.yen : yenOf(*request.effect);
        }
    }
    return std::nullopt;
}

/// The console, or A1 that did not hold, may have done what an operation of ours wanted, or undone it.
bool isExcused(const CampaignOperation &operation, const Payments &payments)
{
    return payments.value(operation.payment).isTouched && operation.proof != Proof::Answer;
}

/// A machine that stood still brought the effect later than the gateway may take (A1).
bool cameTooLate(const CampaignOperation &operation, const CampaignFacts &facts)
{
    return std::any_of(operation.requests.begin(), operation.requests.end(), [&](const LedgerEntry &request) {
        const qint64 delayMs = request.fault.contains(u"delayBefore"_s) ? facts.longestDelayMs : 0;
        return request.effect && operation.armedAt && request.machineTime.isValid() &&
               operation.armedAt->msecsTo(request.machineTime) + delayMs > facts.settleMs;
    });
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

QString textOf(const CampaignSum &sum)
{
    return u"%1 / %2 yen"_s.arg(sum.count).arg(sum.yen);
}

void judgeReports(const CampaignFacts &facts, QStringList &broken)
{
    for (const CampaignReport &report : facts.reports) {
        const QString name = report.run.value;
        QList<CampaignOperation> ofRun;
        for (const CampaignOperation &operation : facts.operations) {
            if (operation.run == report.run) {
                ofRun.append(operation);
            }
        }
        qint64 sum = 0;
        for (const QString &part :
             {u"done"_s, u"refused"_s, u"cancelled"_s, u"inDoubt"_s, u"conflict"_s, u"waiting"_s}) {
            sum += report.summary.value(part);
        }
        const qint64 total = report.summary.value(u"total"_s);
        if (sum != total || total != report.items) {
            broken.append(u"I12 run %1: the report has %2 items, says %3 and adds up to %4"_s.arg(name)
                              .arg(report.items)
                              .arg(total)
                              .arg(sum));
        }
        if (report.state != u"finished"_s || report.summary.value(u"waiting"_s) > 0) {
            broken.append(u"I12 run %1: is %2 with %3 waiting"_s.arg(name, report.state)
                              .arg(report.summary.value(u"waiting"_s)));
        }
        const CampaignSum ledger = ledgerSums(ofRun, facts).value(report.kind);
        const bool itemsAgree = report.doneItems.count == ledger.count &&
                                (report.kind == OperationKind::Cancel || report.doneItems == ledger);
        if (report.summary.value(u"done"_s) != ledger.count || report.done != ledger || !itemsAgree) {
            broken.append(u"I12 run %1: reports %2 done (%3, items %4), the ledger has %5"_s.arg(name)
                              .arg(report.summary.value(u"done"_s))
                              .arg(textOf(report.done), textOf(report.doneItems), textOf(ledger)));
        }
    }
}

QString keyOf(const QString &day, OperationKind kind, const QString &jobCd)
{
    return u"%1 %2 %3"_s.arg(day, codeOf(kind), jobCd);
}

/// What the ledger has, by day, kind and word.
QMap<QString, CampaignSum> ledgerDays(const CampaignFacts &facts)
{
    const Payments payments = paymentsOf(facts);
    QMap<QString, CampaignSum> days;
    for (const CampaignOperation &operation : facts.operations) {
        for (const LedgerEntry &request : operation.requests) {
            if (request.effect && operation.state == OperationState::Done) {
                const QString day = request.effect->value(u"processDate"_s).toString().left(8);
                CampaignSum &sum = days[keyOf(day, operation.kind, request.jobCd)];
                ++sum.count;
                sum.yen += movedYen(operation, payments).value_or(operation.yen).value;
            }
        }
    }
    return days;
}

/// 日計 is the ledger's by kind, and by day and word too; only what the console did in our place may stand
/// on a day of its own.
void judgeDays(const CampaignFacts &facts, QStringList &broken)
{
    const Payments payments = paymentsOf(facts);
    QSet<OperationKind> others;
    for (const CampaignOperation &operation : facts.operations) {
        if (operation.state == OperationState::Done && !movedYen(operation, payments)) {
            others.insert(operation.kind);
        }
    }
    QMap<OperationKind, CampaignSum> kinds;
    QMap<QString, CampaignSum> days = ledgerDays(facts);
    for (const CampaignDay &day : facts.days) {
        CampaignSum &kind = kinds[day.kind];
        kind.count += day.sum.count;
        kind.yen += day.sum.yen;
        const CampaignSum ledger = days.take(keyOf(day.day, day.kind, day.jobCd));
        if (day.sum != ledger && !(others.contains(day.kind) && day.sum.count > ledger.count)) {
            broken.append(u"I12 日計 %1: %2, the ledger has %3"_s.arg(keyOf(day.day, day.kind, day.jobCd),
                                                                      textOf(day.sum), textOf(ledger)));
        }
    }
    for (const auto &[key, sum] : days.asKeyValueRange()) {
        broken.append(u"I12 日計 %1: is missing, the ledger has %2"_s.arg(key, textOf(sum)));
    }
    const QMap<OperationKind, CampaignSum> ledger = ledgerSums(facts.operations, facts);
    for (const OperationKind kind :
         {OperationKind::Capture, OperationKind::Cancel, OperationKind::Change, OperationKind::Reauthorize}) {
        if (kinds.value(kind) != ledger.value(kind)) {
            broken.append(u"I12 日計 %1: %2, the ledger has %3"_s.arg(codeOf(kind), textOf(kinds.value(kind)),
                                                                      textOf(ledger.value(kind))));
        }
    }
}

} // namespace

int effectsOf(const CampaignOperation &operation)
{
    int effects = 0;
    for (const LedgerEntry &request : operation.requests) {
        effects += request.effect ? 1 : 0;
        effects += request.again && request.again->effect ? 1 : 0;
    }
    return effects;
}

QMap<OperationKind, CampaignSum> ledgerSums(const QList<CampaignOperation> &operations,
                                            const CampaignFacts &facts)
{
    const Payments payments = paymentsOf(facts);
    QMap<OperationKind, CampaignSum> sums;
    for (const CampaignOperation &operation : operations) {
        const bool isDone = operation.state == OperationState::Done;
        const bool isListed = operation.state == OperationState::Conflict;
        const auto moved = movedYen(operation, payments);
        if (isListed || (!isDone && (!moved || cameTooLate(operation, facts)))) {
            continue;
        }
        // Done without an effect of ours is judged elsewhere; the console did it, so its yen are what was
        // read.
        CampaignSum &sum = sums[operation.kind];
        ++sum.count;
        sum.yen += moved.value_or(operation.yen).value;
    }
    return sums;
}

QStringList judged(const CampaignFacts &facts)
{
    const Payments payments = paymentsOf(facts);
    QStringList broken;
    judgeEffects(facts, payments, broken);
    judgeTurns(facts, payments, broken);
    judgeRest(facts, payments, broken);
    judgeReports(facts, broken);
    judgeDays(facts, broken);
    broken += facts.journal;
    for (const QString &place : facts.secrets) {
        broken.append(u"I14 %1 holds a secret"_s.arg(place));
    }
    return broken;
}

} // namespace kessai
