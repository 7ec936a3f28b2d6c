// kill-campaign --seed N --kills N --database sqlite|postgresql
#include "tests/chaos/killcampaign.h"
#include "tests/storage/postgresqlserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

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

    kessai::KillCampaign campaign;
    campaign.seed = line.value(u"seed"_s).toUInt();
    campaign.kills = line.value(u"kills"_s).toInt();
    std::unique_ptr<kessai::PostgresqlServer> server;
    if (line.value(u"database"_s) == u"postgresql"_s) {
        server = std::make_unique<kessai::PostgresqlServer>();
        campaign.database = server->newDatabase();
        if (campaign.database.isEmpty()) {
            qFatal("There is no PostgreSQL server.");
        }
    }
    const kessai::KillCampaign::Result result = campaign.run();
    QTextStream out(stdout);
    out << u"seed %1, %2: %3 kills, %4 requests, %5 effects, %6 operations left in doubt and settled\n"_s
               .arg(campaign.seed)
               .arg(line.value(u"database"_s))
               .arg(result.kills)
               .arg(result.requests)
               .arg(result.effects)
               .arg(result.doubts);
    for (const QString &broken : result.broken) {
        out << u"BROKEN "_s << broken << u'\n';
    }
    return result.broken.isEmpty() ? 0 : 1;
}
