#include "core/storage/orderimportstore.h"

#include "core/storage/databaseerrors.h"
#include "core/storage/importfields.h"
#include "core/storage/orderrepository.h"
#include "core/storage/orderrows.h"
#include "core/storage/orderwriter.h"
#include "core/storage/storedvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kessai {

using namespace Qt::StringLiterals;

/// What the shop's system said last, and which fields both sides have changed since.
struct OrderImportStore::LastImport
{
    QJsonObject values;
    QStringList conflicts;
};

namespace {

QString compact(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

/// The fields in the order in which they are to be taken over.
QStringList inOrder(const QStringList &wanted)
{
    QStringList fields;
    for (const QString &field : importfields::all()) {
        if (wanted.contains(field)) {
            fields.append(field);
        }
    }
    return fields;
}

/// A field that no file had before stands as an empty order has it.
QJsonValue lastOf(const QJsonObject &values, const QString &field)
{
    return values.contains(field) ? values.value(field) : importfields::valueOf(Order{}, field);
}

bool sameFileAgain(const Order &imported, const QStringList &fields, const QJsonObject &values)
{
    return std::all_of(fields.begin(), fields.end(), [&](const QString &field) {
        return values.contains(field) && values.value(field) == importfields::valueOf(imported, field);
    });
}

StorageResult<Nothing> logImport(Database &database, OrderId id, const QStringList &changed,
                                 const QStringList &conflicts)
{
    OrderRepository::Event event;
    event.orderId = id;
    event.at = QDateTime::currentDateTimeUtc();
    event.kind = u"IMPORT"_s;
    event.content =
        compact(QJsonDocument(QJsonObject{{u"changed"_s, QJsonArray::fromStringList(changed)},
                                          {u"conflicts"_s, QJsonArray::fromStringList(conflicts)}}));
    return OrderRepository(database).addEvent(event);
}

} // namespace

const QStringList &OrderImportStore::allFields()
{
    return importfields::all();
}

StorageResult<OrderImportStore::Applied> OrderImportStore::apply(const Order &imported,
                                                                 const FieldNames &fieldsInFile, bool dryRun)
{
    for (const QString &field : fieldsInFile) {
        if (!importfields::all().contains(field)) {
            return failure(storageErrorOf(m_database.spec(), StorageError::Kind::Other, QString(),
                                          u"field %1"_s.arg(field)));
        }
    }
    const QStringList fields = inOrder(fieldsInFile);
    const auto id = OrderRepository(m_database).idByShopOrderId(imported.shopOrderId);
    if (!id) {
        return failure(id.error());
    }
    if (!*id) {
        return create(imported, fields, dryRun);
    }
    const auto last = lastImportOf(**id);
    if (!last) {
        return failure(last.error());
    }
    if (last->conflicts.isEmpty() && sameFileAgain(imported, fields, last->values)) {
        return Applied{};
    }
    return merge(**id, imported, fields, *last, dryRun);
}

StorageResult<OrderImportStore::Applied> OrderImportStore::create(const Order &imported,
                                                                  const FieldNames &fields, bool dryRun)
{
    const Applied applied{Outcome::Created, {}};
    if (dryRun) {
        return applied;
    }
    Order order;
    order.shopOrderId = imported.shopOrderId;
    order.orderNumber = QString::number(imported.shopOrderId);
    LastImport last;
    for (const QString &field : fields) {
        importfields::take(order, imported, field);
        last.values.insert(field, importfields::valueOf(imported, field));
    }
    const auto id = insertOrder(m_database, order);
    if (!id) {
        return failure(id.error());
    }
    const auto kept = keep(*id, last);
    return kept ? StorageResult<Applied>(applied) : failure(kept.error());
}

StorageResult<OrderImportStore::Applied> OrderImportStore::merge(OrderId id, const Order &imported,
                                                                 const FieldNames &fields, LastImport last,
                                                                 bool dryRun)
{
    const auto present = readOrder(m_database, id);
    if (!present) {
        return failure(present.error());
    }
    Order merged = *present;
    QStringList changed;
    Applied applied;
    for (const QString &field : fields) {
        const QJsonValue incoming = importfields::valueOf(imported, field);
        const QJsonValue ours = importfields::valueOf(*present, field);
        const QJsonValue before = lastOf(last.values, field);
        const bool wasInConflict = last.conflicts.removeAll(field) > 0;
        last.values.insert(field, incoming);
        if (ours == incoming) {
            continue;
        }
        if (wasInConflict || (incoming != before && ours != before)) {
            applied.conflictingFields.append(field);
        } else if (incoming != before) {
            importfields::take(merged, imported, field);
            changed.append(field);
        }
    }
    last.conflicts += applied.conflictingFields;
    applied.outcome = changed.isEmpty() ? Outcome::Unchanged : Outcome::Updated;
    if (dryRun) {
        return applied;
    }
    if (!changed.isEmpty()) {
        const auto updated = updateOrder(m_database, merged);
        if (!updated) {
            return failure(updated.error());
        }
        const auto logged = logImport(m_database, id, changed, applied.conflictingFields);
        if (!logged) {
            return failure(logged.error());
        }
    }
    const auto kept = keep(id, last);
    return kept ? StorageResult<Applied>(applied) : failure(kept.error());
}

StorageResult<OrderImportStore::LastImport> OrderImportStore::lastImportOf(OrderId id)
{
    const auto row =
        m_database.first(u"SELECT imported, conflicts FROM order_import WHERE order_id = ?"_s, {id.value});
    if (!row) {
        return failure(row.error());
    }
    LastImport last;
    last.values = QJsonDocument::fromJson(row->value(0).toString().toUtf8()).object();
    for (const QJsonValue field : QJsonDocument::fromJson(row->value(1).toString().toUtf8()).array()) {
        last.conflicts.append(field.toString());
    }
    return last;
}

StorageResult<Nothing> OrderImportStore::keep(OrderId id, const LastImport &last)
{
    const auto kept = m_database.run(
        u"INSERT INTO order_import (order_id, imported, conflicts) VALUES (?,?,?) ON CONFLICT (order_id) "
        "DO UPDATE SET imported = excluded.imported, conflicts = excluded.conflicts"_s,
        {id.value, compact(QJsonDocument(last.values)),
         compact(QJsonDocument(QJsonArray::fromStringList(last.conflicts)))});
    if (!kept) {
        return failure(kept.error());
    }
    const auto marked =
        m_database.run(u"UPDATE orders SET import_conflict = ? WHERE id = ? AND import_conflict <> ?"_s,
                       {int(!last.conflicts.isEmpty()), id.value, int(!last.conflicts.isEmpty())});
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

void OrderImportStore::setRareCheckpoints(bool rare)
{
    if (m_database.dialect() != Database::Dialect::Sqlite) {
        return;
    }
    const auto set = m_database.run(rare ? u"PRAGMA wal_autocheckpoint = 10000"_s
                                         : u"PRAGMA wal_autocheckpoint = 1000"_s);
    if (!set) {
        qWarning("wal_autocheckpoint: %ls", qUtf16Printable(set.error().message)); // slower, not wrong
    }
}

} // namespace kessai
