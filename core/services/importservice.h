#pragma once

#include "core/domain/order.h"
#include "core/interchange/importproblem.h"
#include "core/interchange/ordercolumns.h"
#include "core/services/shopcontext.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace kessai {

/// What became of an import (design.md §8 `import`). created + updated + unchanged + refused = read.
struct ImportReport
{
    qint64 read = 0; ///< orders, or links
    qint64 created = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 refused = 0;
    qint64 conflictsMoved = 0; ///< orders, beside these counts: their mark 取込と相違 comes, changes or goes
    QList<ImportProblem> problems; ///< in the order of the file; at most MostProblems and one that says so
    bool cancelled = false;        ///< stopped on request: what was read is in

    static constexpr qsizetype MostProblems = 100'000;
    void add(const ImportProblem &problem);
};

/// Why nothing, or nothing more, could be imported; a sentence for staff.
struct ImportFailure
{
    enum class Kind {
        BadInput, ///< the file cannot be read or is not such a file: nothing begun (exit status 2)
        Store,    ///< the database refused (4); what was committed before stays
    };
    Kind kind = Kind::BadInput;
    QString message;
};

/// How far an import has come.
struct ImportProgress
{
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
    qint64 orders = 0;
};

/// Imports orders from a file of the shop's system (design.md §4). Sends nothing.
class ImportService
{
public:
    struct Options
    {
        QString file;
        OrderFileFormat format = OrderFileFormat::Auto;
        bool dryRun = false; ///< tells what would happen and writes nothing
        Rounding rounding = Rounding::HalfUp;
        QString operatorName;
        std::function<void(const ImportProgress &)> progress; ///< may be empty
        std::function<bool()> cancelled;                      ///< may be empty
    };

    explicit ImportService(ShopContext &context) : m_context(context) {}

    /// Writes in chunks, and gives the event loop its turn between them, so that the journal commits in
    /// between.
    QCoro::Task<Result<ImportReport, ImportFailure>> importOrders(Options options);

private:
    ShopContext &m_context;
};

} // namespace kessai
