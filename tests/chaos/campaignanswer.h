#pragma once

#include "tests/chaos/campaignprograms.h"

namespace kessai {

/// What is wrong with the answer of a call that nobody killed: it must be one document that adds up, with no
/// secret in it.
/// @param mayBeBusy the database may have been gone, or kept by a seat that stood still
QStringList problemsOf(const CampaignCall &call, bool mayBeBusy, const QList<QByteArray> &secrets);

} // namespace kessai
