// What Invariants asks of the rows of the journal alone.
#include "core/services/journalrecord.h"
#include "tests/services/invariants.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

bool showsWanted(const Operation &operation, const Evidence &row)
{
    const auto snapshot = snapshotFromFields(row.fields);
    if (row.source != u"READ"_s || !snapshot) {
        return false;
    }
    // The wallet's own word proves that the change was accepted (journal.md §9).
    return snapshot->status == u"REQCHANGE"_s ||
           (snapshot->amount == operation.wantAmount && snapshot->tax == operation.wantTax.value_or(Yen{}));
}

/// I8: two equal reads, T_GAP apart, after T_SENDWIN + T_SETTLE; for "no effect" they equal pre.
bool isWellFounded(const QList<Evidence> &rows, const Operation &operation, const JournalTiming &timing)
{
    const QDateTime settled = operation.armedAt->addMSecs((timing.sendWindow + timing.settle).count());
    for (const Evidence &early : rows) {
        for (const Evidence &late : rows) {
            const bool reads = early.source == u"READ"_s && late.source == u"READ"_s;
            const auto seen = snapshotFromFields(late.fields);
            const bool equal = seen && snapshotFromFields(early.fields) == seen &&
                               (operation.endReason != EndReason::NoEffect || seen == operation.pre);
            if (reads && equal && early.at >= settled && early.at.msecsTo(late.at) >= timing.gap.count()) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

/// I6 at every commit, and I9 of the payment: each claim raised its fence once.
void Invariants::checkOrder(const Seen &seen, QStringList &problems)
{
    QSet<OperationId> live;
    qint64 claims = 0;
    for (const Evidence &row : seen.rows) {
        claims += row.source == u"CLAIM"_s ? 1 : 0;
        const auto state = operationStateFromCode(row.state);
        if (!state) {
            continue;
        }
        if (isLive(*state)) {
            live.insert(row.operationId);
        } else {
            live.remove(row.operationId);
        }
        if (live.size() > 1) {
            problems.append(u"I6 %1: %2 operations were live at row %3"_s.arg(seen.name)
                                .arg(live.size())
                                .arg(row.sequence));
        }
    }
    if (claims != seen.fence) {
        problems.append(u"I9 %1: fence %2 after %3 claims"_s.arg(seen.name).arg(seen.fence).arg(claims));
    }
}

void Invariants::checkOperation(const Operation &operation, const QList<Evidence> &rows,
                                QStringList &problems)
{
    const QString name = operation.id.value;
    qint64 epoch = 0;
    qint64 attempt = 0;
    QString state;
    bool settledByReads = false;
    for (const Evidence &row : rows) {
        if (row.state.isEmpty()) {
            continue;
        }
        const auto before = operationStateFromCode(state);
        if (before && isFinal(*before)) {
            problems.append(u"I7 %1: %2 after its end"_s.arg(name, row.state));
        }
        if (row.epoch < epoch || row.attempt < attempt) {
            problems.append(u"I9 %1: epoch %2 attempt %3 after %4, %5"_s.arg(name)
                                .arg(row.epoch)
                                .arg(row.attempt)
                                .arg(epoch)
                                .arg(attempt));
        }
        settledByReads |= before == OperationState::InDoubt && row.state == codeOf(OperationState::Refused);
        epoch = row.epoch;
        attempt = row.attempt;
        state = row.state;
    }
    if (state != codeOf(operation.state)) {
        problems.append(u"I13 %1: is %2, its last row says %3"_s.arg(name, codeOf(operation.state), state));
    }
    const bool saidByAPerson = operation.proof == Proof::Person;
    const bool refusedByReads =
        settledByReads || (operation.endReason == EndReason::NoEffect && !saidByAPerson);
    if (refusedByReads && !isWellFounded(rows, operation, context().timing)) {
        problems.append(u"I8 %1: no effect was said too early"_s.arg(name));
    }
    if (operation.state == OperationState::Done && operation.kind == OperationKind::Change &&
        operation.proof != Proof::Person &&
        std::none_of(rows.begin(), rows.end(),
                     [&operation](const Evidence &row) { return showsWanted(operation, row); })) {
        problems.append(u"I15 %1: a change is done without a read that shows it"_s.arg(name));
    }
}

} // namespace kessai
