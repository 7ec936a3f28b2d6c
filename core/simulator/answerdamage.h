#pragma once

#include "core/simulator/answerwriter.h"
#include "core/simulator/calloutcome.h"
#include "core/simulator/faultplan.h"

namespace kessai::simulator {

/// The approval number gets a leading space in the transaction too, so that later reads agree with the
/// answer.
void putSpaceIntoApprove(CallOutcome &outcome);

/// The fields of the answer as the faults leave them.
ReplyFields damaged(ReplyFields fields, const StruckFaults &faults);

/// Bends the answer around its fields: status, headers, page instead of fields.
void damageAnswer(GatewayAnswer &answer, const StruckFaults &faults, const QDateTime &now);

} // namespace kessai::simulator
