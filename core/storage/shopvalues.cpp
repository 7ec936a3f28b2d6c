#include "core/storage/shopvalues.h"

#include "core/storage/importfields.h"
#include "core/storage/importvalues.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// What files said of an order: none that no file had.
struct Imported
{
    importfields::Stamps stamps;
    QStringList conflicts;
};

StorageResult<std::optional<Imported>> importedOf(Database &database, OrderId id)
{
    const auto row =
        database.first(u"SELECT imported, conflicts FROM order_import WHERE order_id = ?"_s, {id.value});
    if (!row) {
        return failure(row.error());
    }
    if (row->isEmpty()) {
        return std::optional<Imported>();
    }
    return std::optional(Imported{importfields::stampsFrom(row->at(0).toString()),
                                  row->at(1).toString().split(u',', Qt::SkipEmptyParts)});
}

/// Which fields changed, and how that moves them from or to what the shop has.
struct Moves
{
    ShopValues::Values left; ///< with the value that the shop still has
    QStringList back;
};

Moves movesOf(const Order &before, const Order &after, const importfields::Stamps &imported)
{
    Moves moves;
    for (qsizetype place = 0; place < importfields::all().size(); ++place) {
        if (importfields::stampOf(before, place) == importfields::stampOf(after, place)) {
            continue;
        }
        const QString &field = importfields::all().at(place);
        if (importfields::isAsImported(after, place, imported)) {
            moves.back.append(field);
        } else if (importfields::isAsImported(before, place, imported)) {
            moves.left.insert(field, importfields::valueText(before, place));
        }
    }
    return moves;
}

} // namespace

StorageResult<Nothing> ShopValues::follow(const Order &before, const Order &after)
{
    const auto imported = importedOf(m_database, after.id);
    if (!imported || !*imported) {
        return imported ? StorageResult<Nothing>(Nothing{}) : failure(imported.error());
    }
    const Moves moves = movesOf(before, after, (*imported)->stamps);
    if (moves.left.isEmpty() && moves.back.isEmpty()) {
        return Nothing{};
    }
    const auto written = write(after.id, moves.back, moves.left);
    if (!written) {
        return written;
    }
    QStringList settled;
    for (const QString &field : moves.back) {
        if ((*imported)->conflicts.contains(field)) {
            settled.append(field);
        }
    }
    return settled.isEmpty() ? written : settle(after.id, settled);
}

StorageResult<Nothing> ShopValues::keep(OrderId id, const QStringList &fieldsInFile, const Values &differing)
{
    const auto present = of(id);
    if (!present) {
        return failure(present.error());
    }
    QStringList same;
    Values moved;
    for (const QString &field : fieldsInFile) {
        const auto now = differing.constFind(field);
        const auto before = present->constFind(field);
        if (now == differing.constEnd() && before != present->constEnd()) {
            same.append(field);
        } else if (now != differing.constEnd() && (before == present->constEnd() || *before != *now)) {
            moved.insert(field, *now);
        }
    }
    return same.isEmpty() && moved.isEmpty() ? StorageResult<Nothing>(Nothing{}) : write(id, same, moved);
}

StorageResult<Nothing> ShopValues::write(OrderId id, const QStringList &same, const Values &differing)
{
    for (const QString &field : same) {
        const auto removed = m_database.run(
            u"DELETE FROM order_shop_value WHERE order_id = ? AND field = ?"_s, {id.value, field});
        if (!removed) {
            return failure(removed.error());
        }
    }
    for (auto value = differing.begin(); value != differing.end(); ++value) {
        const auto kept =
            m_database.run(u"INSERT INTO order_shop_value (order_id, field, value) VALUES (?,?,?) "
                           "ON CONFLICT (order_id, field) DO UPDATE SET value = excluded.value"_s,
                           {id.value, value.key(), value.value()});
        if (!kept) {
            return failure(kept.error());
        }
    }
    // Whoever looks at the shop's values and chooses among them has chosen among these.
    const auto counted = m_database.run(
        u"UPDATE orders SET row_version = row_version + 1, unreflected = "
        "(SELECT count(*) FROM order_shop_value v WHERE v.order_id = orders.id) WHERE id = ?"_s,
        {id.value});
    return counted ? StorageResult<Nothing>(Nothing{}) : failure(counted.error());
}

StorageResult<Nothing> ShopValues::settle(OrderId id, const QStringList &fields)
{
    const auto imported = importedOf(m_database, id);
    if (!imported || !*imported) {
        return imported ? StorageResult<Nothing>(Nothing{}) : failure(imported.error());
    }
    QStringList conflicts = (*imported)->conflicts;
    conflicts.removeIf([&fields](const QString &field) { return fields.contains(field); });
    const auto kept = m_database.run(u"UPDATE order_import SET conflicts = ? WHERE order_id = ?"_s,
                                     {conflicts.join(u','), id.value});
    if (!kept) {
        return failure(kept.error());
    }
    const auto marked = m_database.run(u"UPDATE orders SET import_conflict = ? WHERE id = ?"_s,
                                       {conflicts.isEmpty() ? 0 : 1, id.value});
    return marked ? StorageResult<Nothing>(Nothing{}) : failure(marked.error());
}

StorageResult<ShopValues::Values> ShopValues::of(OrderId id)
{
    Values values;
    const auto read =
        m_database.forEachRow(u"SELECT field, value FROM order_shop_value WHERE order_id = ?"_s, {id.value},
                              [&](const Rows &row) { values.insert(row.text(0), row.text(1)); });
    return read ? StorageResult<Values>(values) : failure(read.error());
}

StorageResult<Order> ShopValues::asShopHasIt(const Order &present)
{
    const auto values = of(present.id);
    if (!values) {
        return failure(values.error());
    }
    Order order = present;
    for (qsizetype place = 0; place < importfields::all().size(); ++place) {
        const auto value = values->constFind(importfields::all().at(place));
        if (value != values->constEnd() && !importfields::takeValue(order, place, *value)) {
            qWarning("order %lld: the shop's value of %ls cannot be read",
                     static_cast<long long>(present.id.value), qUtf16Printable(value.key()));
        }
    }
    return order;
}

} // namespace kessai
