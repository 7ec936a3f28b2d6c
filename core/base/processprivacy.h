#pragma once

namespace kessai {

/// For the first line of main(): what this process writes is for its owner alone, and a crash leaves no
/// picture of its memory, in which the gateway's password lies (journal.md §16, I14).
void keepProcessPrivate();

} // namespace kessai
