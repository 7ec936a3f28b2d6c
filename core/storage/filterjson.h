#pragma once

#include "core/storage/orderfilter.h"

#include <QByteArray>

#include <optional>

namespace kessai {

/// An OrderFilter as the database keeps it: what is not asked for is left out.
QByteArray jsonOf(const OrderFilter &filter);

/// Nothing for what is no such filter: the database may come from another version or from somebody else's
/// hand. Names that nobody knows are refused too, for a search that leaves a condition out shows more than it
/// says.
std::optional<OrderFilter> filterFromJson(const QByteArray &json);

} // namespace kessai
