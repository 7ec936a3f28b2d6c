#pragma once

namespace kessai {

/// What a colour and its mark say (screens.md "Colours"). Never the only sign: a word goes with it.
enum class Meaning { Accent, NeedsWork, Good, Motion, Closed, Doubt, NeedsPerson };

} // namespace kessai
