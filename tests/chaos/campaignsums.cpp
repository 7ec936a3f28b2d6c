#include "tests/chaos/campaignsums.h"

#include "tests/chaos/campaigneffects.h"

#include <QSet>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

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
        if (!report.kind) {
            continue;
        }
        const CampaignSum ledger = ledgerSums(ofRun, facts).value(*report.kind);
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

void moveToTheDaySaid(const CampaignFacts &facts, QMap<QString, CampaignSum> &ledger)
{
    QMap<QString, qint64> said;
    for (const CampaignDay &day : facts.days) {
        said[keyOf(day.day, day.kind, day.jobCd)] += day.sum.count;
    }
    const Payments payments = paymentsByName(facts);
    for (const CampaignOperation &operation : facts.operations) {
        const auto first = std::find_if(operation.requests.begin(), operation.requests.end(),
                                        [](const LedgerEntry &entry) { return entry.effect.has_value(); });
        if (first == operation.requests.end() || !hasNoDayOfItsOwn(operation, *first, payments)) {
            continue;
        }
        const LedgerEntry &request = *first;
        const QString from = keyOf(dayOfEffect(request), operation.kind, request.jobCd);
        const auto other = std::find_if(facts.days.begin(), facts.days.end(), [&](const CampaignDay &day) {
            const QString to = keyOf(day.day, day.kind, day.jobCd);
            return day.kind == operation.kind && day.jobCd == request.jobCd &&
                   ledger.value(to).count < said.value(to);
        });
        if (ledger.value(from).count <= said.value(from) || other == facts.days.end()) {
            continue;
        }
        const QString to = keyOf(other->day, other->kind, other->jobCd);
        const qint64 yen = movedYen(operation, payments).value_or(operation.yen).value;
        ledger[from].count -= 1;
        ledger[from].yen -= yen;
        ledger[to].count += 1;
        ledger[to].yen += yen;
    }
    ledger.removeIf(
        [](const std::pair<const QString &, CampaignSum &> &line) { return line.second == CampaignSum(); });
}

/// 日計 is the ledger's by kind, and by day and word too; only what the console did in our place may stand
/// on a day of its own.
void judgeDays(const CampaignFacts &facts, QStringList &broken)
{
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
}

} // namespace

QMap<OperationKind, CampaignSum> ledgerSums(const QList<CampaignOperation> &operations,
                                            const CampaignFacts &facts)
{
    const auto payments = paymentsByName(facts);
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

QStringList judgedSums(const CampaignFacts &facts)
{
    QStringList broken;
    judgeReports(facts, broken);
    judgeDays(facts, broken);
    return broken;
}

} // namespace kessai
