#pragma once

#include "tests/chaos/campaignfacts.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kessai {

class Database;

/// What the programs said at the end of a story.
struct CampaignSaid
{
    QJsonObject settle;
    QList<QJsonObject> reports; ///< `run ID report`
    QJsonArray runs;            ///< `runs`
};

/// 日計 as the window shows it.
QList<CampaignDay> daysIn(Database &database);
/// What was reported of each run, and what the database sums up.
QList<CampaignReport> reportsIn(Database &database, const CampaignSaid &said);
/// A sentence for each run that was listed and not reported.
QStringList runsWithoutReport(const CampaignSaid &said);

} // namespace kessai
