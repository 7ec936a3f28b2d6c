#pragma once

#include "tests/chaos/campaignfacts.h"

namespace kessai {

/// I12: says which reports and lines of 日計 do not add up, or say something else than the ledger.
QStringList judgedSums(const CampaignFacts &facts);

/// What the ledger says of these operations of the facts: what 日計 and reports must say too.
QMap<OperationKind, CampaignSum> ledgerSums(const QList<CampaignOperation> &operations,
                                            const CampaignFacts &facts);

} // namespace kessai
