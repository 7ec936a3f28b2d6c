#include "core/storage/sortedids.h"

#include "core/storage/orderidset.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <utility>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Columns with an index in their order and, for the same value, in that of the shop's order id. Read from
/// its end it gives descending lists; in an ascending one orders with the same value are still to stand the
/// newest first, which is not its order from either end.
struct IndexedColumn
{
    QString name;
    bool isNumber = false;
};

std::optional<IndexedColumn> indexedColumnOf(const QString &field)
{
    static const QHash<QString, IndexedColumn> columns{{u"orderedAt"_s, {u"ordered_at"_s}},
                                                       {u"customer"_s, {u"customer_name"_s}},
                                                       {u"total"_s, {u"payable_total"_s, true}},
                                                       {u"paidAt"_s, {u"paid_at"_s}}};
    const auto column = columns.constFind(field);
    return column != columns.constEnd() ? std::optional(*column) : std::nullopt;
}

/// The value of a row, to tell whether the next has another.
struct Value
{
    QByteArray text;
    qint64 number = 0;
    bool isNull = false;

    bool operator==(const Value &) const = default;
};

/// All orders descending by the column.
struct Descending
{
    QList<OrderId> ids;
    qsizetype withValue = 0; ///< so many; behind them are those that have none
    /// Where orders with the same value begin and end, if they are more than one.
    QList<std::pair<qsizetype, qsizetype>> alike;
};

StorageResult<Descending> descendingBy(Database &database, const IndexedColumn &column)
{
    Descending all;
    Value value;
    Value last;
    qsizetype begin = 0; // of those with the last value
    const auto endLast = [&] {
        if (all.ids.size() - begin > 1 && !last.isNull) {
            all.alike.append({begin, all.ids.size()});
        }
        begin = all.ids.size();
    };
    const auto read = database.forEachRow(
        u"SELECT id, %1 FROM orders ORDER BY %1 DESC NULLS LAST, shop_order_id DESC"_s.arg(column.name), {},
        [&](const Rows &row) {
            if (column.isNumber) {
                value.number = row.number(1);
            } else {
                row.readUtf8(1, value.text);
                value.isNull = value.text.isEmpty() && row.isNull(1);
            }
            if (value != last) {
                endLast();
                std::swap(value, last);
            }
            all.ids.append(OrderId{row.number(0)});
            all.withValue += last.isNull ? 0 : 1;
        });
    endLast();
    return read ? StorageResult<Descending>(all) : failure(read.error());
}

/// The values the other way round; orders with the same one keep their order, and those with none stay last.
QList<OrderId> ascending(Descending all)
{
    const auto front = all.ids.begin();
    std::reverse(front, front + all.withValue);
    for (const auto &[begin, end] : all.alike) {
        std::reverse(front + all.withValue - end, front + all.withValue - begin);
    }
    return all.ids;
}

StorageResult<QList<OrderId>> sortedIdsOfAll(Database &database, const OrderSort &sort,
                                             const QString &orderBy)
{
    const std::optional<IndexedColumn> column = indexedColumnOf(sort.field);
    if (sort.descending || !column) {
        return database.listOf(u"SELECT id FROM orders "_s + orderBy, {},
                               [](const Rows &row) { return OrderId{row.number(0)}; });
    }
    auto all = descendingBy(database, *column);
    return all ? StorageResult<QList<OrderId>>(ascending(std::move(*all))) : failure(all.error());
}

/// What nearly all lists leave out.
StorageResult<OrderIdSet> leftOut(Database &database, const OrderFilter &filter)
{
    QStringList conditions;
    if (!filter.withUnfinished) {
        conditions.append(
            u"status IN (%1,%2)"_s.arg(int(OrderStatus::Pending)).arg(int(OrderStatus::Processing)));
    }
    if (filter.onlyGatewayMethods) {
        conditions.append(u"method = 'OTHER'"_s);
    }
    OrderIdSet ids;
    for (const QString &condition : conditions) { // one by one: each is answered by an index
        const auto read = database.forEachRow(u"SELECT id FROM orders WHERE "_s + condition, {},
                                              [&](const Rows &row) { ids.insert({row.number(0)}); });
        if (!read) {
            return failure(read.error());
        }
    }
    return ids;
}

} // namespace

bool listsNearlyAll(const OrderFilter &filter)
{
    OrderFilter all;
    all.withUnfinished = filter.withUnfinished;
    all.onlyGatewayMethods = filter.onlyGatewayMethods;
    return filter == all;
}

bool beginsAtOnce(const OrderFilter &filter, const OrderSort &sort)
{
    const bool indexed = sort.field == u"id"_s || (sort.descending && indexedColumnOf(sort.field));
    // Of a shop without the gateway the newest orders may all be left out.
    return indexed && !sort.exceptionsFirst && listsNearlyAll(filter) && !filter.onlyGatewayMethods;
}

StorageResult<QList<OrderId>> sortedIdsOfNearlyAll(Database &database, const OrderFilter &filter,
                                                   const OrderSort &sort, const QString &orderBy)
{
    const auto snapshot = Transaction::beginSnapshot(database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    auto ids = sortedIdsOfAll(database, sort, orderBy);
    if (!ids) {
        return ids;
    }
    const auto others = leftOut(database, filter);
    if (!others) {
        return failure(others.error());
    }
    ids->removeIf([&others](OrderId id) { return others->contains(id); });
    return ids;
}

} // namespace kessai
