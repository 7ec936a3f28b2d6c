// chaos-campaign --seed N --faults N --kills N --database sqlite|postgresql [--jobs N] [--summary FILE
// [--go-on]] chaos-campaign --replay SEED --database sqlite|postgresql
#include "tests/chaos/campaignround.h"
#include "tests/chaos/campaigntally.h"
#include "tests/chaos/campaignwishes.h"
#include "tests/storage/postgresqlserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

#include <list>

using namespace kessai;
using namespace Qt::StringLiterals;

namespace {

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
    return !name.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int playOne(const CampaignWishes &wishes)
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
    explicit Campaign(const CampaignWishes &wishes) : m_wishes(wishes), m_nextSeed(wishes.seed)
    {
        const QJsonObject before = QJsonDocument::fromJson(contentOf(wishes.summary)).object();
        if (wishes.goesOn && !before.isEmpty() && !m_tally.goOnFrom(before)) {
            qFatal("%s is of another commit or database.", qPrintable(wishes.summary));
        }
    }

    bool run()
    {
        while (!isEnough() || !m_rounds.empty()) {
            while (!isEnough() && int(m_rounds.size()) < m_wishes.jobs) {
                startRound();
            }
            endRounds();
        }
        m_out << QJsonDocument(m_tally.summary()).toJson() << Qt::flush;
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
        while (m_tally.has(m_nextSeed)) {
            ++m_nextSeed;
        }
        const quint32 seed = m_nextSeed++;
        const QString file = m_folder.filePath(QString::number(seed));
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->setStandardInputFile(QProcess::nullDevice());
        process->start(QCoreApplication::applicationFilePath(),
                       {u"--replay"_s, QString::number(seed), u"--database"_s, m_wishes.database(),
                        u"--keep"_s, m_wishes.keepIn, u"--switch-off"_s, m_wishes.switchedOff,
                        u"--round-result"_s, file});
        m_rounds.push_back({seed, file, std::move(process)});
    }

    /// After each round, so that a campaign that is ended can be gone on with.
    void writeSummary() const
    {
        if (!m_wishes.summary.isEmpty()) {
            write(m_wishes.summary, QJsonDocument(m_tally.summary()).toJson());
        }
    }

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
            writeSummary();
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
                         .arg(m_wishes.database(), result.value(u"folder"_s).toString())
                  << Qt::endl;
        }
    }

    CampaignWishes m_wishes;
    quint32 m_nextSeed;
    QTemporaryDir m_folder;
    std::list<Round> m_rounds;
    CampaignTally m_tally{m_wishes.database(), CampaignTally::commitHere()};
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
    const CampaignWishes wishes = campaignWishes(application);
    if (wishes.isPostgresql && qEnvironmentVariableIsEmpty("KESSAI_TEST_POSTGRESQL")) {
        qFatal("Start it with installer/with-postgresql.sh: one server is for all rounds.");
    }
    if (wishes.replay) {
        return playOne(wishes);
    }
    return Campaign(wishes).run() ? 0 : 1;
}
