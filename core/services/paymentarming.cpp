// Step 4 of PaymentOperation::run: the record that the request is about to be sent, and the guard of its
// first byte (journal.md §6).
#include "core/services/paymentattempt.h"

#include "core/base/seams.h"
#include "core/services/gatewaytime.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds ReadMaximumAge{10'000}; // between read and arming, as T_SENDWIN after it

} // namespace

/// Waits for the request's turn and arms it then.
QCoro::Task<bool> PaymentOperation::armInTurn(Attempt &attempt)
{
    if (!attempt.hasTurn) {
        co_await m_context.gate->pace(); // before arming: waiting would eat the send window
    }
    if (!isFresh(attempt)) {
        const bool stillEligible = co_await preCheck(attempt);
        if (!stillEligible || attempt.operation.state == OperationState::Armed) {
            co_return stillEligible;
        }
    }
    if (attempt.stop() && givenBack(attempt)) {
        co_return false;
    }
    Attempt *const arming = &attempt;
    const std::function<StorageResult<bool>()> step = [this, arming] { return arm(*arming, std::nullopt); };
    const auto armed = co_await m_context.commits->commit(step);
    const bool isArmed = armedBy(attempt, armed);
    if (!isArmed && attempt.result.storeError) {
        co_await skip(attempt, EndReason::NotSent);
    }
    co_return isArmed;
}

/// The call may have waited long for its turn, the machine may have slept, the day may have come near its
/// end: then all is to be read anew.
bool PaymentOperation::isFresh(const Attempt &attempt) const
{
    const bool nearMidnight =
        attempt.operation.kind == OperationKind::Cancel && isMidnightGuard(m_context.gate->gatewayNow());
    return m_context.clock.sinceBoot() - attempt.readSinceBoot <= ReadMaximumAge && !nearMidnight;
}

/// As a step. false: no row was touched.
/// @param read kept with it; none: it is kept already
StorageResult<bool> PaymentOperation::arm(Attempt &attempt, const std::optional<Evidence> &read)
{
    // Taken before the commit, so that a slow commit only shortens the window.
    attempt.armedSinceBoot = m_context.clock.sinceBoot();
    attempt.armedAt = m_context.clock.nowUtc();
    return m_context.journal.arm({attempt.operation.id, attempt.operation.epoch, *attempt.operation.pre,
                                  attempt.operation.jobCd, attempt.request.digest, attempt.armedAt},
                                 read);
}

/// Whether the request may go out after this commit of arm(); storeError: why not, where it is not that the
/// epoch moved and the new owner has it.
bool PaymentOperation::armedBy(Attempt &attempt, const StorageResult<bool> &armed)
{
    if (armed && !*armed) {
        return false;
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
    attempt.operation.armedAt = attempt.armedAt;
    attempt.operation.requestDigest = attempt.request.digest;
    m_settler.armedNow(attempt.operation.id, attempt.armedSinceBoot);
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
        const auto armedStill = context->journal.isArmed(id, epoch);
        const bool ours = armedStill && *armedStill;
        // Measured last: a store may take its time over the row.
        const bool inWindow = context->clock.sinceBoot() - armed < context->timing.sendWindow ||
                              KESSAI_SWITCHED_OFF("send-window");
        return inWindow && (ours || unguarded);
    };
}

} // namespace kessai
