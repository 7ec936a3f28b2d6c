#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

/// A shop opened for a command, or what to answer instead.
using OpenedShop = Result<std::unique_ptr<Shop>, CommandResult>;

/// Read-only: works beside another program that holds the shop.
OpenedShop openForReading(const Invocation &invocation);
/// The one writer. Takes over what an earlier start left (journal.md §11) and says so.
OpenedShop openForWriting(const Invocation &invocation);

} // namespace kessai::cli
