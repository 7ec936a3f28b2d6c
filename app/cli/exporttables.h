#pragma once

#include "app/cli/commandline.h"
#include "app/cli/commandresult.h"
#include "core/interchange/tablewriter.h"

namespace kessai::cli {

/// A table that is written piece by piece, so that one of any length is never held.
class ExportTable
{
public:
    using Rows = QList<QList<TableValue>>;
    virtual ~ExportTable() = default;

    [[nodiscard]] virtual QStringList titles() const = 0;
    /// The next few; empty: there are no more.
    virtual StorageResult<Rows> next() = 0;
};

/// The table that the words ask for, or what to answer instead.
Result<std::unique_ptr<ExportTable>, CommandResult> exportTableOf(const CommandLine &line,
                                                                  ShopContext &context);

} // namespace kessai::cli
