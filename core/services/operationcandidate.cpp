// OperationPlanner: what one request comes to.
#include "core/base/japantime.h"
#include "core/services/gatewaytime.h"
#include "core/services/operationplanner.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

StorageResult<PaymentChoice> paymentFor(PaymentRepository &payments, OperationKind kind, OrderId order,
                                        const QString &gatewayOrderId)
{
    // Held ones first: an operation that ends in between has left its status for the second look.
    const auto held = kind == OperationKind::Reauthorize
                          ? payments.heldOf(order)
                          : StorageResult<QList<PaymentId>>(QList<PaymentId>());
    const auto all = payments.ofOrder(order);
    if (!held || !all) {
        return failure(held ? all.error() : held.error());
    }
    PaymentChoice choice =
        gatewayOrderId.isEmpty() ? choosePayment(kind, *all) : chooseNamedPayment(kind, *all, gatewayOrderId);
    if (kind != OperationKind::Reauthorize || !choice.payment) {
        return choice;
    }
    // What may have happened counts as happened: a new authorisation beside it would charge the buyer twice.
    const auto other =
        std::find_if(held->begin(), held->end(), [&](PaymentId id) { return id != *choice.payment; });
    if (other != held->end()) {
        choice.problem = EndReason::Held;
        choice.heldBeside = *other;
    }
    return choice;
}

/// @param waitingInRuns a second run would do it before the one that waits, and that one would find it
/// changed
StorageResult<OperationPlanner::Candidate> OperationPlanner::candidateOf(const OperationRequest &request,
                                                                         const std::optional<RunId> &run,
                                                                         const QSet<PaymentId> &waitingInRuns)
{
    Candidate candidate;
    const auto order = m_context.orders.headingOf(request.order);
    if (!order) {
        return failure(order.error());
    }
    candidate.item.order = request.order;
    candidate.item.orderNumber = order->orderNumber;
    const auto choice = paymentFor(m_context.payments, request.kind, request.order, request.gatewayOrderId);
    if (!choice) {
        return failure(choice.error());
    }
    const auto acted = choice->problem == EndReason::NoPayment && request.gatewayOrderId.isEmpty()
                           ? closedPaymentOf(request.order)
                           : StorageResult<std::optional<PaymentId>>(choice->payment);
    if (!acted) {
        return failure(acted.error());
    }
    if (!*acted) {
        candidate.problem = choice->problem;
        candidate.item.state = OperationState::Cancelled;
        candidate.item.reason = choice->problem;
        return candidate;
    }
    const auto payment = m_context.payments.byId(**acted);
    if (!payment) {
        return failure(payment.error());
    }
    Operation &operation = candidate.operation;
    operation = operationFor(request, payment->id, run);
    operation.orderTotal = order->payableTotal;
    setWanted(operation, request, *payment, order->payableTotal);

    const auto retried = retriedBy(operation);
    if (!retried) {
        return failure(retried.error());
    }
    operation.retryOf = *retried;
    const auto held = heldProblem(choice->heldBeside.value_or(payment->id), candidate.item.heldBy);
    if (!held) {
        return failure(held.error());
    }
    candidate.problem = *held;
    if (candidate.problem == EndReason::None && waitingInRuns.contains(payment->id)) {
        candidate.problem = EndReason::Held;
        candidate.item.heldBy = reasonText(RuleReason::WaitsInRun);
    }
    if (candidate.problem == EndReason::None &&
        !choice->payment) { // closed: nothing can be carried out on it
        const EndReason closed = preCheckProblem(operation, payment->method, *payment->known);
        candidate.problem = closed == EndReason::None ? EndReason::WrongState : closed;
    }
    if (candidate.problem == EndReason::None && request.confirmed) {
        candidate.problem = confirmedProblem(operation, *payment, *request.confirmed,
                                             japantime::dayOf(gatewayTime(m_context)));
    }
    if (candidate.problem == EndReason::None) {
        candidate.problem =
            plannedProblem(operation, *payment, order->payableTotal, request.keepGatewayAmount);
    }
    candidate.item.gatewayOrderId = payment->gatewayOrderId;
    candidate.item.operation = operation.id;
    candidate.item.reason = candidate.problem;
    candidate.item.state =
        candidate.problem == EndReason::None ? OperationState::Planned : OperationState::Cancelled;
    return candidate;
}

/// What follows from the request alone.
Operation OperationPlanner::operationFor(const OperationRequest &request, PaymentId payment,
                                         const std::optional<RunId> &run) const
{
    Operation operation;
    operation.id = OperationId{newUuid()};
    operation.paymentId = payment;
    operation.runId = run;
    operation.kind = request.kind;
    operation.askedBy = request.operatorName;
    operation.askedAt = m_context.clock.nowUtc();
    operation.ownerSeat = m_context.seat.name;
    operation.ownerBoot = m_context.seat.boot;
    operation.paymentNamed = !request.gatewayOrderId.isEmpty();
    if (request.kind == OperationKind::Cancel) {
        operation.jobCd = request.cancelWord;
    } else if (request.kind == OperationKind::Reauthorize) {
        operation.jobCd =
            request.reauthorizeJob.isEmpty() ? m_context.rules.reauthorizeJob : request.reauthorizeJob;
    }
    return operation;
}

/// The newest of an order whose payments are all closed, so that a rejection names it and says why.
StorageResult<std::optional<PaymentId>> OperationPlanner::closedPaymentOf(OrderId order)
{
    const auto payments = m_context.payments.ofOrder(order);
    if (!payments) {
        return failure(payments.error());
    }
    std::optional<PaymentId> newest;
    for (const Payment &payment : *payments) { // oldest first
        if (payment.unlinkedReason.isEmpty() && payment.known) {
            newest = payment.id;
        }
    }
    return newest;
}

void OperationPlanner::setWanted(Operation &operation, const OperationRequest &request,
                                 const Payment &payment, Yen payableTotal)
{
    switch (request.kind) {
    case OperationKind::Capture: {
        // Only an authorisation has an amount that can be captured; of any other state the order's total
        // counts.
        const bool authorized = payment.known && payment.known->status == u"AUTH"_s;
        const bool sumCounts = !authorized && !(payment.known && request.keepGatewayAmount);
        operation.wantAmount = sumCounts ? payableTotal : payment.known->amount;
        operation.wantTax = sumCounts ? std::nullopt : std::optional<Yen>(payment.known->tax);
        break;
    }
    case OperationKind::Cancel:
        break;
    case OperationKind::Change:
    case OperationKind::Reauthorize:
        operation.wantAmount = payableTotal;
        operation.wantTax = Yen{0};
        break;
    }
}

/// After NO_EFFECT the same again is a retry (journal.md §8).
StorageResult<std::optional<OperationId>> OperationPlanner::retriedBy(const Operation &operation)
{
    const auto last = m_context.journal.lastSentOf(operation.paymentId);
    if (!last) {
        return failure(last.error());
    }
    const bool again = *last && (*last)->kind == operation.kind && (*last)->endReason == EndReason::NoEffect;
    return again ? std::optional((*last)->id) : std::nullopt;
}

StorageResult<EndReason> OperationPlanner::heldProblem(PaymentId payment, QString &heldBy)
{
    const auto live = m_context.journal.liveOf(payment);
    if (!live) {
        return failure(live.error());
    }
    if (*live) {
        heldBy = holderInWords(**live);
        return EndReason::Held;
    }
    const auto findings = m_context.journal.openFindingsOf(payment);
    if (!findings) {
        return failure(findings.error());
    }
    return findings->isEmpty() ? EndReason::None : EndReason::Held;
}

} // namespace kessai
