#include "core/services/sweep.h"

#include "core/services/drift.h"
#include "core/services/gatewayproblem.h"
#include "core/services/journalrecord.h"
#include "core/services/refreshservice.h"
#include "core/services/workers.h"

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

void sortAsAsked(QList<SweepDifference> &differences, const QList<PaymentId> &payments)
{
    if (differences.size() < 2) {
        return;
    }
    QHash<PaymentId, qsizetype> positions;
    for (qsizetype position = 0; position < payments.size(); ++position) {
        positions.insert(payments.at(position), position);
    }
    std::stable_sort(differences.begin(), differences.end(),
                     [&positions](const SweepDifference &one, const SweepDifference &other) {
                         return positions.value(one.payment) < positions.value(other.payment);
                     });
}

} // namespace

/// What the workers of one compare() share.
struct Sweep::Round
{
    QList<PaymentId> payments;
    QString source;
    std::function<bool()> stop;
    AtSilence atSilence = AtSilence::GoOn;
    qsizetype next = 0;
    SweepReport report{};
    std::optional<StorageError> storeError{};
    [[nodiscard]] bool isOver() const
    {
        const bool useless = atSilence == AtSilence::Stop && !report.gatewayAnswers();
        // Every further read would say the same.
        return storeError || report.gatewayUnusable || useless || next == payments.size();
    }
};

QCoro::Task<StorageResult<SweepReport>> Sweep::compare(QList<PaymentId> payments, QString source,
                                                       std::function<bool()> stop, AtSilence atSilence)
{
    Round round{payments, source, stop, atSilence};
    round.report.gatewayUnusable = !m_context.gate;
    Workers workers([this, &round] { return readersWanted(round); },
                    [this, &round] { return compareNext(round); });
    co_await workers.work();
    if (round.storeError) {
        co_return failure(*round.storeError);
    }
    sortAsAsked(round.report.differences, round.payments);
    co_return round.report;
}

/// The first read alone finds out whether anybody answers: each read of a silent gateway costs the whole
/// deadline.
int Sweep::readersWanted(const Round &round) const
{
    const bool answers = round.report.compared > 0 && round.report.silentReads == 0;
    const bool isAlone = !m_context.gate || !answers || m_context.gate->isCrowded();
    return isAlone ? 1 : slotsNow(m_context) - 1;
}

QCoro::Task<bool> Sweep::compareNext(Round &round)
{
    if (round.isOver() || round.stop()) {
        co_return false;
    }
    const PaymentId id = round.payments.at(round.next++);
    const auto compared = co_await compareOne(id, round.source, round.report);
    if (!compared && !round.storeError) {
        round.storeError = compared.error();
    }
    co_return compared.ok();
}

QCoro::Task<StorageResult<Nothing>> Sweep::compareOne(PaymentId id, QString source, SweepReport &report)
{
    const auto before = m_context.payments.byId(id);
    const auto live = m_context.journal.liveOf(id);
    if (!before || !live) {
        co_return failure(before ? live.error() : before.error());
    }
    if (!isGatewayMethod(before->method)) {
        ++report.otherMethods;
        co_return Nothing{};
    }
    if (*live) {
        ++report.held;
        co_return Nothing{};
    }
    GatewayGate::Lease lease = co_await m_context.gate->acquire();
    const int silentBefore = report.silentReads;
    const InquiryAnswer answer =
        co_await m_context.gate->read(lease, before->gatewayOrderId, before->method, m_context.timing.busy);
    const bool unknown = answer.outcome == InquiryAnswer::Outcome::UnknownOrder;
    if (answer.outcome != InquiryAnswer::Outcome::Read && !unknown) {
        ++report.unreadable;
        // What was decoded speaks of this payment alone, unless it says "too busy".
        const bool decoded = !answer.record.errors.isEmpty() || !answer.record.fields.isEmpty();
        const bool silent = !decoded || answer.outcome == InquiryAnswer::Outcome::Busy;
        report.silentReads = silent ? std::min(report.silentReads, silentBefore) + 1 : 0;
        if (answer.outcome == InquiryAnswer::Outcome::NotSent ||
            answer.outcome == InquiryAnswer::Outcome::ShopRefused) {
            report.gatewayUnusable = true;
            report.problem = readProblem(answer);
        }
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
    // Of a request that was made at the gateway's console the wallet's word may be another than asked for,
    // too.
    const bool walletsWord = seen && isRequestWord(payment.known->status) && !isRequestWord(seen->status);
    const auto opened = openDriftFinding(m_context, payment, seen, walletsWord ? u"WALLET"_s : source);
    if (opened) {
        report.differences.append(
            {payment.orderId, order->orderNumber, payment.gatewayOrderId, *payment.known, seen, payment.id});
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
        // The term, the day of completion … may have come since, and the next read of its own is counted from
        // this one.
        const bool tellsMore = payment.method != PaymentMethod::Card;
        return tellsMore ? adoptQuietly(payment, answer) : Nothing{};
    }
    const auto questioned = questionedOperation(m_context, payment, answer.snapshot);
    if (!questioned) {
        return failure(questioned.error());
    }
    const bool natural = isNaturalStep(payment.known->status, answer.snapshot.status);
    if (!*questioned && (natural || isSameMoney(*payment.known, answer.snapshot))) {
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
    const QDateTime now = m_context.clock.nowUtc();
    const bool moved = payment.known != answer.snapshot;
    const auto logged = moved ? logRead(payment, answer.snapshot, now) : Nothing{};
    if (!logged) {
        return logged;
    }
    const SeenPayment seen = seenIn(answer);
    const auto stored = m_context.payments.storeSnapshot(payment.id, seen.snapshot, now, seen.details);
    if (!stored) {
        return stored;
    }
    const auto committed = transaction->commit();
    if (committed && (moved || payment.facts != answer.facts)) {
        emit m_context.notifier.paymentChanged(payment.id, payment.orderId);
    }
    return committed;
}

/// A line in the order's history.
StorageResult<Nothing> Sweep::logRead(const Payment &payment, const Snapshot &seen, const QDateTime &at)
{
    OrderRepository::Event event;
    event.orderId = payment.orderId;
    event.paymentId = payment.id;
    event.at = at;
    event.kind = u"READ"_s;
    event.seat = m_context.seat.name;
    event.content = eventContent(payment.known, seen);
    return m_context.orders.addEvent(event);
}

} // namespace kessai
