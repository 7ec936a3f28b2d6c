#pragma once

#include "tests/chaos/campaignreports.h"
#include "tests/cli/shopfixture.h"

namespace kessai {

/// Looks at a shop whose programs have ended: reads its database, the simulator's ledger and what was said.
/// Ends the program where one of them cannot be read.
CampaignFacts lookAt(const ShopFixture &shop, const CampaignSaid &said);

} // namespace kessai
