// OperationHistory: the bulk runs.
#include "core/storage/historycondition.h"
#include "core/storage/runrows.h"

#include <QHash>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

void addCounts(QHash<RunId, HistoryRun> &lines, const Rows &row)
{
    const auto line = lines.find(RunId{row.text(0)});
    const auto state = operationStateFromCode(row.text(1));
    if (line == lines.end() || !state) {
        return;
    }
    line->run.counts[*state] += row.number(2);
    if (*state == OperationState::Done) {
        line->doneAmount += Yen{row.number(3)};
    }
}

/// The text of a whitelisted field of an evidence row, else NULL. Evidence is written as compact JSON by this
/// program, and such a text has no quotes in it.
QString textInField(Database::Dialect dialect, const QString &alias, const QString &name)
{
    if (dialect == Database::Dialect::Postgresql) {
        return u"substring(%1.fields from '\"%2\":\"([^\"]*)\"')"_s.arg(alias, name);
    }
    const QString key = u"\"%1\":\""_s.arg(name);
    const QString place = u"instr(%1.fields, '%2')"_s.arg(alias, key);
    const QString rest = u"substr(%1.fields, %2 + %3)"_s.arg(alias, place).arg(key.size());
    return u"CASE WHEN %1 > 0 THEN substr(%2, 1, instr(%2, '\"') - 1) END"_s.arg(place, rest);
}

/// A whole number of yen in such a field of evidence row e, else NULL: as many digits as yenFromDigits()
/// takes.
QString yenInField(Database::Dialect dialect, const QString &name)
{
    if (dialect == Database::Dialect::Postgresql) {
        return u"CAST(substring(e.fields from '\"%1\":\"([0-9]{1,12})\"') AS BIGINT)"_s.arg(name);
    }
    const QString text = textInField(dialect, u"e"_s, name);
    return u"CASE WHEN length(%1) BETWEEN 1 AND 12 AND %1 NOT GLOB '*[^0-9]*' THEN CAST(%1 AS INTEGER) END"_s
        .arg(text);
}

/// These runs with all that is counted of them, by three statements however many they are.
StorageResult<Nothing> readRuns(Database &database, const QList<RunId> &runs, QHash<RunId, HistoryRun> &found)
{
    QVariantList ids;
    for (const RunId &run : runs) {
        ids.append(run.value);
    }
    const QString places = QStringList(runs.size(), u"?"_s).join(u',');
    const auto rows =
        database.forEachRow(u"SELECT %1 FROM bulk_run WHERE id IN (%2)"_s.arg(runrows::columns, places), ids,
                            [&](const Rows &row) {
                                const RunStore::Run run = runrows::runFrom(row);
                                found.insert(run.id, HistoryRun{run, Yen{}});
                            });
    if (!rows) {
        return rows;
    }
    const auto items = database.forEachRow(
        u"SELECT run_id, state, changed, count(*) FROM bulk_run_item WHERE run_id IN (%1) "
        "GROUP BY run_id, state, changed"_s.arg(places),
        ids, [&](const Rows &row) {
            const auto line = found.find(RunId{row.text(0)});
            if (line != found.end()) {
                runrows::addItemCount(line->run, row, 1);
            }
        });
    if (!items) {
        return items;
    }
    return database.forEachRow(
        u"SELECT o.run_id, o.state, count(*), CAST(sum(%1) AS BIGINT) FROM op o WHERE o.run_id IN (%2) "
        "GROUP BY o.run_id, o.state UNION ALL SELECT run_id, 'CANCELLED', count(*), 0 FROM order_event "
        "WHERE run_id IN (%2) GROUP BY run_id"_s.arg(history::movedAmount(database.dialect()), places),
        ids + ids, [&](const Rows &row) { addCounts(found, row); });
}

} // namespace

history::Condition history::askedIn(const HistoryFilter &filter, const QString &instant)
{
    Condition condition;
    if (filter.from) {
        condition.add(instant + u" >= ?"_s, {beginningOf(*filter.from)});
    }
    if (filter.to) {
        condition.add(instant + u" < ?"_s, {beginningOf(filter.to->addDays(1))});
    }
    if (!filter.operatorName.isEmpty()) {
        condition.add(u"asked_by = ?"_s, {filter.operatorName});
    }
    return condition;
}

QString history::cancelledAmount(Database::Dialect dialect)
{
    const auto differs = [dialect](const QString &ofAnswer, const QString &ofRead) {
        return u"%1 <> %2"_s.arg(textInField(dialect, u"a"_s, ofAnswer),
                                 textInField(dialect, u"e"_s, ofRead));
    };
    // A SUCCESS answer has the TranID and the instant of our own cancel: a read that has neither shows what
    // somebody did since.
    const QString ours = u"NOT EXISTS (SELECT 1 FROM evidence a WHERE a.op_id = e.op_id AND a.source = "
                         "'ANSWER' AND a.class = 'SUCCESS' AND %1 AND %2)"_s.arg(
                             differs(u"TranID"_s, u"TranID"_s), differs(u"TranDate"_s, u"ProcessDate"_s));
    return u"CASE WHEN o.kind = 'CANCEL' AND o.state = 'DONE' AND o.pre_cancel_amount IS NULL THEN (SELECT "
           u"CASE WHEN %1 IN "
           "('VOID','RETURN','RETURNX','CANCEL') AND %2 THEN NULLIF(%3 + %4, 0) END FROM evidence e "
           "WHERE e.op_id = o.id AND e.source = 'READ' AND e.class = 'READ' ORDER BY e.seq DESC LIMIT 1) END"_s
               .arg(textInField(dialect, u"e"_s, u"Status"_s), ours, yenInField(dialect, u"Amount"_s),
                    yenInField(dialect, u"Tax"_s));
}

QString history::movedAmount(Database::Dialect dialect)
{
    return u"CASE WHEN o.kind IN ('CHANGE','REAUTHORIZE') THEN o.want_amount + coalesce(o.want_tax, 0) "
           "ELSE coalesce(%1, o.pre_amount + o.pre_tax, o.want_amount + coalesce(o.want_tax, 0)) END"_s.arg(
               cancelledAmount(dialect));
}

qint64 HistoryRun::total() const
{
    qint64 all = 0;
    for (const qint64 count : run.counts) {
        all += count;
    }
    return all;
}

StorageResult<QList<RunId>> OperationHistory::runs(const HistoryFilter &filter)
{
    history::Condition condition = history::askedIn(filter);
    condition.addList(u"kind"_s, history::codesOf(filter.runKinds));
    QStringList states;
    for (const RunStore::State state : filter.runStates) {
        states.append(runrows::codeOf(state));
    }
    condition.addList(u"state"_s, states);
    if (filter.stopped) {
        const QString stopped = u"state = 'FINISHED' AND %1(reason LIKE '{%\"code\":\"STOPPED_BY\"%')"_s;
        condition.add(stopped.arg(*filter.stopped ? u""_s : u"NOT "_s), {});
    }
    if (filter.run) {
        condition.add(u"id = ?"_s, {filter.run->value});
    }
    return m_database.listOf(u"SELECT id FROM bulk_run"_s + condition.where() +
                                 u" ORDER BY asked_at DESC, id DESC"_s,
                             condition.values(), [](const Rows &row) { return RunId{row.text(0)}; });
}

StorageResult<QList<HistoryRun>> OperationHistory::runPage(const QList<RunId> &runs)
{
    QHash<RunId, HistoryRun> found;
    const auto read = history::inChunks(
        runs, [&](const QList<RunId> &chunk) { return readRuns(m_database, chunk, found); });
    if (!read) {
        return failure(read.error());
    }
    QList<HistoryRun> lines;
    for (const RunId &run : runs) {
        const auto line = found.constFind(run);
        if (line != found.constEnd()) {
            lines.append(*line);
        }
    }
    return lines;
}

} // namespace kessai
