#pragma once

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace kessai {

/// What the command line asks for.
struct CampaignWishes
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
    bool goesOn = false;
    QString roundResult; ///< of a round that this program plays for another

    [[nodiscard]] QString database() const
    {
        return isPostgresql ? QStringLiteral("postgresql") : QStringLiteral("sqlite");
    }
};

/// Ends the program where they cannot be understood.
CampaignWishes campaignWishes(const QCoreApplication &application);

} // namespace kessai
