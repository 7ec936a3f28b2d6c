#pragma once

#include "tests/chaos/campaignfacts.h"
#include "tests/cli/shopfixture.h"

namespace kessai {

/// What the programs said at the end of a story.
struct CampaignSaid
{
    QJsonObject settle;
    QList<QJsonObject> reports; ///< `run ID report`
    QJsonArray runs;            ///< `runs`
};

/// Looks at a shop whose programs have ended: reads its database, the simulator's ledger and what was said.
/// Ends the program where one of them cannot be read.
CampaignFacts lookAt(const ShopFixture &shop, const CampaignSaid &said);

} // namespace kessai
