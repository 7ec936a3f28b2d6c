#include "core/services/operationplanner.h"

#include "core/base/japantime.h"
#include "core/services/gatewaytime.h"
#include "core/services/journalrecord.h"
#include "core/storage/lockconflict.h"

#include <QJsonDocument>
#include <QJsonObject>

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

QCoro::Task<StorageResult<OperationPlanner::Plan>> OperationPlanner::plan(QList<OperationRequest> requests)
{
    Plan plan;
    if (requests.isEmpty()) {
        co_return plan;
    }
    co_await readUnread(requests);
    if (requests.size() > 1) {
        plan.run = RunId{newUuid()};
    }
    const auto found = candidatesOf(requests, plan.run);
    if (!found) {
        co_return failure(found.error());
    }
    const QList<Candidate> &candidates = *found;
    auto stored = store(candidates, plan.run, requests.first());
    for (int tries = 1; tries < TransactionTries && !stored && isLockConflict(stored.error()); ++tries) {
        stored = store(candidates, plan.run, requests.first());
    }
    if (!stored) {
        co_return failure(stored.error());
    }
    for (const Candidate &candidate : candidates) {
        plan.items.append(candidate.item);
    }
    co_return plan;
}

/// With keepGatewayAmount one read comes before planning: the sum meant must be known (design.md §8).
QCoro::Task<> OperationPlanner::readUnread(QList<OperationRequest> requests)
{
    for (const OperationRequest &request : requests) {
        if (!request.keepGatewayAmount || !m_context.gate) {
            continue;
        }
        const auto choice =
            paymentFor(m_context.payments, request.kind, request.order, request.gatewayOrderId);
        if (!choice || !choice->payment) {
            continue;
        }
        const auto payment = m_context.payments.byId(*choice->payment);
        const auto live = m_context.journal.liveOf(*choice->payment);
        if (!payment || payment->known || !live || *live || !isCarriedOut(payment->method)) {
            continue;
        }
        GatewayGate::Lease lease = co_await m_context.gate->acquire();
        const InquiryAnswer answer =
            co_await m_context.gate->read(lease, payment->gatewayOrderId, m_context.timing.busy);
        const auto current = m_context.payments.byId(payment->id);
        const bool unmoved = current && current->fence == payment->fence;
        if (unmoved && answer.outcome == InquiryAnswer::Outcome::Read) {
            // A store that fails here fails again below, where it is told.
            static_cast<void>(storeSeen(m_context, payment->id, seenIn(answer)).ok());
        }
    }
}

/// All as of one moment.
StorageResult<QList<OperationPlanner::Candidate>>
OperationPlanner::candidatesOf(const QList<OperationRequest> &requests, const std::optional<RunId> &run)
{
    auto snapshot = Transaction::beginSnapshot(m_context.database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    QList<Candidate> candidates;
    candidates.reserve(requests.size());
    for (const OperationRequest &request : requests) {
        const auto candidate = candidateOf(request, run);
        if (!candidate) {
            return failure(candidate.error());
        }
        candidates.append(*candidate);
    }
    const auto ended = snapshot->commit();
    return ended ? StorageResult<QList<Candidate>>(candidates) : failure(ended.error());
}

StorageResult<OperationPlanner::Candidate> OperationPlanner::candidateOf(const OperationRequest &request,
                                                                         const std::optional<RunId> &run)
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
    operation.id = OperationId{newUuid()};
    operation.paymentId = payment->id;
    operation.runId = run;
    operation.kind = request.kind;
    operation.askedBy = request.operatorName;
    operation.askedAt = m_context.clock.nowUtc();
    operation.ownerSeat = m_context.seat.name;
    operation.ownerBoot = m_context.seat.boot;
    operation.orderTotal = order->payableTotal;
    operation.paymentNamed = !request.gatewayOrderId.isEmpty();
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
    if (candidate.problem == EndReason::None &&
        !choice->payment) { // closed: nothing can be carried out on it
        const EndReason closed = preCheckProblem(operation, *payment->known);
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
        operation.jobCd = request.cancelWord;
        break;
    case OperationKind::Change:
        operation.wantAmount = payableTotal;
        operation.wantTax = Yen{0};
        break;
    case OperationKind::Reauthorize:
        operation.wantAmount = payableTotal;
        operation.wantTax = Yen{0};
        operation.jobCd =
            request.reauthorizeJob.isEmpty() ? m_context.rules.reauthorizeJob : request.reauthorizeJob;
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

StorageResult<Nothing> OperationPlanner::planAll(QList<Operation> &operations)
{
    const QList<Operation> together = std::exchange(operations, {});
    return together.isEmpty() ? StorageResult<Nothing>(Nothing{}) : m_context.journal.plan(together);
}

StorageResult<Nothing> OperationPlanner::store(const QList<Candidate> &candidates,
                                               const std::optional<RunId> &run, const OperationRequest &first)
{
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    if (run) {
        RunStore::Run row;
        row.id = *run;
        row.kind = first.kind;
        row.askedBy = first.operatorName;
        row.askedAt = m_context.clock.nowUtc();
        const auto created = m_context.runs.create(row);
        if (!created) {
            return created;
        }
    }
    QList<Operation> planned; // those in a row go together
    for (qsizetype position = 0; position < candidates.size(); ++position) {
        const Candidate &candidate = candidates[position];
        const bool plain = candidate.item.operation && candidate.problem == EndReason::None;
        StorageResult<Nothing> stored = Nothing{};
        if (plain) {
            planned.append(candidate.operation);
        } else {
            stored = planAll(planned);
        }
        if (!stored) {
            return stored;
        }
        if (!candidate.item.operation) {
            OrderRepository::Event event;
            event.orderId = candidate.item.order;
            event.at = m_context.clock.nowUtc();
            event.kind = u"REJECTED"_s;
            event.runId = run;
            event.operatorName = first.operatorName;
            event.seat = m_context.seat.name;
            QJsonObject content{{u"operation"_s, codeOf(first.kind)},
                                {u"reason"_s, codeOf(candidate.problem)}};
            if (run) {
                content.insert(u"position"_s, position);
            }
            event.content = QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
            stored = m_context.orders.addEvent(event);
        } else if (!plain) {
            stored = m_context.journal.planRejected(candidate.operation, candidate.problem);
        }
        if (!stored) {
            return stored;
        }
    }
    const auto stored = planAll(planned);
    return stored ? transaction->commit() : stored;
}

} // namespace kessai
