#include "core/interchange/csvcut.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace kessai {
namespace {

constexpr char Quote = '"';
constexpr char Escape = '\\';

bool endsField(char byte)
{
    return byte == ',' || byte == '\n' || byte == '\r';
}

/// Which of 64 bytes end a field: bit n for the nth.
quint64 fieldEndsOf(const char *bytes)
{
    quint64 ends = 0;
#ifdef __SSE2__
    const __m128i comma = _mm_set1_epi8(',');
    const __m128i lineFeed = _mm_set1_epi8('\n');
    const __m128i carriageReturn = _mm_set1_epi8('\r');
    for (int at = 0; at < 64; at += 16) {
        const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + at));
        const __m128i lineEnds =
            _mm_or_si128(_mm_cmpeq_epi8(part, lineFeed), _mm_cmpeq_epi8(part, carriageReturn));
        const __m128i found = _mm_or_si128(lineEnds, _mm_cmpeq_epi8(part, comma));
        ends |= static_cast<quint64>(_mm_movemask_epi8(found)) << at;
    }
#else
    for (int at = 0; at < 64; ++at) {
        ends |= static_cast<quint64>(endsField(bytes[at])) << at;
    }
#endif
    return ends;
}

/// Finds commas and line ends, from front to back. A large file is little else, so 64 bytes are looked at
/// once.
class FieldEnds
{
public:
    FieldEnds(const char *data, qsizetype size) : m_data(data), m_size(size) {}

    /// The first at `from` or behind it; the size when there is none.
    qsizetype next(qsizetype from)
    {
        if (from >= m_begin && from < m_begin + 64) {
            const quint64 ends = m_ends >> (from - m_begin);
            if (ends != 0) {
                return from + std::countr_zero(ends);
            }
            from = m_begin + 64;
        }
        for (; from + 64 <= m_size; from += 64) {
            m_begin = from;
            m_ends = fieldEndsOf(m_data + from);
            if (m_ends != 0) {
                return from + std::countr_zero(m_ends);
            }
        }
        return std::find_if(m_data + std::min(from, m_size), m_data + m_size, endsField) - m_data;
    }

private:
    const char *m_data;
    qsizetype m_size;
    qsizetype m_begin = -64; ///< of the 64 bytes looked at last
    quint64 m_ends = 0;      ///< where in them a field ends
};

/// Cuts field after field; each step says whether it could go on.
class Cutter
{
public:
    Cutter(CsvCut &cut, QByteArrayView bytes, bool endOfFile, quint64 otherWay, CsvDialect dialect)
        : m_cut(cut)
        , m_data(bytes.data())
        , m_size(bytes.size())
        , m_ends(m_data, m_size)
        , m_endOfFile(endOfFile)
        , m_otherWay(otherWay)
        , m_dialect(dialect)
    {
    }

    void run(bool insideQuotes)
    {
        bool quoted = insideQuotes;
        while (true) {
            if (!quoted && m_at < m_size && m_data[m_at] == Quote) {
                quoted = true;
                ++m_at;
            }
            m_cut.insideQuotes = quoted;
            if (!(quoted ? quotedField() : plainField()) || !separator()) {
                return;
            }
            quoted = false;
        }
    }

private:
    void add(qsizetype offset, qsizetype size, bool holdsQuotes)
    {
        ++m_cut.fieldCount;
        if (m_cut.fields.size() < CsvCut::MostFields) {
            m_cut.fields.append({offset, size, holdsQuotes});
        }
    }

    bool stop(CsvCut::End end)
    {
        m_cut.end = end;
        m_cut.length = m_size;
        return false;
    }

    bool plainField()
    {
        const qsizetype start = m_at;
        m_at = m_ends.next(m_at);
        if (m_at == m_size && !m_endOfFile) {
            return stop(CsvCut::End::NeedsMore);
        }
        add(start, m_at - start, false);
        return true;
    }

    bool quotedField()
    {
        const qsizetype start = m_at;
        bool holdsQuotes = false;
        while (true) {
            const void *found = std::memchr(m_data + m_at, Quote, static_cast<size_t>(m_size - m_at));
            if (!found) {
                return stop(m_endOfFile ? CsvCut::End::OpenQuote : CsvCut::End::NeedsMore);
            }
            const qsizetype run = static_cast<const char *>(found) - m_data;
            m_at = run;
            while (m_at < m_size && m_data[m_at] == Quote) {
                ++m_at;
            }
            if (m_at == m_size && !m_endOfFile) {
                return stop(CsvCut::End::NeedsMore);
            }
            const bool afterEscape = run > start && m_data[run - 1] == Escape;
            if (closes(m_at - run, afterEscape)) {
                add(start, m_at - 1 - start, holdsQuotes || m_at - run > 1);
                return textAfterQuote();
            }
            holdsQuotes = true;
        }
    }

    /// Whether a run of quotes closes the field.
    bool closes(qsizetype runLength, bool afterEscape)
    {
        if (!afterEscape || m_dialect == CsvDialect::Spreadsheet) {
            return runLength % 2 == 1;
        }
        if (m_at < m_size && !endsField(m_data[m_at])) {
            return false;
        }
        const int place = m_cut.doubtfulQuotes++;
        return place >= 64 || ((m_otherWay >> place) & 1) == 0;
    }

    bool textAfterQuote()
    {
        m_cut.insideQuotes = false;
        while (m_at < m_size && !endsField(m_data[m_at])) {
            m_cut.textAfterQuote = true;
            ++m_at;
        }
        return m_at < m_size || m_endOfFile || stop(CsvCut::End::NeedsMore);
    }

    /// True after a comma; otherwise the record is over, or more bytes are needed to say so.
    bool separator()
    {
        m_cut.insideQuotes = false;
        if (m_at < m_size && m_data[m_at] == ',') {
            ++m_at;
            return true;
        }
        if (m_at < m_size && m_data[m_at] == '\r') {
            if (m_at + 1 == m_size && !m_endOfFile) {
                return stop(CsvCut::End::NeedsMore);
            }
            m_at += m_at + 1 < m_size && m_data[m_at + 1] == '\n' ? 2 : 1;
        } else if (m_at < m_size) {
            ++m_at;
        } else {
            m_cut.endsWithFile = true;
        }
        m_cut.end = CsvCut::End::Complete;
        m_cut.length = m_at;
        return false;
    }

    CsvCut &m_cut;
    const char *m_data;
    qsizetype m_size;
    FieldEnds m_ends;
    qsizetype m_at = 0;
    bool m_endOfFile;
    quint64 m_otherWay;
    CsvDialect m_dialect;
};

} // namespace

void cutRecord(CsvCut &cut, QByteArrayView bytes, bool endOfFile, quint64 otherWay, bool insideQuotes,
               CsvDialect dialect)
{
    cut.fields.clear();
    cut.length = 0;
    cut.fieldCount = 0;
    cut.doubtfulQuotes = 0;
    cut.textAfterQuote = false;
    cut.endsWithFile = false;
    Cutter(cut, bytes, endOfFile, otherWay, dialect).run(insideQuotes);
}

QByteArray fieldBytes(QByteArrayView record, const CsvField &field)
{
    const QByteArrayView content = record.sliced(field.offset, field.size);
    if (!field.holdsQuotes) {
        return content.toByteArray();
    }
    QByteArray plain;
    plain.reserve(content.size());
    for (qsizetype at = 0; at < content.size();) {
        if (content[at] != Quote) {
            plain.append(content[at++]);
            continue;
        }
        const bool afterEscape = at > 0 && content[at - 1] == Escape;
        const qsizetype run = at;
        while (at < content.size() && content[at] == Quote) {
            ++at;
        }
        // After 5C the first quote was written once, all others twice.
        plain.append((at - run + (afterEscape ? 1 : 0)) / 2, Quote);
    }
    return plain;
}

qint64 countLineEnds(QByteArrayView bytes)
{
    qint64 count = 0;
    for (qsizetype at = bytes.indexOf('\n'); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        ++count;
    }
    // Every CR is a line end, but not together with the LF behind it.
    for (qsizetype at = bytes.indexOf('\r'); at >= 0; at = bytes.indexOf('\r', at + 1)) {
        const bool withLineFeed = at + 1 < bytes.size() && bytes[at + 1] == '\n';
        count += withLineFeed ? 0 : 1;
    }
    return count;
}

} // namespace kessai
