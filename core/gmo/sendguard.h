#pragma once

#include <functional>

namespace kessai {

/// Asked just before the first byte of a mutating body goes out (journal.md §6.5); false: no byte is given.
using SendGuard = std::function<bool()>;

} // namespace kessai
