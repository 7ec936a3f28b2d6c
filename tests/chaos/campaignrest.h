#pragma once

#include "tests/chaos/campaignchoice.h"
#include "tests/chaos/campaignreports.h"

namespace kessai {

/// Faults are off. What is left is settled, runs are gone on with, everything is compared and reported.
class CampaignRest
{
public:
    /// Runs the command line to its end and gives its answer.
    using Say = std::function<ProgramAnswer(const QStringList &words)>;

    CampaignRest(const ShopFixture &shop, int orderCount, Say say)
        : m_shop(shop), m_count(orderCount), m_say(std::move(say))
    {
    }

    CampaignSaid come();
    /// Sentences about what did not come to rest.
    [[nodiscard]] const QStringList &broken() const { return m_broken; }

private:
    void settle();
    void goOnWithRuns();

    const ShopFixture &m_shop;
    int m_count;
    Say m_say;
    QStringList m_broken;
};

} // namespace kessai
