#pragma once

#include "app/cli/commandline.h"
#include "app/cli/commandresult.h"
#include "core/interchange/tablewriter.h"

namespace kessai::cli {

/// Rows of one piece of a table.
constexpr qint64 ExportedAtOnce = 500;

/// A value that may be missing.
template <typename Value>
TableValue cell(const std::optional<Value> &value)
{
    return value ? TableValue(*value) : TableValue();
}

/// A table that is written piece by piece, so that one of any length is never held.
class ExportTable
{
public:
    using Rows = QList<QList<TableValue>>;
    virtual ~ExportTable() = default;

    [[nodiscard]] virtual QStringList titles() const = 0;
    /// Shop: its rows are lines of the shop's system, not things that staff count.
    [[nodiscard]] virtual ValueStyle style() const { return ValueStyle::Shown; }
    /// The next few; empty: there are no more.
    virtual StorageResult<Rows> next() = 0;
};

/// The table that the words ask for, or what to answer instead.
Result<std::unique_ptr<ExportTable>, CommandResult> exportTableOf(const CommandLine &line,
                                                                  ShopContext &context);

} // namespace kessai::cli
