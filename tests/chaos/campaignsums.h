#pragma once

#include "tests/chaos/campaignfacts.h"

namespace kessai {

/// I12: says which reports and lines of 日計 do not add up, or say something else than the ledger.
QStringList judgedSums(const CampaignFacts &facts);

/// The part about 日計: it is the ledger's by kind, and by day and word too; only what the console did in our
/// place may stand on a day of its own.
QStringList judgedDays(const CampaignFacts &facts);

QString textOf(const CampaignSum &sum);

/// What the ledger says of these operations of the facts: what 日計 and reports must say too.
QMap<OperationKind, CampaignSum> ledgerSums(const QList<CampaignOperation> &operations,
                                            const CampaignFacts &facts);

} // namespace kessai
