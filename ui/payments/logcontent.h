#pragma once

#include "core/services/paymentlog.h"

namespace kessai {

/// What a line of the 決済ログ was about, for staff: 「決済金額 ¥3,200、承認番号 0378171」 for
/// `Amount=3200 Approve=0378171`. Keys that have no word stay as they are.
QString readableContent(const LogEntry &entry);

} // namespace kessai
