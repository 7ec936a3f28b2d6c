#pragma once

#include "tests/chaos/campaignfacts.h"

namespace kessai {

/// Says what is wrong with the facts, each line with the invariant of journal.md §16 that it breaks; nothing:
/// all is well. Of a payment that the console touched a "done" may be the console's doing; a payment that it
/// did not touch must not need a person at all.
QStringList judged(const CampaignFacts &facts);

} // namespace kessai
