#pragma once

#include "core/interchange/tablewriter.h"
#include "core/storage/database.h"

#include <memory>

namespace kessai {

/// A table that is written into a file, a piece at a time, so that one of any length is never held.
/// Everything but titles() and style() is called on the reader's thread alone, so implementations need no
/// lock.
class ExportedTable
{
public:
    struct Piece
    {
        QList<QList<TableValue>> rows;
        qint64 done = 0; ///< of what open() counted; 0: there is no more
    };

    virtual ~ExportedTable() = default;

    [[nodiscard]] virtual QStringList titles() const = 0;
    /// Shop: its rows are lines of the shop's system, not things that staff count.
    [[nodiscard]] virtual ValueStyle style() const { return ValueStyle::Shown; }
    /// Before next(): finds out what there is, and how much of it, as progress counts it.
    virtual StorageResult<qint64> open(Database &database) = 0;
    virtual StorageResult<Piece> next(Database &database) = 0;
};

} // namespace kessai
