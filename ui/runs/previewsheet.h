#pragma once

#include "core/domain/deadline.h"
#include "core/storage/orderticks.h"
#include "core/storage/rownames.h"
#include "ui/models/badge.h"
#include "ui/runs/reasonlist.h"

namespace kessai {

/// The orders that a preview is asked about.
struct PreviewedOrders : ListTicks
{
    std::optional<RunId> again{}; ///< instead of the ticks: what was refused or cancelled in this run
    bool fromList = true;         ///< else the conditions of the list hide nothing
};
/// Works on a read-only connection.
StorageResult<OrderedTicks> ordersOf(Database &database, const PreviewedOrders &asked);

/// The rows of a preview, frozen: which of them run, which are left out and why, and what is to be said of
/// each. Made on the reader's thread, with everything in it that costs time to find, so that the window's
/// thread need not look at a hundred thousand rows.
class PreviewSheet
{
public:
    struct Row
    {
        NamedRow named;
        std::optional<Yen> amount;
        int reason = 0; ///< key of why it is left out; 0: it runs
        bool hidden = false;
    };
    /// What stands in the cells of a row beside its names and its amount.
    struct Cells
    {
        Badge badge{};
        QString action{}; ///< what is sent, or changed; "" nothing
        std::optional<Deadline> until{};
        QString remark{};
        QString advice{}; ///< what can be done about its reason
    };

    PreviewSheet() = default;
    virtual ~PreviewSheet() = default;
    Q_DISABLE_COPY_MOVE(PreviewSheet)

    [[nodiscard]] virtual int rowCount() const = 0;
    /// @param place in the order of the list
    [[nodiscard]] virtual Row rowAt(int place) const = 0;
    /// @param names empty while they are not read yet
    [[nodiscard]] virtual Cells cellsAt(int place, const RowNames &names) const = 0;
    /// Why rows with this key are left out.
    [[nodiscard]] virtual QString reasonText(int reason) const = 0;

    QList<int> runRows;     ///< places of the rows that run
    QList<int> leftOutRows; ///< places of the others, grouped by their reason
    QList<LeftOutReason> reasons;
    Yen runTotal; ///< of those that run, as far as it is known
    qint64 hiddenRuns = 0;

protected:
    /// Finds what stands above, from the rows alone.
    void partRows();
};

} // namespace kessai
