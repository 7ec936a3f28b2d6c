#include "core/storage/orderticks.h"

#include "core/base/sentence.h"
#include "core/storage/idlist.h"
#include "core/storage/ordercondition.h"
#include "core/storage/orderidset.h"
#include "core/storage/orderrepository.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype IdsAtOnce = 10'000;

StorageResult<QList<OrderId>> everythingBut(Database &database, const OrderTicks &ticks,
                                            const OrderSort &sort)
{
    auto ids = OrderRepository(database).matching(ticks.filter, sort);
    if (ids && !ticks.ids.isEmpty()) {
        ids->removeIf([&](OrderId id) { return ticks.ids.contains(id); });
    }
    return ids;
}

QList<qint64> numbersOf(const QList<OrderId> &ids)
{
    QList<qint64> numbers;
    numbers.reserve(ids.size());
    for (const OrderId id : ids) {
        numbers.append(id.value);
    }
    return numbers;
}

/// Of a list that is known: nothing is asked but the order of those that it hides.
StorageResult<OrderedTicks> orderedInList(Database &database, const ListTicks &list)
{
    const QSet<OrderId> &ids = list.ticks.ids;
    const OrderIdSet lookUp(ids);
    const bool everything = list.ticks.everything;
    OrderedTicks ordered;
    ordered.orders.reserve(everything ? list.listed->size() : ids.size());
    for (const OrderId id : *list.listed) {
        if (lookUp.contains(id) != everything) {
            ordered.orders.append(id);
        }
        if (!everything && ordered.orders.size() == ids.size()) {
            break; // a million may follow
        }
    }
    ordered.shownCount = ordered.orders.size();
    if (everything || ordered.shownCount == ids.size()) {
        return ordered;
    }
    OrderTicks hidden;
    hidden.ids = ids;
    hidden.ids.subtract(QSet<OrderId>(ordered.orders.begin(), ordered.orders.end()));
    const auto behind = tickedIds(database, hidden, list.sort);
    if (!behind) {
        return failure(behind.error());
    }
    ordered.orders += *behind;
    return ordered;
}

/// Moves those that the conditions hide behind the others.
StorageResult<Nothing> partByConditions(Database &database, const OrderFilter &shown, OrderedTicks &ordered)
{
    const SqlCondition condition = conditionOf(shown);
    ordered.shownCount = ordered.orders.size();
    if (condition.where.isEmpty()) {
        return Nothing{};
    }
    const Database::Dialect dialect = database.dialect();
    // As a CASE: asked of the ticked orders only, not of all that the conditions have an index for.
    const QString select =
        u"SELECT id FROM orders WHERE id IN %1 AND CASE WHEN %2 THEN 1 ELSE 0 END = 1"_s.arg(
            idsInList(dialect), condition.where.mid(6));
    QSet<OrderId> inSight;
    for (qsizetype at = 0; at < ordered.orders.size(); at += IdsAtOnce) {
        const QVariant ids = idList(dialect, numbersOf(ordered.orders.mid(at, IdsAtOnce)));
        const auto read =
            database.forEachRow(select, QVariantList{ids} + condition.values,
                                [&](const Rows &row) { inSight.insert(OrderId{row.number(0)}); });
        if (!read) {
            return read;
        }
    }
    const auto behind = std::stable_partition(ordered.orders.begin(), ordered.orders.end(),
                                              [&](OrderId id) { return inSight.contains(id); });
    ordered.shownCount = behind - ordered.orders.begin();
    return Nothing{};
}

} // namespace

StorageResult<OrderedTicks> orderedTicks(Database &database, const ListTicks &list)
{
    const bool allShown = list.ticks.everything && list.ticks.filter == list.shown;
    if (list.listed && (allShown || !list.ticks.everything)) {
        return orderedInList(database, list);
    }
    const auto ids = tickedIds(database, list.ticks, list.sort);
    if (!ids) {
        return failure(ids.error());
    }
    OrderedTicks ordered{*ids, ids->size()};
    const auto parted =
        allShown ? StorageResult<Nothing>(Nothing{}) : partByConditions(database, list.shown, ordered);
    return parted ? StorageResult<OrderedTicks>(std::move(ordered)) : failure(parted.error());
}

StorageResult<QList<OrderId>> tickedIds(Database &database, const OrderTicks &ticks, const OrderSort &sort)
{
    if (ticks.isEmpty()) {
        return QList<OrderId>();
    }
    if (ticks.everything) {
        return everythingBut(database, ticks, sort);
    }
    const std::optional<QString> orderBy = orderByOf(sort);
    if (!orderBy) {
        return failure(StorageError{StorageError::Kind::Other, QString(),
                                    Sentence::tr("並べ替えの項目 %1 はありません。").arg(sort.field)});
    }
    const Database::Dialect dialect = database.dialect();
    auto ids = database.listOf(u"SELECT id FROM orders WHERE id IN %1 %2"_s.arg(idsInList(dialect), *orderBy),
                               {idList(dialect, numbersOf(ticks.ids.values()))},
                               [](const Rows &row) { return OrderId{row.number(0)}; });
    if (ids && sort.exceptionsFirst) {
        const auto pinned = pinExceptions(database, *ids);
        if (!pinned) {
            return failure(pinned.error());
        }
    }
    return ids;
}

} // namespace kessai
