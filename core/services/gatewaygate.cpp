#include "core/services/gatewaygate.h"

#include "core/base/log.h"

#include <QPromise>

#include <QCoro/QCoroFuture>

#include <algorithm>

namespace kessai {

namespace {

constexpr int HttpOk = 200;
constexpr std::chrono::milliseconds FirstSpacing{200};
constexpr std::chrono::milliseconds LongestSpacing{10'000};
constexpr std::chrono::milliseconds ShortestSpacing{20};
constexpr std::chrono::milliseconds SpacingForgotten{600'000}; ///< after the last "too busy"
constexpr std::chrono::milliseconds CountSeatsAgain{2'000};

} // namespace

GatewayGate::GatewayGate(const GmoClient &client, Clock &clock, CallLimits limits)
    : m_client(client), m_clock(clock), m_limits(limits)
{
    for (int index = 0; index < std::max(1, limits.parallel); ++index) {
        m_slots.push_back(client.makeSlot());
        m_free.push_back(m_slots.back().get());
    }
}

GatewayGate::~GatewayGate() = default;

GatewayGate::Lease::~Lease()
{
    if (m_gate) {
        m_gate->release(*m_slot);
    }
}

QCoro::Task<GatewayGate::Lease> GatewayGate::acquire()
{
    countSeats();
    GatewaySlot *slot = nullptr;
    if (freeCount() <= 0) {
        const auto waiter = std::make_shared<QPromise<GatewaySlot *>>();
        waiter->start();
        m_waiting.push_back(waiter);
        slot = co_await waiter->future();
    } else {
        slot = m_free.back();
        m_free.pop_back();
    }
    co_return Lease(*this, *slot);
}

/// Handed over, not put back: a run's next item would take it before the waiter wakes, and a single capture
/// or a read of what is in doubt would wait for the end of the run.
void GatewayGate::release(GatewaySlot &slot)
{
    m_free.push_back(&slot);
    handOut();
}

void GatewayGate::handOut()
{
    while (!m_waiting.empty() && freeCount() > 0) {
        const auto waiter = m_waiting.front();
        m_waiting.pop_front();
        waiter->addResult(m_free.back());
        m_free.pop_back();
        waiter->finish();
    }
}

int GatewayGate::slotCount() const
{
    return std::max(1, int(m_slots.size()) / m_seats);
}

/// Of this seat's share; below 0 while more is given out than its share has become.
int GatewayGate::freeCount() const
{
    const int givenOut = int(m_slots.size()) - int(m_free.size());
    return slotCount() - givenOut;
}

void GatewayGate::setSeats(int seats)
{
    m_seats = std::max(1, seats);
    handOut();
}

void GatewayGate::setSeatCounter(std::function<std::optional<int>()> counter)
{
    m_seatCounter = std::move(counter);
    m_seatsCountedAt.reset();
    countSeats();
}

/// Not at each call: it is a question to the database.
void GatewayGate::countSeats()
{
    const std::chrono::milliseconds now = m_clock.sinceBoot();
    if (!m_seatCounter || (m_seatsCountedAt && now - *m_seatsCountedAt < CountSeatsAgain)) {
        return;
    }
    m_seatsCountedAt = now;
    setSeats(m_seatCounter().value_or(m_seats));
}

std::chrono::milliseconds GatewayGate::spacing() const
{
    if (m_limits.perSecond <= 0) {
        return m_spacing;
    }
    // Rounded up: never more calls than agreed.
    const std::chrono::milliseconds agreed((1000 * m_seats + m_limits.perSecond - 1) / m_limits.perSecond);
    return std::max(agreed, m_spacing);
}

bool GatewayGate::takeTurn()
{
    const std::chrono::milliseconds now = m_clock.sinceBoot();
    if (m_slowedAt && now - *m_slowedAt > SpacingForgotten) {
        m_spacing = std::chrono::milliseconds(0);
    }
    if (spacing().count() == 0) {
        m_nextCallAt.reset();
        return true;
    }
    if (m_nextCallAt.value_or(now) > now) {
        return false;
    }
    m_nextCallAt = now + spacing();
    return true;
}

bool GatewayGate::hasSpare() const
{
    const int kept = slotCount() > 1 ? 1 : 0;
    const std::chrono::milliseconds now = m_clock.sinceBoot();
    // The last call's own turn is over, and the one after it, which an operation might have taken, too.
    const bool turnsAreFree = !m_nextCallAt || *m_nextCallAt + spacing() <= now;
    return m_waiting.empty() && freeCount() > kept && turnsAreFree;
}

bool GatewayGate::isCrowded() const
{
    const bool turnIsAwaited = m_nextCallAt && *m_nextCallAt > m_clock.sinceBoot() + spacing();
    return !m_waiting.empty() || turnIsAwaited;
}

QCoro::Task<> GatewayGate::pace()
{
    if (!takeTurn()) {
        const std::chrono::milliseconds turn = *m_nextCallAt;
        m_nextCallAt = turn + spacing();
        co_await m_clock.sleep(turn - m_clock.sinceBoot());
    }
}

QCoro::Task<InquiryAnswer> GatewayGate::read(Lease &lease, QString gatewayOrderId, PaymentMethod method,
                                             QList<std::chrono::milliseconds> busyWaits)
{
    for (qsizetype repeats = 0;; ++repeats) {
        co_await pace();
        InquiryAnswer answer = co_await m_client.inquire(lease.slot(), gatewayOrderId, method);
        heard(answer.record);
        qCInfo(logGateway).noquote() << "inquiry" << gatewayOrderId << "http"
                                     << answer.record.httpStatus.value_or(0) << answer.record.detail;
        if (answer.outcome != InquiryAnswer::Outcome::Busy || repeats >= busyWaits.size()) {
            co_return answer;
        }
        co_await m_clock.sleep(busyWaits[repeats]);
    }
}

/// Doubles with each "too busy", and shrinks by a tenth with each answer that is not. Calls that were under
/// way together are told of the same moment: the first of them counts.
void GatewayGate::adaptSpacing(const ExchangeRecord &record)
{
    const bool busy = std::any_of(record.errors.begin(), record.errors.end(),
                                  [](const GatewayError &error) { return error.info.startsWith(u"E92"); });
    const std::chrono::milliseconds now = m_clock.sinceBoot();
    const bool toldBefore = m_slowedAt && now - *m_slowedAt < m_spacing;
    if (busy && !toldBefore) {
        m_spacing = std::clamp(m_spacing * 2, FirstSpacing, LongestSpacing);
        m_slowedAt = now;
    } else if (!busy && record.httpStatus == HttpOk && m_spacing.count() > 0) {
        const std::chrono::milliseconds shorter = m_spacing * 9 / 10;
        m_spacing = shorter < ShortestSpacing ? std::chrono::milliseconds(0) : shorter;
    }
}

void GatewayGate::heard(const ExchangeRecord &record)
{
    adaptSpacing(record);
    if (record.httpStatus) {
        m_lastAnswerAt = m_clock.nowUtc();
    }
    if (record.gatewayDate) {
        m_lastDate = record.gatewayDate;
        m_lastDateSinceBoot = m_clock.sinceBoot();
    }
    if (m_listener) {
        m_listener(record);
    }
}

QDateTime GatewayGate::gatewayNow() const
{
    if (!m_lastDate) {
        return m_clock.nowUtc().addMSecs(m_clockOffset.count());
    }
    return m_lastDate->addMSecs((m_clock.sinceBoot() - m_lastDateSinceBoot).count());
}

} // namespace kessai
