#pragma once

#include <QByteArray>

#include <array>

namespace kessai {

/// How often each byte stands in a text, or in a fair part of it.
using ByteCounts = std::array<quint64, 256>;

/// Looks for a piece of UTF-8 in a long text (design.md §11): for the two bytes of the piece that are rarest
/// there, in their distance; only where both stand the whole piece is compared. Japanese has few lead bytes,
/// and a search for these would stop at every letter.
class SearchScan
{
public:
    /// Ways to the same places. Other processors than those of the PC have Plain alone.
    enum class Way { Plain, Sse2, Avx2 };
    /// The fastest that this processor has.
    static Way bestWay();

    /// @param needle not empty
    SearchScan(const QByteArray &needle, const ByteCounts &counts, Way way = bestWay());

    static constexpr qsizetype NotFound = -1;
    /// Where the needle stands next between `from` and `end`, wholly; NotFound. Reads no byte from `end` on.
    [[nodiscard]] qsizetype next(const char *text, qsizetype from, qsizetype end) const
    {
        return m_next(m_needle, text, from, end);
    }

    /// What is looked for, and where in it its two rarest bytes are; the same one twice in a needle of one
    /// byte.
    struct Needle
    {
        QByteArray bytes;
        qsizetype first = 0;
        qsizetype second = 0;
    };

private:
    using Next = qsizetype (*)(const Needle &, const char *, qsizetype, qsizetype);
    static Next functionOf(Way way);

    Needle m_needle;
    Next m_next;
};

} // namespace kessai
