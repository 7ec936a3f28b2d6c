// What the shop's system has and what we have, field by field in words (shopvalues.h).
#include "core/storage/importfields.h"
#include "core/storage/importvalues.h"
#include "core/storage/orderrepository.h"
#include "core/storage/orderrows.h"
#include "core/storage/shopvalues.h"

namespace kessai {

namespace {

/// Of one field of the file, which may be several for staff.
QList<ShopDifference> differencesAt(qsizetype place, const QString &value, const Order &present,
                                    bool inConflict)
{
    Order shops = present;
    if (!importfields::takeValue(shops, place, value)) {
        return {};
    }
    QList<ShopDifference> differences;
    const QList<FieldDifference> found = differencesOf(shops, present);
    differences.reserve(found.size());
    for (const FieldDifference &one : found) {
        differences.append(
            {importfields::all().at(place), one.place, one.label, one.before, one.after, inConflict});
    }
    return differences;
}

StorageResult<QList<ShopDifference>> differencesFrom(Database &database, const Order &present)
{
    const auto values = ShopValues(database).of(present.id);
    const auto conflicts = OrderRepository(database).importConflictsOf(present.id);
    if (!values || !conflicts) {
        return failure(values ? conflicts.error() : values.error());
    }
    QList<ShopDifference> differences;
    for (qsizetype place = 0; place < importfields::all().size(); ++place) {
        const QString &field = importfields::all().at(place);
        const auto value = values->constFind(field);
        if (value != values->constEnd()) {
            differences += differencesAt(place, *value, present, conflicts->contains(field));
        }
    }
    return differences;
}

} // namespace

StorageResult<QList<ShopDifference>> shopDifferencesOf(Database &database, OrderId id)
{
    const auto snapshot = Transaction::beginSnapshot(database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    const auto present = readOrder(database, id);
    return present ? differencesFrom(database, *present) : failure(present.error());
}

StorageResult<Nothing> visitShopDifferences(Database &database, const QList<OrderId> &orders,
                                            const VisitShopDifference &visit)
{
    for (const OrderId id : orders) {
        const auto snapshot = Transaction::beginSnapshot(database);
        if (!snapshot) {
            return failure(snapshot.error());
        }
        const auto present = readOrder(database, id);
        if (!present) {
            return failure(present.error());
        }
        const auto differences = differencesFrom(database, *present);
        if (!differences) {
            return failure(differences.error());
        }
        for (const ShopDifference &difference : *differences) {
            if (!visit(*present, difference)) {
                return Nothing{};
            }
        }
    }
    return Nothing{};
}

} // namespace kessai
