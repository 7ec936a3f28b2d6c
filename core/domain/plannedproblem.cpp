#include "core/domain/journalrules.h"
#include "core/domain/methodrules.h"
#include "core/domain/paymentrules.h"

namespace kessai {

namespace {

/// 0 is a cancel (design.md §6).
bool takesAmount(const Operation &operation, const Payment &payment)
{
    const Yen wanted = operation.wantAmount.value_or(Yen{}) + operation.wantTax.value_or(Yen{});
    return amountReason(payment.method, wanted) == RuleReason::None;
}

/// A cancel wants no amount: it moves what the payment has.
std::optional<Yen> movedAmount(const Operation &operation, const Payment &payment)
{
    if (operation.wantAmount) {
        return *operation.wantAmount + operation.wantTax.value_or(Yen{});
    }
    return payment.known ? std::optional<Yen>(payment.known->total()) : std::nullopt;
}

/// The screen named one word of a cancel and another would be sent: the buyer's statement would not be what
/// the person was told.
bool cancelWordMoved(const Operation &operation, const Payment &payment, const QString &shown,
                     const QDate &today)
{
    if (operation.kind != OperationKind::Cancel || shown.isEmpty() || !payment.known) {
        return false;
    }
    const AuthorizationTimes times{payment.authorizedAt, payment.authorizedTranId, payment.soldAt};
    const QString asked = operation.jobCd; // a person's own word does not follow the day
    return (asked.isEmpty() ? cancelWord(*payment.known, times, today) : asked) != shown;
}

} // namespace

EndReason plannedProblem(const Operation &operation, const Payment &payment, Yen payableTotal,
                         bool keepGatewayAmount)
{
    if (!hasOperation(payment.method, operation.kind)) {
        return EndReason::WrongState;
    }
    const bool setsAmount =
        operation.kind == OperationKind::Change || operation.kind == OperationKind::Reauthorize;
    if (setsAmount && !takesAmount(operation, payment)) {
        return EndReason::WrongState;
    }
    if (!payment.known) {
        return EndReason::None;
    }
    switch (operation.kind) {
    case OperationKind::Capture: {
        const bool authorized = payment.known->status == QLatin1StringView("AUTH");
        const bool differs = payment.known->total() != payableTotal;
        return authorized && differs && !keepGatewayAmount ? EndReason::Difference : EndReason::None;
    }
    case OperationKind::Change:
        return payment.known->total() == payableTotal ? EndReason::AlreadyDone : EndReason::None;
    case OperationKind::Cancel:
    case OperationKind::Reauthorize:
        return EndReason::None;
    }
    return EndReason::None;
}

EndReason confirmedProblem(const Operation &operation, const Payment &payment,
                           const ConfirmedScreen &confirmed, const QDate &today)
{
    const QString status = payment.known ? payment.known->status : QString();
    if (!confirmed.status.isEmpty() && status != confirmed.status) {
        const EndReason now =
            payment.known ? preCheckProblem(operation, payment.method, *payment.known) : EndReason::None;
        return now == EndReason::None ? EndReason::WrongState : now;
    }
    if (cancelWordMoved(operation, payment, confirmed.jobCd, today)) {
        return EndReason::WrongState;
    }
    // Of a payment never read nothing is known that could have moved: the pre-check decides.
    const auto amount = movedAmount(operation, payment);
    const bool moved = confirmed.amount && amount && *amount != *confirmed.amount;
    return moved ? EndReason::AmountMoved : EndReason::None;
}

} // namespace kessai
