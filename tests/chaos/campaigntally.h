#pragma once

#include <QJsonObject>
#include <QString>

namespace kessai {

/// The sum of the rounds of a campaign.
class CampaignTally
{
public:
    /// @param database sqlite or postgresql
    explicit CampaignTally(QString database);

    /// What CampaignRound::play() gave.
    void add(const QJsonObject &round);

    [[nodiscard]] qint64 faults() const; ///< that struck
    [[nodiscard]] qint64 kills() const;  ///< programs that died: by SIGKILL or at a kill point
    [[nodiscard]] bool isBroken() const { return !m_broken.isEmpty(); }
    /// commit, database, seeds, rounds, faults and kills by kind and in total, requests, effects, operations,
    /// inDoubtSettled, conflicts, findings, broken, verdict.
    [[nodiscard]] QJsonObject summary() const;

private:
    QString m_database;
    QJsonObject m_sums;
    QStringList m_broken;
    qint64 m_rounds = 0;
    qint64 m_firstSeed = 0;
    qint64 m_lastSeed = 0;
};

} // namespace kessai
