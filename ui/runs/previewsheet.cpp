#include "ui/runs/previewsheet.h"

#include "core/storage/runitems.h"

#include <QMap>

namespace kessai {

StorageResult<OrderedTicks> ordersOf(Database &database, const PreviewedOrders &asked)
{
    if (asked.fromList && !asked.again) {
        return orderedTicks(database, asked);
    }
    const auto orders =
        asked.again ? ordersToTryAgain(database, *asked.again) : tickedIds(database, asked.ticks, asked.sort);
    return orders ? StorageResult<OrderedTicks>(OrderedTicks{*orders, orders->size()})
                  : failure(orders.error());
}

void PreviewSheet::partRows()
{
    struct Group
    {
        QList<int> places;
        Yen total;
    };
    QMap<int, Group> groups;
    for (int place = 0; place < rowCount(); ++place) {
        const Row row = rowAt(place);
        const Yen amount = row.amount.value_or(Yen{});
        if (row.reason == 0) {
            runRows.append(place);
            runTotal += amount;
            hiddenRuns += row.hidden ? 1 : 0;
            continue;
        }
        Group &group = groups[row.reason];
        group.places.append(place);
        group.total += amount;
    }
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        leftOutRows += group->places;
        reasons.append({group.key(), reasonText(group.key()), group->places.size(), group->total});
    }
}

} // namespace kessai
