#include "core/interchange/orderidscan.h"

namespace kessai {

void OrderIdScan::add(qint64 shopOrderId)
{
    if (m_last == shopOrderId) {
        return;
    }
    m_last = shopOrderId;
    quint64 &word = m_seen[shopOrderId / 64];
    const quint64 bit = quint64(1) << (shopOrderId % 64);
    if (word & bit) {
        m_scattered.insert(shopOrderId, false);
    }
    word |= bit;
}

void OrderIdScan::finish()
{
    m_seen = {};
    m_last.reset();
}

bool OrderIdScan::countOnce(qint64 shopOrderId)
{
    return !std::exchange(m_scattered[shopOrderId], true);
}

} // namespace kessai
