#pragma once

#include "tests/chaos/campaignreports.h"
#include "tests/cli/shopfixture.h"

namespace kessai {

/// `transactions` of the simulator.
QJsonArray transactionsAt(const ShopFixture &shop);

/// Looks at a shop whose programs have ended: reads its database, the simulator's ledger and what was said.
/// Ends the program where one of them cannot be read.
/// @param before the simulator's transactions when the story began
CampaignFacts lookAt(const ShopFixture &shop, const CampaignSaid &said, const QJsonArray &before);

} // namespace kessai
