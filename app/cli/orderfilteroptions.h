#pragma once

#include "app/cli/commandline.h"
#include "core/storage/orderfilter.h"

namespace kessai::cli {

/// What `orders` is asked for.
struct OrderQuery
{
    OrderFilter filter;
    OrderSort sort;
    qint64 limit = 100;
    qint64 offset = 0;
};

/// The error is a sentence that names the option and what it takes.
Result<OrderQuery, QString> orderQueryOf(const CommandLine &line);

} // namespace kessai::cli
