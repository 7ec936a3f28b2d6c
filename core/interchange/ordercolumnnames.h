#pragma once

#include "core/interchange/ordercolumns.h"

#include <QHash>

namespace kessai {

/// The default headers of a shop system's order CSV (order-csv.md §1, §2), those that are off by default
/// included.
const QHash<QString, OrderColumn> &columnByHeader(OrderFileFormat format);

/// 明細区分(名称) of the ids 1 to 6.
const QStringList &itemTypeNames();

} // namespace kessai
