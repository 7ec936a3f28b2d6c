#pragma once

#include "tests/chaos/campaignprograms.h"

namespace kessai {

/// Chooses what is done next in a story: by the command line or at the window, with orders whose payments fit
/// mostly.
class CampaignChoice
{
public:
    /// @param orderCount orders 1 to this
    CampaignChoice(const ShopFixture &shop, int orderCount) : m_shop(shop), m_count(orderCount) {}

    /// @param expected about so many requests that move money come of it
    /// @param mayBeWindow one window at a time: a second one only shows the first
    CampaignCall call(CampaignDice &dice, bool mayBeWindow, int &expected) const;
    /// By their state: running, paused, finished.
    [[nodiscard]] QStringList runsIn(const QString &state) const;

private:
    QStringList numbersFor(CampaignDice &dice, const QString &verb) const;
    QStringList operation(CampaignDice &dice, int &expected) const;
    QString hands(CampaignDice &dice, int &expected) const;
    QString handsOfNoMoney(CampaignDice &dice) const;

    const ShopFixture &m_shop;
    int m_count;
};

} // namespace kessai
