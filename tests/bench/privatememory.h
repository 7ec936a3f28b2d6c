#pragma once

namespace kessai {

/// This process's private memory, in MB: RssAnon of /proc/self/status, after what is free was given back.
double privateMemoryMb();

} // namespace kessai
