#pragma once

#include <QJsonObject>
#include <QString>

#include <set>

namespace kessai {

/// The sum of the rounds of a campaign.
class CampaignTally
{
public:
    /// @param database sqlite or postgresql
    /// @param commit of what is tried
    CampaignTally(QString database, QString commit);
    /// Of the folder that this program was built from, with -dirty where it is changed; unknown where git
    /// says nothing.
    static QString commitHere();

    /// Goes on from the summary of an earlier campaign. False where it is of another commit or database.
    bool goOnFrom(const QJsonObject &summary);
    /// What CampaignRound::play() gave.
    void add(const QJsonObject &round);
    [[nodiscard]] bool has(quint32 seed) const { return m_seeds.count(seed) > 0; }

    [[nodiscard]] qint64 faults() const; ///< that struck
    [[nodiscard]] qint64 kills() const;  ///< programs that died: by SIGKILL or at a kill point
    [[nodiscard]] bool isBroken() const { return !m_broken.isEmpty(); }
    /// commit, database, seeds (as 1-40,43), rounds, faults and kills by kind and in total, requests,
    /// effects (also by call), operations, inDoubtSettled, conflicts, findings, broken, verdict.
    [[nodiscard]] QJsonObject summary() const;

private:
    [[nodiscard]] QString seedsText() const;

    QString m_database;
    QString m_commit;
    QJsonObject m_sums;
    QStringList m_broken;
    std::set<quint32> m_seeds; ///< of the rounds
};

} // namespace kessai
