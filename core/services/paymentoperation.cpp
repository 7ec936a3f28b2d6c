#include "core/services/paymentoperation.h"

#include "core/base/log.h"
#include "core/base/seams.h"
#include "core/gmo/errortable.h"
#include "core/services/paymentattempt.h"
#include "core/storage/lockconflict.h"

#include <QScopeGuard>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Each once, as it may be shown.
QStringList unknownCodes(const QList<GatewayError> &errors)
{
    QStringList codes;
    for (const GatewayError &error : errors) {
        if (!error.info.isEmpty() && ErrorTable::embedded().meaningOf(error.info).catchAll) {
            codes.append(keptCode(error.info));
        }
    }
    codes.removeDuplicates();
    return codes;
}

} // namespace

QCoro::Task<OperationRunResult> PaymentOperation::run(OperationId id, Within within,
                                                      std::function<bool()> stop)
{
    Attempt attempt;
    attempt.within = within;
    attempt.stop = stop;
    attempt.operation.id = id;
    if (m_running.contains(id) || m_context.storeFailing()) {
        const auto row = m_context.journal.byId(id);
        attempt.result.storeError = row ? std::nullopt : std::optional(row.error());
        attempt.result.state = row ? row->state : OperationState::Planned;
        co_return attempt.result;
    }
    m_running.insert(id);
    const auto done = qScopeGuard([this, id] { m_running.remove(id); });

    // 1 Plan ◆: the caller has it on disk.
    KESSAI_KILL_POINT("K1");

    // 2 Claim ◆
    const bool claimed = co_await claim(attempt);
    if (!claimed) {
        co_return attempt.result;
    }
    attempt.result.claimed = true;
    KESSAI_KILL_POINT("K2");

    attempt.lease = co_await m_context.gate->acquire();
    for (qsizetype attemptsLeft = m_context.timing.busy.size();; --attemptsLeft) {
        // 3 Pre-check; 4 Arm ◆ comes with the commit of its read where the request need not wait for its turn
        const bool eligible = co_await preCheck(attempt);
        if (!eligible) {
            break;
        }

        // 4 Arm ◆: durable before the first byte
        if (attempt.operation.state != OperationState::Armed) {
            KESSAI_KILL_POINT("K3");
            const bool armed = co_await armInTurn(attempt);
            if (!armed) {
                break;
            }
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
    if (attempt.operation.state != OperationState::InDoubt) {
        m_settler.forget(id);
    }
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
    return operation->state == OperationState::Planned;
}

/// The payment of what is claimed.
StorageResult<Nothing> PaymentOperation::loadPayment(Attempt &attempt)
{
    auto payment = m_context.payments.byId(attempt.operation.paymentId);
    if (!payment) {
        return failure(payment.error());
    }
    attempt.payment = *payment;
    return Nothing{};
}

/// One step: what is claimed is what was loaded. The payment comes last: whoever held it until now may have
/// moved it.
StorageResult<JournalStore::Claim> PaymentOperation::loadAndClaim(Attempt &attempt, const OperationId &id)
{
    auto transaction = Transaction::beginOrJoin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto loaded = load(attempt, id);
    if (!loaded) {
        return failure(loaded.error());
    }
    if (!*loaded || m_context.storeFailing()) { // it may have begun to fail in this very turn
        return JournalStore::Claim{};
    }
    const auto claimed = m_context.journal.claim(id, m_context.clock.nowUtc());
    if (!claimed || claimed->outcome != JournalStore::Claim::Outcome::Claimed) {
        return claimed;
    }
    const auto loadedPayment = loadPayment(attempt);
    const auto committed = loadedPayment ? transaction->commit() : loadedPayment;
    return committed ? claimed : failure(committed.error());
}

QCoro::Task<bool> PaymentOperation::claim(Attempt &attempt)
{
    const OperationId id = attempt.operation.id;
    Attempt *const claiming = &attempt;
    const std::function<StorageResult<JournalStore::Claim>()> step = [this, id, claiming] {
        return loadAndClaim(*claiming, id);
    };
    StorageResult<JournalStore::Claim> claimed = failure(StorageError{});
    for (int tries = 0; tries < TransactionTries; ++tries) {
        claimed = co_await m_context.commits->commit(step);
        if (!claimed && claimed.error().kind == StorageError::Kind::Unique) {
            // The database itself objects (op_one_live). By itself the claim can say who holds the payment.
            claimed = m_context.journal.claim(id, m_context.clock.nowUtc());
        }
        if (claimed || !isLockConflict(claimed.error())) {
            break;
        }
    }
    if (!claimed) {
        // The commit failed or its answer was lost: the row says which.
        const auto row = m_context.journal.byId(attempt.operation.id);
        const bool reallyClaimed = row && row->state == OperationState::Claimed &&
                                   row->ownerBoot == m_context.seat.boot &&
                                   row->epoch == attempt.operation.epoch + 1;
        if (!reallyClaimed) {
            attempt.result.storeError = claimed.error();
            co_return false;
        }
        attempt.operation = *row;
    }
    const bool isClaimed = !claimed || claimed->outcome == JournalStore::Claim::Outcome::Claimed;
    if (isClaimed) {
        attempt.operation.state = OperationState::Claimed;
        attempt.operation.epoch = claimed ? claimed->epoch : attempt.operation.epoch;
        const bool isLoaded = attempt.payment.id == attempt.operation.paymentId; // not by a claim by itself
        const auto loaded = isLoaded ? StorageResult<Nothing>(Nothing{}) : loadPayment(attempt);
        if (!loaded) {
            attempt.result.storeError = loaded.error();
            co_await skip(attempt, EndReason::NotSent);
            co_return false;
        }
        emit m_context.notifier.paymentChanged(attempt.payment.id, attempt.payment.orderId);
        co_return true;
    }
    attempt.result.lostClaim = claimed->outcome != JournalStore::Claim::Outcome::NotPlanned;
    attempt.result.heldBy = claimed->heldBy;
    if (attempt.result.lostClaim && attempt.within != Within::Run) {
        const bool unlinked = claimed->outcome == JournalStore::Claim::Outcome::Unlinked;
        const Move move{attempt.operation.id,
                        OperationState::Planned,
                        OperationState::Cancelled,
                        attempt.operation.epoch,
                        std::nullopt,
                        unlinked ? EndReason::NoPayment : EndReason::Held};
        const auto moved = moveOperation(m_context, move, u"SYSTEM"_s, std::nullopt);
        if (!moved) {
            attempt.result.storeError = moved.error();
        } else if (*moved) {
            attempt.result.state = OperationState::Cancelled;
        }
    }
    co_return false;
}

/// The answer first, always. That of a capture that worked is proof enough (journal.md §6.8): then the state
/// moves in the same transaction. When it cannot, the answer is kept without it, and verify() moves.
StorageResult<PaymentOperation::Kept> PaymentOperation::keepAnswer(Attempt &attempt, const Evidence &evidence)
{
    attempt.moveRefused.reset();
    const auto seen = capturedBy(attempt);
    if (seen && !attempt.mayBeKept) {
        const bool shared = m_context.database.inTransaction();
        const auto both = keepCapture(attempt, evidence, *seen);
        // A shared transaction is the group's to end: it calls again when each is on its own.
        if (both || shared) {
            return both;
        }
        qCCritical(logStorage).noquote() << "an answer is kept without its state:" << both.error().message;
        attempt.mayBeKept = true;
        attempt.moveRefused = both.error();
    }
    const auto before =
        attempt.mayBeKept ? keptBefore(attempt, evidence) : StorageResult<std::optional<Kept>>(std::nullopt);
    if (!before) {
        return failure(before.error());
    }
    if (*before) {
        return **before;
    }
    const auto kept = m_context.journal.append(evidence);
    return kept ? StorageResult<Kept>(Kept::AnswerAlone) : failure(kept.error());
}

/// What an earlier try came to whose commit gave no word; none: nothing of it is on disk. One answer is one
/// row of evidence.
StorageResult<std::optional<PaymentOperation::Kept>> PaymentOperation::keptBefore(const Attempt &attempt,
                                                                                  const Evidence &evidence)
{
    const auto rows = m_context.journal.evidenceOf(attempt.operation.id);
    if (!rows) {
        return failure(rows.error());
    }
    const bool isKept = std::any_of(rows->begin(), rows->end(), [&evidence](const Evidence &row) {
        return row.source == evidence.source && row.epoch == evidence.epoch &&
               row.attempt == evidence.attempt;
    });
    if (!isKept) {
        return std::optional<Kept>();
    }
    const auto row = m_context.journal.byId(attempt.operation.id);
    if (!row) {
        return failure(row.error());
    }
    const bool isCaptured =
        capturedBy(attempt) && row->state == OperationState::Done && row->epoch == attempt.operation.epoch;
    return std::optional(isCaptured ? Kept::Captured : Kept::AnswerAlone);
}

StorageResult<PaymentOperation::Kept>
PaymentOperation::keepCapture(const Attempt &attempt, const Evidence &evidence, const SeenPayment &seen)
{
    auto transaction = Transaction::beginOrJoin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const Move move{attempt.operation.id,    OperationState::Armed, OperationState::Done,
                    attempt.operation.epoch, Proof::Answer,         EndReason::None};
    const auto done = moveStep(m_context, move, attempt.payment.id, u"SYSTEM"_s, seen, evidence);
    if (!done) {
        return failure(done.error());
    }
    const auto committed = transaction->commit();
    if (!committed) {
        return failure(committed.error());
    }
    return *done ? Kept::Captured : Kept::LeftToNewOwner; // who sees the evidence
}

QCoro::Task<> PaymentOperation::record(Attempt &attempt)
{
    m_context.gate->heard(attempt.answer.record);
    for (const QString &code : unknownCodes(attempt.answer.record.errors)) {
        qCWarning(logGateway).noquote() << "the error table does not know the code" << code;
        emit m_context.notifier.unknownCodeSeen(code);
    }
    const Evidence evidence = answerEvidence(attempt.operation, attempt.answer, m_context.clock.nowUtc());
    Attempt *const answered = &attempt;
    const std::function<StorageResult<Kept>()> step = [this, answered, &evidence] {
        return keepAnswer(*answered, evidence);
    };
    attempt.mayBeKept = false;
    attempt.unstored.emplace(m_context);
    for (;;) {
        const auto kept = co_await m_context.commits->commit(step);
        if (kept) {
            attempt.kept = *kept;
            break;
        }
        qCCritical(logStorage).noquote() << "an answer waits in memory:" << kept.error().message;
        attempt.mayBeKept = true;
        attempt.unstored->failedWith(kept.error());
        co_await m_context.clock.sleep(StoreRetry);
    }
    const bool isMoveLeft = attempt.kept == Kept::AnswerAlone && capturedBy(attempt);
    if (!isMoveLeft) {
        attempt.unstored.reset();
    } else if (attempt.moveRefused) {
        attempt.unstored->failedWith(*attempt.moveRefused);
    }
}

} // namespace kessai
