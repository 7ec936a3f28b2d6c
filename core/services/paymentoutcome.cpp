// Step 8 of PaymentOperation::run: what follows from an answer (journal.md §7).
#include "core/services/paymentattempt.h"

#include "core/base/seams.h"
#include "core/services/gatewayproblem.h"

namespace kessai {

using namespace Qt::StringLiterals;

QCoro::Task<PaymentOperation::Next> PaymentOperation::verify(Attempt &attempt, qsizetype attemptsLeft)
{
    attempt.result.shopLevelRefusal = attempt.answer.shopLevelRefusal;
    attempt.result.gatewayUnusable = attempt.answer.shopLevelRefusal;
    attempt.result.problem =
        attempt.answer.shopLevelRefusal ? refusedShopText(attempt.answer.record) : QString();
    AnswerClass answerClass = attempt.answer.answerClass;
    if (answerClass == AnswerClass::Ambiguous && KESSAI_SWITCHED_OFF("timeout-in-doubt")) {
        co_await moveUntilStored(attempt, OperationState::Refused, Proof::Answer, EndReason::RefusedByGateway,
                                 std::nullopt);
        co_return Next::Stop;
    }
    switch (answerClass) {
    case AnswerClass::Success:
        co_await afterSuccess(attempt);
        co_return Next::Stop;
    case AnswerClass::Refusal:
        co_await afterRefusal(attempt);
        co_return Next::Stop;
    case AnswerClass::Busy: {
        const Next next = co_await afterBusy(attempt, attemptsLeft);
        co_return next;
    }
    case AnswerClass::Contradiction: {
        co_await moveUntilStored(attempt, OperationState::InDoubt, std::nullopt, EndReason::Contradiction,
                                 std::nullopt);
        attempt.lease = {}; // the read takes a slot of its own
        attempt.operation.state = co_await m_settler.settleOnce(attempt.operation.id);
        co_return Next::Stop;
    }
    case AnswerClass::Ambiguous:
        attempt.result.ambiguous = true;
        co_await moveUntilStored(attempt, OperationState::InDoubt, std::nullopt, EndReason::NoAnswer,
                                 std::nullopt);
        co_return Next::Stop;
    case AnswerClass::Unsent: {
        attempt.result.ambiguous = true;
        attempt.result.gatewayUnusable = true;
        attempt.result.problem = noConnectionText(attempt.answer.record.detail);
        if (attempt.operation.attempt > 1) { // an earlier attempt was sent, and answered with BUSY
            co_await moveUntilStored(attempt, OperationState::InDoubt, std::nullopt, EndReason::NoAnswer,
                                     std::nullopt);
            co_return Next::Stop;
        }
        const bool ours = co_await moveUntilStored(attempt, OperationState::Claimed, std::nullopt,
                                                   EndReason::None, std::nullopt);
        if (ours) { // nothing at all if the epoch moved: the new owner has it (journal.md §6.5)
            co_await moveUntilStored(attempt, OperationState::Cancelled, std::nullopt, EndReason::NotSent,
                                     std::nullopt);
        }
        co_return Next::Stop;
    }
    }
    co_return Next::Stop;
}

/// What the SUCCESS answer of a card's capture shows of the payment. That of another method does not tell
/// when it was processed, so a read has to.
std::optional<SeenPayment> PaymentOperation::capturedBy(const Attempt &attempt)
{
    const bool captured = attempt.operation.kind == OperationKind::Capture &&
                          attempt.payment.method == PaymentMethod::Card &&
                          attempt.answer.answerClass == AnswerClass::Success;
    if (!captured) {
        return std::nullopt;
    }
    const Snapshot &pre = attempt.read.snapshot;
    return SeenPayment{{u"SALES"_s, pre.amount, pre.tax, attempt.answer.tranDate, attempt.answer.tranId,
                        attempt.answer.approve},
                       std::nullopt};
}

QCoro::Task<> PaymentOperation::afterSuccess(Attempt &attempt)
{
    if (attempt.kept == Kept::Captured) {
        attempt.operation.state = OperationState::Done;
        emit m_context.notifier.paymentChanged(attempt.payment.id, attempt.payment.orderId);
        co_return;
    }
    if (attempt.kept == Kept::LeftToNewOwner) {
        const auto row = m_context.journal.byId(attempt.operation.id);
        attempt.operation.state = row ? row->state : OperationState::InDoubt;
        co_return;
    }
    const std::optional<SeenPayment> captured = capturedBy(attempt);
    if (captured) { // the answer is kept, the state could not be moved with it
        co_await moveUntilStored(attempt, OperationState::Done, Proof::Answer, EndReason::None, captured);
        co_return;
    }
    const std::optional<InquiryAnswer> read = co_await readAgain(attempt);
    if (read && goalReached(attempt.operation, read->snapshot)) {
        co_await moveUntilStored(attempt, OperationState::Done, Proof::Both, EndReason::None, seenIn(*read));
        co_return;
    }
    attempt.result.ambiguous = !read;
    const EndReason reason = read ? EndReason::UnexpectedState : EndReason::NoAnswer;
    co_await moveUntilStored(attempt, OperationState::InDoubt, std::nullopt, reason, std::nullopt);
}

QCoro::Task<> PaymentOperation::afterRefusal(Attempt &attempt)
{
    const std::optional<InquiryAnswer> read = co_await readAgain(attempt);
    if (!read || !equalsPre(attempt.operation, read->snapshot)) {
        attempt.result.ambiguous = !read;
        const EndReason reason = read ? EndReason::UnexpectedState : EndReason::NoAnswer;
        co_await moveUntilStored(attempt, OperationState::InDoubt, std::nullopt, reason, std::nullopt);
        co_return;
    }
    const bool newAuthorization = attempt.operation.kind == OperationKind::Change ||
                                  attempt.operation.kind == OperationKind::Reauthorize;
    const bool declined = newAuthorization && joinedCodes(attempt.answer.record.errors).contains(u"42G"_s);
    const EndReason reason = declined ? EndReason::Declined : EndReason::RefusedByGateway;
    co_await moveUntilStored(attempt, OperationState::Refused, Proof::Both, reason, seenIn(*read));
}

QCoro::Task<PaymentOperation::Next> PaymentOperation::afterBusy(Attempt &attempt, qsizetype attemptsLeft)
{
    const std::optional<InquiryAnswer> read = co_await readAgain(attempt);
    const bool untouched = read && equalsPre(attempt.operation, read->snapshot, AnswerClass::Busy);
    // N_BUSY attempts in all, so the list of waits is one longer than the repeats.
    // Each authorisation sent is a new one on the buyer's card: never repeated by the program (§9).
    const bool repeatable = attempt.operation.kind != OperationKind::Reauthorize;
    if (untouched && repeatable && attemptsLeft > 1) {
        const bool ours = co_await moveUntilStored(attempt, OperationState::Claimed, std::nullopt,
                                                   EndReason::None, std::nullopt);
        co_return ours ? Next::TryAgain : Next::Stop;
    }
    // "Too busy" is no refusal: without another attempt only the settle time can say "no" (journal.md §5).
    attempt.result.ambiguous = true;
    co_await moveUntilStored(attempt, OperationState::InDoubt, std::nullopt, EndReason::NoAnswer,
                             std::nullopt);
    co_return Next::Stop;
}

/// One read through the same slot, kept as evidence; nothing when it could not be read.
QCoro::Task<std::optional<InquiryAnswer>> PaymentOperation::readAgain(Attempt &attempt)
{
    InquiryAnswer answer = co_await m_context.gate->read(attempt.lease, attempt.payment.gatewayOrderId,
                                                         attempt.payment.method, m_context.timing.busy);
    const Evidence evidence = readEvidence(attempt.operation, answer, m_context.clock.nowUtc());
    const std::function<StorageResult<Nothing>()> step = [this, &evidence] {
        return m_context.journal.append(evidence);
    };
    const auto kept = co_await m_context.commits->commit(step);
    if (!kept || answer.outcome != InquiryAnswer::Outcome::Read) {
        co_return std::nullopt; // a read that is not on disk decides nothing
    }
    co_return answer;
}

QCoro::Task<bool> PaymentOperation::moveUntilStored(Attempt &attempt, OperationState to,
                                                    std::optional<Proof> proof, EndReason reason,
                                                    std::optional<SeenPayment> seen)
{
    const Move move{
        attempt.operation.id, attempt.operation.state, to, attempt.operation.epoch, proof, reason};
    const PaymentId payment = attempt.payment.id;
    const std::function<StorageResult<bool>()> step = [this, &move, payment, &seen] {
        return moveStep(m_context, move, payment, u"SYSTEM"_s, seen);
    };
    if (!attempt.unstored) {
        attempt.unstored.emplace(m_context);
    }
    for (;;) {
        const auto moved = co_await m_context.commits->commit(step);
        if (moved) {
            const auto row =
                *moved ? StorageResult<Operation>(Operation{}) : m_context.journal.byId(attempt.operation.id);
            attempt.operation.state = *moved || !row ? to : row->state;
            const bool isThere = attempt.operation.state == to; // perhaps by a commit that gave no word
            if (isThere) {
                emit m_context.notifier.paymentChanged(payment, attempt.payment.orderId);
            }
            attempt.unstored.reset();
            co_return isThere;
        }
        attempt.unstored->failedWith(moved.error());
        co_await m_context.clock.sleep(StoreRetry);
    }
}

} // namespace kessai
