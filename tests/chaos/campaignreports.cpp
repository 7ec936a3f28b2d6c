#include "tests/chaos/campaignreports.h"

#include "core/storage/operationhistory.h"
#include "core/storage/runitems.h"
#include "tests/chaos/campaigncertain.h"

#include <QSet>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

CampaignSum doneOf(Database &database, const RunId &run)
{
    const RunSums sums = certain(runSums(database, run));
    return {certain(runItemCount(database, run, {OperationState::Done})),
            sums.yenByState.value(OperationState::Done).value};
}

CampaignSum doneIn(const QJsonArray &items)
{
    CampaignSum done;
    for (const auto &item : items) {
        const bool isDone = item[u"state"_s].toString() == u"DONE"_s;
        done.count += isDone ? 1 : 0;
        done.yen += isDone ? item[u"amount"_s].toInteger() : 0;
    }
    return done;
}

std::optional<OperationKind> kindOfCommand(const QString &command)
{
    for (const OperationKind kind :
         {OperationKind::Capture, OperationKind::Cancel, OperationKind::Change, OperationKind::Reauthorize}) {
        if (commandOf(kind) == command) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace

QList<CampaignDay> daysIn(Database &database)
{
    QList<CampaignDay> days;
    for (const DayTotal &total : certain(OperationHistory(database).dayTotals({}))) {
        days.append(
            {total.day.toString(u"yyyyMMdd"_s), total.kind, total.jobCd, {total.count, total.amount.value}});
    }
    return days;
}

QList<CampaignReport> reportsIn(Database &database, const CampaignSaid &said)
{
    QList<CampaignReport> reports;
    for (const QJsonObject &document : said.reports) {
        CampaignReport report;
        report.run = RunId{document.value(u"run"_s).toString()};
        report.kind = kindOfCommand(document.value(u"operation"_s).toString());
        report.state = document.value(u"state"_s).toString();
        const QJsonArray items = document.value(u"items"_s).toArray();
        report.items = items.size();
        const QJsonObject summary = document.value(u"summary"_s).toObject();
        for (auto part = summary.begin(); part != summary.end(); ++part) {
            report.summary.insert(part.key(), part->toInteger());
        }
        if (report.kind) {
            report.done = doneOf(database, report.run);
            report.doneItems = doneIn(items);
        }
        reports.append(report);
    }
    return reports;
}

QStringList runsWithoutReport(const CampaignSaid &said)
{
    QSet<QString> reported;
    for (const QJsonObject &document : said.reports) {
        reported.insert(document.value(u"run"_s).toString());
    }
    QStringList missing;
    for (const auto &run : said.runs) {
        if (!reported.contains(run[u"id"_s].toString())) {
            missing.append(u"I12 run %1 has no report"_s.arg(run[u"id"_s].toString()));
        }
    }
    return missing;
}

} // namespace kessai
