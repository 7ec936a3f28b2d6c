#pragma once

#include "core/storage/orderidset.h"
#include "core/storage/searchscan.h"

#include <QByteArrayView>
#include <QHash>
#include <QList>

#include <atomic>
#include <optional>

namespace kessai {

/// The folded texts of all orders in memory, one behind the other, so that a search goes through them at the
/// speed of memory (design.md §11): pieces of one letter and of many are found alike and counted exactly.
/// Used by one thread.
///
/// Behind each text stands a byte that no UTF-8 has, so that nothing is found over two orders; the line feeds
/// between the fields of one (searchTextOf()) keep it from being found over two fields. A changed text goes
/// to the end, and where it was before is filled with that byte; compaction takes the gaps out.
class SearchBuffer
{
public:
    /// A new or a changed text. An empty one, and what is no UTF-8, is as none: nothing is found in it.
    /// @returns false where no room is left (places are 32 bits wide); the text of before is gone then
    bool put(OrderId id, QByteArrayView text);
    void remove(OrderId id);
    void clear();

    /// The orders whose text has the needle. Parts are searched side by side where there are processors for
    /// it.
    /// @param needle folded UTF-8; the empty one is found nowhere
    /// @param stopped asked each megabyte
    /// @returns none if it was stopped
    [[nodiscard]] std::optional<OrderIdSet> find(const QByteArray &needle,
                                                 const std::atomic<bool> &stopped) const;

    /// Orders with a text.
    [[nodiscard]] qsizetype rowCount() const { return m_rowCount; }
    /// All that a search goes through, gaps too.
    [[nodiscard]] const QByteArray &bytes() const { return m_text; }

private:
    [[nodiscard]] std::optional<qsizetype> slotOf(OrderId id) const;
    [[nodiscard]] qsizetype beginOf(qsizetype slot) const { return qsizetype(m_begins.at(slot)); }
    [[nodiscard]] qsizetype endOf(qsizetype slot) const;
    [[nodiscard]] bool isGap(qsizetype slot) const;
    [[nodiscard]] qsizetype slotAt(qsizetype place, qsizetype known) const;
    [[nodiscard]] std::optional<OrderIdSet> findIn(const SearchScan &scan, qsizetype needleBytes,
                                                   qsizetype firstSlot, qsizetype endSlot,
                                                   const std::atomic<bool> &stopped) const;
    void compact();

    QByteArray m_text;
    QList<quint32> m_begins;           ///< of each slot
    QList<OrderId> m_ids;              ///< of each slot
    qsizetype m_ascending = 0;         ///< so many slots at the front lie by their ids
    QHash<OrderId, qsizetype> m_later; ///< the slots behind them that are in use
    qsizetype m_rowCount = 0;
    qsizetype m_gapBytes = 0;
    ByteCounts m_counts{};
};

} // namespace kessai
