#include "core/storage/searchscan.h"

#include <bit>
#include <cstring>
#include <string_view>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace kessai {

namespace {

qsizetype nextPlain(const SearchScan::Needle &needle, const char *text, qsizetype from, qsizetype end)
{
    if (from >= end) {
        return SearchScan::NotFound;
    }
    const std::string_view rest(text + from, size_t(end - from));
    const size_t found = rest.find(std::string_view(needle.bytes.constData(), size_t(needle.bytes.size())));
    return found == std::string_view::npos ? SearchScan::NotFound : from + qsizetype(found);
}

#ifdef __x86_64__

/// The first of the marked places where the whole needle stands.
inline qsizetype firstOf(quint32 marks, const SearchScan::Needle &needle, const char *text, qsizetype from)
{
    for (; marks != 0; marks &= marks - 1) {
        const qsizetype place = from + std::countr_zero(marks);
        if (std::memcmp(text + place, needle.bytes.constData(), size_t(needle.bytes.size())) == 0) {
            return place;
        }
    }
    return SearchScan::NotFound;
}

qsizetype nextSse2(const SearchScan::Needle &needle, const char *text, qsizetype from, qsizetype end)
{
    constexpr qsizetype Width = sizeof(__m128i);
    const __m128i first = _mm_set1_epi8(needle.bytes.at(needle.first));
    const __m128i second = _mm_set1_epi8(needle.bytes.at(needle.second));
    const auto marksAt = [](const char *place, __m128i byte) {
        return _mm_cmpeq_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(place)), byte);
    };
    // A needle that begins at the last place of a step ends in front of `end` too.
    for (; from + Width - 1 + needle.bytes.size() <= end; from += Width) {
        const __m128i both = _mm_and_si128(marksAt(text + from + needle.first, first),
                                           marksAt(text + from + needle.second, second));
        const auto marks = quint32(_mm_movemask_epi8(both));
        const qsizetype found = firstOf(marks, needle, text, from);
        if (found != SearchScan::NotFound) {
            return found;
        }
    }
    return nextPlain(needle, text, from, end);
}

// The same with steps twice as long. For this function alone the compiler may use what not every processor
// has, so it shares no helper with vectors in it with the other.
__attribute__((target("avx2"))) qsizetype nextAvx2(const SearchScan::Needle &needle, const char *text,
                                                   qsizetype from, qsizetype end)
{
    constexpr qsizetype Width = sizeof(__m256i);
    const __m256i first = _mm256_set1_epi8(needle.bytes.at(needle.first));
    const __m256i second = _mm256_set1_epi8(needle.bytes.at(needle.second));
    for (; from + Width - 1 + needle.bytes.size() <= end; from += Width) {
        const auto *atFirst = reinterpret_cast<const __m256i *>(text + from + needle.first);
        const auto *atSecond = reinterpret_cast<const __m256i *>(text + from + needle.second);
        const __m256i both = _mm256_and_si256(_mm256_cmpeq_epi8(_mm256_loadu_si256(atFirst), first),
                                              _mm256_cmpeq_epi8(_mm256_loadu_si256(atSecond), second));
        const auto marks = quint32(_mm256_movemask_epi8(both));
        const qsizetype found = firstOf(marks, needle, text, from);
        if (found != SearchScan::NotFound) {
            return found;
        }
    }
    return nextPlain(needle, text, from, end);
}

#endif

/// The place of the rarest byte, but not at `other`; `other` where there is none.
qsizetype rarestOf(const QByteArray &needle, const ByteCounts &counts, qsizetype other)
{
    qsizetype rarest = other;
    for (qsizetype at = 0; at < needle.size(); ++at) {
        const bool rarer = rarest == other || counts[uchar(needle.at(at))] < counts[uchar(needle.at(rarest))];
        rarest = at != other && rarer ? at : rarest;
    }
    return rarest;
}

} // namespace

SearchScan::Way SearchScan::bestWay()
{
#ifdef __x86_64__
    static const Way best = __builtin_cpu_supports("avx2") ? Way::Avx2 : Way::Sse2;
    return best;
#else
    return Way::Plain;
#endif
}

SearchScan::SearchScan(const QByteArray &needle, const ByteCounts &counts, Way way)
    : m_needle{needle, rarestOf(needle, counts, -1), 0}, m_next(functionOf(way))
{
    m_needle.second = rarestOf(needle, counts, m_needle.first);
}

SearchScan::Next SearchScan::functionOf(Way way)
{
    switch (way) {
#ifdef __x86_64__
    case Way::Avx2:
        return nextAvx2;
    case Way::Sse2:
        return nextSse2;
#else
    case Way::Avx2:
    case Way::Sse2:
#endif
    case Way::Plain:
        break;
    }
    return nextPlain;
}

} // namespace kessai
