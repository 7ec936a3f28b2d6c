#pragma once

#include "core/base/clock.h"
#include "core/gmo/gatewayslot.h"
#include "core/gmo/gmoclient.h"

#include <QCoro/QCoroTask>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

template <typename T>
class QPromise;

namespace kessai {

/// What the shop agreed with GMO about load (journal.md §3 PARALLEL, design.md §8 bulk.*). Reads count too.
/// Of the whole shop: each of its seats takes its share.
struct CallLimits
{
    int parallel = 4;
    int perSecond = 5; ///< 0: no limit (loopback only)
};

/// The pool of slots through which every call of the shop goes, and the gateway's time as last heard.
class GatewayGate
{
public:
    GatewayGate(const GmoClient &client, Clock &clock, CallLimits limits);
    ~GatewayGate();

    /// A slot for one operation: given back when the lease goes.
    class Lease
    {
    public:
        Lease() = default;
        Lease(GatewayGate &gate, GatewaySlot &slot) : m_gate(&gate), m_slot(&slot) {}
        Lease(Lease &&other) noexcept { swap(other); }
        Lease &operator=(Lease &&other) noexcept
        {
            swap(other);
            return *this;
        }
        ~Lease();
        [[nodiscard]] GatewaySlot &slot() const { return *m_slot; }

    private:
        void swap(Lease &other) noexcept
        {
            std::swap(m_gate, other.m_gate);
            std::swap(m_slot, other.m_slot);
        }
        GatewayGate *m_gate = nullptr;
        GatewaySlot *m_slot = nullptr;
    };

    /// Waits until a slot is free; whoever waits longest gets the next one.
    QCoro::Task<Lease> acquire();
    /// How many are given out at once: this seat's share of the shop's, one at least.
    [[nodiscard]] int slotCount() const;
    /// Waits until one more call may go out: calls per second, and fewer for a while after "too busy" (E92),
    /// which the gateway says when several shops' calls meet.
    QCoro::Task<> pace();
    /// Takes the next call's turn where that needs no wait; false: pace() waits for it.
    bool takeTurn();

    /// What can wait may read now: it takes neither the last free slot nor a turn that an operation would
    /// miss.
    [[nodiscard]] bool hasSpare() const;
    /// Somebody waits for a slot or for a turn: who takes another delays the others.
    [[nodiscard]] bool isCrowded() const;
    /// Between two calls of this seat: as agreed, or longer for a while after "too busy".
    [[nodiscard]] std::chrono::milliseconds spacing() const;

    /// Reads through the lease's slot, paced; remembers the gateway's time. Waits and repeats on Busy
    /// (N_BUSY).
    QCoro::Task<InquiryAnswer> read(Lease &lease, QString gatewayOrderId, PaymentMethod method,
                                    QList<std::chrono::milliseconds> busyWaits);

    /// Remembers what an exchange tells about the gateway's clock and reachability.
    void heard(const ExchangeRecord &record);
    /// Called for every exchange of the shop.
    void setListener(std::function<void(const ExchangeRecord &)> listener)
    {
        m_listener = std::move(listener);
    }
    /// What an earlier start knew of the gateway's clock, until it answers.
    void setClockOffset(std::chrono::milliseconds offset) { m_clockOffset = offset; }
    /// From now on; the number of slots stays until the next start.
    void setPerSecond(int perSecond) { m_limits.perSecond = perSecond; }
    /// How many seats of the shop are alive, this one counted in. What is given out already stays out; of
    /// what comes back no more is given out than this seat's share.
    void setSeats(int seats);
    /// Who knows how many they are: asked now and, as long as slots are asked for, every few seconds. None:
    /// the last number stays.
    void setSeatCounter(std::function<std::optional<int>()> counter);

    /// The gateway's time: its last Date plus the time since; this machine's clock before the first answer
    /// (design.md §6 "Japan time").
    [[nodiscard]] QDateTime gatewayNow() const;
    [[nodiscard]] std::optional<QDateTime> lastAnswerAt() const { return m_lastAnswerAt; }
    [[nodiscard]] const GmoClient &client() const { return m_client; }

private:
    void release(GatewaySlot &slot);
    void handOut();
    void countSeats();
    [[nodiscard]] int freeCount() const;
    void adaptSpacing(const ExchangeRecord &record);

    const GmoClient &m_client;
    Clock &m_clock;
    CallLimits m_limits;
    std::vector<std::unique_ptr<GatewaySlot>> m_slots;
    std::vector<GatewaySlot *> m_free;                              ///< beyond this seat's share, too
    std::deque<std::shared_ptr<QPromise<GatewaySlot *>>> m_waiting; ///< empty while freeCount() > 0
    int m_seats = 1;
    std::function<std::optional<int>()> m_seatCounter;
    std::optional<std::chrono::milliseconds> m_seatsCountedAt; ///< since boot
    std::function<void(const ExchangeRecord &)> m_listener;
    std::optional<std::chrono::milliseconds> m_nextCallAt;
    std::chrono::milliseconds m_spacing{}; ///< after "too busy"; 0: as often as the limit allows
    std::optional<std::chrono::milliseconds> m_slowedAt; ///< since boot; when "too busy" was last heard
    std::chrono::milliseconds m_clockOffset{};
    std::optional<QDateTime> m_lastDate;
    std::chrono::milliseconds m_lastDateSinceBoot{};
    std::optional<QDateTime> m_lastAnswerAt;
};

} // namespace kessai
