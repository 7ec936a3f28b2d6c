#pragma once

#include "core/base/ids.h"
#include "core/interchange/tablewriter.h"
#include "core/storage/database.h"
#include "ui/models/badge.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace kessai {

/// A column of a table that is shown, copied, exported and printed in the same words.
struct ReportColumn
{
    QString title;
    int characters = 8; ///< width at first, in characters of full width
    bool rightAligned = false;
    bool hiddenAtFirst = false;
    bool printed = true; ///< exported it always is
    QString explanation{};
};

struct ReportCell
{
    TableValue value{};
    std::optional<Badge> badge{}; ///< in place of the text, in lists
    std::optional<Meaning> meaning{};
    QString explanation{};

    /// As lists and paper show it: ¥3,200, 2020/12/03 13:21.
    [[nodiscard]] QString text() const;
};

struct ReportRow
{
    QList<ReportCell> cells; ///< one per column
    std::optional<OrderId> order{};
    std::optional<RunId> run{};
    std::optional<OperationId> failedOperation{}; ///< with an error code of the gateway
};

/// What stands above a printed table.
struct ReportHeading
{
    QString title;
    QStringList lines; ///< conditions and sums, in sentences
};

/// A table of which only the keys are in memory. Everything but columns() is called on the reader's thread
/// alone, so implementations need no lock.
class ReportTable
{
public:
    virtual ~ReportTable() = default;

    [[nodiscard]] virtual QList<ReportColumn> columns() const = 0;
    /// Before anything else: finds out which rows there are, and says how many.
    virtual StorageResult<qint64> open(Database &database) = 0;
    /// These rows, from 0 on; fewer where the table ends.
    virtual StorageResult<QList<ReportRow>> rows(Database &database, qint64 first, qint64 count) = 0;
    /// After open(): the answer in one line, such as 操作：1,240件.
    [[nodiscard]] virtual QString headline() const = 0;
    /// After open().
    [[nodiscard]] virtual ReportHeading heading() const = 0;
};

/// Makes the table anew, to be opened: each list, export and printout has one of its own.
using ReportTableFactory = std::function<std::shared_ptr<ReportTable>()>;

} // namespace kessai
