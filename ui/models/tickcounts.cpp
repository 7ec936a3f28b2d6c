#include "ui/models/tickcounts.h"

#include "ui/models/whendone.h"

#include <chrono>

namespace kessai {

using namespace std::chrono_literals;

namespace {

constexpr auto TickPause = 120ms;
/// A bulk run changes orders faster than anybody reads sums, and each answer costs a read of all that is
/// ticked.
constexpr auto ChangePause = 1000ms;

} // namespace

TickCounts::TickCounts(OrderSource &source, Ticks &ticks, QObject *parent)
    : QObject(parent), m_source(source), m_ticks(ticks)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &TickCounts::ask);
    connect(&ticks, &Ticks::changed, this, [this] {
        ++m_generation; // an answer to older ticks is none
        m_known = false;
        m_summary = {};
        m_pause.start(TickPause);
        emit changed();
    });
    connect(&source, &OrderSource::orderChanged, this, &TickCounts::onOrdersChanged);
    connect(&source, &OrderSource::ordersChanged, this, &TickCounts::onOrdersChanged);
}

void TickCounts::setShown(const OrderFilter &shown)
{
    if (m_shown != shown) {
        m_shown = shown;
        m_pause.start(TickPause);
    }
}

void TickCounts::onOrdersChanged()
{
    if (m_ticks.isEmpty()) {
        return;
    }
    m_matchingIsOld = m_ticks.value().everything;
    if (m_asking) {
        m_again = true;
    } else if (!m_pause.isActive()) {
        m_pause.start(ChangePause);
    }
}

void TickCounts::ask()
{
    const int generation = ++m_generation;
    if (m_ticks.isEmpty()) {
        m_asking = false;
        m_summary = {};
        m_known = true;
        emit changed();
        return;
    }
    m_asking = true;
    const auto ended = [this, generation] {
        if (generation != m_generation) {
            return false;
        }
        m_asking = false;
        if (std::exchange(m_again, false)) {
            m_pause.start(ChangePause);
        }
        return true;
    };
    const auto done = [this, ended](const StorageResult<TickSummary> &answer) {
        if (ended()) {
            take(answer);
        }
    };
    whenDone(m_source.tickSummary(m_ticks.value(), m_shown), this, done, [ended] { ended(); });
    readMatching();
}

void TickCounts::take(const StorageResult<TickSummary> &answer)
{
    if (!answer) {
        emit failed(answer.error().message);
        return;
    }
    m_summary = *answer;
    m_known = true;
    emit changed();
}

/// After "everything": orders have come to the filter or have left it.
void TickCounts::readMatching()
{
    if (!std::exchange(m_matchingIsOld, false) || !m_ticks.value().everything) {
        return;
    }
    const OrderFilter filter = m_ticks.value().filter;
    const auto done = [this, filter](const StorageResult<QList<OrderId>> &answer) {
        if (answer && m_ticks.value().everything && m_ticks.value().filter == filter) {
            m_ticks.setMatching(*answer);
        }
    };
    whenDone(m_source.tickedIds(OrderTicks{true, filter, {}}, {}), this, done);
}

} // namespace kessai
