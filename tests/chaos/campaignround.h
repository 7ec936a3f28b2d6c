#pragma once

#include <QJsonObject>
#include <QString>

namespace kessai {

/// One story: a fresh shop, real programs, faults, kills, then peace and the judge. All from the seed, but
/// for the moments at which the machine lets the programs run.
struct CampaignRound
{
    quint32 seed = 1;
    QString database;    ///< "" SQLite, or postgresql://…
    QString keepIn;      ///< where the folder of a round that is broken goes
    QString switchedOff; ///< rules that the command line goes without (journal.md §17), commas between

    /// `seed`, `broken` (sentences), `folder` (of a broken round) and counts: `faults` and `kills` by kind,
    /// `requests`, `effects`, `effectsByCall`, `operations`, `inDoubtSettled`, `conflicts`, `findings`.
    [[nodiscard]] QJsonObject play() const;
};

} // namespace kessai
