// The sweeps that nobody asks for payment by payment: after a run, in the morning, after a restore, on watch.
#include "core/services/dailyduties.h"
#include "core/services/sweep.h"

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype PieceSize = 50; ///< payments compared between two notes of how far it is

QString comparedName(const RunId &run)
{
    return u"sweep.%1"_s.arg(run.value);
}

} // namespace

QCoro::Task<StorageResult<SweepReport>> Sweep::closeRun(RunId run, std::function<bool()> stop,
                                                        AtSilence atSilence)
{
    const auto all = m_context.journal.paymentsOfRun(run);
    const auto before = comparedOf(run);
    if (!all || !before) {
        co_return failure(all ? before.error() : all.error());
    }
    QSet<PaymentId> known = *before;
    QList<PaymentId> payments;
    for (const PaymentId &id : *all) {
        if (!known.contains(id)) {
            known.insert(id);
            payments.append(id);
        }
    }
    const auto report = co_await compare(payments, u"SWEEP"_s, stop, atSilence);
    if (!report) {
        co_return report;
    }
    const bool over = report->complete() && report->held == 0 && !stop();
    if (over) {
        const auto marked = m_context.runs.setSwept(run, m_context.clock.nowUtc());
        if (!marked) {
            co_return failure(marked.error());
        }
        emit m_context.notifier.runChanged(run.value);
    }
    const QSet<PaymentId> compared = over ? QSet<PaymentId>() : *before | report->comparedPayments;
    const auto kept = compared == *before ? StorageResult<Nothing>(Nothing{}) : keepCompared(run, compared);
    if (!kept) {
        co_return failure(kept.error());
    }
    co_return report;
}

/// Of a run whose sweep is not over: one item that stays in doubt must not have the others read for ever, nor
/// each call of the command line begin with the first.
StorageResult<QSet<PaymentId>> Sweep::comparedOf(const RunId &run)
{
    const auto kept = m_context.meta.value(comparedName(run));
    if (!kept) {
        return failure(kept.error());
    }
    const QStringList ids = kept->value_or(QString()).split(u' ', Qt::SkipEmptyParts);
    QSet<PaymentId> payments;
    for (const QString &id : ids) {
        payments.insert(PaymentId{id.toLongLong()});
    }
    return payments;
}

StorageResult<Nothing> Sweep::startAgain(const RunId &run)
{
    const auto compared = comparedOf(run);
    if (!compared) {
        return failure(compared.error());
    }
    return compared->isEmpty() ? StorageResult<Nothing>(Nothing{}) : keepCompared(run, {});
}

StorageResult<Nothing> Sweep::keepCompared(const RunId &run, const QSet<PaymentId> &payments)
{
    QStringList ids;
    for (const PaymentId &id : payments) {
        ids.append(QString::number(id.value));
    }
    return m_context.meta.setValue(comparedName(run), ids.join(u' '));
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
    // One that cannot be read comes again tomorrow; without a gateway the whole of it is still due.
    if (report && !report->gatewayUnusable && !stop()) {
        const auto marked = markDutyDone(m_context, u"sweep"_s, now);
        if (!marked) {
            co_return failure(marked.error());
        }
    }
    co_return report;
}

QCoro::Task<StorageResult<bool>> Sweep::afterRestore(std::function<bool()> stop)
{
    const auto payments = m_context.payments.readPayments();
    const auto reached = m_context.meta.sweptDownTo();
    if (!payments || !reached) {
        co_return failure(payments ? reached.error() : payments.error());
    }
    QList<PaymentId> piece;
    for (const PaymentId &id : *payments) {
        const bool comparedBefore = *reached && id.value >= (*reached)->value;
        if (!comparedBefore) {
            piece.append(id);
        }
        const bool last = id == payments->last();
        if (piece.isEmpty() || (piece.size() < PieceSize && !last)) {
            continue;
        }
        const auto report = co_await compare(piece, u"SWEEP"_s, stop);
        if (!report) {
            co_return failure(report.error());
        }
        if (!report->complete() || stop()) {
            co_return false;
        }
        const auto kept = m_context.meta.setSweptDownTo(piece.last());
        if (!kept) {
            co_return failure(kept.error());
        }
        piece.clear();
    }
    const auto cleared = m_context.meta.setSweepNeeded(false);
    if (!cleared) {
        co_return failure(cleared.error());
    }
    co_return true;
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
        total.gatewayUnusable |= report->gatewayUnusable;
        total.silentReads = report->compared > 0 ? 0 : total.silentReads + report->silentReads;
        total.problem = report->problem;
        total.unreadable += report->unreadable;
        total.held += report->held;
        if (!total.gatewayAnswers()) {
            break;
        }
        if (!report->complete() || report->held > 0) {
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
