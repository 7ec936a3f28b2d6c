#pragma once

#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <optional>

namespace kessai {

/// The gateway's time for date rules (design.md §6 "Japan time"): its last answer's Date plus the time since,
/// also when an earlier call of the program heard it; this machine's clock before the first answer.
QDateTime gatewayTime(ShopContext &context);

/// How far the gateway's clock was from ours when it last answered an earlier start; 0 before.
std::chrono::milliseconds keptClockOffset(MetaStore &meta);

/// When it last answered any program of this database, by that one's clock; none before the first time.
std::optional<QDateTime> keptLastAnswer(MetaStore &meta);

/// Keeps how far the gateway's clock is from ours and when it answered, if it did, for the calls that come
/// after.
void keepGatewayTime(ShopContext &context);

/// Waits while no cancel may be armed (journal.md §9). false: `stop` said so before it was over.
QCoro::Task<bool> waitOutMidnight(ShopContext &context, std::function<bool()> stop);

} // namespace kessai
