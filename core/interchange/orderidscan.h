#pragma once

#include <QHash>

#include <optional>

namespace kessai {

/// Notices orders whose lines do not stand together in a file. Keeps a bit for each id, 64 neighbours in a
/// word.
class OrderIdScan
{
public:
    /// The next line's 注文ID.
    void add(qint64 shopOrderId);
    /// All lines are seen: only the scattered ids are kept.
    void finish();

    [[nodiscard]] bool isScattered(qint64 shopOrderId) const { return m_scattered.contains(shopOrderId); }
    /// True the first time it is asked for a scattered id.
    bool countOnce(qint64 shopOrderId);

private:
    std::optional<qint64> m_last;
    QHash<qint64, quint64> m_seen;
    QHash<qint64, bool> m_scattered; ///< and whether it was counted
};

} // namespace kessai
