#pragma once

#include "core/services/paymentlog.h"

namespace kessai::cli {

/// 決済ログ for people, oldest first: what the JSON tells in codes stands here in words.
QString logText(const QList<LogEntry> &entries);

} // namespace kessai::cli
