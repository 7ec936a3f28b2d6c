#include "core/storage/orderticks.h"

#include "core/base/sentence.h"
#include "core/storage/idlist.h"
#include "core/storage/ordercondition.h"
#include "core/storage/orderrepository.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

StorageResult<QList<OrderId>> everythingBut(Database &database, const OrderTicks &ticks,
                                            const OrderSort &sort)
{
    auto ids = OrderRepository(database).matching(ticks.filter, sort);
    if (ids && !ticks.ids.isEmpty()) {
        ids->removeIf([&](OrderId id) { return ticks.ids.contains(id); });
    }
    return ids;
}

} // namespace

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
    QList<qint64> wanted;
    wanted.reserve(ticks.ids.size());
    for (const OrderId id : ticks.ids) {
        wanted.append(id.value);
    }
    const Database::Dialect dialect = database.dialect();
    auto ids =
        database.listOf(u"SELECT id FROM orders WHERE id IN %1 %2"_s.arg(idsInList(dialect), *orderBy),
                        {idList(dialect, wanted)}, [](const Rows &row) { return OrderId{row.number(0)}; });
    if (ids && sort.exceptionsFirst) {
        const auto pinned = pinExceptions(database, *ids);
        if (!pinned) {
            return failure(pinned.error());
        }
    }
    return ids;
}

} // namespace kessai
