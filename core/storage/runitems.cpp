#include "core/storage/runitems.h"

#include "core/storage/runitemrows.h"
#include "core/storage/runitemstore.h"
#include "core/storage/runrows.h"
#include "core/storage/storedvalues.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <limits>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// An order of the run without a payment to hang an operation on. It stands before the operation of the
/// number `before`: the numbers of a run's operations have no gaps.
struct Rejected
{
    qint64 before = 0;
    OrderId order;
    EndReason reason = EndReason::NoPayment;
    std::optional<QDateTime> at;
    QString orderNumber;
    QString customerName;
    qint64 position = 0;
};

bool asksFor(const QList<OperationState> &states, OperationState state)
{
    return states.isEmpty() || states.contains(state);
}

/// " AND o.state IN (…)"; the codes are our own words.
QString stateCondition(const QList<OperationState> &states)
{
    QStringList codes;
    for (const OperationState state : states) {
        codes.append(u'\'' + codeOf(state) + u'\'');
    }
    return codes.isEmpty() ? QString() : u" AND o.state IN (%1)"_s.arg(codes.join(u','));
}

Rejected rejectedFrom(const Rows &row)
{
    Rejected rejected;
    const QJsonObject content = QJsonDocument::fromJson(row.text(0).toUtf8()).object();
    rejected.order = {row.number(1)};
    rejected.reason = endReasonFromCode(content.value(u"reason"_s).toString()).value_or(EndReason::NoPayment);
    // Older rejections have no position: last.
    rejected.position = content.value(u"position"_s).toInteger(std::numeric_limits<qint64>::max() / 2);
    rejected.at = row.instant(2);
    rejected.orderNumber = row.text(3);
    rejected.customerName = row.text(4);
    return rejected;
}

/// In the order asked. There are few: the preview leaves such orders out.
StorageResult<QList<Rejected>> rejectedOf(Database &database, const RunId &run)
{
    auto list = database.listOf(u"SELECT e.content, e.order_id, e.at, r.order_number, r.customer_name "
                                "FROM order_event e JOIN orders r ON r.id = e.order_id "
                                "WHERE e.run_id = ? ORDER BY e.sequence"_s,
                                {run.value}, rejectedFrom);
    if (!list || list->isEmpty()) {
        return list;
    }
    const auto first = database.first(u"SELECT min(number) FROM op WHERE run_id = ?"_s, {run.value});
    if (!first) {
        return failure(first.error());
    }
    std::stable_sort(list->begin(), list->end(), [](const Rejected &one, const Rejected &other) {
        return one.position < other.position;
    });
    for (qsizetype at = 0; at < list->size(); ++at) {
        (*list)[at].before = first->value(0).toLongLong() + (*list)[at].position - at;
    }
    return list;
}

RunItem itemFrom(const Rejected &rejected)
{
    RunItem item;
    item.order = rejected.order;
    item.orderNumber = rejected.orderNumber;
    item.customerName = rejected.customerName;
    item.state = OperationState::Cancelled;
    item.reason = rejected.reason;
    item.endedAt = rejected.at;
    return item;
}

StorageResult<QList<RunItem>> operationItems(Database &database, const QString &rest,
                                             const QVariantList &values)
{
    return runitemrows::itemsWhere(database, u"o.run_id = ?"_s + rest, values);
}

/// A line of the report, before more than its place is read.
struct Place
{
    qint64 number = 0; ///< of the operation
    const Rejected *rejected = nullptr;
};

/// Those of a page of all items: the numbers follow each other, so that their two ends say where each stands.
StorageResult<QList<Place>> placesOfAll(Database &database, const RunId &run, const QList<Rejected> &rejected,
                                        qint64 offset, qint64 limit)
{
    // Each end by itself is one look at the index op_run.
    const auto ends = database.first(u"SELECT (SELECT min(number) FROM op WHERE run_id = ?), "
                                     "(SELECT max(number) FROM op WHERE run_id = ?)"_s,
                                     {run.value, run.value});
    if (!ends) {
        return failure(ends.error());
    }
    const qint64 first = ends->value(0).toLongLong();
    const qint64 operations = ends->value(0).isNull() ? 0 : ends->value(1).toLongLong() - first + 1;
    const auto placeOf = [&](qsizetype at) {
        return std::min(rejected.at(at).before - first, operations) + at;
    };
    qsizetype next = 0;
    while (next < rejected.size() && placeOf(next) < offset) {
        ++next;
    }
    const qint64 total = operations + rejected.size();
    const qint64 end = total - offset < limit ? total : offset + limit;
    QList<Place> places;
    for (qint64 place = offset; place < end; ++place) {
        if (next < rejected.size() && placeOf(next) == place) {
            places.append({0, &rejected.at(next++)});
        } else {
            places.append({first + place - next, nullptr});
        }
    }
    return places;
}

/// The places of a page that were asked for, of operations and rejected orders, in the order asked.
StorageResult<QList<Place>> placesOf(Database &database, const RunId &run,
                                     const QList<OperationState> &states, const QList<Rejected> &rejected,
                                     qint64 offset, qint64 limit)
{
    if (states.isEmpty()) {
        return placesOfAll(database, run, rejected, offset, limit);
    }
    const auto numbers = database.listOf(
        u"SELECT o.number FROM op o WHERE o.run_id = ?%1 ORDER BY o.number"_s.arg(stateCondition(states)),
        {run.value}, [](const Rows &row) { return row.number(0); });
    if (!numbers) {
        return failure(numbers.error());
    }
    QList<Place> places;
    auto next = rejected.begin();
    for (const qint64 number : *numbers) {
        for (; next != rejected.end() && next->before <= number; ++next) {
            places.append({0, &*next});
        }
        places.append({number, nullptr});
    }
    for (; next != rejected.end(); ++next) {
        places.append({0, &*next});
    }
    return places.mid(offset, limit);
}

/// The page of a run some of whose orders were rejected.
StorageResult<QList<RunItem>> mixedItems(Database &database, const RunId &run,
                                         const QList<OperationState> &states, const QList<Rejected> &rejected,
                                         qint64 offset, qint64 limit)
{
    const auto page = placesOf(database, run, states, rejected, offset, limit);
    if (!page) {
        return failure(page.error());
    }
    const QList<Place> &places = *page;
    const auto isOperation = [](const Place &place) { return !place.rejected; };
    const auto first = std::find_if(places.begin(), places.end(), isOperation);
    QList<RunItem> operations;
    if (first != places.end()) {
        const auto last = std::find_if(places.rbegin(), places.rend(), isOperation);
        const auto read = operationItems(
            database, stateCondition(states) + u" AND o.number >= ? AND o.number <= ? ORDER BY o.number"_s,
            {run.value, first->number, last->number});
        if (!read) {
            return read;
        }
        operations = *read;
    }
    QList<RunItem> items;
    qsizetype next = 0;
    for (const Place &place : places) {
        if (place.rejected) {
            items.append(itemFrom(*place.rejected));
        } else if (next < operations.size()) { // fewer only inside somebody's transaction on PostgreSQL
            items.append(operations.at(next++));
        }
    }
    return items;
}

} // namespace

StorageResult<QList<RunItem>> runItems(Database &database, const RunId &run,
                                       const QList<OperationState> &states, qint64 offset, qint64 limit,
                                       std::optional<bool> changed)
{
    const auto moneyless = runrows::movesNoMoney(database, run);
    if (!moneyless || *moneyless) {
        return moneyless ? RunItemStore(database).items(run, states, offset, limit, changed)
                         : failure(moneyless.error());
    }
    if (asksFor(states, OperationState::Cancelled)) {
        // A run goes on while its pages are read: place and item must be of one instant.
        const auto snapshot = Transaction::beginSnapshot(database);
        if (!snapshot) {
            return failure(snapshot.error());
        }
        const auto rejected = rejectedOf(database, run);
        if (!rejected) {
            return failure(rejected.error());
        }
        if (!rejected->isEmpty()) {
            return mixedItems(database, run, states, *rejected, offset, limit);
        }
    }
    return operationItems(database, stateCondition(states) + u" ORDER BY o.number LIMIT ? OFFSET ?"_s,
                          {run.value, limit, offset});
}

StorageResult<qint64> runItemCount(Database &database, const RunId &run, const QList<OperationState> &states,
                                   std::optional<bool> changed)
{
    const auto moneyless = runrows::movesNoMoney(database, run);
    if (!moneyless || *moneyless) {
        return moneyless ? RunItemStore(database).count(run, states, changed) : failure(moneyless.error());
    }
    const auto operations = database.first(
        u"SELECT count(*) FROM op o WHERE o.run_id = ?%1"_s.arg(stateCondition(states)), {run.value});
    if (!operations) {
        return failure(operations.error());
    }
    const qint64 count = operations->value(0).toLongLong();
    if (!asksFor(states, OperationState::Cancelled)) {
        return count;
    }
    const auto rejected = database.first(u"SELECT count(*) FROM order_event WHERE run_id = ?"_s, {run.value});
    if (!rejected) {
        return failure(rejected.error());
    }
    return count + rejected->value(0).toLongLong();
}

StorageResult<QList<OrderId>> ordersToTryAgain(Database &database, const RunId &run)
{
    const QList<OperationState> ended{OperationState::Refused, OperationState::Cancelled};
    const auto moneyless = runrows::movesNoMoney(database, run);
    if (!moneyless || *moneyless) {
        return moneyless ? RunItemStore(database).orders(run, ended, {}) : failure(moneyless.error());
    }
    const auto rejected = rejectedOf(database, run);
    if (!rejected) {
        return failure(rejected.error());
    }
    QList<OrderId> orders;
    QSet<OrderId> seen;
    const auto take = [&](OrderId order) {
        if (!seen.contains(order)) {
            seen.insert(order);
            orders.append(order);
        }
    };
    auto next = rejected->begin();
    const auto read = database.forEachRow(
        u"SELECT p.order_id, o.number FROM op o JOIN payment p ON p.id = o.payment_id "
        "WHERE o.run_id = ? AND p.order_id IS NOT NULL%1 ORDER BY o.number"_s.arg(stateCondition(ended)),
        {run.value}, [&](const Rows &row) {
            for (; next != rejected->end() && next->before <= row.number(1); ++next) {
                take(next->order);
            }
            take({row.number(0)});
        });
    if (!read) {
        return failure(read.error());
    }
    for (; next != rejected->end(); ++next) {
        take(next->order);
    }
    return orders;
}

StorageResult<QList<OrderId>> ordersChanged(Database &database, const RunId &run)
{
    return RunItemStore(database).orders(run, {OperationState::Done}, true);
}

StorageResult<RunSums> runSums(Database &database, const RunId &run)
{
    RunSums sums;
    const auto read =
        database.forEachRow(u"SELECT o.state, CAST(sum(%1) AS BIGINT) FROM op o JOIN payment p "
                            u"ON p.id = o.payment_id WHERE o.run_id = ? "
                            "GROUP BY o.state"_s.arg(runitemrows::amountColumn(database.dialect())),
                            {run.value}, [&](const Rows &row) {
                                if (const auto state = operationStateFromCode(row.text(0))) {
                                    sums.yenByState[*state] += Yen{row.number(1)};
                                }
                            });
    return read ? StorageResult<RunSums>(sums) : failure(read.error());
}

StorageResult<QList<RunStore::Run>> unfinishedRuns(Database &database)
{
    const auto ids = database.listOf(
        u"SELECT id FROM bulk_run WHERE state <> 'FINISHED' ORDER BY asked_at DESC, id DESC"_s, {},
        [](const Rows &row) { return RunId{row.text(0)}; });
    if (!ids) {
        return failure(ids.error());
    }
    RunStore store(database);
    QList<RunStore::Run> runs;
    for (const RunId &id : *ids) {
        const auto run = store.byId(id);
        if (!run) {
            return failure(run.error());
        }
        if (*run && (*run)->state != RunStore::State::Finished) {
            runs.append(**run);
        }
    }
    return runs;
}

} // namespace kessai
