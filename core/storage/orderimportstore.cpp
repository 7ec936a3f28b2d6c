#include "core/storage/orderimportstore.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/importvalues.h"
#include "core/storage/orderrepository.h"
#include "core/storage/orderrows.h"
#include "core/storage/rowlocks.h"
#include "core/storage/shopvalues.h"
#include "core/storage/storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSqlError>

#include <algorithm>
#include <vector>

namespace kessai {

using namespace Qt::StringLiterals;

/// An order that is here: what the shop's system said last, and the fields that both sides have changed
/// since.
struct OrderImportStore::Known
{
    OrderId id;
    importfields::Stamps stamps;
    QStringList conflicts;
    bool hasShopValues = false; ///< fields that we changed and the shop does not have
};

namespace {

bool sameFileAgain(const OrderImportStore::Prepared &imported, const OrderImportStore::Places &places,
                   const importfields::Stamps &stamps)
{
    return std::all_of(places.begin(), places.end(),
                       [&](qsizetype place) { return stamps[place] == imported.stamps[place]; });
}

/// The order as it is in when the file has these fields alone.
Order onlyFieldsOf(const Order &imported, const OrderImportStore::Places &places)
{
    if (places.size() == importfields::all().size()) {
        return imported;
    }
    Order order;
    order.shopOrderId = imported.shopOrderId;
    order.orderNumber = QString::number(imported.shopOrderId);
    for (const qsizetype place : places) {
        importfields::take(order, imported, place);
    }
    return order;
}

RowBatch keepingRow(const importfields::Stamps &stamps)
{
    RowBatch row(3);
    row.addNull(); // the order's id
    row.add(importfields::toText(stamps));
    row.add(QString());
    return row;
}

StorageResult<Nothing> logImport(Database &database, OrderId id, const QStringList &changed,
                                 const QStringList &conflicts)
{
    const QJsonObject content{{u"changed"_s, QJsonArray::fromStringList(changed)},
                              {u"conflicts"_s, QJsonArray::fromStringList(conflicts)}};
    OrderRepository::Event event;
    event.orderId = id;
    event.at = QDateTime::currentDateTimeUtc();
    event.kind = u"IMPORT"_s;
    event.content = QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
    return OrderRepository(database).addEvent(event);
}

} // namespace

const QStringList &OrderImportStore::allFields()
{
    return importfields::all();
}

std::optional<OrderImportStore::Places> OrderImportStore::placesOf(const FieldNames &fieldsInFile)
{
    Places places;
    for (const QString &field : fieldsInFile) {
        const qsizetype place = importfields::all().indexOf(field);
        if (place < 0) {
            return std::nullopt;
        }
        places.append(place);
    }
    std::sort(places.begin(), places.end());
    return places;
}

OrderImportStore::Prepared OrderImportStore::prepare(Order imported, const Places &places)
{
    importfields::Stamps stamps = importfields::stampsOf(imported, places);
    RowBatch keeping = keepingRow(stamps);
    OrderRows rows = rowsOf(onlyFieldsOf(imported, places));
    return {std::move(imported), std::move(stamps), std::move(rows), std::move(keeping)};
}

StorageResult<OrderImportStore::Applied> OrderImportStore::apply(const Order &imported,
                                                                 const FieldNames &fieldsInFile, bool dryRun)
{
    const auto applied = applyAll({imported}, fieldsInFile, dryRun);
    return applied ? StorageResult<Applied>(applied->first()) : failure(applied.error());
}

StorageResult<QList<OrderImportStore::Applied>>
OrderImportStore::applyAll(const QList<Order> &imported, const FieldNames &fieldsInFile, bool dryRun)
{
    const std::optional<Places> places = placesOf(fieldsInFile);
    if (!places) {
        return failure(
            storageErrorOf(m_database.spec(), StorageError::Kind::Other, QString(), fieldsInFile.join(u' ')));
    }
    std::vector<Prepared> prepared;
    for (const Order &order : imported) {
        prepared.push_back(prepare(order, *places));
    }
    QList<Prepared *> pointers;
    for (Prepared &order : prepared) {
        pointers.append(&order);
    }
    return applyAll(pointers, *places, dryRun);
}

StorageResult<QList<OrderImportStore::Applied>> OrderImportStore::applyAll(const QList<Prepared *> &imported,
                                                                           const Places &places, bool dryRun)
{
    const auto known = knownOf(imported);
    if (!known) {
        return failure(known.error());
    }
    QList<Applied> outcomes;
    QList<Prepared *> created;
    for (Prepared *order : imported) {
        const auto found = known->constFind(order->order.shopOrderId);
        if (found == known->constEnd()) {
            outcomes.append({Outcome::Created, {}});
            created.append(order);
            continue;
        }
        if (found->conflicts.isEmpty() && sameFileAgain(*order, places, found->stamps)) {
            outcomes.append(Applied{});
            continue;
        }
        const auto locked = dryRun ? StorageResult<Known>(*found) : lockedKnown(*found, *order);
        if (!locked) {
            return failure(locked.error());
        }
        const auto merged = merge(*locked, *order, places, dryRun);
        if (!merged) {
            return failure(merged.error());
        }
        outcomes.append(*merged);
    }
    const auto written = dryRun ? StorageResult<Nothing>(Nothing{}) : create(created);
    return written ? StorageResult<QList<Applied>>(outcomes) : failure(written.error());
}

/// Those of the orders that are here, by the shop's id.
StorageResult<QHash<qint64, OrderImportStore::Known>>
OrderImportStore::knownOf(const QList<Prepared *> &orders)
{
    QHash<qint64, Known> known;
    if (orders.isEmpty()) {
        return known;
    }
    QStringList numbers;
    for (const Prepared *order : orders) {
        numbers.append(QString::number(order->order.shopOrderId));
    }
    const auto read = m_database.forEachRow(
        u"SELECT o.shop_order_id, o.id, i.imported, i.conflicts, o.unreflected FROM orders o "
        "LEFT JOIN order_import i ON i.order_id = o.id WHERE o.shop_order_id IN (%1)"_s.arg(
            numbers.join(u',')),
        {}, [&](const Rows &row) {
            known.insert(row.number(0), {OrderId{row.number(1)}, importfields::stampsFrom(row.text(2)),
                                         row.text(3).split(u',', Qt::SkipEmptyParts), row.flag(4)});
        });
    return read ? StorageResult<QHash<qint64, Known>>(known) : failure(read.error());
}

StorageResult<Nothing> OrderImportStore::create(const QList<Prepared *> &orders)
{
    QList<OrderRows *> rows;
    for (Prepared *order : orders) {
        rows.append(&order->rows);
    }
    const auto ids = insertOrders(m_database, rows);
    if (!ids) {
        return failure(ids.error());
    }
    QList<const RowBatch *> kept;
    for (qsizetype i = 0; i < orders.size(); ++i) {
        orders[i]->keeping.setKey(ids->at(i).value);
        kept.append(&orders[i]->keeping);
    }
    return m_database.insertRows(u"order_import (order_id, imported, conflicts)"_s, kept);
}

/// All fields of the order are written back, so nobody may change one from here on; what another seat changed
/// or decided since it was read is read again. On SQLite one writes at a time.
StorageResult<OrderImportStore::Known> OrderImportStore::lockedKnown(const Known &known, Prepared &imported)
{
    if (m_database.dialect() == Database::Dialect::Sqlite) {
        return known;
    }
    const auto locked = lockOrder(m_database, known.id);
    if (!locked) {
        return failure(locked.error());
    }
    const auto now = knownOf({&imported});
    return now ? StorageResult<Known>(now->value(imported.order.shopOrderId, known)) : failure(now.error());
}

StorageResult<OrderImportStore::Applied> OrderImportStore::merge(const Known &known, const Prepared &imported,
                                                                 const Places &places, bool dryRun)
{
    const auto present = readOrder(m_database, known.id);
    if (!present) {
        return failure(present.error());
    }
    Order merged = *present;
    Known last = known;
    QStringList changed;
    ShopValues::Values shops; // where ours stays another
    Applied applied;
    for (const qsizetype place : places) {
        const QString &field = importfields::all().at(place);
        const importfields::Stamp incoming = *imported.stamps[place];
        const auto ours = importfields::stampOf(*present, place);
        // A field that no file had before stands as an empty order has it.
        const auto kept =
            last.stamps[place] ? *last.stamps[place] : importfields::blankStampOf(*present, place);
        const auto before = importfields::isStampOf(*present, place, kept) ? ours : kept;
        const bool wasInConflict = last.conflicts.removeAll(field) > 0;
        last.stamps[place] = incoming;
        if (ours == incoming) {
            continue;
        }
        const bool isOurs =
            ours != before || importfields::losesParcelEdits(*present, imported.order, place, known.stamps);
        if (!wasInConflict && incoming != before && !isOurs) {
            importfields::take(merged, imported.order, place);
            changed.append(field);
            continue;
        }
        if (wasInConflict || incoming != before) {
            applied.conflictingFields.append(field);
        }
        shops.insert(field, importfields::valueText(imported.order, place));
    }
    last.conflicts += applied.conflictingFields;
    applied.conflictsMoved = QSet<QString>(last.conflicts.cbegin(), last.conflicts.cend()) !=
                             QSet<QString>(known.conflicts.cbegin(), known.conflicts.cend());
    applied.outcome = changed.isEmpty() ? Outcome::Unchanged : Outcome::Updated;
    if (dryRun) {
        return applied;
    }
    if (!changed.isEmpty()) {
        const auto updated = updateOrder(m_database, merged);
        if (!updated) {
            return failure(updated.error());
        }
        const auto logged = logImport(m_database, known.id, changed, applied.conflictingFields);
        if (!logged) {
            return failure(logged.error());
        }
    }
    const auto kept = keep(last);
    const bool movesShopValues = known.hasShopValues || !shops.isEmpty();
    const auto keptShops = kept && movesShopValues ? keepShopValues(known.id, places, shops) : kept;
    return keptShops ? StorageResult<Applied>(applied) : failure(keptShops.error());
}

StorageResult<Nothing> OrderImportStore::keepShopValues(OrderId id, const Places &places,
                                                        const QHash<QString, QString> &differing)
{
    QStringList fields;
    fields.reserve(places.size());
    for (const qsizetype place : places) {
        fields.append(importfields::all().at(place));
    }
    return ShopValues(m_database).keep(id, fields, differing);
}

StorageResult<Nothing> OrderImportStore::keep(const Known &known)
{
    const auto kept = m_database.run(
        u"INSERT INTO order_import (order_id, imported, conflicts) VALUES (?,?,?) ON CONFLICT (order_id) "
        "DO UPDATE SET imported = excluded.imported, conflicts = excluded.conflicts"_s,
        {known.id.value, importfields::toText(known.stamps), known.conflicts.join(u',')});
    if (!kept) {
        return failure(kept.error());
    }
    const int inConflict = known.conflicts.isEmpty() ? 0 : 1;
    const auto marked =
        m_database.run(u"UPDATE orders SET import_conflict = ? WHERE id = ? AND import_conflict <> ?"_s,
                       {inConflict, known.id.value, inConflict});
    return marked ? StorageResult<Nothing>(Nothing{}) : failure(marked.error());
}

StorageResult<Nothing> OrderImportStore::log(const LogEntry &entry)
{
    const auto logged = m_database.run(
        u"INSERT INTO import_log (at, file_name, format, read_count, created_count, updated_count, "
        "unchanged_count, refused_count, operator_name, seat) VALUES (?,?,?,?,?,?,?,?,?,?)"_s,
        {stored::instant(entry.at), entry.fileName, entry.format, entry.read, entry.created, entry.updated,
         entry.unchanged, entry.refused, entry.operatorName, entry.seat});
    return logged ? StorageResult<Nothing>(Nothing{}) : failure(logged.error());
}

StorageResult<bool> OrderImportStore::operationsAreLive()
{
    // The first conditions are the index's own.
    const auto row = m_database.first(u"SELECT EXISTS (SELECT 1 FROM op WHERE state <> 'DONE' AND state <> "
                                      u"'REFUSED' AND state <> 'CANCELLED' "
                                      "AND state IN ('PLANNED','CLAIMED','ARMED'))"_s);
    return row ? StorageResult<bool>(row->value(0).toBool()) : failure(row.error());
}

void OrderImportStore::setManyWrites(bool many)
{
    if (m_database.dialect() != Database::Dialect::Sqlite) {
        return;
    }
    const QStringList settings{many ? u"PRAGMA wal_autocheckpoint = 10000"_s
                                    : u"PRAGMA wal_autocheckpoint = 1000"_s,
                               many ? u"PRAGMA cache_size = -65536"_s : u"PRAGMA cache_size = -2000"_s};
    for (const QString &setting : settings) {
        const auto set = m_database.run(setting);
        if (!set) {
            qWarning("%ls: %ls", qUtf16Printable(setting),
                     qUtf16Printable(set.error().message)); // slower, not wrong
        }
    }
}

} // namespace kessai
