#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

/// A shop opened for a command, or what to answer instead.
using OpenedShop = Result<std::unique_ptr<Shop>, CommandResult>;

/// Read-only: works beside another program that holds the shop, and makes nothing where no shop is. A
/// database of another environment or shop is refused.
OpenedShop openForReading(const Invocation &invocation);
/// As above for the one command that looks into what is wrong: a database of another shop is opened, too.
OpenedShop openForInspection(const Invocation &invocation);
/// The one writer. Takes over what an earlier start left (journal.md §11) and says so.
OpenedShop openForWriting(const Invocation &invocation);

} // namespace kessai::cli
