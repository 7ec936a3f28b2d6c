#pragma once

#include "core/base/ids.h"

#include <QList>
#include <QSet>

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

namespace kessai {

/// Orders to look up by the million. Ids of one table lie close together: one bit for each is faster than a
/// hash, and a fiftieth of its size.
class OrderIdSet
{
public:
    OrderIdSet() = default;
    template <typename Ids>
    explicit OrderIdSet(const Ids &ids)
    {
        for (const OrderId id : ids) {
            insert(id);
        }
    }

    void insert(OrderId id)
    {
        if (!isClose(id)) {
            m_others.insert(id);
            return;
        }
        const auto [word, bit] = placeOf(id);
        if (word >= m_words.size()) {
            m_words.resize(std::max(word + 1, 2 * m_words.size()));
        }
        m_words[word] |= bit;
    }

    [[nodiscard]] bool contains(OrderId id) const
    {
        if (!isClose(id)) {
            return m_others.contains(id);
        }
        const auto [word, bit] = placeOf(id);
        return word < m_words.size() && (m_words[word] & bit) != 0;
    }

    [[nodiscard]] qsizetype size() const
    {
        qsizetype size = m_others.size();
        for (const quint64 word : m_words) {
            size += std::popcount(word);
        }
        return size;
    }

    void unite(const OrderIdSet &other)
    {
        m_words.resize(std::max(m_words.size(), other.m_words.size()));
        for (size_t word = 0; word < other.m_words.size(); ++word) {
            m_words[word] |= other.m_words[word];
        }
        m_others.unite(other.m_others);
    }

    void intersect(const OrderIdSet &other)
    {
        m_words.resize(std::min(m_words.size(), other.m_words.size()));
        for (size_t word = 0; word < m_words.size(); ++word) {
            m_words[word] &= other.m_words[word];
        }
        m_others.intersect(other.m_others);
    }

    /// Ascending, but for ids that lie far from all others: these come last.
    [[nodiscard]] QList<OrderId> values() const
    {
        QList<OrderId> ids;
        ids.reserve(size());
        for (size_t word = 0; word < m_words.size(); ++word) {
            for (quint64 bits = m_words[word]; bits != 0; bits &= bits - 1) {
                ids.append(OrderId{qint64(word) * BitsInWord + std::countr_zero(bits)});
            }
        }
        return ids + m_others.values();
    }

private:
    static constexpr qint64 BitsInWord = 64;
    static constexpr qint64 LargestClose = 64'000'000; ///< 8 MB
    static bool isClose(OrderId id) { return id.value >= 0 && id.value < LargestClose; }
    static std::pair<size_t, quint64> placeOf(OrderId id)
    {
        return {size_t(id.value / BitsInWord), quint64(1) << (id.value % BitsInWord)};
    }

    std::vector<quint64> m_words;
    QSet<OrderId> m_others;
};

} // namespace kessai
