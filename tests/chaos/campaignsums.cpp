#include "tests/chaos/campaignsums.h"

#include "tests/chaos/campaigneffects.h"

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::LedgerEntry;

namespace {

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

QString textOf(const CampaignSum &sum)
{
    return u"%1 / %2 yen"_s.arg(sum.count).arg(sum.yen);
}

QStringList judgedSums(const CampaignFacts &facts)
{
    QStringList broken;
    judgeReports(facts, broken);
    return broken + judgedDays(facts);
}

} // namespace kessai
