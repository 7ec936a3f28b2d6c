#include "core/services/paymentoperation.h"

#include "core/base/japantime.h"
#include "core/base/log.h"
#include "core/base/seams.h"
#include "core/services/drift.h"
#include "core/services/gatewaytime.h"
#include "core/services/paymentattempt.h"

#include <QScopeGuard>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int ReleaseTries = 3;         // an unarmed operation may be left: releaseIdle() takes it back
constexpr int ClaimTries = 3;           // each waits 3 s for the lock by itself (journal.md §10)
constexpr Yen MostOfOneCard{9'999'999}; // design.md §6

} // namespace

QCoro::Task<OperationRunResult> PaymentOperation::run(OperationId id, bool inRun, std::function<bool()> stop)
{
    Attempt attempt;
    attempt.inRun = inRun;
    attempt.stop = stop;
    const auto loaded = load(attempt, id);
    if (!loaded || !*loaded) {
        if (!loaded) {
            attempt.result.storeError = loaded.error();
        }
        co_return attempt.result;
    }
    m_running.insert(id);
    const auto done = qScopeGuard([this, id] { m_running.remove(id); });

    // 1 Plan ◆: the caller has it on disk.
    KESSAI_KILL_POINT("K1");

    // 2 Claim ◆
    if (!claim(attempt)) {
        co_return attempt.result;
    }
    KESSAI_KILL_POINT("K2");

    attempt.lease = co_await m_context.gate->acquire();
    for (qsizetype attemptsLeft = m_context.timing.busy.size();; --attemptsLeft) {
        // 3 Pre-check
        const bool eligible = co_await preCheck(attempt);
        if (!eligible) {
            break;
        }
        KESSAI_KILL_POINT("K3");

        // 4 Arm ◆: durable before the first byte
        co_await m_context.gate->pace(); // before arming: waiting would eat the send window
        const bool stillEligible = co_await stillBeforeMidnight(attempt);
        if (!stillEligible) {
            break;
        }
        const bool armed = arm(attempt);
        if (!armed) {
            if (attempt.result.storeError) {
                co_await skip(attempt, EndReason::NotSent);
            }
            break;
        }
        KESSAI_KILL_POINT("K4");

        // 5 Guard and 6 send once: the guard is asked in the body's read function
        attempt.answer =
            co_await m_context.gate->client().send(attempt.lease.slot(), attempt.request, guardOf(attempt));
        KESSAI_KILL_POINT("K6");

        // 7 Record ◆: the answer first, always
        co_await record(attempt);
        KESSAI_KILL_POINT("K7");

        // 8 Verify, and move the state under our epoch
        const Next next = co_await verify(attempt, attemptsLeft);
        KESSAI_KILL_POINT("K8");
        if (next == Next::Stop) {
            break;
        }
        const qsizetype wait = m_context.timing.busy.size() - attemptsLeft;
        co_await m_context.clock.sleep(m_context.timing.busy[wait]);
    }
    attempt.result.state = attempt.operation.state;
    qCInfo(logJournal).noquote() << codeOf(attempt.operation.kind) << attempt.payment.gatewayOrderId
                                 << attempt.operation.id.value << attempt.operation.jobCd
                                 << codeOf(attempt.operation.state) << attempt.answer.record.detail;
    co_return attempt.result;
}

StorageResult<bool> PaymentOperation::load(Attempt &attempt, const OperationId &id)
{
    auto operation = m_context.journal.byId(id);
    if (!operation) {
        return failure(operation.error());
    }
    attempt.operation = *operation;
    if (operation->kind == OperationKind::Cancel) {
        attempt.askedCancelWord = operation->jobCd; // the rules' word is found anew for each attempt
    }
    attempt.result.state = operation->state;
    if (operation->state != OperationState::Planned || m_running.contains(id) || m_context.storeFailing()) {
        return false;
    }
    auto payment = m_context.payments.byId(operation->paymentId);
    if (!payment) {
        return failure(payment.error());
    }
    attempt.payment = *payment;
    return true;
}

bool PaymentOperation::claim(Attempt &attempt)
{
    auto claimed = m_context.journal.claim(attempt.operation.id, m_context.clock.nowUtc());
    const auto standsInTheWay = [&claimed] {
        return !claimed && (claimed.error().kind == StorageError::Kind::Busy ||
                            claimed.error().kind == StorageError::Kind::StaleSnapshot);
    };
    for (int tries = 1; tries < ClaimTries && standsInTheWay(); ++tries) {
        claimed = m_context.journal.claim(attempt.operation.id, m_context.clock.nowUtc());
    }
    if (!claimed) {
        // The commit failed or its answer was lost: the row says which.
        const auto row = m_context.journal.byId(attempt.operation.id);
        const bool reallyClaimed = row && row->state == OperationState::Claimed &&
                                   row->ownerBoot == m_context.seat.boot &&
                                   row->epoch == attempt.operation.epoch + 1;
        if (!reallyClaimed) {
            attempt.result.storeError = claimed.error();
            return false;
        }
        attempt.operation = *row;
        return true;
    }
    if (claimed->outcome == JournalStore::Claim::Outcome::Claimed) {
        attempt.operation.state = OperationState::Claimed;
        attempt.operation.epoch = claimed->epoch;
        emit m_context.notifier.paymentChanged(attempt.payment.id, attempt.payment.orderId);
        return true;
    }
    attempt.result.lostClaim = claimed->outcome != JournalStore::Claim::Outcome::NotPlanned;
    attempt.result.heldBy = claimed->heldBy;
    if (attempt.result.lostClaim && !attempt.inRun) {
        const Move move{
            attempt.operation.id, OperationState::Planned, OperationState::Cancelled, attempt.operation.epoch,
            std::nullopt,         EndReason::Held};
        const auto moved = moveOperation(m_context, move, u"SYSTEM"_s, std::nullopt);
        if (!moved) {
            attempt.result.storeError = moved.error();
        } else if (*moved) {
            attempt.result.state = OperationState::Cancelled;
        }
    }
    return false;
}

QCoro::Task<bool> PaymentOperation::preCheck(Attempt &attempt)
{
    attempt.read =
        co_await m_context.gate->read(attempt.lease, attempt.payment.gatewayOrderId, m_context.timing.busy);
    const auto kept =
        m_context.journal.append(readEvidence(attempt.operation, attempt.read, m_context.clock.nowUtc()));
    if (!kept) {
        attempt.result.storeError = kept.error();
        co_await skip(attempt, EndReason::NotSent);
        co_return false;
    }
    if (attempt.read.outcome != InquiryAnswer::Outcome::Read) {
        attempt.result.shopLevelRefusal = attempt.read.outcome == InquiryAnswer::Outcome::ShopRefused;
        // Whatever else came back: nothing usable, and the payment was not reached.
        attempt.result.gatewayUnusable = attempt.read.outcome != InquiryAnswer::Outcome::UnknownOrder;
        attempt.result.ambiguous = attempt.read.outcome != InquiryAnswer::Outcome::UnknownOrder;
        co_await skip(attempt, EndReason::Unreadable);
        co_return false;
    }
    const bool movedAfterBusy =
        attempt.operation.attempt > 0 && attempt.read.snapshot != *attempt.operation.pre;
    if (movedAfterBusy) {
        co_await skip(attempt, EndReason::NoAnswer); // what was answered with BUSY may have worked after all
        attempt.lease = {};
        attempt.operation.state = co_await m_settler.settleOnce(attempt.operation.id);
        co_return false;
    }
    const auto late = lateEffectFound(m_context, attempt.payment, attempt.read.snapshot);
    if (!late || *late) {
        attempt.result.storeError = late ? std::nullopt : std::optional(late.error());
        co_await skip(attempt, late ? EndReason::Held : EndReason::NotSent);
        co_return false;
    }
    const auto seen = storeSeen(m_context, attempt.payment.id, seenIn(attempt.read));
    const auto payment = m_context.payments.byId(attempt.payment.id);
    if (!seen || !payment) {
        attempt.result.storeError = seen ? payment.error() : seen.error();
        co_await skip(attempt, EndReason::NotSent);
        co_return false;
    }
    attempt.payment = *payment;
    EndReason problem = eligibility(attempt);
    if (problem == EndReason::Midnight && attempt.inRun) {
        // A run waits (journal.md §9); then everything is read anew.
        const bool over = co_await waitOutMidnight(m_context, attempt.stop);
        if (over) {
            const bool eligible = co_await preCheck(attempt);
            co_return eligible;
        }
    }
    if (problem == EndReason::None) {
        problem = prepare(attempt);
    }
    if (problem != EndReason::None) {
        co_await skip(attempt, problem);
        co_return false;
    }
    co_return true;
}

/// The day may have come near its end while the call waited for its turn: then all is read anew.
QCoro::Task<bool> PaymentOperation::stillBeforeMidnight(Attempt &attempt)
{
    if (attempt.operation.kind != OperationKind::Cancel || !isMidnightGuard(m_context.gate->gatewayNow())) {
        co_return true;
    }
    const bool eligible = co_await preCheck(attempt);
    co_return eligible;
}

EndReason PaymentOperation::eligibility(const Attempt &attempt) const
{
    const EndReason problem = preCheckProblem(attempt.operation, attempt.read.snapshot);
    if (problem != EndReason::None) {
        return problem;
    }
    if (attempt.operation.kind == OperationKind::Cancel) {
        if (!attempt.read.record.gatewayDate) {
            return EndReason::NoGatewayDate;
        }
        if (isMidnightGuard(*attempt.read.record.gatewayDate)) {
            return EndReason::Midnight;
        }
    }
    return deadlineProblem(attempt);
}

EndReason PaymentOperation::deadlineProblem(const Attempt &attempt) const
{
    const QDate today = japantime::dayOf(m_context.gate->gatewayNow());
    const Deadlines deadlines = deadlinesOf(attempt.payment, m_context.rules);
    const auto over = [today](const std::optional<QDate> &last) { return last && today > *last; };
    switch (attempt.operation.kind) {
    case OperationKind::Capture:
        return over(deadlines.captureBy) ? EndReason::DeadlineOver : EndReason::None;
    case OperationKind::Cancel:
        return over(deadlines.cancelBy) ? EndReason::DeadlineOver : EndReason::None;
    case OperationKind::Change:
        return over(deadlines.changeBy) ? EndReason::DeadlineOver : EndReason::None;
    case OperationKind::Reauthorize:
        return over(deadlines.reauthorizeBy) ? EndReason::DeadlineOver : EndReason::None;
    }
    return EndReason::None;
}

/// Decides the word and makes the bytes; whatever is sent from here on is exactly this.
EndReason PaymentOperation::prepare(Attempt &attempt) const
{
    const Snapshot &pre = attempt.read.snapshot;
    const GmoClient &client = m_context.gate->client();
    const bool hasTax = pre.tax.value != 0;
    const Yen wanted = attempt.operation.wantAmount.value_or(Yen{});
    // The field Tax is sent as 0 only if the transaction has one (design.md §6).
    const std::optional<Yen> wantedTax = hasTax ? attempt.operation.wantTax : std::nullopt;
    attempt.operation.pre = pre;
    switch (attempt.operation.kind) {
    case OperationKind::Capture: {
        attempt.operation.jobCd = u"SALES"_s;
        const std::optional<Yen> tax = hasTax ? std::optional<Yen>(pre.tax) : std::nullopt;
        const AlterRequest request{attempt.read.access, attempt.operation.jobCd, pre.amount, tax, {}, {}};
        attempt.request = client.prepare(request);
        return EndReason::None;
    }
    case OperationKind::Cancel: {
        const AuthorizationTimes times{attempt.payment.authorizedAt, attempt.payment.authorizedTranId,
                                       attempt.payment.soldAt};
        const auto ruled = cancelWord(pre, times, japantime::dayOf(*attempt.read.record.gatewayDate));
        if (!ruled) {
            return EndReason::WrongState;
        }
        // A person may ask for the neighbour of the refused word, never for any other.
        const QString asked = attempt.askedCancelWord.isEmpty() ? *ruled : attempt.askedCancelWord;
        if (asked != *ruled && asked != neighbouringCancelWord(pre.status, *ruled)) {
            return EndReason::WrongState;
        }
        attempt.operation.jobCd = asked;
        const AlterRequest request{attempt.read.access, asked, std::nullopt, std::nullopt, {}, {}};
        attempt.request = client.prepare(request);
        return EndReason::None;
    }
    case OperationKind::Change: {
        const auto job = changeJob(pre.status);
        if (!job || wanted < Yen{1} || wanted > MostOfOneCard) {
            return EndReason::WrongState;
        }
        attempt.operation.jobCd = *job;
        const ChangeRequest request{attempt.read.access, *job, wanted, wantedTax};
        attempt.request = client.prepare(request);
        return EndReason::None;
    }
    case OperationKind::Reauthorize: {
        if (wanted < Yen{1} || wanted > MostOfOneCard) {
            return EndReason::WrongState;
        }
        const AlterRequest request{attempt.read.access, attempt.operation.jobCd, wanted,
                                   wantedTax,           attempt.read.methodCode, attempt.read.payTimes};
        attempt.request = client.prepare(request);
        return EndReason::None;
    }
    }
    return EndReason::WrongState;
}

bool PaymentOperation::arm(Attempt &attempt)
{
    // Taken before the commit, so that a slow commit only shortens the window.
    attempt.armedSinceBoot = m_context.clock.sinceBoot();
    const JournalStore::Arming arming{attempt.operation.id,   attempt.operation.epoch,
                                      *attempt.operation.pre, attempt.operation.jobCd,
                                      attempt.request.digest, m_context.clock.nowUtc()};
    const auto armed = m_context.journal.arm(arming);
    if (armed && !*armed) {
        return false; // the epoch moved: the new owner has it
    }
    if (!armed) {
        // The commit failed or its answer was lost: the row says which (journal.md §6.4).
        const auto row = m_context.journal.byId(attempt.operation.id);
        const bool reallyArmed = row && row->state == OperationState::Armed &&
                                 row->epoch == attempt.operation.epoch &&
                                 row->requestDigest == attempt.request.digest;
        if (!reallyArmed) {
            attempt.result.storeError = armed.error();
            return false;
        }
    }
    attempt.operation.state = OperationState::Armed;
    attempt.operation.attempt += 1;
    attempt.operation.armedAt = arming.armedAt;
    attempt.operation.requestDigest = attempt.request.digest;
    emit m_context.notifier.paymentChanged(attempt.payment.id, attempt.payment.orderId);
    return true;
}

SendGuard PaymentOperation::guardOf(const Attempt &attempt) const
{
    ShopContext *const context = &m_context;
    const OperationId id = attempt.operation.id;
    const qint64 epoch = attempt.operation.epoch;
    const std::chrono::milliseconds armed = attempt.armedSinceBoot;
    return [context, id, epoch, armed] {
        KESSAI_KILL_POINT("K5");
        const bool unguarded = KESSAI_SWITCHED_OFF("arm-record") || KESSAI_SWITCHED_OFF("epoch");
        const auto row = context->journal.byId(id);
        const bool ours = row.ok() && row->epoch == epoch && row->state == OperationState::Armed;
        // Measured last: a store may take its time over the row.
        const bool inWindow = context->clock.sinceBoot() - armed < context->timing.sendWindow ||
                              KESSAI_SWITCHED_OFF("send-window");
        return inWindow && (ours || unguarded);
    };
}

QCoro::Task<> PaymentOperation::record(Attempt &attempt)
{
    m_context.gate->heard(attempt.answer.record);
    for (const GatewayError &error : attempt.answer.record.errors) {
        if (attempt.answer.unknownCode) {
            emit m_context.notifier.unknownCodeSeen(keptCode(error.info));
        }
    }
    const Evidence evidence = answerEvidence(attempt.operation, attempt.answer, m_context.clock.nowUtc());
    UnstoredAnswer unstored(m_context);
    for (;;) {
        const auto kept = m_context.journal.append(evidence);
        if (kept) {
            break;
        }
        qCCritical(logStorage).noquote() << "an answer waits in memory:" << kept.error().message;
        unstored.failedWith(kept.error());
        co_await m_context.clock.sleep(StoreRetry);
    }
}

/// CLAIMED → CANCELLED; after a BUSY → IN_DOUBT, for then something was sent. A store that cannot take even
/// this may keep the row: releaseIdle() takes it back.
QCoro::Task<> PaymentOperation::skip(Attempt &attempt, EndReason reason)
{
    for (int tries = 0; tries < ReleaseTries; ++tries) {
        const auto row = m_context.journal.byId(attempt.operation.id);
        const bool ours = row && row->epoch == attempt.operation.epoch; // else the new owner has it
        const auto released = ours ? release(*row, reason) : StorageResult<bool>(false);
        const auto after = m_context.journal.byId(attempt.operation.id);
        if (row && released && after) {
            attempt.operation.state = after->state;
            co_return;
        }
        attempt.result.storeError = !row ? row.error() : !released ? released.error() : after.error();
        co_await m_context.clock.sleep(StoreRetry);
    }
}

/// @param row CLAIMED, or ARMED by a commit whose answer was lost; its body was not offered
StorageResult<bool> PaymentOperation::release(const Operation &row, EndReason reason)
{
    const auto moved = [&](OperationState from, OperationState to, EndReason why) {
        const Move move{row.id, from, to, row.epoch, std::nullopt, why};
        return moveOperation(m_context, move, u"SYSTEM"_s, std::nullopt);
    };
    if (row.state == OperationState::Armed) {
        const auto claimed = moved(OperationState::Armed, OperationState::Claimed, EndReason::None);
        if (!claimed || !*claimed) {
            return claimed;
        }
    }
    const qint64 attemptsSent = row.state == OperationState::Armed ? row.attempt - 1 : row.attempt;
    return attemptsSent > 0 ? moved(OperationState::Claimed, OperationState::InDoubt, EndReason::NoAnswer)
                            : moved(OperationState::Claimed, OperationState::Cancelled, reason);
}

StorageResult<int> PaymentOperation::releaseIdle()
{
    int released = 0;
    for (const OperationState state :
         {OperationState::Armed, OperationState::Claimed, OperationState::Planned}) {
        const auto rows = m_context.journal.inState(state);
        if (!rows) {
            return failure(rows.error());
        }
        for (const Operation &row : *rows) {
            const bool waitsForItsRun = state == OperationState::Planned && row.runId;
            if (row.ownerBoot != m_context.seat.boot || m_running.contains(row.id) || waitsForItsRun) {
                continue;
            }
            const bool sent = state == OperationState::Armed || row.attempt > 0;
            const Move move{row.id,
                            state,
                            sent ? OperationState::InDoubt : OperationState::Cancelled,
                            row.epoch,
                            std::nullopt,
                            sent                               ? EndReason::NoAnswer
                            : state == OperationState::Claimed ? EndReason::NotSent
                                                               : EndReason::Withdrawn};
            const auto moved = moveOperation(m_context, move, u"SYSTEM"_s, std::nullopt);
            if (!moved) {
                return failure(moved.error());
            }
            released += *moved ? 1 : 0;
        }
    }
    return released;
}

} // namespace kessai
