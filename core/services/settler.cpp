#include "core/services/settler.h"

#include "core/base/seams.h"
#include "core/domain/runreason.h"
#include "core/services/journalrecord.h"
#include "core/services/orderrun.h"

#include <QScopeGuard>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// So that a stop is heard while waiting.
constexpr std::chrono::milliseconds LongestSleep{1000};

/// The rows of the attempt whose outcome is unknown: all after its last ARM row.
QList<Evidence> rowsSinceArmed(const QList<Evidence> &rows)
{
    for (qsizetype index = rows.size() - 1; index >= 0; --index) {
        if (rows[index].source == u"ARM"_s) {
            return rows.mid(index + 1);
        }
    }
    return rows;
}

bool hasAnswer(const QList<Evidence> &rows, AnswerClass answerClass)
{
    return std::any_of(rows.begin(), rows.end(), [answerClass](const Evidence &row) {
        return row.source == u"ANSWER"_s && row.classCode == codeOf(answerClass);
    });
}

/// The read that a verdict compares with: folded over the reads since armed, so that it survives a restart.
std::optional<EarlierRead> rememberedRead(const Operation &operation, const QList<Evidence> &rows,
                                          const JournalTiming &timing, const QString &seat)
{
    std::optional<EarlierRead> remembered;
    for (const Evidence &row : rows) {
        if (row.seat != seat) {
            continue; // another clock
        }
        if (row.source != u"READ"_s || row.classCode == u"UNREADABLE"_s) {
            continue;
        }
        const std::optional<Snapshot> snapshot = snapshotFromFields(row.fields);
        if (snapshot) {
            remembered = readToRemember(operation, remembered, *snapshot, row.at, timing);
        } else {
            remembered.reset(); // the order was unknown in between
        }
    }
    return remembered;
}

/// The operation with armed_at as this seat's clock can judge it: of an operation that another seat armed,
/// the instant of our takeover; now, while that seat lives. This only delays a "no" (journal.md §8).
Operation byOurClock(Operation operation, const QList<Evidence> &rows, const Seat &seat, const QDateTime &now)
{
    qsizetype armed = rows.size() - 1;
    while (armed >= 0 && rows[armed].source != u"ARM"_s) {
        --armed;
    }
    if (armed < 0 || rows[armed].seat == seat.name) {
        return operation;
    }
    operation.armedAt = now;
    for (qsizetype index = armed + 1; index < rows.size(); ++index) {
        if (rows[index].seat == seat.name && rows[index].source == u"SYSTEM"_s) {
            operation.armedAt = rows[index].at;
            break;
        }
    }
    return operation;
}

std::optional<QDateTime> firstOfLatestUnknown(const QList<Evidence> &rows, const QDateTime &notBefore)
{
    std::optional<QDateTime> first;
    for (qsizetype index = rows.size() - 1; index >= 0; --index) {
        if (rows[index].source != u"READ"_s || rows[index].classCode == u"UNREADABLE"_s) {
            continue;
        }
        if (rows[index].classCode != u"UNKNOWN_ORDER"_s || rows[index].at < notBefore) {
            break;
        }
        first = rows[index].at;
    }
    return first;
}

} // namespace

StorageResult<Settler::Adopted> Settler::adoptAbandoned()
{
    const auto abandoned = m_context.journal.abandoned();
    if (!abandoned) {
        return failure(abandoned.error());
    }
    Adopted adopted;
    QSet<RunId> orphanedRuns;
    bool othersRun = false;
    for (const Operation &operation : *abandoned) {
        const bool others = !operation.ownerSeat.isEmpty() && operation.ownerSeat != m_context.seat.name;
        const bool waits = operation.state == OperationState::Planned ||
                           (operation.state == OperationState::Claimed && operation.attempt == 0);
        if (operation.runId && waits) { // of what may have been sent a run does not depend
            orphanedRuns.insert(*operation.runId);
            othersRun |= others;
        }
        if (operation.state == OperationState::Planned && operation.runId) {
            continue;
        }
        const auto taken = m_context.journal.adopt(operation, m_context.clock.nowUtc());
        if (!taken) {
            return failure(taken.error());
        }
        if (!*taken) {
            continue;
        }
        adopted.fromOtherSeat |= others;
        adopted.interrupted |= operation.state != OperationState::InDoubt;
        if (operation.state == OperationState::Planned) {
            adopted.withdrawn.append(operation);
        } else if (operation.state == OperationState::Claimed && operation.attempt == 0) {
            ++adopted.replanned;
        } else {
            ++adopted.inDoubt;
        }
    }
    const auto unowned = addUnownedRuns(orphanedRuns);
    if (!unowned) {
        return failure(unowned.error());
    }
    const auto paused = pauseRuns(orphanedRuns);
    if (!paused) {
        return failure(paused.error());
    }
    adopted.pausedRuns = *paused;
    adopted.interrupted |= *paused > 0;
    adopted.fromOtherSeat |= *paused > 0 && othersRun;
    const auto left = pauseLeftOrderRuns(m_context);
    if (!left) {
        return failure(left.error());
    }
    adopted.pausedRuns += *left;
    adopted.interrupted |= *left > 0;
    const auto withdrawn = withdrawReplanned(adopted);
    if (!withdrawn) {
        return failure(withdrawn.error());
    }
    return adopted;
}

/// A run that is RUNNING although none of its items is left to work on: whoever ended the last one is gone,
/// or is about to say so too. SQLite has one seat besides: at a start nobody is at any run.
StorageResult<Nothing> Settler::addUnownedRuns(QSet<RunId> &orphaned)
{
    const bool oneSeat = m_context.database.dialect() == DatabaseSpec::Dialect::Sqlite;
    const auto runs = m_context.runs.all();
    if (!runs) {
        return failure(runs.error());
    }
    for (const RunStore::Run &run : *runs) {
        const qint64 left = run.openCount();
        if (run.state != RunStore::State::Running || !run.movesMoney() || (!oneSeat && left > 0)) {
            continue;
        }
        const auto operations = m_context.journal.ofRun(run.id);
        if (!operations) {
            return failure(operations.error());
        }
        const bool ours =
            left > 0 && std::any_of(operations->begin(), operations->end(), [this](const Operation &item) {
                return item.ownerBoot == m_context.seat.boot; // begun by this program since
            });
        if (!ours) {
            orphaned.insert(run.id);
        }
    }
    return Nothing{};
}

StorageResult<int> Settler::pauseRuns(const QSet<RunId> &orphaned)
{
    int paused = 0;
    for (const RunId &id : orphaned) {
        const auto run = m_context.runs.byId(id);
        if (!run) {
            return failure(run.error());
        }
        if (!*run || (*run)->state != RunStore::State::Running) {
            continue;
        }
        const bool left = (*run)->openCount() > 0;
        const QString reason = left ? RunReason{.code = RunReason::Code::OwnerGone}.stored() : QString();
        const auto stored = m_context.runs.setState(
            id, left ? RunStore::State::Paused : RunStore::State::Finished, reason, m_context.clock.nowUtc());
        if (!stored) {
            return failure(stored.error());
        }
        paused += left ? 1 : 0;
        emit m_context.notifier.runChanged(id.value);
    }
    return paused;
}

/// CLAIMED operations of no run, or of one that is over, came back as PLANNED; nobody is waiting for them any
/// more (journal.md §10).
StorageResult<Nothing> Settler::withdrawReplanned(Adopted &adopted)
{
    const auto planned = m_context.journal.inState(OperationState::Planned);
    if (!planned) {
        return failure(planned.error());
    }
    for (const Operation &operation : *planned) {
        const bool ours = operation.ownerBoot == m_context.seat.boot || operation.ownerBoot.isEmpty();
        if (!ours || operation.epoch == 0) {
            continue;
        }
        const auto run = operation.runId ? m_context.runs.byId(*operation.runId)
                                         : StorageResult<std::optional<RunStore::Run>>(std::nullopt);
        if (!run) {
            return failure(run.error());
        }
        if (*run && (*run)->state != RunStore::State::Finished) {
            continue;
        }
        const Move move{operation.id, OperationState::Planned, OperationState::Cancelled, operation.epoch,
                        std::nullopt, EndReason::Withdrawn};
        const auto moved = moveOperation(m_context, move, u"SYSTEM"_s, std::nullopt);
        if (!moved) {
            return failure(moved.error());
        }
        if (*moved) {
            adopted.withdrawn.append(operation);
        }
    }
    return Nothing{};
}

QCoro::Task<OperationState> Settler::settleOnce(OperationId id)
{
    const auto operation = m_context.journal.byId(id);
    if (!operation) {
        co_return OperationState::InDoubt;
    }
    if (operation->state != OperationState::InDoubt || m_reading.contains(id) || !m_context.gate) {
        co_return operation->state;
    }
    m_reading.insert(id);
    const auto done = qScopeGuard([this, id] { m_reading.remove(id); });
    const OperationState state = co_await readAndDecide(*operation);
    ++m_readsSoFar[id];
    if (state != OperationState::InDoubt) {
        m_readsSoFar.remove(id);
        m_readAgain.remove(id);
        forget(id);
    }
    co_return state;
}

QCoro::Task<OperationState> Settler::readAndDecide(Operation operation)
{
    const auto payment = m_context.payments.byId(operation.paymentId);
    if (!payment) {
        co_return operation.state;
    }
    GatewayGate::Lease lease = co_await m_context.gate->acquire();
    const InquiryAnswer answer =
        co_await m_context.gate->read(lease, payment->gatewayOrderId, payment->method, m_context.timing.busy);
    KESSAI_KILL_POINT("K9");
    // One instant for the row and the verdict: a disk that takes its time must not bring two reads further
    // apart than they were.
    const QDateTime readAt = m_context.clock.nowUtc();
    const auto rows = m_context.journal.evidenceOf(operation.id);
    if (!rows) {
        co_return operation.state;
    }
    const auto kept = m_context.journal.append(readEvidence(operation, answer, readAt));
    if (!kept) {
        co_return operation.state; // a read that is not on disk decides nothing
    }
    const Operation judged = byTimeSinceBoot(byOurClock(operation, *rows, m_context.seat, readAt));
    const auto verdict = verdictOn(judged, answer, rowsSinceArmed(*rows), readAt);
    if (!verdict) {
        co_return operation.state;
    }
    const bool answerSaidSo = hasAnswer(rowsSinceArmed(*rows), AnswerClass::Success);
    const auto state = apply(operation, answer, *verdict, answerSaidSo);
    co_return state ? *state : operation.state;
}

Operation Settler::byTimeSinceBoot(Operation operation) const
{
    const auto armed = m_armedSinceBoot.constFind(operation.id);
    if (armed != m_armedSinceBoot.constEnd() && operation.armedAt) {
        const auto elapsed = m_context.clock.sinceBoot() - *armed;
        operation.armedAt = std::max(*operation.armedAt, m_context.clock.nowUtc().addMSecs(-elapsed.count()));
    }
    return operation;
}

StorageResult<SettleVerdict> Settler::verdictOn(const Operation &operation, const InquiryAnswer &answer,
                                                const QList<Evidence> &rows, const QDateTime &now)
{
    JournalTiming timing = m_context.timing;
    if (KESSAI_SWITCHED_OFF("settle-time")) {
        timing.settle = timing.sendWindow = timing.gap = std::chrono::milliseconds(0);
    }
    const QDateTime settled =
        operation.armedAt.value_or(now).addMSecs((timing.sendWindow + timing.settle).count());
    if (answer.outcome == InquiryAnswer::Outcome::UnknownOrder) {
        return settleVerdictForUnknownOrder(operation, firstOfLatestUnknown(rows, settled), now, timing);
    }
    if (answer.outcome != InquiryAnswer::Outcome::Read) {
        return SettleVerdict{}; // never a verdict
    }
    SettleEvidence evidence;
    evidence.lastRead = rememberedRead(operation, rows, timing, m_context.seat.name);
    evidence.answerWasSuccess = hasAnswer(rows, AnswerClass::Success);
    evidence.answerWasRefusal = hasAnswer(rows, AnswerClass::Refusal);
    return settleVerdict(operation, answer.snapshot, evidence, now, timing);
}

StorageResult<OperationState> Settler::apply(const Operation &operation, const InquiryAnswer &answer,
                                             const SettleVerdict &verdict, bool answerSaidSo)
{
    Move move{operation.id, OperationState::InDoubt, OperationState::InDoubt, operation.epoch,
              Proof::Read,  verdict.reason};
    switch (verdict.kind) {
    case SettleVerdict::Kind::Done:
        move.to = OperationState::Done;
        move.proof = answerSaidSo ? Proof::Both : Proof::Read;
        break;
    case SettleVerdict::Kind::Refused:
        move.to = OperationState::Refused;
        break;
    case SettleVerdict::Kind::Conflict:
        move.to = OperationState::Conflict;
        move.proof = std::nullopt;
        break;
    case SettleVerdict::Kind::ReadAgainForCancel:
        m_readAgain.insert(operation.id);
        return OperationState::InDoubt;
    case SettleVerdict::Kind::NotYet:
    case SettleVerdict::Kind::TooEarly:
        return OperationState::InDoubt;
    }
    const bool readable = answer.outcome == InquiryAnswer::Outcome::Read;
    const auto seen = readable ? std::optional<SeenPayment>(seenIn(answer)) : std::nullopt;
    const auto moved = moveOperation(m_context, move, u"SYSTEM"_s, seen);
    if (!moved) {
        return failure(moved.error());
    }
    if (!*moved) {
        return OperationState::InDoubt; // somebody took over
    }
    return move.to;
}

std::chrono::milliseconds Settler::pollDistance(int readsSoFar) const
{
    const auto &poll = m_context.timing.poll;
    return poll[std::clamp<qsizetype>(readsSoFar, 0, poll.size() - 1)];
}

QCoro::Task<> Settler::settleAll(std::optional<std::chrono::milliseconds> wait, std::function<bool()> stop)
{
    const std::chrono::milliseconds end =
        m_context.clock.sinceBoot() + wait.value_or(std::chrono::milliseconds(0));
    QHash<OperationId, std::chrono::milliseconds> due;
    bool lastPass = false;
    for (;;) {
        const auto inDoubt = m_context.journal.inState(OperationState::InDoubt);
        if (!inDoubt || inDoubt->isEmpty()) {
            co_return;
        }
        std::optional<std::chrono::milliseconds> next;
        for (const Operation &operation : *inDoubt) {
            if (stop()) {
                co_return;
            }
            const std::chrono::milliseconds now = m_context.clock.sinceBoot();
            if (lastPass || due.value(operation.id, now) <= now) {
                const OperationState state = co_await settleOnce(operation.id);
                if (state != OperationState::InDoubt) {
                    continue;
                }
                due[operation.id] = m_context.clock.sinceBoot() + nextReadIn(operation);
            }
            next = std::min(next.value_or(due[operation.id]), due[operation.id]);
        }
        if (!wait || !next || lastPass) {
            co_return;
        }
        // A wait that ends before the next read is due ends with one last read.
        lastPass = *next > end;
        const std::chrono::milliseconds until = lastPass ? end : *next;
        while (!stop() && m_context.clock.sinceBoot() < until) {
            co_await m_context.clock.sleep(std::min(until - m_context.clock.sinceBoot(), LongestSleep));
        }
    }
}

std::chrono::milliseconds Settler::nextReadIn(const Operation &operation) const
{
    const int reads = m_readsSoFar.value(operation.id, 0);
    const std::chrono::milliseconds scheduled = pollDistance(std::max(0, reads - 1));
    if (m_readAgain.contains(operation.id)) {
        return std::min(scheduled, m_context.timing.cancelReadGap);
    }
    // Two more reads than the schedule has, at the end of the settle time and T_GAP later: a "no" is then
    // known as soon as it may be (I11).
    const JournalTiming &timing = m_context.timing;
    const QDateTime settled = operation.armedAt.value_or(m_context.clock.nowUtc())
                                  .addMSecs((timing.sendWindow + timing.settle).count());
    const std::chrono::milliseconds rest(m_context.clock.nowUtc().msecsTo(settled));
    if (rest.count() >= 0) {
        return std::min(scheduled, std::max(rest, std::chrono::milliseconds(1)));
    }
    return -rest <= 2 * timing.gap ? std::min(scheduled, timing.gap) : scheduled;
}

} // namespace kessai
