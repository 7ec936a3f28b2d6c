#include "tests/chaos/campaignwishes.h"

#include <QCommandLineParser>
#include <QDir>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

CampaignWishes campaignWishes(const QCoreApplication &application)
{
    QCommandLineParser line;
    line.setApplicationDescription(
        u"Runs the real programs with faults and kills, and judges what is left behind."_s);
    line.addHelpOption();
    line.addOptions(
        {{u"seed"_s, u"Of the first round; the next one has the next."_s, u"N"_s, u"1"_s},
         {u"faults"_s, u"Go on until so many struck."_s, u"N"_s, u"150"_s},
         {u"kills"_s, u"Go on until so many programs died."_s, u"N"_s, u"20"_s},
         {u"database"_s, u"sqlite or postgresql."_s, u"WHICH"_s, u"sqlite"_s},
         {u"jobs"_s, u"Rounds at once; they wait more than they work."_s, u"N"_s, u"6"_s},
         {u"summary"_s, u"Where the figures go, as JSON."_s, u"FILE"_s},
         {u"go-on"_s, u"Add to what the summary file has already; of the same commit and database."_s},
         {u"keep"_s, u"Where the folders of broken rounds go."_s, u"FOLDER"_s, QDir::tempPath()},
         {u"switch-off"_s,
          u"A rule that the command line goes without (journal.md §17), to see that it is missed."_s,
          u"RULE"_s},
         {u"replay"_s, u"Play this one round."_s, u"SEED"_s},
         {u"round-result"_s, u"Where the result of the one round goes."_s, u"FILE"_s}});
    line.process(application);
    CampaignWishes wishes;
    wishes.seed = line.value(u"seed"_s).toUInt();
    wishes.faults = line.value(u"faults"_s).toLongLong();
    wishes.kills = line.value(u"kills"_s).toLongLong();
    wishes.isPostgresql = line.value(u"database"_s) == u"postgresql"_s;
    wishes.jobs = std::max(1, line.value(u"jobs"_s).toInt());
    wishes.summary = line.value(u"summary"_s);
    wishes.goesOn = line.isSet(u"go-on"_s);
    wishes.keepIn = line.value(u"keep"_s);
    if (line.isSet(u"replay"_s)) {
        wishes.replay = line.value(u"replay"_s).toUInt();
    }
    wishes.switchedOff = line.value(u"switch-off"_s);
    wishes.roundResult = line.value(u"round-result"_s);
    return wishes;
}

} // namespace kessai
