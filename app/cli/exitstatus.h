#pragma once

namespace kessai::cli {

/// What `kessai` answers to the shell (design.md §8). Scripts branch on these numbers; they never change.
enum class ExitStatus {
    AllDone = 0, ///< all asked is done
    Partly = 1,  ///< an item REFUSED, CANCELLED or waiting, or an import line refused
    Usage = 2,   ///< wrong usage or bad input, nothing begun
    InDoubt = 3, ///< an item is IN_DOUBT or CONFLICT
    Store = 4,   ///< data folder or database, or another program holds the shop
    Gateway = 5, ///< gateway or credentials unusable and no item DONE
};

} // namespace kessai::cli
