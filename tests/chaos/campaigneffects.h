#pragma once

#include "tests/chaos/campaignfacts.h"

#include <QHash>

namespace kessai {

QHash<QString, CampaignPayment> paymentsByName(const CampaignFacts &facts);

/// Requests of this operation that changed the transaction, a second delivery inside the gateway included.
int effectsOf(const CampaignOperation &operation);

/// The console authorised and cancelled anew after this cancel, by the same yen that we count.
bool isHiddenByAnother(const CampaignOperation &operation, const simulator::LedgerEntry &request,
                       const QHash<QString, CampaignPayment> &payments);

/// The yen of its first effect; none without one. Where the console authorised and cancelled anew after our
/// cancel and before the first read of it, nothing at the gateway tells the two cancels apart: ours may count
/// as the later one.
std::optional<Yen> movedYen(const CampaignOperation &operation,
                            const QHash<QString, CampaignPayment> &payments);

/// A machine that stood still brought the effect later than the gateway may take (A1).
bool cameTooLate(const CampaignOperation &operation, const CampaignFacts &facts);

} // namespace kessai
