#include "core/storage/operationhistory.h"

#include "core/base/japantime.h"
#include "core/storage/historycondition.h"
#include "core/storage/runitemrows.h"

#include <QHash>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

HistoryOperation operationOf(const Rows &row)
{
    HistoryOperation operation;
    operation.number = row.number(0);
    operation.id = {row.text(1)};
    if (!row.isNull(2)) {
        operation.run = RunId{row.text(2)};
    }
    if (!row.isNull(3)) {
        operation.order = OrderId{row.number(3)};
    }
    operation.orderNumber = row.text(4);
    operation.customerName = row.text(5);
    operation.gatewayOrderId = row.text(6);
    operation.kind = operationKindFromCode(row.text(7)).value_or(OperationKind::Capture);
    operation.state = operationStateFromCode(row.text(8)).value_or(OperationState::Conflict);
    operation.reason = endReasonFromCode(row.text(9)).value_or(EndReason::None);
    operation.proof = proofFromCode(row.text(10));
    operation.jobCd = row.isNull(11) ? QString() : row.text(12);
    operation.amount = row.optionalYen(13);
    operation.amountBefore = row.optionalYen(14);
    operation.askedBy = row.text(15);
    operation.askedAt = row.instant(16).value_or(QDateTime());
    operation.endedAt = row.instant(17);
    const QString codes = row.text(18);
    operation.codes = codes.isEmpty() ? QStringList() : codes.split(u'|');
    return operation;
}

QString operationColumns(Database::Dialect dialect)
{
    return u"SELECT o.number, o.id, o.run_id, p.order_id, coalesce(r.order_number, ''), "
           "coalesce(r.customer_name, ''), p.gw_order_id, o.kind, o.state, o.end_reason, o.proof, "
           "o.armed_at, o.job_cd, "
           "coalesce(%1, p.known_amount + coalesce(p.known_tax, 0)), o.pre_amount + o.pre_tax, o.asked_by, "
           "o.asked_at, o.ended_at, "
           "%2 "
           "FROM op o JOIN payment p ON p.id = o.payment_id LEFT JOIN orders r ON r.id = p.order_id "_s.arg(
               history::movedAmount(dialect), runitemrows::codesColumn());
}

/// Where a text stands in the fields of evidence row e; 0: nowhere. Evidence is written as compact JSON by
/// this program, so it stands there letter for letter.
QString placeIn(Database::Dialect dialect, const QString &text)
{
    return u"%1(e.fields, %2)"_s.arg(dialect == Database::Dialect::Sqlite ? u"instr"_s : u"strpos"_s, text);
}

/// The day in such a field, `yyyyMMdd`, else NULL.
QString dayInField(Database::Dialect dialect, const QString &name)
{
    const QString key = u"\"%1\":\"20"_s.arg(name);
    const QString place = placeIn(dialect, u'\'' + key + u'\'');
    return u"CASE WHEN %1 > 0 THEN substr(e.fields, %1 + %2, 8) END"_s.arg(place).arg(key.size() - 2);
}

/// What the gateway's clock said in the read before the operation was sent: its day, else NULL.
QString dayBeforeSending(Database::Dialect dialect)
{
    return u"(SELECT %1 FROM evidence e WHERE e.op_id = o.id AND e.source = 'READ' AND e.class = 'READ' AND "
           "e.seq < (SELECT max(a.seq) FROM evidence a WHERE a.op_id = o.id AND a.source = 'ARM') "
           "ORDER BY e.seq DESC LIMIT 1)"_s.arg(dayInField(dialect, u"GatewayDate"_s));
}

/// The read e shows what was sent. A cancel's word tells it from one that somebody made since. A wallet's
/// final word comes on a day of its own, at the earliest on that of what it accepted: a clock that was later
/// when we sent was wrong.
QString showsWhatWasSent(Database::Dialect dialect)
{
    return u"(o.kind <> 'CANCEL' OR coalesce(o.job_cd, '') = '' OR %1 > 0 OR %2 > 0) AND (%3 > 0 OR "
           "(SELECT p.gateway_method FROM payment p WHERE p.id = o.payment_id) <> 'RAKUTEN' OR %4 < %5)"_s
               .arg(placeIn(dialect, u"'\"Status\":\"' || o.job_cd || '\"'"_s),
                    placeIn(dialect, u"'\"Status\":\"CANCEL\"'"_s), placeIn(dialect, u"'\"Status\":\"REQ'"_s),
                    dayInField(dialect, u"ProcessDate"_s), dayBeforeSending(dialect));
}

/// Where the gateway says the day itself: 8 digits, of the processing or else of its clock when the operation
/// was about to be sent; else the hour of armed_at (UTC), from which the day in Japan follows, a whole number
/// of hours away.
QString processedExpression(Database::Dialect dialect)
{
    return u"coalesce("
           "(SELECT %1 FROM evidence e WHERE e.op_id = o.id AND e.source = 'ANSWER' AND e.class = 'SUCCESS' "
           "ORDER BY e.seq DESC LIMIT 1), "
           "CASE WHEN o.proof IN ('READ','BOTH') THEN (SELECT CASE WHEN %2 THEN %3 END FROM evidence e WHERE "
           "e.op_id = o.id AND e.source = 'READ' AND e.class = 'READ' ORDER BY e.seq DESC LIMIT 1) END, "
           "%4, substr(o.armed_at, 1, 13))"_s.arg(
               dayInField(dialect, u"TranDate"_s), showsWhatWasSent(dialect),
               dayInField(dialect, u"ProcessDate"_s), dayBeforeSending(dialect));
}

QDate dayOf(const QString &processed)
{
    const QDate own = QDate::fromString(processed, u"yyyyMMdd"_s);
    if (own.isValid()) {
        return own;
    }
    const auto hour = japantime::fromStoredText(processed + u":00:00.000Z"_s);
    return hour ? japantime::dayOf(*hour) : QDate();
}

bool comesFirst(const DayTotal &one, const DayTotal &other)
{
    if (one.day != other.day) {
        return one.day > other.day;
    }
    return one.kind != other.kind ? one.kind < other.kind : one.jobCd < other.jobCd;
}

void addTo(QList<DayTotal> &totals, const DayTotal &more)
{
    const auto same = [&more](const DayTotal &total) {
        return total.day == more.day && total.kind == more.kind && total.jobCd == more.jobCd;
    };
    const auto found = std::find_if(totals.begin(), totals.end(), same);
    if (found == totals.end()) {
        totals.append(more);
        return;
    }
    found->count += more.count;
    found->amount += more.amount;
    found->amountBefore += more.amountBefore;
}

} // namespace

Yen DayTotal::difference() const
{
    return kind == OperationKind::Change ? amount - amountBefore : Yen{};
}

StorageResult<QList<qint64>> OperationHistory::operations(const HistoryFilter &filter)
{
    history::Condition condition = history::askedIn(filter, filter.byEnd ? u"ended_at"_s : u"asked_at"_s);
    condition.addList(u"kind"_s, history::codesOf(filter.kinds));
    if (filter.states == QList{OperationState::Done}) {
        condition.add(u"state = 'DONE'"_s, {}); // in the words of op_done, which answers the days of the end
    } else {
        condition.addList(u"state"_s, history::codesOf(filter.states));
    }
    if (filter.run) {
        condition.add(u"run_id = ?"_s, {filter.run->value});
    }
    return m_database.listOf(u"SELECT number FROM op"_s + condition.where() + u" ORDER BY number DESC"_s,
                             condition.values(), [](const Rows &row) { return row.number(0); });
}

StorageResult<QList<HistoryOperation>> OperationHistory::operationPage(const QList<qint64> &numbers)
{
    QHash<qint64, HistoryOperation> found;
    const auto read = history::inChunks(numbers, [&](const QList<qint64> &chunk) {
        QStringList places;
        for (const qint64 number : chunk) {
            places.append(QString::number(number));
        }
        return m_database.forEachRow(
            operationColumns(m_database.dialect()) + u"WHERE o.number IN (%1)"_s.arg(places.join(u',')), {},
            [&](const Rows &row) { found.insert(row.number(0), operationOf(row)); });
    });
    if (!read) {
        return failure(read.error());
    }
    QList<HistoryOperation> operations;
    for (const qint64 number : numbers) {
        const auto operation = found.constFind(number);
        if (operation != found.constEnd()) {
            operations.append(*operation);
        }
    }
    return operations;
}

StorageResult<QList<DayTotal>> OperationHistory::dayTotals(const HistoryFilter &filter)
{
    history::Condition condition;
    condition.add(u"o.state = 'DONE'"_s, {});
    if (filter.from) {
        condition.add(u"o.armed_at >= ?"_s, {history::beginningOf(filter.from->addDays(-1))});
    }
    if (filter.to) {
        condition.add(u"o.armed_at < ?"_s, {history::beginningOf(filter.to->addDays(2))});
    }
    if (!filter.operatorName.isEmpty()) {
        condition.add(u"o.asked_by = ?"_s, {filter.operatorName});
    }
    if (filter.run) {
        condition.add(u"o.run_id = ?"_s, {filter.run->value});
    }
    condition.addList(u"o.kind"_s, history::codesOf(filter.kinds));
    const QString sql = u"SELECT kind, job_cd, processed, count(*), CAST(sum(amount) AS BIGINT), "
                        "CAST(sum(amount_before) AS BIGINT) FROM "
                        "(SELECT o.kind, coalesce(o.job_cd, '') AS job_cd, %1 AS processed, "
                        "%2 AS amount, o.pre_amount + o.pre_tax AS amount_before FROM op o%3) AS done "
                        "GROUP BY kind, job_cd, processed"_s.arg(processedExpression(m_database.dialect()),
                                                                 history::movedAmount(m_database.dialect()),
                                                                 condition.where());
    QList<DayTotal> totals;
    const auto read = m_database.forEachRow(sql, condition.values(), [&](const Rows &row) {
        DayTotal total;
        total.kind = operationKindFromCode(row.text(0)).value_or(OperationKind::Capture);
        total.jobCd = row.text(1);
        total.day = dayOf(row.text(2));
        total.count = row.number(3);
        total.amount = {row.number(4)};
        total.amountBefore = {row.number(5)};
        const bool outside =
            (filter.from && total.day < *filter.from) || (filter.to && total.day > *filter.to);
        if (!outside) {
            addTo(totals, total);
        }
    });
    if (!read) {
        return failure(read.error());
    }
    std::sort(totals.begin(), totals.end(), comesFirst);
    return totals;
}

StorageResult<QStringList> OperationHistory::operatorNames()
{
    return m_database.listOf(u"SELECT asked_by FROM (SELECT DISTINCT asked_by FROM op UNION SELECT asked_by "
                             u"FROM bulk_run) AS names "
                             "WHERE asked_by <> '' ORDER BY 1"_s,
                             {}, [](const Rows &row) { return row.text(0); });
}

} // namespace kessai
