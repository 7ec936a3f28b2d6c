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

} // namespace

QString CampaignTally::commitHere()
{
    QProcess git;
    git.start(u"git"_s, {u"-C"_s, QStringLiteral(KESSAI_SOURCES), u"describe"_s, u"--always"_s, u"--dirty"_s,
                         u"--abbrev=40"_s, u"--exclude=*"_s});
    const bool said = git.waitForStarted() && git.waitForFinished() && git.exitCode() == 0;
    const QString answer = QString::fromLatin1(git.readAllStandardOutput()).trimmed();
    return said && !answer.isEmpty() ? answer : u"unknown"_s;
}

CampaignTally::CampaignTally(QString database, QString commit)
    : m_database(std::move(database)), m_commit(std::move(commit))
{
}

bool CampaignTally::goOnFrom(const QJsonObject &summary)
{
    if (summary.value(u"commit"_s).toString() != m_commit ||
        summary.value(u"database"_s).toString() != m_database) {
        return false;
    }
    const QStringList ranges = summary.value(u"seeds"_s).toString().split(u',', Qt::SkipEmptyParts);
    for (const QString &range : ranges) {
        const quint32 last = range.section(u'-', -1).toUInt();
        for (quint32 seed = range.section(u'-', 0, 0).toUInt(); seed <= last; ++seed) {
            m_seeds.insert(seed);
        }
    }
    m_sums = summary;
    for (const QString &mine : {u"rounds"_s, u"totalFaults"_s, u"totalKills"_s}) {
        m_sums.remove(mine); // reckoned from the others
    }
    const QJsonArray broken = summary.value(u"broken"_s).toArray();
    for (const auto &sentence : broken) {
        m_broken.append(sentence.toString());
    }
    return true;
}

void CampaignTally::add(const QJsonObject &round)
{
    const qint64 seed = round.value(u"seed"_s).toInteger();
    m_seeds.insert(quint32(seed));
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

QString CampaignTally::seedsText() const
{
    QStringList ranges;
    for (auto first = m_seeds.begin(); first != m_seeds.end();) {
        auto next = first;
        quint32 last = *first;
        while (++next != m_seeds.end() && *next == last + 1) {
            last = *next;
        }
        ranges.append(last == *first ? QString::number(last) : u"%1-%2"_s.arg(*first).arg(last));
        first = next;
    }
    return ranges.join(u',');
}

QJsonObject CampaignTally::summary() const
{
    QJsonObject summary = m_sums;
    summary.insert(u"commit"_s, m_commit);
    summary.insert(u"database"_s, m_database);
    summary.insert(u"seeds"_s, seedsText());
    summary.insert(u"rounds"_s, qint64(m_seeds.size()));
    summary.insert(u"totalFaults"_s, faults());
    summary.insert(u"totalKills"_s, kills());
    summary.insert(u"broken"_s, QJsonArray::fromStringList(m_broken));
    summary.insert(u"verdict"_s, isBroken() ? u"broken"_s : u"sound"_s);
    return summary;
}

} // namespace kessai
