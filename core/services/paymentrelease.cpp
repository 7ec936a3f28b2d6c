// How PaymentOperation lets go of an operation that it does not send (journal.md §6, §12).
#include "core/services/paymentattempt.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr int ReleaseTries = 3; // an unarmed operation may be left: releaseIdle() takes it back

/// Ends a row that nobody works on: in doubt once anything may have been sent, else cancelled for the reason.
StorageResult<bool> letGo(ShopContext &context, const Operation &row, bool sent, EndReason reason)
{
    const OperationState to = sent ? OperationState::InDoubt : OperationState::Cancelled;
    const EndReason why = sent ? EndReason::NoAnswer : reason;
    const Move move{row.id, row.state, to, row.epoch, std::nullopt, why};
    return moveOperation(context, move, u"SYSTEM"_s, std::nullopt);
}

} // namespace

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

/// CLAIMED → PLANNED: a run that pauses, or waits for midnight to pass, takes back what was not sent
/// (journal.md §9, §11). false: it cannot go back, for there is no run or something was sent. Where the store
/// fails nothing is sent either: releaseIdle() takes the row.
bool PaymentOperation::givenBack(Attempt &attempt)
{
    if (attempt.within == Within::NoRun || attempt.operation.attempt > 0) {
        return false;
    }
    const Move back{
        attempt.operation.id, OperationState::Claimed, OperationState::Planned, attempt.operation.epoch,
        std::nullopt,         EndReason::None};
    const auto moved = moveOperation(m_context, back, u"SYSTEM"_s, std::nullopt);
    if (!moved) {
        attempt.result.storeError = moved.error();
    } else if (*moved) {
        attempt.operation.state = OperationState::Planned;
        attempt.result.backInRun = true;
    }
    return true;
}

/// @param row CLAIMED, or ARMED by a commit whose answer was lost; its body was not offered
StorageResult<bool> PaymentOperation::release(const Operation &row, EndReason reason)
{
    if (row.state != OperationState::Armed) {
        return letGo(m_context, row, row.attempt > 0, reason);
    }
    const Move back{row.id,    OperationState::Armed, OperationState::Claimed,
                    row.epoch, std::nullopt,          EndReason::None};
    const auto unarmed = moveOperation(m_context, back, u"SYSTEM"_s, std::nullopt);
    if (!unarmed || !*unarmed) {
        return unarmed;
    }
    Operation claimed = row;
    claimed.state = OperationState::Claimed;
    return letGo(m_context, claimed, row.attempt > 1, reason);
}

StorageResult<int> PaymentOperation::releaseIdle()
{
    const auto rows = m_context.journal.inHandOf(m_context.seat.boot);
    if (!rows) {
        return failure(rows.error());
    }
    int released = 0;
    for (const Operation &row : *rows) {
        if (m_running.contains(row.id)) {
            continue;
        }
        const bool sent = row.state == OperationState::Armed || row.attempt > 0;
        const EndReason unsent =
            row.state == OperationState::Claimed ? EndReason::NotSent : EndReason::Withdrawn;
        const auto moved = letGo(m_context, row, sent, unsent);
        if (!moved) {
            return failure(moved.error());
        }
        released += *moved ? 1 : 0;
    }
    return released;
}

} // namespace kessai
