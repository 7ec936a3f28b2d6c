#include "core/services/operationplanner.h"

#include "core/services/journalrecord.h"
#include "core/services/workers.h"
#include "core/storage/lockconflict.h"
#include "core/storage/runpromises.h"
#include "core/storage/runwork.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype StoredAtOnce = 500;

} // namespace

/// What was found out about one request, in few bytes: memory holds those of a whole run.
struct OperationPlanner::Found
{
    std::optional<PaymentId> payment; ///< none: there is none to hang an operation on
    std::optional<Yen> wantAmount;
    std::optional<Yen> wantTax;
    std::optional<Yen> orderTotal;
    std::optional<OperationId> retryOf;
    EndReason problem = EndReason::None;
};

struct OperationPlanner::Look
{
    Plan plan;
    std::vector<Found> found;         ///< one of each request
    std::vector<qsizetype> positions; ///< of plan.items among the requests
};

/// Payments never read, for the workers that read them.
struct OperationPlanner::Unread
{
    OperationRequests requests;
    std::function<bool()> stop;
    qsizetype next = 0;
    QSet<PaymentId> taken{}; ///< by a worker: one order may be asked twice
};

QCoro::Task<StorageResult<OperationPlanner::Plan>> OperationPlanner::plan(QList<OperationRequest> requests)
{
    const OperationRequests all = OperationRequests::of(requests);
    const auto plan = co_await planInPieces(all, PlannedItems::All, [] { return false; });
    co_return plan;
}

QCoro::Task<StorageResult<OperationPlanner::Plan>>
OperationPlanner::planInPieces(OperationRequests requests, PlannedItems kept, std::function<bool()> stop)
{
    if (requests.count == 0) {
        co_return Plan();
    }
    co_await readUnread(requests, stop);
    if (stop()) {
        Plan nothing;
        nothing.stopped = true;
        co_return nothing;
    }
    auto look = lookAt(requests, kept);
    if (!look) {
        co_return failure(look.error());
    }
    auto written = write(requests, *look);
    for (int tries = 1; isBegunAgain(written, tries); ++tries) {
        co_await m_context.clock.sleep(ConflictPause);
        written = write(requests, *look);
    }
    if (!written) {
        co_return failure(written.error());
    }
    co_return std::move(look->plan);
}

/// All as of one moment. Nothing is locked: looking at many takes its time, and other seats go on meanwhile.
StorageResult<OperationPlanner::Look> OperationPlanner::lookAt(const OperationRequests &requests,
                                                               PlannedItems kept)
{
    auto snapshot = Transaction::beginSnapshot(m_context.database);
    if (!snapshot) {
        return failure(snapshot.error());
    }
    Look look;
    look.found.reserve(size_t(requests.count));
    if (requests.count > 1 || requests.at(0).asRun) {
        look.plan.run = RunId{newUuid()};
    }
    const auto waiting = look.plan.run ? paymentsWaitingInRuns(m_context.database)
                                       : StorageResult<QSet<PaymentId>>(QSet<PaymentId>());
    if (!waiting) {
        return failure(waiting.error());
    }
    for (qsizetype position = 0; position < requests.count; ++position) {
        const auto candidate = candidateOf(requests.at(position), look.plan.run, *waiting);
        if (!candidate) {
            return failure(candidate.error());
        }
        const Operation &operation = candidate->operation;
        look.found.push_back({candidate->item.operation ? std::optional(operation.paymentId) : std::nullopt,
                              operation.wantAmount, operation.wantTax, operation.orderTotal,
                              operation.retryOf, candidate->problem});
        if (kept == PlannedItems::All || !candidate->item.heldBy.isEmpty()) {
            look.plan.items.append(candidate->item);
            look.positions.push_back(position);
        }
    }
    const auto ended = snapshot->commit();
    return ended ? StorageResult<Look>(std::move(look)) : failure(ended.error());
}

/// All in one transaction (journal.md §6.1), of which memory holds a piece at a time.
StorageResult<Nothing> OperationPlanner::write(const OperationRequests &requests, const Look &look)
{
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const OperationRequest first = requests.at(0);
    const auto created = look.plan.run ? createRun(*look.plan.run, first) : Nothing{};
    if (!created) {
        return created;
    }
    qsizetype nextKept = 0;
    for (qsizetype from = 0; from < requests.count; from += StoredAtOnce) {
        const auto stored = store(pieceOf(requests, look, from, nextKept), from, look.plan.run, first);
        if (!stored) {
            return stored;
        }
    }
    return transaction->commit();
}

/// As they were looked at. @param nextKept among the items that are given back
QList<OperationPlanner::Candidate> OperationPlanner::pieceOf(const OperationRequests &requests,
                                                             const Look &look, qsizetype from,
                                                             qsizetype &nextKept) const
{
    const qsizetype end = std::min(from + StoredAtOnce, requests.count);
    QList<Candidate> candidates;
    candidates.reserve(end - from);
    for (qsizetype position = from; position < end; ++position) {
        const OperationRequest request = requests.at(position);
        const Found &found = look.found.at(size_t(position));
        const bool isKept =
            nextKept < look.plan.items.size() && look.positions.at(size_t(nextKept)) == position;
        const OperationItem *kept = isKept ? &look.plan.items.at(nextKept++) : nullptr;
        Candidate candidate;
        candidate.item.order = request.order;
        candidate.problem = found.problem;
        if (found.payment) {
            Operation &operation = candidate.operation;
            operation = operationFor(request, *found.payment, look.plan.run);
            operation.id = kept ? *kept->operation : operation.id;
            operation.wantAmount = found.wantAmount;
            operation.wantTax = found.wantTax;
            operation.orderTotal = found.orderTotal;
            operation.retryOf = found.retryOf;
            candidate.item.operation = operation.id;
        }
        candidates.append(candidate);
    }
    return candidates;
}

/// With keepGatewayAmount one read comes before planning: the sum meant must be known (design.md §8). As many
/// at a time as there are slots.
QCoro::Task<> OperationPlanner::readUnread(OperationRequests requests, std::function<bool()> stop)
{
    if (!m_context.gate) {
        co_return;
    }
    Unread unread{requests, stop};
    Workers workers([this] { return slotsNow(m_context); }, [this, &unread] { return readNext(unread); });
    co_await workers.work();
}

QCoro::Task<bool> OperationPlanner::readNext(Unread &unread)
{
    const auto next = nextUnread(unread);
    if (next) {
        co_await readOne(*next);
    }
    co_return next.has_value();
}

/// None: all are taken, or a person stopped it.
std::optional<PaymentId> OperationPlanner::nextUnread(Unread &unread)
{
    while (unread.next < unread.requests.count && !unread.stop()) {
        const OperationRequest request = unread.requests.at(unread.next++);
        if (!request.keepGatewayAmount) {
            continue;
        }
        const auto choice =
            paymentFor(m_context.payments, request.kind, request.order, request.gatewayOrderId);
        if (!choice || !choice->payment) {
            continue;
        }
        const auto payment = m_context.payments.byId(*choice->payment);
        const auto live = m_context.journal.liveOf(*choice->payment);
        const bool wanted = payment && !payment->known && live && !*live && isGatewayMethod(payment->method);
        if (wanted && !unread.taken.contains(payment->id)) {
            unread.taken.insert(payment->id);
            return payment->id;
        }
    }
    return std::nullopt;
}

QCoro::Task<> OperationPlanner::readOne(PaymentId id)
{
    GatewayGate::Lease lease = co_await m_context.gate->acquire();
    const auto payment = m_context.payments.byId(id);
    const auto live =
        m_context.journal.liveOf(id); // somebody may have taken it while the slot was waited for
    if (!payment || !live || *live) {
        co_return;
    }
    const InquiryAnswer answer =
        co_await m_context.gate->read(lease, payment->gatewayOrderId, payment->method, m_context.timing.busy);
    const auto current = m_context.payments.byId(id);
    const bool unmoved = current && current->fence == payment->fence;
    if (unmoved && answer.outcome == InquiryAnswer::Outcome::Read) {
        // A store that fails here fails again below, where it is told.
        static_cast<void>(storeSeen(m_context, id, seenIn(answer)).ok());
    }
}

StorageResult<Nothing> OperationPlanner::planAll(QList<Operation> &operations)
{
    const QList<Operation> together = std::exchange(operations, {});
    return together.isEmpty() ? StorageResult<Nothing>(Nothing{}) : m_context.journal.plan(together);
}

StorageResult<Nothing> OperationPlanner::createRun(const RunId &run, const OperationRequest &first)
{
    RunStore::Run row;
    row.id = run;
    row.kind = runKindOf(first.kind);
    row.askedBy = first.operatorName;
    row.askedAt = m_context.clock.nowUtc();
    const auto created = m_context.runs.create(row);
    return created && first.thenStatus ? RunPromises(m_context.database).keep(run, *first.thenStatus)
                                       : created;
}

/// Those of one piece; those in a row go together.
StorageResult<Nothing> OperationPlanner::store(const QList<Candidate> &candidates, qsizetype from,
                                               const std::optional<RunId> &run, const OperationRequest &first)
{
    QList<Operation> planned;
    for (qsizetype at = 0; at < candidates.size(); ++at) {
        const Candidate &candidate = candidates[at];
        if (candidate.item.operation && candidate.problem == EndReason::None) {
            planned.append(candidate.operation);
            continue;
        }
        const auto before = planAll(planned);
        const auto stored = before ? storeRejected(candidate, from + at, run, first) : before;
        if (!stored) {
            return stored;
        }
    }
    return planAll(planned);
}

/// A rejection is CANCELLED as soon as it is planned; of an order without a payment it is an event.
/// @param position among the items asked
StorageResult<Nothing> OperationPlanner::storeRejected(const Candidate &candidate, qsizetype position,
                                                       const std::optional<RunId> &run,
                                                       const OperationRequest &first)
{
    if (candidate.item.operation) {
        return m_context.journal.planRejected(candidate.operation, candidate.problem);
    }
    OrderRepository::Event event;
    event.orderId = candidate.item.order;
    event.at = m_context.clock.nowUtc();
    event.kind = u"REJECTED"_s;
    event.runId = run;
    event.operatorName = first.operatorName;
    event.seat = m_context.seat.name;
    QJsonObject content{{u"operation"_s, codeOf(first.kind)}, {u"reason"_s, codeOf(candidate.problem)}};
    if (run) {
        content.insert(u"position"_s, position);
    }
    event.content = QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
    return m_context.orders.addEvent(event);
}

} // namespace kessai
