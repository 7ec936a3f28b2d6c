#pragma once

#include "core/services/sweep.h"

#include <QHash>

#include <chrono>

namespace kessai {

/// Asks in the background for the payments that go on without us: at the store, at the bank, on the carrier's
/// page, at the wallet (PaymentRepository::changingByThemselves). What moved by itself is adopted and logged,
/// anything else becomes a finding, as in a sweep; 対応状況 stays as it is.
class Watching
{
public:
    /// Between two reads of a payment of which something is due: its お支払期限 is within a day, or the
    /// wallet has accepted a request and not said its final word.
    static constexpr std::chrono::minutes PressingPeriod{5};
    /// Of any other.
    static constexpr std::chrono::minutes UsualPeriod{45};

    Watching(ShopContext &context, Sweep &sweep) : m_context(context), m_sweep(sweep) {}

    /// Reads those whose time has come, the pressing ones first, then the newest; only where operations leave
    /// a slot and a turn (GatewayGate::hasSpare). How many are left is told as it goes
    /// (ChangeNotifier::watchedReadsLeft). When each was read stands in the database: whoever calls next,
    /// after a restart too, goes on with the others. Ends when none is due, by `stop`, by a pause, or when
    /// the gateway is of no use; a second call at the same time ends at once.
    QCoro::Task<> readDue(std::function<bool()> stop);

    /// A person stops it, and lets it go on with the next readDue().
    void setPaused(bool paused) { m_paused = paused; }
    [[nodiscard]] bool isPaused() const { return m_paused; }

private:
    struct Round;
    StorageResult<QList<PaymentId>> due();
    QCoro::Task<bool> readSome(Round &round, QList<PaymentId> due);
    QCoro::Task<bool> readOne(Round &round, PaymentId id);
    QCoro::Task<bool> waitForSpare(Round &round);
    void takeDown(Round &round, PaymentId id, const SweepReport &report);
    void tellLeft(Round &round, qsizetype count);

    ShopContext &m_context;
    Sweep &m_sweep;
    bool m_reading = false;
    bool m_paused = false;
    /// Since boot: what a read did not bring up to date would be due again at once.
    QHash<PaymentId, std::chrono::milliseconds> m_notBefore;
};

} // namespace kessai
