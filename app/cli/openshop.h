#pragma once

#include "app/cli/invocation.h"

#include <QCoro/QCoroTask>

namespace kessai::cli {

/// Closes the shop and keeps what was heard of the gateway's time for the next call.
struct ShopCloser
{
    void operator()(Shop *shop) const;
};

/// A shop opened for a command, or what to answer instead.
using OpenedShop = Result<std::unique_ptr<Shop, ShopCloser>, CommandResult>;

/// Read-only: works beside another program that holds the shop.
OpenedShop openForReading(const Invocation &invocation);
/// The one writer. Takes over what an earlier start left (journal.md §11) and says so.
OpenedShop openForWriting(const Invocation &invocation);

} // namespace kessai::cli
