#include "tests/chaos/campaigntally.h"

#include <QJsonArray>
#include <QProcess>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Adds every number, also of objects inside.
void addNumbers(QJsonObject &sums, const QJsonObject &more)
{
    for (auto part = more.begin(); part != more.end(); ++part) {
        if (part->isObject()) {
            QJsonObject inside = sums.value(part.key()).toObject();
            addNumbers(inside, part->toObject());
            sums.insert(part.key(), inside);
        } else if (part->isDouble() && part.key() != u"seed"_s) {
            sums.insert(part.key(), sums.value(part.key()).toInteger() + part->toInteger());
        }
    }
}

qint64 totalOf(const QJsonObject &counts)
{
    qint64 total = 0;
    for (const auto &count : counts) {
        total += count.toInteger();
    }
    return total;
}

/// Of the folder that the program was built from.
QString commit()
{
    QProcess git;
    git.start(u"git"_s, {u"-C"_s, QStringLiteral(KESSAI_SOURCES), u"rev-parse"_s, u"HEAD"_s});
    const bool said = git.waitForStarted() && git.waitForFinished() && git.exitCode() == 0;
    const QString answer = QString::fromLatin1(git.readAllStandardOutput()).trimmed();
    return said && !answer.isEmpty() ? answer : u"unknown"_s;
}

} // namespace

CampaignTally::CampaignTally(QString database) : m_database(std::move(database)) {}

void CampaignTally::add(const QJsonObject &round)
{
    const qint64 seed = round.value(u"seed"_s).toInteger();
    m_firstSeed = m_rounds == 0 ? seed : std::min(m_firstSeed, seed);
    m_lastSeed = std::max(m_lastSeed, seed);
    ++m_rounds;
    addNumbers(m_sums, round);
    const QJsonArray broken = round.value(u"broken"_s).toArray();
    for (const auto &sentence : broken) {
        m_broken.append(u"seed %1: %2"_s.arg(seed).arg(sentence.toString()));
    }
}

qint64 CampaignTally::faults() const
{
    return totalOf(m_sums.value(u"faults"_s).toObject());
}

qint64 CampaignTally::kills() const
{
    const QJsonObject kills = m_sums.value(u"kills"_s).toObject();
    return kills.value(u"SIGKILL"_s).toInteger() + kills.value(u"KILLPOINT"_s).toInteger();
}

QJsonObject CampaignTally::summary() const
{
    QJsonObject summary = m_sums;
    summary.insert(u"commit"_s, commit());
    summary.insert(u"database"_s, m_database);
    summary.insert(u"seeds"_s, u"%1-%2"_s.arg(m_firstSeed).arg(m_lastSeed));
    summary.insert(u"rounds"_s, m_rounds);
    summary.insert(u"totalFaults"_s, faults());
    summary.insert(u"totalKills"_s, kills());
    summary.insert(u"broken"_s, QJsonArray::fromStringList(m_broken));
    summary.insert(u"verdict"_s, isBroken() ? u"broken"_s : u"sound"_s);
    return summary;
}

} // namespace kessai
