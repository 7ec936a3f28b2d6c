#pragma once

#include "tests/chaos/campaignfacts.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

namespace kessai {

/// What happened at the gateway beside our requests: its console, the shoppers, the wallet, the clock.
class CampaignOutside
{
public:
    CampaignOutside() = default;
    /// @param events `outside` of the simulator's ledger, oldest first
    explicit CampaignOutside(const QJsonArray &events);

    /// More than a shopper who pays on the carrier's page, or a wallet that says in its time what it was
    /// asked for.
    [[nodiscard]] bool isTouched(const QString &gatewayOrderId) const
    {
        return m_touched.contains(gatewayOrderId);
    }
    /// A card's, at the console.
    [[nodiscard]] QList<CampaignOutsideCancel> cancelsOf(const QString &gatewayOrderId) const
    {
        return m_cancels.value(gatewayOrderId);
    }
    /// How often console and shoppers touched a payment.
    [[nodiscard]] const QMap<QString, qint64> &deeds() const { return m_deeds; }

private:
    QHash<QString, QList<QJsonValue>> m_events;
    QSet<QString> m_touched;
    QHash<QString, QList<CampaignOutsideCancel>> m_cancels;
    QMap<QString, qint64> m_deeds;
};

} // namespace kessai
