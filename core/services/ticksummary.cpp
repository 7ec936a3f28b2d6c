// tickSummary(): the bulk bar's line, in one pass over what is ticked.
#include "core/base/japantime.h"
#include "core/services/bulkpreview.h"
#include "core/storage/bulkcandidates.h"
#include "core/storage/idlist.h"
#include "core/storage/ordercondition.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// The orders that are ticked, as a condition on the table orders.
SqlCondition tickedCondition(Database::Dialect dialect, const OrderTicks &ticks)
{
    QList<qint64> numbers;
    numbers.reserve(ticks.ids.size());
    for (const OrderId id : ticks.ids) {
        numbers.append(id.value);
    }
    if (!ticks.everything) {
        return {u"WHERE id IN "_s + idsInList(dialect), {idList(dialect, numbers)}};
    }
    SqlCondition condition = conditionOf(ticks.filter);
    if (!numbers.isEmpty()) {
        condition.where += condition.where.isEmpty() ? u"WHERE "_s : u" AND "_s;
        condition.where += u"id NOT IN "_s + idsInList(dialect);
        condition.values += idList(dialect, numbers);
    }
    return condition;
}

/// Whether the list shows an order, as a column of the table orders.
SqlCondition shownColumn(const OrderTicks &ticks, const OrderFilter &shown)
{
    const SqlCondition condition = conditionOf(shown);
    const bool all = condition.where.isEmpty() || (ticks.everything && ticks.filter == shown);
    if (all) {
        return {u"1"_s, {}};
    }
    return {u"CASE WHEN %1 THEN 1 ELSE 0 END"_s.arg(condition.where.mid(6)), condition.values};
}

/// The rules of operationVerdict() for an order with one card payment, as conditions on the columns that
/// the lists keep. What they do not decide is left to the rules themselves (`rest`); a test holds both to be
/// the same.
struct Conditions
{
    Conditions(const PaymentRules &rules, const QDateTime &now)
    {
        const QDate today = japantime::dayOf(now);
        const QString day = today.toString(Qt::ISODate);
        // A re-authorisation counts from the ProcessDate: such text compares as the days do.
        const QString oldest = today.addDays(-rules.changeDays).toString(u"yyyyMMdd"_s);
        const QString amount = u"t.payable_total BETWEEN 1 AND 9999999"_s;
        capture = u"p.known_status IS NULL OR (p.known_status = 'AUTH' AND t.difference = 0 AND "
                  "t.capture_by >= '%1')"_s.arg(day);
        cancel = isMidnightGuard(now)
                     ? u"1 = 0"_s
                     : u"p.known_status IS NULL OR (%1 AND t.cancel_by >= '%2')"_s.arg(held, day);
        reauthorize = u"%1 AND (p.known_status IS NULL OR (%2 AND p.known_process_date >= '%3'))"_s.arg(
            amount, cancelled, oldest);
    }

    /// 仮売上, 実売上, 即時売上: with a readable ProcessDate the order has a cancel_by.
    const QString held = u"coalesce(p.known_status, '') IN ('AUTH','SALES','CAPTURE')"_s;
    const QString cancelled = u"coalesce(p.known_status, '') IN ('VOID','RETURN','RETURNX','CANCEL')"_s;
    /// Several payments, or dates that nobody can read.
    const QString rest = u"t.payment_count > 1 OR (t.payment_count = 1 AND ((%1 AND t.cancel_by IS NULL) OR "
                         "(%2 AND coalesce(length(p.known_process_date), 0) <> 14)))"_s.arg(held, cancelled);
    /// Nothing stands in the way, whatever the state is.
    const QString free =
        u"t.method <> 'OTHER' AND t.payment_count = 1 AND p.gateway_method = 'CARD' AND NOT EXISTS (SELECT 1 "
        "FROM op WHERE op.payment_id = p.id AND op.state IN ('CLAIMED','ARMED','IN_DOUBT','CONFLICT')) "
        "AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.payment_id = p.id AND f.closed_at IS NULL)"_s;
    QString capture;
    QString cancel;
    QString reauthorize;
};

QString countOf(const Conditions &conditions, const QString &condition)
{
    return u"coalesce(sum(CASE WHEN (%1) AND (%2) AND NOT (%3) THEN 1 ELSE 0 END), 0)"_s.arg(
        condition, conditions.free, conditions.rest);
}

QString summarySelect(Database::Dialect dialect, const Conditions &conditions, const QString &shown,
                      const QString &ticked)
{
    const QString ids = dialect == Database::Dialect::Sqlite
                            ? u"group_concat(CASE WHEN %1 THEN t.id END)"_s
                            : u"string_agg(CASE WHEN %1 THEN CAST(t.id AS TEXT) END, ',')"_s;
    return u"SELECT count(*), CAST(coalesce(sum(t.payable_total), 0) AS BIGINT), coalesce(sum(t.shown), 0), "
           "%1, %2, %3, %4 FROM (SELECT id, payable_total, method, payment_count, payment_id, difference, "
           "capture_by, cancel_by, %5 AS shown FROM orders %6) AS t LEFT JOIN payment p ON p.id = "
           "t.payment_id"_s.arg(
               countOf(conditions, conditions.capture), countOf(conditions, conditions.cancel),
               countOf(conditions, conditions.reauthorize), ids.arg(conditions.rest), shown, ticked);
}

/// The orders that the columns do not decide, by the rules themselves.
StorageResult<Nothing> countRest(Database &database, const QList<OrderId> &orders, const PaymentRules &rules,
                                 const QDateTime &now, TickSummary &summary)
{
    if (orders.isEmpty()) {
        return Nothing{};
    }
    for (const OperationKind kind : summary.wouldRun.keys()) {
        const auto preview = bulkPreview(database, kind, orders, rules, now);
        if (!preview) {
            return failure(preview.error());
        }
        summary.wouldRun[kind] += preview->runCount;
    }
    return Nothing{};
}

} // namespace

StorageResult<TickSummary> tickSummary(Database &database, const OrderTicks &ticks, const OrderFilter &shown,
                                       const PaymentRules &rules, const QDateTime &now)
{
    TickSummary summary;
    summary.wouldRun = {
        {OperationKind::Capture, 0}, {OperationKind::Cancel, 0}, {OperationKind::Reauthorize, 0}};
    if (ticks.isEmpty()) {
        return summary;
    }
    const Database::Dialect dialect = database.dialect();
    const Conditions conditions(rules, now);
    const SqlCondition ticked = tickedCondition(dialect, ticks);
    const SqlCondition seen = shownColumn(ticks, shown);
    const auto row = database.first(summarySelect(dialect, conditions, seen.where, ticked.where),
                                    seen.values + ticked.values);
    if (!row) {
        return failure(row.error());
    }
    summary.count = row->value(0).toLongLong();
    summary.total = Yen{row->value(1).toLongLong()};
    summary.hidden = summary.count - row->value(2).toLongLong();
    summary.wouldRun[OperationKind::Capture] = row->value(3).toLongLong();
    summary.wouldRun[OperationKind::Cancel] = row->value(4).toLongLong();
    summary.wouldRun[OperationKind::Reauthorize] = row->value(5).toLongLong();
    QList<OrderId> rest;
    for (const QString &id : row->value(6).toString().split(u',', Qt::SkipEmptyParts)) {
        rest.append(OrderId{id.toLongLong()});
    }
    const auto counted = countRest(database, rest, rules, now, summary);
    return counted ? StorageResult<TickSummary>(summary) : failure(counted.error());
}

} // namespace kessai
