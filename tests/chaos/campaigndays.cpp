// 日計 against the ledger.
#include "tests/chaos/campaigneffects.h"
#include "tests/chaos/campaignsums.h"

#include <QSet>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

QString keyOf(const QString &day, OperationKind kind, const QString &jobCd)
{
    return u"%1 %2 %3"_s.arg(day, codeOf(kind), jobCd);
}

QString dayOfEffect(const LedgerEntry &request)
{
    return request.effect->value(u"processDate"_s).toString().left(8);
}

/// What the ledger has, by day, kind and word.
QMap<QString, CampaignSum> ledgerDays(const CampaignFacts &facts)
{
    const auto payments = paymentsByName(facts);
    QMap<QString, CampaignSum> days;
    for (const CampaignOperation &operation : facts.operations) {
        for (const LedgerEntry &request : operation.requests) {
            if (request.effect && operation.state == OperationState::Done) {
                CampaignSum &sum = days[keyOf(dayOfEffect(request), operation.kind, request.jobCd)];
                ++sum.count;
                sum.yen += movedYen(operation, payments).value_or(operation.yen).value;
            }
        }
    }
    return days;
}

using Payments = QHash<QString, CampaignPayment>;

/// Nothing at the gateway tells its day for sure. A wallet's answer has no date, and a later read may show
/// the day of its final word: then its clock when we sent counts, which may have been wrong. Of a cancel that
/// only a read proved, that read may show the one that the console made anew.
bool hasNoDayOfItsOwn(const CampaignOperation &operation, const LedgerEntry &request,
                      const Payments &payments)
{
    const bool wasAccepted = request.effect->value(u"status"_s).toString().startsWith(u"REQ"_s);
    const bool isHidden = operation.proof == Proof::Read && isHiddenByAnother(operation, request, payments);
    return operation.state == OperationState::Done && (wasAccepted || isHidden);
}

/// What may be moved from its day to another one.
struct Movable
{
    QString fromDay;
    OperationKind kind = OperationKind::Capture;
    QString jobCd;
    CampaignSum sum;
};

QList<Movable> movables(const CampaignFacts &facts)
{
    const Payments payments = paymentsByName(facts);
    QList<Movable> all;
    for (const CampaignOperation &operation : facts.operations) {
        const auto first = std::find_if(operation.requests.begin(), operation.requests.end(),
                                        [](const LedgerEntry &entry) { return entry.effect.has_value(); });
        if (first == operation.requests.end() || !hasNoDayOfItsOwn(operation, *first, payments)) {
            continue;
        }
        all.append({dayOfEffect(*first),
                    operation.kind,
                    first->jobCd,
                    {1, movedYen(operation, payments).value_or(operation.yen).value}});
    }
    return all;
}

/// Moves one to a day where one is missing; with `onlyExact` only where it is just what is missing there.
/// @returns false where none is left to be moved
bool moveOne(QList<Movable> &all, const QMap<QString, CampaignSum> &said, const CampaignFacts &facts,
             QMap<QString, CampaignSum> &ledger, bool onlyExact)
{
    for (qsizetype place = 0; place < all.size(); ++place) {
        const Movable one = all[place];
        CampaignSum &from = ledger[keyOf(one.fromDay, one.kind, one.jobCd)];
        if (from.count <= said.value(keyOf(one.fromDay, one.kind, one.jobCd)).count) {
            continue;
        }
        for (const CampaignDay &day : facts.days) {
            const QString to = keyOf(day.day, one.kind, one.jobCd);
            const CampaignSum missing{said.value(to).count - ledger.value(to).count,
                                      said.value(to).yen - ledger.value(to).yen};
            if (missing.count > 0 && (!onlyExact || missing == one.sum)) {
                from.count -= 1;
                from.yen -= one.sum.yen;
                ledger[to].count += 1;
                ledger[to].yen += one.sum.yen;
                all.removeAt(place);
                return true;
            }
        }
    }
    return false;
}

void moveToTheDaySaid(const CampaignFacts &facts, QMap<QString, CampaignSum> &ledger)
{
    QMap<QString, CampaignSum> said;
    for (const CampaignDay &day : facts.days) {
        CampaignSum &sum = said[keyOf(day.day, day.kind, day.jobCd)];
        sum.count += day.sum.count;
        sum.yen += day.sum.yen;
    }
    QList<Movable> all = movables(facts);
    while (moveOne(all, said, facts, ledger, true) || moveOne(all, said, facts, ledger, false)) {
    }
    ledger.removeIf(
        [](const std::pair<const QString &, CampaignSum &> &line) { return line.second == CampaignSum(); });
}

} // namespace

QStringList judgedDays(const CampaignFacts &facts)
{
    QStringList broken;
    const auto payments = paymentsByName(facts);
    QSet<OperationKind> others;
    for (const CampaignOperation &operation : facts.operations) {
        if (operation.state == OperationState::Done && !movedYen(operation, payments)) {
            others.insert(operation.kind);
        }
    }
    QMap<OperationKind, CampaignSum> kinds;
    QMap<QString, CampaignSum> days = ledgerDays(facts);
    moveToTheDaySaid(facts, days);
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
    return broken;
}

} // namespace kessai
