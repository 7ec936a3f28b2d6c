// Step 3 of PaymentOperation::run: reads the payment and asks the rules (journal.md §6).
#include "core/services/paymentattempt.h"

#include "core/base/seams.h"
#include "core/services/drift.h"
#include "core/services/gatewayproblem.h"
#include "core/services/gatewaytime.h"
#include "core/services/operationplanner.h"
#include "core/storage/rowlocks.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// A run may stand still for days: an order whose total was moved meanwhile is not what was confirmed. A
/// cancel moves whatever the payment has.
bool orderMoved(const Operation &operation, Yen payableTotal)
{
    const bool totalCounts = operation.kind != OperationKind::Cancel && operation.orderTotal;
    return totalCounts && payableTotal != *operation.orderTotal;
}

} // namespace

/// @returns whether the request is ready to be sent: ARMED, or to be armed in its turn
QCoro::Task<bool> PaymentOperation::preCheck(Attempt &attempt)
{
    attempt.read = co_await m_context.gate->read(attempt.lease, attempt.payment.gatewayOrderId,
                                                 attempt.payment.method, m_context.timing.busy);
    attempt.readSinceBoot = m_context.clock.sinceBoot();
    attempt.hasTurn = attempt.read.outcome == InquiryAnswer::Outcome::Read && m_context.gate->takeTurn();
    Attempt *const reading = &attempt;
    const std::function<StorageResult<bool>()> step = [this, reading] { return keepRead(*reading); };
    const auto kept = co_await m_context.commits->commit(step);
    if (armedBy(attempt, kept)) {
        co_return true;
    }
    if (!kept) {
        co_await skip(attempt, EndReason::NotSent);
        co_return false;
    }
    if (attempt.read.outcome != InquiryAnswer::Outcome::Read) {
        attempt.result.shopLevelRefusal = attempt.read.outcome == InquiryAnswer::Outcome::ShopRefused;
        // Whatever else came back: nothing usable, and the payment was not reached.
        attempt.result.gatewayUnusable = attempt.read.outcome != InquiryAnswer::Outcome::UnknownOrder;
        attempt.result.ambiguous = attempt.read.outcome != InquiryAnswer::Outcome::UnknownOrder;
        attempt.result.problem = readProblem(attempt.read);
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
    StorageResult<bool> believed = true;
    if (!attempt.believed) {
        const auto untrusted = untrustedRead(attempt);
        if (!untrusted || *untrusted) {
            attempt.result.storeError = untrusted ? std::nullopt : std::optional(untrusted.error());
            co_await skip(attempt, untrusted ? EndReason::Held : EndReason::NotSent);
            co_return false;
        }
        believed = believe(attempt);
    }
    if (believed && *believed) {
        emit m_context.notifier.paymentChanged(attempt.payment.id, attempt.payment.orderId);
    }
    if (!believed || !*believed) {
        if (!believed) {
            attempt.result.storeError = believed.error();
        }
        co_await skip(attempt, EndReason::NotSent);
        co_return false;
    }
    const EndReason problem = whatKeepsBack(attempt);
    if (problem == EndReason::Midnight && attempt.within != Within::NoRun) {
        if (givenBack(attempt)) {
            co_return false;
        }
        const bool eligible = co_await waitsForMorning(attempt);
        co_return eligible;
    }
    if (problem != EndReason::None) {
        co_await skip(attempt, problem);
        co_return false;
    }
    co_return true;
}

/// What the rules, the order and the order's other payments say against the request; None: it is prepared.
EndReason PaymentOperation::whatKeepsBack(Attempt &attempt) const
{
    const EndReason problem = eligibility(attempt);
    if (problem != EndReason::None || attempt.around != EndReason::None) {
        return problem != EndReason::None ? problem : attempt.around;
    }
    return prepare(attempt);
}

/// It shows the payment where it is believed to be, and after a BUSY where it was before: no late effect can
/// be in it.
bool PaymentOperation::isPlainRead(const Attempt &attempt)
{
    const Snapshot &seen = attempt.read.snapshot;
    const bool asBeforeBusy = attempt.operation.attempt == 0 || seen == *attempt.operation.pre;
    const bool asBelieved = !attempt.payment.known || *attempt.payment.known == seen;
    return attempt.read.outcome == InquiryAnswer::Outcome::Read && asBeforeBusy && asBelieved;
}

/// The read becomes evidence, and in the same transaction the belief where nothing speaks against it; with it
/// the request is armed that needs not wait for its turn. Until here the operation is CLAIMED on disk, and
/// nothing of it can have been sent.
/// @returns whether it is armed
StorageResult<bool> PaymentOperation::keepRead(Attempt &attempt)
{
    attempt.believed = false;
    auto transaction = Transaction::beginOrJoin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto locked = lockPaymentOf(m_context.database, attempt.operation.id);
    if (!locked) {
        return failure(locked.error());
    }
    bool believed = false;
    if (isPlainRead(attempt)) {
        const auto stale = mayBeStale(m_context, attempt.payment.id, attempt.read.snapshot);
        const auto ours = stale && !*stale ? believe(attempt) : StorageResult<bool>(false);
        if (!stale || !ours) {
            return failure(stale ? ours.error() : stale.error());
        }
        believed = *ours;
    }
    const Evidence evidence = readEvidence(attempt.operation, attempt.read, m_context.clock.nowUtc());
    const bool goesOut = believed && attempt.hasTurn && !attempt.stop() && isFresh(attempt) &&
                         whatKeepsBack(attempt) == EndReason::None;
    const auto keptAlone = [this, &evidence]() -> StorageResult<bool> {
        const auto kept = m_context.journal.append(evidence);
        return kept ? StorageResult<bool>(false) : failure(kept.error());
    };
    if (goesOut) {
        KESSAI_KILL_POINT("K3");
    }
    const auto armed = goesOut ? arm(attempt, evidence) : keptAlone();
    const auto committed = armed ? transaction->commit() : failure(armed.error());
    attempt.believed = believed && committed;
    return committed ? armed : failure(committed.error());
}

/// What was read becomes what is believed, as long as the operation is ours: a program that was cut off comes
/// back with an old read. false: another owner has it.
StorageResult<bool> PaymentOperation::believe(Attempt &attempt)
{
    auto transaction = Transaction::beginOrJoin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto locked = lockPaymentOf(m_context.database, attempt.operation.id);
    if (!locked) {
        return failure(locked.error());
    }
    const auto epoch = m_context.journal.epochOf(attempt.operation.id);
    if (!epoch) {
        return failure(epoch.error());
    }
    if (*epoch != attempt.operation.epoch) {
        return false;
    }
    const SeenPayment seen = seenIn(attempt.read);
    const auto stored = m_context.payments.keepSnapshot(attempt.payment.id, seen.snapshot,
                                                        m_context.clock.nowUtc(), seen.details);
    if (!stored) {
        return failure(stored.error());
    }
    const auto around = lookAround(attempt, *stored);
    if (!around) {
        return failure(around.error());
    }
    const auto committed = transaction->commit();
    return committed ? StorageResult<bool>(true) : failure(committed.error());
}

/// What a BUSY answered cannot go back to its run: it waits for midnight to pass where it is, without a slot,
/// and is read anew then.
QCoro::Task<bool> PaymentOperation::waitsForMorning(Attempt &attempt)
{
    attempt.lease = {};
    const bool over = co_await waitOutMidnight(m_context, attempt.stop);
    attempt.lease = co_await m_context.gate->acquire();
    if (!over) {
        co_await skip(attempt, EndReason::Midnight);
        co_return false;
    }
    const bool eligible = co_await preCheck(attempt);
    co_return eligible;
}

/// The read does not show what is believed: an effect that came late, one that is not shown yet, or a request
/// that the wallet refused after all.
StorageResult<bool> PaymentOperation::untrustedRead(const Attempt &attempt)
{
    const auto stale = mayBeStale(m_context, attempt.payment.id, attempt.read.snapshot);
    if (!stale || *stale) {
        return stale;
    }
    const auto questioned = questionedOperation(m_context, attempt.payment, attempt.read.snapshot);
    return questioned ? StorageResult<bool>(questioned->has_value()) : failure(questioned.error());
}

/// The payment as it is believed to be now, and what its order and the order's other payments say.
StorageResult<Nothing> PaymentOperation::lookAround(Attempt &attempt, const OrderPayments &order)
{
    const auto own = std::find_if(order.payments.begin(), order.payments.end(),
                                  [&](const Payment &payment) { return payment.id == attempt.payment.id; });
    if (own != order.payments.end()) {
        attempt.payment = *own;
    }
    if (orderMoved(attempt.operation, order.payableTotal)) {
        attempt.around = EndReason::AmountMoved;
        return Nothing{};
    }
    const auto chosen = chosenProblem(attempt, order.payments);
    attempt.around = chosen ? *chosen : EndReason::None;
    return chosen ? StorageResult<Nothing>(Nothing{}) : failure(chosen.error());
}

/// Since it was planned the order may have got another payment, or lost this one.
StorageResult<EndReason> PaymentOperation::chosenProblem(const Attempt &attempt,
                                                         const QList<Payment> &payments)
{
    const QString named = attempt.operation.paymentNamed ? attempt.payment.gatewayOrderId : QString();
    const OperationKind kind = attempt.operation.kind;
    const auto chosen =
        kind == OperationKind::Reauthorize // asks for those that are held, too
            ? paymentFor(m_context.payments, kind, attempt.payment.orderId, named)
            : StorageResult<PaymentChoice>(named.isEmpty() ? choosePayment(kind, payments)
                                                           : chooseNamedPayment(kind, payments, named));
    if (!chosen) {
        return failure(chosen.error());
    }
    const bool another = chosen->payment && chosen->payment != attempt.payment.id;
    return another ? EndReason::WrongState : chosen->problem;
}

EndReason PaymentOperation::eligibility(const Attempt &attempt) const
{
    const EndReason problem =
        preCheckProblem(attempt.operation, attempt.payment.method, attempt.read.snapshot);
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
    // Its own Date where it has one: how long we took over it is no matter of the rules (design.md §6).
    const QDateTime now = attempt.read.record.gatewayDate.value_or(m_context.gate->gatewayNow());
    return lateProblem(attempt.operation.kind, attempt.payment, m_context.rules, now);
}

} // namespace kessai
