// kill-campaign --seed N --kills N --database sqlite|postgresql
#include "tests/chaos/killcampaign.h"
#include "tests/storage/postgresqlserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

/// What the checks look at grows with the life of a shop.
constexpr int KillsOfOneShop = 50;

QString wordsOf(const kessai::KillCampaign &campaign, const QString &which,
                const kessai::KillCampaign::Result &result)
{
    const QString words =
        u"seed %1, %2: %3 kills, %4 runs, %5 requests, %6 effects, %7 operations left in doubt and settled"_s
            .arg(campaign.seed)
            .arg(which)
            .arg(result.kills)
            .arg(result.runs)
            .arg(result.requests)
            .arg(result.effects)
            .arg(result.doubts);
    return (QStringList{words} + result.broken).join(u"\nBROKEN "_s);
}

} // namespace

int main(int argumentCount, char **arguments)
{
    const QCoreApplication application(argumentCount, arguments);
    QCommandLineParser line;
    line.setApplicationDescription(u"Kills a working program again and again and checks the journal."_s);
    line.addHelpOption();
    line.addOption({u"seed"_s, u"First number of the dice."_s, u"N"_s, u"1"_s});
    line.addOption({u"kills"_s, u"How many."_s, u"N"_s, u"1000"_s});
    line.addOption({u"database"_s, u"sqlite or postgresql."_s, u"WHICH"_s, u"sqlite"_s});
    line.process(application);

    const QString which = line.value(u"database"_s);
    std::unique_ptr<kessai::PostgresqlServer> server;
    if (which == u"postgresql"_s) {
        server = std::make_unique<kessai::PostgresqlServer>();
    }
    QTextStream out(stdout);
    bool isBroken = false;
    kessai::KillCampaign campaign;
    campaign.seed = line.value(u"seed"_s).toUInt();
    for (int left = line.value(u"kills"_s).toInt(); left > 0 && !isBroken; left -= campaign.kills) {
        campaign.kills = std::min(left, KillsOfOneShop);
        campaign.database = server ? server->newDatabase() : QString();
        if (server && campaign.database.isEmpty()) {
            qFatal("There is no PostgreSQL server.");
        }
        const kessai::KillCampaign::Result result = campaign.run();
        out << wordsOf(campaign, which, result) << Qt::endl;
        isBroken = !result.broken.isEmpty();
        ++campaign.seed;
    }
    return isBroken ? 1 : 0;
}
