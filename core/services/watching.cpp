#include "core/services/watching.h"

#include "core/services/gatewaytime.h"

#include <QScopeGuard>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype PieceSize = 50; ///< read before it is asked anew what is due: others may press by then
constexpr milliseconds LookAgain = 200ms;    ///< for a slot and a turn to spare
constexpr milliseconds ShortestRead = 200ms; ///< of which nothing is known before some were read
constexpr int SilentReads = 2;               ///< in a row; the next would cost the whole deadline as well

} // namespace

/// What one call of readDue() carries from read to read.
struct Watching::Round
{
    std::function<bool()> stop;
    milliseconds begunAt{}; ///< since boot
    QDateTime listedAt{};
    std::int64_t reads = 0;
    int silentInRow = 0;
    bool gatewayUnusable = false;
    bool told = false; ///< that some are left
};

QCoro::Task<> Watching::readDue(std::function<bool()> stop)
{
    if (m_reading || m_paused || !m_context.gate) {
        co_return;
    }
    m_reading = true;
    Round round{stop, m_context.clock.sinceBoot()};
    const auto over = qScopeGuard([this, &round] {
        m_reading = false;
        if (round.told) {
            tellLeft(round, 0);
        }
    });
    bool goesOn = true;
    while (goesOn) {
        round.listedAt = m_context.clock.nowUtc();
        const auto waiting = due();
        if (!waiting || waiting->isEmpty()) { // a store that fails speaks for itself
            co_return;
        }
        goesOn = co_await readSome(round, *waiting);
    }
}

StorageResult<QList<PaymentId>> Watching::due()
{
    const milliseconds sinceBoot = m_context.clock.sinceBoot();
    m_notBefore.removeIf([sinceBoot](std::pair<const PaymentId &, milliseconds &> entry) {
        return entry.second <= sinceBoot;
    });
    const QDateTime now = m_context.clock.nowUtc();
    auto due = m_context.payments.changingByThemselves(
        now.addSecs(-std::chrono::seconds(UsualPeriod).count()),
        now.addSecs(-std::chrono::seconds(PressingPeriod).count()), gatewayTime(m_context));
    if (due) {
        due->removeIf([this](PaymentId id) { return m_notBefore.contains(id); });
    }
    return due;
}

/// @returns whether to ask for more
QCoro::Task<bool> Watching::readSome(Round &round, QList<PaymentId> due)
{
    for (qsizetype at = 0; at < std::min(due.size(), PieceSize); ++at) {
        tellLeft(round, due.size() - at);
        const bool goesOn = co_await readOne(round, due.at(at));
        if (!goesOn) {
            co_return false;
        }
    }
    co_return true;
}

/// @returns false: it is stopped, or the next read would be of no use
QCoro::Task<bool> Watching::readOne(Round &round, PaymentId id)
{
    const bool hasSpare = co_await waitForSpare(round);
    if (!hasSpare) {
        co_return false;
    }
    const auto payment = m_context.payments.byId(id);
    if (!payment) {
        co_return false;
    }
    if (payment->knownAt && *payment->knownAt > round.listedAt) {
        co_return true; // somebody has read it meanwhile, at another seat perhaps
    }
    const QList<PaymentId> one{id};
    const auto report = co_await m_sweep.compare(one, u"WATCH"_s, round.stop);
    if (!report) {
        co_return false;
    }
    takeDown(round, id, *report);
    co_return !round.gatewayUnusable && round.silentInRow < SilentReads;
}

QCoro::Task<bool> Watching::waitForSpare(Round &round)
{
    while (!m_paused && !round.stop()) {
        if (m_context.gate->hasSpare()) {
            co_return true;
        }
        co_await m_context.clock.sleep(LookAgain);
    }
    co_return false;
}

void Watching::takeDown(Round &round, PaymentId id, const SweepReport &report)
{
    ++round.reads;
    round.silentInRow = report.silentReads > 0 ? round.silentInRow + 1 : 0;
    round.gatewayUnusable = report.gatewayUnusable;
    const bool upToDate = report.compared > 0 && report.differences.isEmpty();
    if (!upToDate && !report.gatewayUnusable) {
        // What an operation holds, or has just left, is at rest soon.
        const milliseconds wait = report.held > 0 ? PressingPeriod : UsualPeriod;
        m_notBefore.insert(id, m_context.clock.sinceBoot() + wait);
    }
}

void Watching::tellLeft(Round &round, qsizetype count)
{
    round.told = true;
    const milliseconds elapsed = m_context.clock.sinceBoot() - round.begunAt;
    const milliseconds atLeast = std::max(2 * m_context.gate->spacing(), ShortestRead);
    const milliseconds ofOne = std::max(atLeast, elapsed / std::max<std::int64_t>(round.reads, 1));
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(ofOne * count);
    emit m_context.notifier.watchedReadsLeft(int(count), int(seconds.count()));
}

} // namespace kessai
