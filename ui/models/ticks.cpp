#include "ui/models/ticks.h"

#include <algorithm>

namespace kessai {

namespace {

QList<OrderId> sorted(QList<OrderId> ids)
{
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace

bool Ticks::matches(OrderId id) const
{
    return std::binary_search(m_state.matching.cbegin(), m_state.matching.cend(), id);
}

bool Ticks::contains(OrderId id) const
{
    return m_state.ticks.contains(id, m_state.ticks.everything && matches(id));
}

void Ticks::setTicked(OrderId id, bool ticked)
{
    if (contains(id) != ticked) {
        put({id}, ticked);
        emit changed();
    }
}

void Ticks::setTicked(const QList<OrderId> &ids, bool ticked)
{
    const bool changes =
        std::any_of(ids.cbegin(), ids.cend(), [&](OrderId id) { return contains(id) != ticked; });
    if (!changes) {
        return;
    }
    if (ids.size() > 1) {
        m_before = m_state;
    }
    put(ids, ticked);
    emit changed();
}

void Ticks::put(const QList<OrderId> &ids, bool ticked)
{
    const auto isBesideTheFilter = [this](OrderId id) { return !matches(id); };
    if (m_state.ticks.everything && ticked && std::any_of(ids.cbegin(), ids.cend(), isBesideTheFilter)) {
        nameEveryOne();
    }
    for (const OrderId id : ids) {
        if (ticked != m_state.ticks.everything) {
            m_state.ticks.ids.insert(id);
        } else {
            m_state.ticks.ids.remove(id);
        }
    }
}

/// "Everything that matches" cannot hold an order beside the filter: it becomes a list of orders.
void Ticks::nameEveryOne()
{
    QSet<OrderId> ids(m_state.matching.cbegin(), m_state.matching.cend());
    ids -= m_state.ticks.ids;
    m_state = {{false, {}, ids}, {}};
}

void Ticks::tickEverything(const OrderFilter &filter, const QList<OrderId> &matching)
{
    m_before = m_state;
    m_state = {{true, filter, {}}, sorted(matching)};
    emit changed();
}

void Ticks::clear()
{
    if (!isEmpty()) {
        m_before = m_state;
        m_state = {};
        emit changed();
    }
}

void Ticks::undo()
{
    if (m_before) {
        m_state = *m_before;
        m_before.reset();
        emit changed();
    }
}

void Ticks::setMatching(const QList<OrderId> &matching)
{
    if (!m_state.ticks.everything) {
        return;
    }
    const QList<OrderId> now = sorted(matching);
    if (now != m_state.matching) {
        m_state.matching = now;
        emit matchingChanged();
    }
}

} // namespace kessai
