#include "core/storage/searchbuffer.h"

#include <QThread>

#include <algorithm>
#include <future>
#include <limits>
#include <vector>

namespace kessai {

namespace {

constexpr char Gap = '\xff'; ///< a byte that no UTF-8 has
constexpr qsizetype LargestPlace = std::numeric_limits<quint32>::max();
constexpr qsizetype BytesBetweenLooks = 1 << 20;
constexpr qsizetype SmallestPartBytes = 4 << 20; ///< less is over before a thread has begun
constexpr int MostParts = 4;                     ///< memory gives no more to more of them
constexpr qsizetype CountedEach = 16;            ///< of so many texts the bytes of one are counted
/// Gaps of less than this, or of less than a quarter of all, do not pay for moving the rest.
constexpr qsizetype SmallestGapBytes = 1 << 20;
constexpr qsizetype LargestGapShare = 4;

} // namespace

bool SearchBuffer::put(OrderId id, QByteArrayView text)
{
    remove(id);
    if (text.isEmpty() || text.front() == Gap) {
        return true;
    }
    if (m_text.size() + text.size() + 1 > LargestPlace) {
        return false;
    }
    const qsizetype slot = m_ids.size();
    if (m_ascending == slot && (slot == 0 || m_ids.last() < id)) {
        ++m_ascending;
    } else {
        m_later.insert(id, slot);
    }
    m_begins.append(quint32(m_text.size()));
    m_ids.append(id);
    m_text.append(text).append(Gap);
    ++m_rowCount;
    if (slot % CountedEach == 0) {
        for (const char byte : text) {
            ++m_counts[uchar(byte)];
        }
    }
    return true;
}

void SearchBuffer::remove(OrderId id)
{
    const std::optional<qsizetype> slot = slotOf(id);
    if (!slot) {
        return;
    }
    const qsizetype begin = beginOf(*slot);
    const qsizetype end = endOf(*slot);
    std::fill(m_text.begin() + begin, m_text.begin() + end, Gap);
    m_later.remove(id);
    --m_rowCount;
    m_gapBytes += end - begin;
    if (m_gapBytes > SmallestGapBytes && m_gapBytes > m_text.size() / LargestGapShare) {
        compact();
    }
}

void SearchBuffer::clear()
{
    *this = SearchBuffer();
}

qsizetype SearchBuffer::endOf(qsizetype slot) const
{
    return slot + 1 < m_begins.size() ? beginOf(slot + 1) : m_text.size();
}

bool SearchBuffer::isGap(qsizetype slot) const
{
    return m_text.at(beginOf(slot)) == Gap;
}

/// Where the order's text is; none if it has none.
std::optional<qsizetype> SearchBuffer::slotOf(OrderId id) const
{
    const auto later = m_later.constFind(id);
    if (later != m_later.constEnd()) {
        return *later;
    }
    const auto end = m_ids.begin() + m_ascending;
    const auto found = std::lower_bound(m_ids.begin(), end, id);
    if (found == end || *found != id || isGap(found - m_ids.begin())) {
        return std::nullopt;
    }
    return found - m_ids.begin();
}

/// The slot with this place. Hits come one behind the other and often lie close together: looked for in steps
/// that grow.
/// @param known a slot that lies not behind it
qsizetype SearchBuffer::slotAt(qsizetype place, qsizetype known) const
{
    const auto at = quint32(place);
    qsizetype step = 1;
    qsizetype end = known + 1;
    while (end < m_begins.size() && m_begins.at(end) <= at) {
        known = end;
        end = std::min(end + step, m_begins.size());
        step *= 2;
    }
    const auto behind = std::upper_bound(m_begins.begin() + known, m_begins.begin() + end, at);
    return behind - m_begins.begin() - 1;
}

std::optional<OrderIdSet> SearchBuffer::find(const QByteArray &needle, const std::atomic<bool> &stopped) const
{
    if (needle.isEmpty() || m_ids.isEmpty()) {
        return OrderIdSet();
    }
    const SearchScan scan(needle, m_counts);
    const qsizetype partCount = std::clamp<qsizetype>(m_text.size() / SmallestPartBytes, 1,
                                                      std::clamp(QThread::idealThreadCount(), 1, MostParts));
    const auto firstSlotOf = [&](qsizetype part) {
        return part == partCount ? m_ids.size() : slotAt(m_text.size() / partCount * part, 0);
    };
    const auto search = [&](qsizetype part) {
        return findIn(scan, needle.size(), firstSlotOf(part), firstSlotOf(part + 1), stopped);
    };
    std::vector<std::future<std::optional<OrderIdSet>>> others;
    others.reserve(partCount);
    for (qsizetype part = 1; part < partCount; ++part) {
        others.push_back(std::async(search, part)); // here, where no thread is to be had
    }
    std::optional<OrderIdSet> found = search(0);
    for (auto &other : others) {
        const std::optional<OrderIdSet> more = other.get();
        if (found && more) {
            found->unite(*more);
        } else {
            found.reset();
        }
    }
    return found;
}

/// None if it was stopped.
std::optional<OrderIdSet> SearchBuffer::findIn(const SearchScan &scan, qsizetype needleBytes,
                                               qsizetype firstSlot, qsizetype endSlot,
                                               const std::atomic<bool> &stopped) const
{
    OrderIdSet found;
    const char *text = m_text.constData();
    const qsizetype end = endSlot < m_begins.size() ? beginOf(endSlot) : m_text.size();
    qsizetype slot = firstSlot;
    qsizetype at = beginOf(firstSlot);
    while (at < end) {
        if (stopped) {
            return std::nullopt;
        }
        const qsizetype pieceEnd = std::min(at + BytesBetweenLooks, end);
        // What begins in this piece may end in the next.
        const qsizetype lookEnd = std::min(pieceEnd + needleBytes - 1, end);
        while (at < pieceEnd) {
            const qsizetype place = scan.next(text, at, lookEnd);
            if (place == SearchScan::NotFound) {
                break;
            }
            slot = slotAt(place, slot);
            found.insert(m_ids.at(slot));
            at = endOf(slot); // the next one: a text counts once
        }
        at = std::max(at, pieceEnd);
    }
    return found;
}

/// In place: the texts of a million orders do not have room twice.
void SearchBuffer::compact()
{
    char *text = m_text.data();
    qsizetype kept = 0;
    qsizetype keptBytes = 0;
    qsizetype ascending = 0;
    for (qsizetype slot = 0; slot < m_ids.size(); ++slot) {
        if (isGap(slot)) {
            continue;
        }
        const qsizetype begin = beginOf(slot);
        const qsizetype bytes = endOf(slot) - begin;
        std::copy(text + begin, text + begin + bytes, text + keptBytes);
        const OrderId id = m_ids.at(slot);
        if (slot < m_ascending) {
            ++ascending;
        } else {
            m_later.insert(id, kept);
        }
        m_begins[kept] = quint32(keptBytes);
        m_ids[kept] = id;
        ++kept;
        keptBytes += bytes;
    }
    m_text.resize(keptBytes);
    m_begins.resize(kept);
    m_ids.resize(kept);
    m_ascending = ascending;
    m_gapBytes = 0;
}

} // namespace kessai
