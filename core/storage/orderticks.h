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

/// What is ticked, and in which list.
struct ListTicks
{
    OrderTicks ticks;
    OrderSort sort;    ///< the order of the list
    OrderFilter shown; ///< its present conditions: what they hide is said apart
    /// All that it shows, in its order; none: that is not known, and the database is asked instead.
    std::optional<QList<OrderId>> listed{};
};

struct OrderedTicks
{
    QList<OrderId> orders;
    qsizetype shownCount = 0; ///< the list shows the first so many; the others are hidden by its conditions
};
/// The ticked orders in the order of the list, and behind them, in the same order, those that it hides. Such
/// as are gone may be among those that it shows.
StorageResult<OrderedTicks> orderedTicks(Database &database, const ListTicks &list);

} // namespace kessai
