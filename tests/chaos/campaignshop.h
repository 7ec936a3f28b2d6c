#pragma once

#include "tests/chaos/campaigndice.h"

namespace kessai {

/// Options of the simulator.
QStringList gatewayWords(CampaignDice &dice, quint32 seed, bool isTls);

/// Sets a shop up with short times, and gives it orders 1 to `orderCount`. Ends the program where that does
/// not work.
/// @param database as CampaignRound::database
/// @returns the orders
QList<SampleOrder> openShop(ShopFixture &shop, CampaignDice &dice, const QString &database, int orderCount);

} // namespace kessai
