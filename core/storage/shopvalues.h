#pragma once

#include "core/domain/orderfields.h"
#include "core/storage/database.h"

#include <QHash>

namespace kessai {

/// ショップ未反映: what the shop's system has where we have something else (design.md §4 "Imported and edited
/// values"). Only these fields of an order have a row (table order_shop_value); how many they are stands in
/// orders.unreflected, for lists.
class ShopValues
{
public:
    explicit ShopValues(Database &database) : m_database(database) {}

    /// A field of importfields::all() by its name, and its value there (importvalues.h).
    using Values = QHash<QString, QString>;

    /// Whoever changed fields of an order calls this in the same transaction, after writing them: keeps the
    /// shop's value of what has left it, and forgets that of what has come back to it (then it is no longer
    /// 取込と相違 either). An order that no file had knows nothing of a shop.
    /// @param before the order as it was stored, `after` as it is now
    StorageResult<Nothing> follow(const Order &before, const Order &after);

    /// What a file said, of the fields that it has: `differing` with its values, the others are the same
    /// here. In the caller's transaction.
    StorageResult<Nothing> keep(OrderId id, const QStringList &fieldsInFile, const Values &differing);
    /// These fields are no longer 取込と相違, whatever the values are. In the caller's transaction.
    StorageResult<Nothing> settle(OrderId id, const QStringList &fields);

    StorageResult<Values> of(OrderId id);

    /// The order as the shop's system has it, as far as a file told.
    StorageResult<Order> asShopHasIt(const Order &present);

private:
    StorageResult<Nothing> write(OrderId id, const QStringList &same, const Values &differing);

    Database &m_database;
};

/// One difference between the shop's system and us, in words.
struct ShopDifference
{
    QString importField; ///< of importfields::all(); what is chosen is chosen for all of it
    FieldPlace place;
    QString label;
    QString shops; ///< the value that the last file had
    QString ours;
    /// 取込と相違: the shop has changed it too since we did. Else the shop just does not have it yet.
    bool inConflict = false;
};

/// Field by field, of one order. Works on a read-only connection.
StorageResult<QList<ShopDifference>> shopDifferencesOf(Database &database, OrderId id);

/// The rows of the export of ショップ未反映: of these orders, in their order. Reads one order at a time;
/// `visit` is called for each field and answers whether to go on.
using VisitShopDifference = std::function<bool(const Order &order, const ShopDifference &difference)>;
StorageResult<Nothing> visitShopDifferences(Database &database, const QList<OrderId> &orders,
                                            const VisitShopDifference &visit);

} // namespace kessai
