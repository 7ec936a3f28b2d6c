#pragma once

namespace kessai::cli {

/// SIGINT and SIGTERM after listen(): the first asks to stop (claim no more, wait for open requests), the
/// second leaves at once; what is ARMED then is settled at the next start (journal.md §11).
class StopSignal
{
public:
    /// Before this call a signal ends the program as usual: nothing has been begun.
    void listen();
    [[nodiscard]] bool requested() const;
};

} // namespace kessai::cli
