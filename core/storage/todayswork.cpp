#include "core/storage/todayswork.h"

#include "core/storage/historycondition.h"
#include "core/storage/ordercondition.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// 決済金額 where it is known, else お支払い合計.
const QString sumOfAmounts = u"CAST(coalesce(sum(coalesce(gateway_amount, payable_total)), 0) AS BIGINT)"_s;

StorageResult<WorkCount> countOf(Database &database, const OrderFilter &filter)
{
    const SqlCondition condition = conditionOf(filter);
    const auto row = database.first(
        u"SELECT count(*), CAST(coalesce(sum(payable_total), 0) AS BIGINT) FROM orders "_s + condition.where,
        condition.values);
    if (!row) {
        return failure(row.error());
    }
    return WorkCount{.orders = row->value(0).toLongLong(), .sum = {row->value(1).toLongLong()}};
}

StorageResult<MoneyDay> moneyOf(Database &database, const QDate &day)
{
    static const QString select =
        u"SELECT o.kind, count(*), CAST(coalesce(sum(%1), 0) AS BIGINT) FROM op o WHERE o.state = 'DONE' AND "
        "o.ended_at >= ? AND o.ended_at < ? AND o.kind IN ('CAPTURE','CANCEL') GROUP BY o.kind"_s;
    MoneyDay money;
    money.day = day;
    const auto read = database.forEachRow(
        select.arg(history::movedAmount(database.dialect())),
        {history::beginningOf(day), history::beginningOf(day.addDays(1))}, [&money](const Rows &row) {
            const bool captured = row.text(0) == codeOf(OperationKind::Capture);
            (captured ? money.captures : money.cancels) = row.number(1);
            (captured ? money.captured : money.cancelled) = {row.number(2)};
        });
    return read ? StorageResult<MoneyDay>(money) : failure(read.error());
}

} // namespace

const QList<WorkKind> &allWorkKinds()
{
    static const QList<WorkKind> kinds{
        WorkKind::CaptureNeeded, WorkKind::DueSoon,
        WorkKind::Lapsed,        WorkKind::Difference,
        WorkKind::PaidInCash,    WorkKind::InDoubt,
        WorkKind::Conflict,      WorkKind::CancelledWithOpenPayment,
        WorkKind::Stuck,         WorkKind::WalletPending,
    };
    return kinds;
}

OrderFilter workFilter(WorkKind kind, const QDateTime &now)
{
    OrderFilter filter;
    switch (kind) {
    case WorkKind::CaptureNeeded:
        filter.onlyCaptureNeeded = true;
        break;
    case WorkKind::DueSoon:
        return captureDueFilter(CaptureDue::Soon, now);
    case WorkKind::Lapsed:
        return captureDueFilter(CaptureDue::Lapsed, now);
    case WorkKind::Difference:
        filter.onlyDifference = true;
        break;
    case WorkKind::PaidInCash:
        filter.onlyPaidInCash = true;
        break;
    case WorkKind::InDoubt:
        filter.onlyInDoubt = true;
        break;
    case WorkKind::Conflict:
        filter.onlyConflict = true;
        break;
    case WorkKind::CancelledWithOpenPayment:
        filter.onlyCancelledWithOpenPayment = true;
        break;
    case WorkKind::Stuck:
        filter.stuckMinutes = StuckInPaymentMinutes;
        break;
    case WorkKind::WalletPending:
        filter.onlyWalletPending = true;
        break;
    }
    return askedAt(filter, now);
}

StorageResult<QMap<WorkKind, WorkCount>> todaysWork(Database &database, const QDateTime &now)
{
    // One moment of the database: what moves from one card to another is never on both, or on none.
    const auto snapshot = Transaction::beginSnapshot(database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    QMap<WorkKind, WorkCount> counts;
    for (const WorkKind kind : allWorkKinds()) {
        const auto count = countOf(database, workFilter(kind, now));
        if (!count) {
            return failure(count.error());
        }
        counts.insert(kind, *count);
    }
    return counts;
}

StorageResult<QList<LapsingDay>> lapsingByDay(Database &database, const QDate &from, const QDate &until)
{
    return database.listOf(
        u"SELECT capture_by, count(*), %1 FROM orders WHERE capture_by >= ? AND capture_by <= ? "
        "GROUP BY capture_by ORDER BY capture_by"_s.arg(sumOfAmounts),
        {from.toString(Qt::ISODate), until.toString(Qt::ISODate)}, [](const Rows &row) {
            return LapsingDay{.day = QDate::fromString(row.text(0), Qt::ISODate),
                              .orders = row.number(1),
                              .sum = {row.number(2)}};
        });
}

StorageResult<QList<MoneyDay>> moneyByDay(Database &database, const QDate &from, const QDate &until)
{
    const auto snapshot = Transaction::beginSnapshot(database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    QList<MoneyDay> days;
    for (QDate day = from; day <= until; day = day.addDays(1)) {
        const auto money = moneyOf(database, day);
        if (!money) {
            return failure(money.error());
        }
        days.append(*money);
    }
    return days;
}

} // namespace kessai
