#pragma once

#include "core/base/ids.h"

#include <functional>

namespace kessai {

/// Opens the window of one order, or raises it where it is open already. Empty: opening is not offered.
using OrderWindowFactory = std::function<void(OrderId)>;

} // namespace kessai
