#include "core/storage/tickedsums.h"

#include "core/base/japantime.h"
#include "core/domain/methodrules.h"
#include "core/storage/idlist.h"
#include "core/storage/ordercondition.h"
#include "core/storage/runwork.h"
#include "core/storage/storedvalues.h"

#include <limits>

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

constexpr int CanCapture = 1;
constexpr int CanCancel = 2;
constexpr int CanReauthorize = 4;
constexpr int Undecided = 8;

/// 1 where the condition holds, as a number to add up.
QString flag(const QString &condition, int value)
{
    return u"(CASE WHEN %1 THEN %2 ELSE 0 END)"_s.arg(condition).arg(value);
}

/// The payment (alias p) is of a method that has this operation. One after the other, cards first: IN would
/// be a look into a table for each row.
QString offers(OperationKind kind)
{
    QStringList words;
    for (const PaymentMethod method : gatewayMethods()) {
        if (hasOperation(method, kind)) {
            words.append(u"p.gateway_method = '%1'"_s.arg(stored::codeOf(method)));
        }
    }
    return u"(%1)"_s.arg(words.join(u" OR "_s));
}

/// What the columns do not tell: several payments; a state that has a deadline, and what it counts from is
/// not known or cannot be read; a last day with an hour. What is seldom comes first.
QString undecidedCondition(const QString &day)
{
    return u"o.payment_count > 1 OR (o.payment_count = 1 AND ("
           "(o.cancel_by IS NULL AND (p.known_status IN ('AUTH','SALES','CAPTURE') OR (p.known_status = "
           "'REQSUCCESS' AND p.gateway_method IN ('CVS','PAYEASY_ATM','PAYEASY_NET')))) OR "
           "(coalesce(length(p.known_process_date), 0) <> 14 AND p.known_status IN "
           "('VOID','RETURN','RETURNX','CANCEL')) OR "
           "(o.cancel_by = '%1' AND p.gateway_method IN ('DOCOMO','SOFTBANK'))))"_s.arg(day);
}

/// Nothing stands in the way, whatever the state is.
QString freeCondition()
{
    return u"o.method <> 'OTHER' AND o.payment_count = 1 AND p.id NOT IN (SELECT payment_id FROM op WHERE "
           // in the words of op_one_live, which answers it
           "state = 'CLAIMED' OR state = 'ARMED' OR state = 'IN_DOUBT' OR state = 'CONFLICT') "
           "AND p.id NOT IN (SELECT payment_id FROM finding WHERE closed_at IS NULL) "
           "AND waiting.payment_id IS NULL"_s;
}

/// The rules of operationVerdict() for an order with one payment, as an expression over the columns that the
/// lists keep: the sum of what can be done. A deadline is kept only where the payment's state has the
/// operation. What the columns do not tell is Undecided, and is left to the rules themselves; a test holds
/// both to be the same.
QString canColumn(const PaymentRules &rules, const QDateTime &now)
{
    const QDate today = japantime::dayOf(now);
    const QString day = today.toString(Qt::ISODate);
    // A re-authorisation counts from the ProcessDate: such texts compare as their days do.
    const QString oldest = today.addDays(-rules.changeDays).toString(u"yyyyMMdd"_s);
    const QString capture = flag(u"%1 AND (p.known_status IS NULL OR (o.difference = 0 AND "
                                 "o.capture_by >= '%2'))"_s.arg(offers(OperationKind::Capture), day),
                                 CanCapture);
    // What was paid by WebMoney is not given back.
    const QString cancel =
        isMidnightGuard(now)
            ? u"0"_s
            : flag(u"%1 AND (p.known_status IS NULL OR (o.cancel_by >= '%2' AND NOT (p.gateway_method = 'AU' "
                   "AND coalesce(p.au_pay_method, '') = '03')))"_s.arg(offers(OperationKind::Cancel), day),
                   CanCancel);
    const QString reauthorize = flag(
        u"%1 AND o.payable_total BETWEEN 1 AND 9999999 AND (p.known_status IS NULL OR "
        "(p.known_status IN ('VOID','RETURN','RETURNX','CANCEL') AND p.known_process_date >= '%2'))"_s.arg(
            offers(OperationKind::Reauthorize), oldest),
        CanReauthorize);
    return u"CASE WHEN %1 THEN %2 WHEN %3 THEN %4 + %5 + %6 ELSE 0 END"_s.arg(
        undecidedCondition(day), QString::number(Undecided), freeCondition(), capture, cancel, reauthorize);
}

/// Whether the gateway can be asked about the order's payment, by the rule of the preview.
QString readableColumn()
{
    return flag(u"o.payment_id IS NOT NULL AND o.method <> 'OTHER'"_s, 1);
}

QString summarySelect(Database::Dialect dialect, const QString &can, const QString &shown,
                      const QString &ticked)
{
    const auto sum = [](int bit) {
        return u"coalesce(sum(CASE WHEN t.can & %1 <> 0 THEN 1 ELSE 0 END), 0)"_s.arg(bit);
    };
    const QString ids =
        dialect == Database::Dialect::Sqlite
            ? u"group_concat(CASE WHEN t.can = %1 THEN t.id END)"_s.arg(Undecided)
            : u"string_agg(CASE WHEN t.can = %1 THEN CAST(t.id AS TEXT) END, ',')"_s.arg(Undecided);
    // With a limit, though none, what can be done is worked out once for each order, not once for each sum.
    return u"SELECT count(*), CAST(coalesce(sum(t.payable_total), 0) AS BIGINT), coalesce(sum(t.shown), 0), "
           "%1, %2, %3, %4, coalesce(sum(t.readable), 0) FROM (SELECT o.id, o.payable_total, o.shown, "
           "o.payment_id, "
           "%5 AS can, %10 AS readable FROM (SELECT id, "
           "payable_total, method, payment_count, payment_id, difference, capture_by, cancel_by, %6 AS shown "
           "FROM orders %7) AS o LEFT JOIN payment p ON p.id = o.payment_id "
           // Joined, for a run may have a hundred thousand that wait: too many to be asked for by each row.
           "LEFT JOIN (SELECT DISTINCT op.payment_id %8) AS waiting ON waiting.payment_id = p.id LIMIT %9) AS t"_s
               .arg(sum(CanCapture), sum(CanCancel), sum(CanReauthorize), ids, can, shown, ticked,
                    waitingInRunsFrom, QString::number(std::numeric_limits<qint64>::max()), readableColumn());
}

} // namespace

StorageResult<TickedSums> tickedSums(Database &database, const OrderTicks &ticks, const OrderFilter &shown,
                                     const PaymentRules &rules, const QDateTime &now)
{
    const Database::Dialect dialect = database.dialect();
    const SqlCondition ticked = tickedCondition(dialect, ticks);
    const SqlCondition seen = shownColumn(ticks, shown);
    const auto row = database.first(summarySelect(dialect, canColumn(rules, now), seen.where, ticked.where),
                                    seen.values + ticked.values);
    if (!row) {
        return failure(row.error());
    }
    TickedSums sums;
    sums.count = row->value(0).toLongLong();
    sums.total = Yen{row->value(1).toLongLong()};
    sums.shown = row->value(2).toLongLong();
    sums.wouldRun = {{OperationKind::Capture, row->value(3).toLongLong()},
                     {OperationKind::Cancel, row->value(4).toLongLong()},
                     {OperationKind::Reauthorize, row->value(5).toLongLong()}};
    sums.readable = row->value(7).toLongLong();
    for (const QString &id : row->value(6).toString().split(u',', Qt::SkipEmptyParts)) {
        sums.undecided.append(OrderId{id.toLongLong()});
    }
    return sums;
}

} // namespace kessai
