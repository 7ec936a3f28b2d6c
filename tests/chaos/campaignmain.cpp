// chaos-campaign --seed N --faults N --kills N --database sqlite|postgresql [--jobs N] [--summary FILE]
// chaos-campaign --replay SEED --database sqlite|postgresql
#include "tests/chaos/campaignround.h"
#include "tests/chaos/campaigntally.h"
#include "tests/storage/postgresqlserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QUrl>

#include <algorithm>
#include <list>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

struct Wishes
{
    quint32 seed = 1;
    qint64 faults = 0;
    qint64 kills = 0;
    bool isPostgresql = false;
    int jobs = 1;
    QString summary;
    QString keepIn;
    QString switchedOff;
    std::optional<quint32> replay;
    QString roundResult; ///< of a round that this program plays for another
};

Wishes wishesOf(const QCoreApplication &application)
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
         {u"jobs"_s, u"Rounds at once."_s, u"N"_s, u"3"_s},
         {u"summary"_s, u"Where the figures go, as JSON."_s, u"FILE"_s},
         {u"keep"_s, u"Where the folders of broken rounds go."_s, u"FOLDER"_s, QDir::tempPath()},
         {u"switch-off"_s,
          u"A rule that the command line goes without (journal.md §17), to see that it is missed."_s,
          u"RULE"_s},
         {u"replay"_s, u"Play this one round."_s, u"SEED"_s},
         {u"round-result"_s, u"Where the result of the one round goes."_s, u"FILE"_s}});
    line.process(application);
    Wishes wishes;
    wishes.seed = line.value(u"seed"_s).toUInt();
    wishes.faults = line.value(u"faults"_s).toLongLong();
    wishes.kills = line.value(u"kills"_s).toLongLong();
    wishes.isPostgresql = line.value(u"database"_s) == u"postgresql"_s;
    wishes.jobs = std::max(1, line.value(u"jobs"_s).toInt());
    wishes.summary = line.value(u"summary"_s);
    wishes.keepIn = line.value(u"keep"_s);
    if (line.isSet(u"replay"_s)) {
        wishes.replay = line.value(u"replay"_s).toUInt();
    }
    wishes.switchedOff = line.value(u"switch-off"_s);
    wishes.roundResult = line.value(u"round-result"_s);
    return wishes;
}

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("%s cannot be written", qPrintable(name));
    }
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int playOne(const Wishes &wishes)
{
    CampaignRound round{*wishes.replay, {}, wishes.keepIn, wishes.switchedOff};
    if (wishes.isPostgresql) {
        round.database = PostgresqlServer().newDatabase();
        if (round.database.isEmpty()) {
            qFatal("The PostgreSQL server gives no database.");
        }
    }
    const QByteArray result = QJsonDocument(round.play()).toJson();
    if (!wishes.roundResult.isEmpty()) {
        write(wishes.roundResult, result);
    } else {
        QTextStream(stdout) << result;
    }
    return QJsonDocument::fromJson(result).object().value(u"broken"_s).toArray().isEmpty() ? 0 : 1;
}

/// Rounds side by side, each in a process of its own, until there were enough faults and kills.
class Campaign
{
public:
    explicit Campaign(const Wishes &wishes) : m_wishes(wishes), m_nextSeed(wishes.seed) {}

    bool run()
    {
        while (!isEnough() || !m_rounds.empty()) {
            while (!isEnough() && int(m_rounds.size()) < m_wishes.jobs) {
                startRound();
            }
            endRounds();
        }
        const QJsonObject summary = m_tally.summary();
        if (!m_wishes.summary.isEmpty()) {
            write(m_wishes.summary, QJsonDocument(summary).toJson());
        }
        m_out << QJsonDocument(summary).toJson() << Qt::flush;
        return !m_tally.isBroken();
    }

private:
    struct Round
    {
        quint32 seed;
        QString file;
        std::unique_ptr<QProcess> process;
    };

    [[nodiscard]] bool isEnough() const
    {
        return m_tally.isBroken() ||
               (m_tally.faults() >= m_wishes.faults && m_tally.kills() >= m_wishes.kills);
    }

    void startRound()
    {
        const quint32 seed = m_nextSeed++;
        const QString file = m_folder.filePath(QString::number(seed));
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->setStandardInputFile(QProcess::nullDevice());
        process->start(QCoreApplication::applicationFilePath(),
                       {u"--replay"_s, QString::number(seed), u"--database"_s, database(), u"--keep"_s,
                        m_wishes.keepIn, u"--switch-off"_s, m_wishes.switchedOff, u"--round-result"_s, file});
        m_rounds.push_back({seed, file, std::move(process)});
    }

    [[nodiscard]] QString database() const { return m_wishes.isPostgresql ? u"postgresql"_s : u"sqlite"_s; }

    void endRounds()
    {
        constexpr int PollMs = 50;
        for (auto round = m_rounds.begin(); round != m_rounds.end();) {
            const bool isOver =
                round->process->state() == QProcess::NotRunning || round->process->waitForFinished(PollMs);
            if (!isOver) {
                ++round;
                continue;
            }
            QJsonObject result = QJsonDocument::fromJson(contentOf(round->file)).object();
            if (result.isEmpty()) {
                result = {{u"seed"_s, qint64(round->seed)},
                          {u"broken"_s, QJsonArray{u"the round did not come to its end"_s}}};
            }
            m_tally.add(result);
            tell(result);
            round = m_rounds.erase(round);
        }
    }

    void tell(const QJsonObject &result)
    {
        const quint32 seed = quint32(result.value(u"seed"_s).toInteger());
        m_out << u"seed %1: %2 faults, %3 kills so far"_s.arg(seed).arg(m_tally.faults()).arg(m_tally.kills())
              << Qt::endl;
        const QJsonArray broken = result.value(u"broken"_s).toArray();
        for (const auto &sentence : broken) {
            m_out << u"BROKEN seed %1: %2"_s.arg(seed).arg(sentence.toString()) << Qt::endl;
        }
        if (!broken.isEmpty()) {
            m_out << u"Play it again: chaos-campaign --replay %1 --database %2\nIts folder: %3"_s.arg(seed)
                         .arg(database(), result.value(u"folder"_s).toString())
                  << Qt::endl;
        }
    }

    Wishes m_wishes;
    quint32 m_nextSeed;
    QTemporaryDir m_folder;
    std::list<Round> m_rounds;
    CampaignTally m_tally{database()};
    QTextStream m_out{stdout};
};

} // namespace

int main(int argumentCount, char **arguments)
{
    const QCoreApplication application(argumentCount, arguments);
    if (qEnvironmentVariableIsEmpty("KESSAI_BINARIES")) {
        qputenv("KESSAI_BINARIES",
                QDir(QCoreApplication::applicationDirPath() + u"/../bin"_s).canonicalPath().toUtf8());
    }
    const Wishes wishes = wishesOf(application);
    if (wishes.isPostgresql && qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
        qFatal("Start it with installer/with-postgresql.sh: one server is for all rounds.");
    }
    if (wishes.replay) {
        return playOne(wishes);
    }
    return Campaign(wishes).run() ? 0 : 1;
}
