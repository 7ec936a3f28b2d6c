#include "core/services/sweep.h"

#include "core/services/drift.h"
#include "core/services/gatewayproblem.h"
#include "core/services/journalrecord.h"
#include "core/services/refreshservice.h"

namespace kessai {

using namespace Qt::StringLiterals;

QCoro::Task<StorageResult<SweepReport>> Sweep::compare(QList<PaymentId> payments, QString source,
                                                       std::function<bool()> stop, AtSilence atSilence)
{
    SweepReport report;
    report.gatewayUnusable = !m_context.gate;
    for (const PaymentId &id : payments) {
        if (report.gatewayUnusable || (atSilence == AtSilence::Stop && !report.gatewayAnswers())) {
            break; // every further read would say the same
        }
        if (stop()) {
            break;
        }
        const auto compared = co_await compareOne(id, source, report);
        if (!compared) {
            co_return failure(compared.error());
        }
    }
    co_return report;
}

QCoro::Task<StorageResult<Nothing>> Sweep::compareOne(PaymentId id, QString source, SweepReport &report)
{
    const auto before = m_context.payments.byId(id);
    const auto live = m_context.journal.liveOf(id);
    if (!before || !live) {
        co_return failure(before ? live.error() : before.error());
    }
    if (!isCarriedOut(before->method)) {
        ++report.otherMethods;
        co_return Nothing{};
    }
    if (*live) {
        ++report.held;
        co_return Nothing{};
    }
    GatewayGate::Lease lease = co_await m_context.gate->acquire();
    const InquiryAnswer answer =
        co_await m_context.gate->read(lease, before->gatewayOrderId, m_context.timing.busy);
    const bool unknown = answer.outcome == InquiryAnswer::Outcome::UnknownOrder;
    if (answer.outcome != InquiryAnswer::Outcome::Read && !unknown) {
        ++report.unreadable;
        // What was decoded speaks of this payment alone, unless it says "too busy".
        const bool decoded = !answer.record.errors.isEmpty() || !answer.record.fields.isEmpty();
        const bool silent = !decoded || answer.outcome == InquiryAnswer::Outcome::Busy;
        report.silentReads = silent ? report.silentReads + 1 : 0;
        report.gatewayUnusable = answer.outcome == InquiryAnswer::Outcome::NotSent ||
                                 answer.outcome == InquiryAnswer::Outcome::ShopRefused;
        report.problem = report.gatewayUnusable ? readProblem(answer) : QString();
        co_return Nothing{};
    }
    report.silentReads = 0;
    // What an operation did while the read was under way is not drift.
    const auto payment = m_context.payments.byId(id);
    const auto nowLive = m_context.journal.liveOf(id);
    if (!payment || !nowLive) {
        co_return failure(payment ? nowLive.error() : payment.error());
    }
    if (*nowLive || payment->fence != before->fence) {
        ++report.held;
        co_return Nothing{};
    }
    const auto stale = unknown ? StorageResult<bool>(false) : mayBeStale(m_context, id, answer.snapshot);
    if (!stale) {
        co_return failure(stale.error());
    }
    if (*stale) {
        ++report.held;
        co_return Nothing{};
    }
    ++report.compared;
    report.comparedPayments.insert(id);
    const auto told =
        unknown ? tell(*payment, std::nullopt, source, report) : judge(*payment, answer, source, report);
    if (!told && told.error().kind == StorageError::Kind::Busy) { // another seat has just taken it
        --report.compared;
        report.comparedPayments.remove(id);
        ++report.held;
        co_return Nothing{};
    }
    co_return told;
}

/// Counts the difference and opens its finding. An order that the gateway never knew is none: nothing is
/// believed.
StorageResult<Nothing> Sweep::tell(const Payment &payment, const std::optional<Snapshot> &seen,
                                   const QString &source, SweepReport &report)
{
    if (!payment.known) {
        ++report.unknown;
        return Nothing{};
    }
    const auto order = m_context.orders.byId(payment.orderId);
    if (!order) {
        return failure(order.error());
    }
    const auto opened = openDriftFinding(m_context, payment, seen, source);
    if (opened) {
        report.differences.append(
            {payment.orderId, order->orderNumber, payment.gatewayOrderId, *payment.known, seen});
    }
    return opened;
}

StorageResult<Nothing> Sweep::judge(const Payment &payment, const InquiryAnswer &answer,
                                    const QString &source, SweepReport &report)
{
    if (!payment.known) {
        return adoptQuietly(payment, answer);
    }
    if (*payment.known == answer.snapshot) {
        return Nothing{};
    }
    const auto late = lateEffectFound(m_context, payment, answer.snapshot);
    if (!late) {
        return failure(late.error());
    }
    const bool natural = isNaturalStep(payment.known->status, answer.snapshot.status);
    if (!*late && (natural || isSameMoney(*payment.known, answer.snapshot))) {
        return adoptQuietly(payment, answer);
    }
    return tell(payment, answer.snapshot, source, report);
}

StorageResult<Nothing> Sweep::adoptQuietly(const Payment &payment, const InquiryAnswer &answer)
{
    auto transaction = Transaction::begin(m_context.database);
    if (!transaction) {
        return failure(transaction.error());
    }
    const auto unmoved = m_context.payments.lockUnmoved(payment);
    if (!unmoved || !*unmoved) {
        return failure(unmoved ? StorageError{StorageError::Kind::Busy, {}, {}} : unmoved.error());
    }
    OrderRepository::Event event;
    event.orderId = payment.orderId;
    event.paymentId = payment.id;
    event.at = m_context.clock.nowUtc();
    event.kind = u"READ"_s;
    event.seat = m_context.seat.name;
    event.content = eventContent(payment.known, answer.snapshot);
    const auto logged = m_context.orders.addEvent(event);
    if (!logged) {
        return logged;
    }
    const SeenPayment seen = seenIn(answer);
    const auto stored = m_context.payments.storeSnapshot(payment.id, seen.snapshot, event.at, seen.details);
    if (!stored) {
        return stored;
    }
    const auto committed = transaction->commit();
    if (committed) {
        emit m_context.notifier.paymentChanged(payment.id, payment.orderId);
    }
    return committed;
}

} // namespace kessai
