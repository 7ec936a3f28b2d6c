#pragma once

#include "tests/chaos/campaignfacts.h"

namespace kessai {

/// Says what is wrong with the facts, each line with the invariant of journal.md §16 that it breaks; nothing:
/// all is well. Of a payment that somebody else touched a "done" may be that one's doing; a payment that
/// nobody did must not need a person at all, and the gateway's own counters must say what our requests did.
QStringList judged(const CampaignFacts &facts);

} // namespace kessai
