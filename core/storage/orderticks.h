#pragma once

#include "core/storage/database.h"
#include "core/storage/orderfilter.h"

#include <QSet>

namespace kessai {

/// Which orders are ticked: some, or everything that matched a filter at the moment of the tick, except some
/// (design.md §4 "Ticks and previews"). Costs nothing to hold at a million orders.
struct OrderTicks
{
    bool everything = false; ///< all that match `filter`, but `ids`; else exactly `ids`
    OrderFilter filter;      ///< of the moment of the tick; only with everything
    QSet<OrderId> ids;       ///< ticked one by one, or taken off "everything"

    [[nodiscard]] bool isEmpty() const { return !everything && ids.isEmpty(); }
    /// @param matchesFilter whether the order matches `filter`; only asked with everything
    [[nodiscard]] bool contains(OrderId id, bool matchesFilter) const
    {
        return everything ? matchesFilter && !ids.contains(id) : ids.contains(id);
    }
};

/// The ids, in the order of `sort`; those that are gone are left out. "Everything" is what matches the filter
/// now: the preview freezes it.
StorageResult<QList<OrderId>> tickedIds(Database &database, const OrderTicks &ticks, const OrderSort &sort);

} // namespace kessai
