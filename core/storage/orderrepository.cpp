#include "core/storage/orderrepository.h"

#include "core/base/sentence.h"
#include "core/storage/databaseerrors.h"
#include "core/storage/idlist.h"
#include "core/storage/ordercondition.h"
#include "core/storage/orderrows.h"
#include "core/storage/rowlocks.h"
#include "core/storage/shopvalues.h"
#include "core/storage/sortedids.h"
#include "core/storage/storedvalues.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kessai {

using namespace Qt::StringLiterals;
using Kind = StorageError::Kind;

namespace {

constexpr int pageChunk = 500;

StorageResult<Nothing> readChunk(Database &database, const QList<OrderId> &ids,
                                 QHash<OrderId, OrderSummary> &found)
{
    QList<qint64> numbers;
    numbers.reserve(ids.size());
    for (const OrderId id : ids) {
        numbers.append(id.value);
    }
    // One statement for every page: to make it takes longer than to run it.
    return database.forEachRow(summarySelect() + u"WHERE id IN "_s + idsInList(database.dialect()),
                               {idList(database.dialect(), numbers)}, [&](const Rows &row) {
                                   const OrderSummary summary = summaryFrom(row);
                                   found.insert(summary.id, summary);
                               });
}

OrderId idFrom(const Rows &row)
{
    return {row.number(0)};
}

StorageResult<QList<OrderId>> sortedIds(Database &database, const OrderFilter &filter, const QString &orderBy)
{
    const SqlCondition condition = conditionOf(filter);
    return database.listOf(u"SELECT id FROM orders %1 %2"_s.arg(condition.where, orderBy), condition.values,
                           idFrom);
}

StorageError noSuchField(const OrderSort &sort)
{
    return {Kind::Other, QString(), Sentence::tr("並べ替えの項目 %1 はありません。").arg(sort.field)};
}

OrderRepository::Event eventFrom(const Rows &row)
{
    OrderRepository::Event event;
    event.sequence = row.number(0);
    event.orderId = {row.number(1)};
    if (!row.isNull(2)) {
        event.paymentId = PaymentId{row.number(2)};
    }
    event.at = row.instant(3).value_or(QDateTime());
    event.kind = row.text(4);
    event.operatorName = row.text(5);
    event.seat = row.text(6);
    event.content = row.text(7);
    return event;
}

} // namespace

StorageResult<QList<OrderId>> OrderRepository::matching(const OrderFilter &filter, const OrderSort &sort)
{
    const std::optional<QString> orderBy = orderByOf(sort);
    if (!orderBy) {
        return failure(noSuchField(sort));
    }
    auto ids = listsNearlyAll(filter) ? sortedIdsOfNearlyAll(m_database, filter, sort, *orderBy)
                                      : sortedIds(m_database, filter, *orderBy);
    if (ids && sort.exceptionsFirst) {
        const auto pinned = pinExceptions(m_database, *ids);
        if (!pinned) {
            return failure(pinned.error());
        }
    }
    return ids;
}

StorageResult<QList<OrderId>> OrderRepository::firstMatching(const OrderFilter &filter, const OrderSort &sort,
                                                             int count)
{
    const std::optional<QString> orderBy = orderByOf(sort);
    return orderBy ? sortedIds(m_database, filter, *orderBy + u" LIMIT %1"_s.arg(count))
                   : failure(noSuchField(sort));
}

StorageResult<Nothing> OrderRepository::visitMatching(const OrderFilter &filter,
                                                      const std::function<void(OrderId)> &visit)
{
    const SqlCondition condition = conditionOf(filter);
    return m_database.forEachRow(u"SELECT id FROM orders "_s + condition.where, condition.values,
                                 [&visit](const Rows &row) { visit(idFrom(row)); });
}

StorageResult<qint64> OrderRepository::count(const OrderFilter &filter)
{
    const SqlCondition condition = conditionOf(filter);
    const auto row = m_database.first(u"SELECT count(*) FROM orders "_s + condition.where, condition.values);
    if (!row) {
        return failure(row.error());
    }
    return row->value(0).toLongLong();
}

StorageResult<QList<OrderSummary>> OrderRepository::page(const QList<OrderId> &ids)
{
    QHash<OrderId, OrderSummary> found;
    for (qsizetype start = 0; start < ids.size(); start += pageChunk) {
        const auto read = readChunk(m_database, ids.mid(start, pageChunk), found);
        if (!read) {
            return failure(read.error());
        }
    }
    QList<OrderSummary> summaries;
    for (const OrderId id : ids) {
        const auto summary = found.constFind(id);
        if (summary != found.constEnd()) {
            summaries.append(*summary);
        }
    }
    return summaries;
}

StorageResult<Order> OrderRepository::byId(OrderId id)
{
    return readOrder(m_database, id);
}

StorageResult<OrderRepository::Heading> OrderRepository::headingOf(OrderId id)
{
    const auto headings = m_database.listOf(
        u"SELECT order_number, payable_total FROM orders WHERE id = ?"_s, {id.value},
        [](const Rows &row) { return Heading{.orderNumber = row.text(0), .payableTotal = {row.number(1)}}; });
    if (!headings) {
        return failure(headings.error());
    }
    if (headings->isEmpty()) {
        return failure(storageErrorOf(m_database.spec(), StorageError::Kind::NotFound, QString(),
                                      QString::number(id.value)));
    }
    return headings->first();
}

StorageResult<OrderId> OrderRepository::idByNumber(const QString &orderNumber)
{
    const auto ids = m_database.listOf(u"SELECT id FROM orders WHERE order_number = ? ORDER BY id LIMIT 2"_s,
                                       {orderNumber}, idFrom);
    if (!ids) {
        return failure(ids.error());
    }
    if (ids->isEmpty()) {
        return failure(StorageError{
            Kind::NotFound, QString(),
            Sentence::tr("注文番号 %1 の受注はありません。番号を確認してください。").arg(orderNumber)});
    }
    if (ids->size() > 1) {
        return failure(StorageError{
            Kind::Unique, QString(),
            Sentence::tr("注文番号 %1 の受注が二つ以上あります。一覧から選んでください。").arg(orderNumber)});
    }
    return ids->first();
}

StorageResult<std::optional<OrderId>> OrderRepository::idByShopOrderId(qint64 shopOrderId)
{
    const auto row = m_database.first(u"SELECT id FROM orders WHERE shop_order_id = ?"_s, {shopOrderId});
    if (!row) {
        return failure(row.error());
    }
    return row->isEmpty() ? std::nullopt : std::optional(OrderId{row->at(0).toLongLong()});
}

StorageResult<Nothing> OrderRepository::setStatus(OrderId id, OrderStatus status,
                                                  const std::optional<QDateTime> &paidAt,
                                                  const QString &operatorName, const QString &seat,
                                                  qint64 rowVersion)
{
    auto transaction = Transaction::beginOrJoin(m_database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto locked = lockOrder(m_database, id);
    if (!locked) {
        return locked;
    }
    const auto before = readOrder(m_database, id);
    if (!before) {
        return failure(before.error());
    }
    const auto updated = m_database.first(
        u"UPDATE orders SET status = ?, paid_at = coalesce(?, paid_at), row_version = row_version + 1 "
        "WHERE id = ? AND (row_version = ? OR ? < 0) RETURNING id"_s,
        {qint64(status), stored::of(paidAt), id.value, rowVersion, rowVersion});
    if (!updated) {
        return failure(updated.error());
    }
    if (updated->isEmpty()) {
        return failure(
            storageErrorOf(m_database.spec(), Kind::StaleSnapshot, QString(), before->orderNumber));
    }
    Order after = *before;
    after.status = status;
    after.paidAt = paidAt ? paidAt : before->paidAt;
    const auto followed = ShopValues(m_database).follow(*before, after);
    if (!followed) {
        return followed;
    }
    QJsonObject content{{u"from"_s, int(before->status)}, {u"to"_s, int(status)}};
    if (paidAt) {
        content.insert(u"paidAt"_s, stored::instant(*paidAt));
    }
    const auto logged =
        addEvent({.sequence = 0,
                  .orderId = id,
                  .paymentId = std::nullopt,
                  .at = QDateTime::currentDateTimeUtc(),
                  .kind = u"STATUS"_s,
                  .operatorName = operatorName,
                  .seat = seat,
                  .content = QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact))});
    return logged ? transaction->commit() : logged;
}

StorageResult<Nothing> OrderRepository::addEvent(const Event &event)
{
    const auto inserted = m_database.run(
        u"INSERT INTO order_event (order_id, payment_id, at, kind, operator_name, seat, content, run_id) "
        "VALUES (?,?,?,?,?,?,?,?)"_s,
        {event.orderId.value, event.paymentId ? QVariant(event.paymentId->value) : QVariant(),
         stored::instant(event.at), event.kind, event.operatorName, event.seat, event.content,
         event.runId ? QVariant(event.runId->value) : QVariant()});
    return inserted ? StorageResult<Nothing>(Nothing{}) : failure(inserted.error());
}

StorageResult<QList<OrderRepository::Event>> OrderRepository::eventsOf(OrderId id)
{
    return m_database.listOf(u"SELECT sequence, order_id, payment_id, at, kind, operator_name, seat, content "
                             "FROM order_event WHERE order_id = ? ORDER BY sequence"_s,
                             {id.value}, eventFrom);
}

StorageResult<std::optional<OrderRepository::Event>> OrderRepository::newestChange(OrderId id)
{
    const auto events =
        m_database.listOf(u"SELECT sequence, order_id, payment_id, at, kind, operator_name, seat, content "
                          "FROM order_event WHERE order_id = ? AND kind IN ('EDIT', 'STATUS', 'IMPORT') "
                          "ORDER BY sequence DESC LIMIT 1"_s,
                          {id.value}, eventFrom);
    if (!events) {
        return failure(events.error());
    }
    return events->isEmpty() ? std::optional<Event>() : std::optional(events->first());
}

StorageResult<QStringList> OrderRepository::importConflictsOf(OrderId id)
{
    const auto row = m_database.first(u"SELECT conflicts FROM order_import WHERE order_id = ?"_s, {id.value});
    if (!row) {
        return failure(row.error());
    }
    return row->isEmpty() ? QStringList() : row->at(0).toString().split(u',', Qt::SkipEmptyParts);
}

StorageResult<QList<OrderRepository::Event>> OrderRepository::rejectedOf(const RunId &run)
{
    return m_database.listOf(u"SELECT sequence, order_id, payment_id, at, kind, operator_name, seat, content "
                             "FROM order_event WHERE run_id = ? ORDER BY sequence"_s,
                             {run.value}, eventFrom);
}

} // namespace kessai
