#pragma once

#include "app/cli/commandline.h"
#include "core/storage/orderfilter.h"

#include <QDate>

#include <optional>

namespace kessai::cli {

/// What `orders` is asked for.
struct OrderQuery
{
    OrderFilter filter;
    OrderSort sort;
    qint64 limit = 100;
    qint64 offset = 0;
};

/// The options that narrow the orders down and sort them: all of orderQueryOf() but --limit and --offset.
QStringList filterWords();

/// The error is a sentence that names the option and what it takes.
Result<OrderQuery, QString> orderQueryOf(const CommandLine &line);

/// A day such as 2020-12-03; none where the option is not given. The error as above.
Result<std::optional<QDate>, QString> dayOption(const CommandLine &line, const QString &option);

} // namespace kessai::cli
