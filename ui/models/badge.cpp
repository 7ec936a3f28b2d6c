#include "ui/models/badge.h"

#include "ui/text/words.h"

namespace kessai {

namespace {

Meaning meaningOf(PaymentStatus status, PaymentMethod method)
{
    switch (status) {
    case PaymentStatus::Authorized:
    case PaymentStatus::SimplyAuthorized:
        return Meaning::NeedsWork;
    case PaymentStatus::RequestSucceeded:
        return method == PaymentMethod::ConvenienceStore || method == PaymentMethod::PayEasyAtm ||
                       method == PaymentMethod::PayEasyNet
                   ? Meaning::NeedsWork
                   : Meaning::Motion;
    case PaymentStatus::Captured:
    case PaymentStatus::ImmediatelyCaptured:
    case PaymentStatus::Paid:
        return Meaning::Good;
    case PaymentStatus::PaymentStarted:
    case PaymentStatus::CaptureAccepted:
    case PaymentStatus::CancelAccepted:
    case PaymentStatus::ChangeAccepted:
        return Meaning::Motion;
    case PaymentStatus::Failed:
    case PaymentStatus::Exception:
        return Meaning::NeedsPerson;
    case PaymentStatus::Unsettled:
    case PaymentStatus::Expired:
    case PaymentStatus::Cancelled:
    case PaymentStatus::Voided:
    case PaymentStatus::Returned:
    case PaymentStatus::ReturnedInLaterMonth:
    case PaymentStatus::Checked:
        return Meaning::Closed;
    }
    return Meaning::Closed;
}

Meaning meaningOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::New:
        return Meaning::Motion;
    case OrderStatus::InProgress:
        return Meaning::NeedsWork;
    case OrderStatus::Paid:
    case OrderStatus::Delivered:
        return Meaning::Good;
    case OrderStatus::Cancelled:
    case OrderStatus::Returned:
    case OrderStatus::Pending:
    case OrderStatus::Processing:
        return Meaning::Closed;
    }
    return Meaning::Closed;
}

} // namespace

Badge badgeOf(const std::optional<PaymentStatus> &status, PaymentMethod method, bool linked)
{
    if (status) {
        return {Words::of(*status), meaningOf(*status, method), {}, Words::explanationOf(*status)};
    }
    if (!isGatewayMethod(method)) {
        return {};
    }
    return {linked ? Words::neverRead() : Words::unlinked(),
            linked ? Meaning::Motion : Meaning::NeedsPerson,
            {},
            {}};
}

Badge badgeOf(OperationState state)
{
    switch (state) {
    case OperationState::InDoubt:
        return {Words::of(state), Meaning::Doubt, {}, {}};
    case OperationState::Conflict:
        return {Words::of(state), Meaning::NeedsPerson, {}, {}};
    case OperationState::Done:
        return {Words::of(state), Meaning::Good, {}, {}};
    case OperationState::Claimed:
    case OperationState::Armed:
        return {Words::of(state), Meaning::Motion, {}, {}};
    case OperationState::Planned:
    case OperationState::Refused:
    case OperationState::Cancelled:
        return {Words::of(state), Meaning::Closed, {}, {}};
    }
    return {};
}

Badge badgeOf(OrderStatus status)
{
    return {Words::of(status), meaningOf(status), QColor(colourOf(status)), {}};
}

} // namespace kessai
