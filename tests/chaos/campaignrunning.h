#pragma once

#include "tests/chaos/campaignprograms.h"

#include <QElapsedTimer>

namespace kessai {

struct CampaignPrograms::Running
{
    CampaignCall *call;
    std::unique_ptr<QProcess> process;
    QElapsedTimer since{};
    qint64 bytesBefore = 0;
    bool hasBefallen = false;
    std::optional<QElapsedTimer> stopped{};
    std::optional<QElapsedTimer> closing{}; ///< of a window
    QElapsedTimer lookedAt{};
};

} // namespace kessai
