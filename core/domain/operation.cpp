#include "core/domain/operation.h"

#include "core/domain/codetable.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<CodeEntry<OperationKind>, 4> Kinds = {{
    {OperationKind::Capture, "CAPTURE"_L1},
    {OperationKind::Cancel, "CANCEL"_L1},
    {OperationKind::Change, "CHANGE"_L1},
    {OperationKind::Reauthorize, "REAUTHORIZE"_L1},
}};

constexpr std::array<CodeEntry<OperationState>, 8> States = {{
    {OperationState::Planned, "PLANNED"_L1},
    {OperationState::Claimed, "CLAIMED"_L1},
    {OperationState::Armed, "ARMED"_L1},
    {OperationState::InDoubt, "IN_DOUBT"_L1},
    {OperationState::Conflict, "CONFLICT"_L1},
    {OperationState::Done, "DONE"_L1},
    {OperationState::Refused, "REFUSED"_L1},
    {OperationState::Cancelled, "CANCELLED"_L1},
}};

constexpr std::array<CodeEntry<Proof>, 4> Proofs = {{
    {Proof::Answer, "ANSWER"_L1},
    {Proof::Read, "READ"_L1},
    {Proof::Both, "BOTH"_L1},
    {Proof::Person, "PERSON"_L1},
}};

constexpr std::array<CodeEntry<EndReason>, 21> Reasons = {{
    {EndReason::None, ""_L1},
    {EndReason::AlreadyDone, "ALREADY_DONE"_L1},
    {EndReason::WrongState, "WRONG_STATE"_L1},
    {EndReason::AmountMoved, "AMOUNT_MOVED"_L1},
    {EndReason::Difference, "DIFFERENCE"_L1},
    {EndReason::NoPayment, "NO_PAYMENT"_L1},
    {EndReason::AmbiguousPayment, "AMBIGUOUS_PAYMENT"_L1},
    {EndReason::DeadlineOver, "DEADLINE_OVER"_L1},
    {EndReason::Midnight, "MIDNIGHT"_L1},
    {EndReason::NoGatewayDate, "NO_GATEWAY_DATE"_L1},
    {EndReason::Held, "HELD"_L1},
    {EndReason::Unreadable, "UNREADABLE"_L1},
    {EndReason::NotSent, "NOT_SENT"_L1},
    {EndReason::Withdrawn, "WITHDRAWN"_L1},
    {EndReason::RefusedByGateway, "REFUSED_BY_GATEWAY"_L1},
    {EndReason::Declined, "DECLINED"_L1},
    {EndReason::NoEffect, "NO_EFFECT"_L1},
    {EndReason::NoAnswer, "NO_ANSWER"_L1},
    {EndReason::Contradiction, "CONTRADICTION"_L1},
    {EndReason::UnexpectedState, "UNEXPECTED_STATE"_L1},
    {EndReason::UnknownOrder, "UNKNOWN_ORDER"_L1},
}};

} // namespace

bool isLive(OperationState state)
{
    return state == OperationState::Claimed || state == OperationState::Armed ||
           state == OperationState::InDoubt || state == OperationState::Conflict;
}

bool isFinal(OperationState state)
{
    return state == OperationState::Done || state == OperationState::Refused ||
           state == OperationState::Cancelled;
}

QString codeOf(OperationKind kind)
{
    return codeIn(Kinds, kind);
}

QString codeOf(OperationState state)
{
    return codeIn(States, state);
}

QString codeOf(Proof proof)
{
    return codeIn(Proofs, proof);
}

QString codeOf(EndReason reason)
{
    return codeIn(Reasons, reason);
}

std::optional<OperationKind> operationKindFromCode(const QString &code)
{
    return valueIn(Kinds, code);
}

std::optional<OperationState> operationStateFromCode(const QString &code)
{
    return valueIn(States, code);
}

std::optional<Proof> proofFromCode(const QString &code)
{
    return valueIn(Proofs, code);
}

std::optional<EndReason> endReasonFromCode(const QString &code)
{
    return valueIn(Reasons, code);
}

QString commandOf(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Capture:
        return u"capture"_s;
    case OperationKind::Cancel:
        return u"cancel"_s;
    case OperationKind::Change:
        return u"change-amount"_s;
    case OperationKind::Reauthorize:
        return u"reauthorize"_s;
    }
    return {};
}

} // namespace kessai
