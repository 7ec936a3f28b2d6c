#pragma once

#include "app/cli/commandline.h"
#include "app/cli/commandresult.h"
#include "app/cli/stopsignal.h"
#include "app/cli/terminal.h"
#include "core/base/clock.h"
#include "core/base/log.h"

#include <memory>

namespace kessai::cli {

/// What a command is given: its words and the outside world. Copied into the coroutine; the pointers outlive
/// it.
struct Invocation
{
    CommandLine line;
    Clock *clock = nullptr;
    Terminal *terminal = nullptr;
    StopSignal *stopSignal = nullptr;
    /// The shop's log, open from the moment when a command may write.
    std::shared_ptr<std::unique_ptr<Log>> log = std::make_shared<std::unique_ptr<Log>>();

    /// Asked by the services before they begin anything more.
    [[nodiscard]] std::function<bool()> stop() const
    {
        return [signal = stopSignal] { return signal->requested(); };
    }
};

} // namespace kessai::cli
