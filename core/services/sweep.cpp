#include "core/services/sweep.h"

#include "core/services/dailyduties.h"
#include "core/services/journalrecord.h"
#include "core/services/refreshservice.h"

namespace kessai {

using namespace Qt::StringLiterals;

QCoro::Task<StorageResult<SweepReport>> Sweep::compare(QList<PaymentId> payments, QString source,
                                                       std::function<bool()> stop)
{
    SweepReport report;
    report.gatewayUnusable = !m_context.gate;
    for (const PaymentId &id : payments) {
        if (report.gatewayUnusable) {
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
    if (*live) {
        co_return Nothing{};
    }
    GatewayGate::Lease lease = co_await m_context.gate->acquire();
    const InquiryAnswer answer =
        co_await m_context.gate->read(lease, before->gatewayOrderId, m_context.timing.busy);
    if (answer.outcome != InquiryAnswer::Outcome::Read) {
        ++report.unreadable;
        report.gatewayUnusable = answer.outcome == InquiryAnswer::Outcome::NotSent ||
                                 answer.outcome == InquiryAnswer::Outcome::ShopRefused;
        co_return Nothing{};
    }
    // What an operation did while the read was under way is not drift.
    const auto payment = m_context.payments.byId(id);
    const auto nowLive = m_context.journal.liveOf(id);
    if (!payment || !nowLive) {
        co_return failure(payment ? nowLive.error() : payment.error());
    }
    if (*nowLive || payment->fence != before->fence) {
        co_return Nothing{};
    }
    ++report.compared;
    co_return judge(*payment, answer, source, report);
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
    // A SALES answer carries neither Status nor Amount: the rest of the snapshot is taken over without a
    // word.
    const bool sameMoney =
        payment.known->status == answer.snapshot.status && payment.known->amount == answer.snapshot.amount &&
        payment.known->tax == answer.snapshot.tax && payment.known->tranId == answer.snapshot.tranId;
    if (sameMoney || isNaturalStep(payment.known->status, answer.snapshot.status)) {
        return adoptQuietly(payment, answer);
    }
    const auto order = m_context.orders.byId(payment.orderId);
    if (!order) {
        return failure(order.error());
    }
    report.differences.append(
        {payment.orderId, order->orderNumber, payment.gatewayOrderId, *payment.known, answer.snapshot});
    return open(payment, answer.snapshot, source);
}

StorageResult<Nothing> Sweep::adoptQuietly(const Payment &payment, const InquiryAnswer &answer)
{
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
    return storeSeen(m_context, payment.id, seenIn(answer));
}

StorageResult<Nothing> Sweep::open(const Payment &payment, const Snapshot &seen, const QString &source)
{
    const auto standing = m_context.journal.openFindingsOf(payment.id);
    if (!standing) {
        return failure(standing.error());
    }
    for (const Finding &finding : *standing) {
        if (finding.seen == snapshotFields(seen)) {
            return Nothing{}; // told already
        }
    }
    Finding finding;
    finding.id = FindingId{newUuid()};
    finding.paymentId = payment.id;
    finding.foundAt = m_context.clock.nowUtc();
    finding.source = source;
    finding.believed = snapshotFields(*payment.known);
    finding.seen = snapshotFields(seen);
    const auto operations = m_context.journal.ofPayment(payment.id);
    if (!operations) {
        return failure(operations.error());
    }
    if (!operations->isEmpty() && operations->last().endReason == EndReason::NoEffect) {
        finding.operationId = operations->last().id;
    }
    const auto opened = m_context.journal.openFinding(finding);
    if (opened) {
        emit m_context.notifier.paymentChanged(payment.id, payment.orderId);
    }
    return opened;
}

QCoro::Task<StorageResult<SweepReport>> Sweep::closeRun(RunId run, std::function<bool()> stop)
{
    const auto operations = m_context.journal.ofRun(run);
    if (!operations) {
        co_return failure(operations.error());
    }
    QList<PaymentId> payments;
    for (const Operation &operation : *operations) {
        if (!payments.contains(operation.paymentId)) {
            payments.append(operation.paymentId);
        }
    }
    auto report = co_await compare(payments, u"SWEEP"_s, stop);
    if (report && report->complete() && !stop()) {
        const auto marked = m_context.runs.setSwept(run, m_context.clock.nowUtc());
        if (!marked) {
            co_return failure(marked.error());
        }
        emit m_context.notifier.runChanged(run.value);
    }
    co_return report;
}

QCoro::Task<StorageResult<SweepReport>> Sweep::morning(std::function<bool()> stop)
{
    constexpr qint64 DaysBack = 2;
    if (!m_context.gate) {
        co_return SweepReport{}; // due until there is somebody to ask
    }
    const QDateTime now = m_context.clock.nowUtc();
    const auto due = dutyIsDue(m_context, u"sweep"_s, now);
    if (!due) {
        co_return failure(due.error());
    }
    if (!*due) {
        co_return SweepReport{};
    }
    const auto payments = m_context.journal.paymentsWithOperationSince(now.addDays(-DaysBack));
    if (!payments) {
        co_return failure(payments.error());
    }
    const auto report = co_await compare(*payments, u"SWEEP"_s, stop);
    if (report && report->complete() && !stop()) {
        const auto marked = markDutyDone(m_context, u"sweep"_s, now);
        if (!marked) {
            co_return failure(marked.error());
        }
    }
    co_return report;
}

QCoro::Task<StorageResult<SweepReport>> Sweep::watchDue(std::function<bool()> stop)
{
    const auto due = m_context.watch.dueAt(m_context.clock.nowUtc());
    if (!due) {
        co_return failure(due.error());
    }
    SweepReport total;
    for (const WatchStore::Due &entry : *due) {
        if (stop()) {
            break;
        }
        const QList<PaymentId> one{entry.paymentId};
        const auto report = co_await compare(one, u"WATCH"_s, stop);
        if (!report) {
            co_return failure(report.error());
        }
        total.compared += report->compared;
        total.differences.append(report->differences);
        if (!report->complete()) {
            total.gatewayUnusable |= report->gatewayUnusable;
            total.unreadable += report->unreadable;
            continue; // stays due
        }
        const auto finished = m_context.watch.finish(entry.sequence, m_context.clock.nowUtc());
        if (!finished) {
            co_return failure(finished.error());
        }
    }
    co_return total;
}

} // namespace kessai
