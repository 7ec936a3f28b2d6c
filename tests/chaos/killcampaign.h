#pragma once

#include <QString>
#include <QStringList>

namespace kessai {

/// Kills a working program at random moments, lets the next start settle what it left, and checks journal.md
/// §16 each time.
struct KillCampaign
{
    quint32 seed = 1;
    int kills = 12;
    QString database; ///< "" SQLite, or postgresql://…

    struct Result
    {
        int kills = 0;
        int runs = 0;
        int requests = 0;   ///< mutating requests that arrived
        int effects = 0;    ///< of these, with effect
        int doubts = 0;     ///< operations that the next starts found in doubt
        QStringList broken; ///< the invariants that did not hold
    };
    [[nodiscard]] Result run() const;
};

} // namespace kessai
