#include "core/interchange/csvreader.h"

#include <algorithm>

namespace kessai {
namespace {

constexpr qsizetype ChunkBytes = 256 * 1024;
// Bounds on the search for another reading or for the next sound line, so that a hostile file costs little.
constexpr qsizetype LookAheadBytes = 64 * 1024;
constexpr int MostDoubtfulQuotes = 12;
constexpr int MostLinesTried = 1000;

} // namespace

CsvReader::CsvReader(QIODevice &device) : m_device(device)
{
    skipByteOrderMark();
}

QByteArrayView CsvReader::window() const
{
    return QByteArrayView(m_buffer).sliced(m_begin);
}

void CsvReader::skipByteOrderMark()
{
    while (!m_endOfFile && window().size() < 3) {
        fill();
    }
    if (window().startsWith("\xEF\xBB\xBF")) {
        m_begin += 3;
        m_consumed += 3;
    }
}

/// Reads as much again as is waiting, so that a long record is not cut too often.
bool CsvReader::fill()
{
    if (m_endOfFile) {
        return false;
    }
    m_buffer.remove(0, m_begin);
    m_begin = 0;
    const qsizetype before = m_buffer.size();
    // A small file needs no large buffer; a device that cannot say how much it has is asked for a page at a
    // time.
    const qint64 there = std::max<qint64>(m_device.bytesAvailable(), 4096);
    const auto wanted = static_cast<qsizetype>(std::min<qint64>(std::max(ChunkBytes, before), there));
    m_buffer.resize(before + wanted);
    const qint64 got = m_device.read(m_buffer.data() + before, wanted);
    m_buffer.resize(before + std::max<qint64>(got, 0));
    m_failed = m_failed || got < 0;
    m_endOfFile = got <= 0;
    return !m_endOfFile;
}

void CsvReader::consume(qsizetype bytes)
{
    const QByteArrayView gone = window().first(bytes);
    m_line += countLineEnds(gone);
    if (m_lastWasCarriageReturn && gone.startsWith('\n')) {
        --m_line; // the second half of a CRLF that was counted already
    }
    m_lastWasCarriageReturn = gone.isEmpty() ? m_lastWasCarriageReturn : gone.endsWith('\r');
    m_begin += bytes;
    m_consumed += bytes;
}

bool CsvReader::sound(const CsvCut &cut) const
{
    return cut.end == CsvCut::End::Complete && !cut.textAfterQuote &&
           (m_columns == 0 || cut.fieldCount == m_columns);
}

bool CsvReader::isBlank(const CsvCut &cut) const
{
    return cut.end == CsvCut::End::Complete && m_columns != 1 && cut.fieldCount == 1 &&
           cut.fields[0].size == 0 && cut.fields[0].offset == 0;
}

bool CsvReader::next(CsvRecord &record)
{
    dropPending();
    while (true) {
        const bool whole = cutWhole(record.cut);
        if (window().isEmpty()) {
            return false;
        }
        if (whole && isBlank(record.cut)) {
            consume(record.cut.length);
            continue;
        }
        record.line = m_line;
        record.defect = CsvRecord::Defect::None;
        m_pending = record.cut.length;
        if (!whole || !sound(record.cut)) {
            takeUnsound(record);
        }
        record.bytes = window().first(std::min(record.cut.length, window().size()));
        return true;
    }
}

void CsvReader::dropPending()
{
    consume(m_pending);
    m_pending = 0;
    if (m_dropRest) {
        m_dropRest = false;
        dropRestOfRecord(m_dropInsideQuotes);
    }
}

/// False: the record is longer than allowed, `cut` is its beginning.
bool CsvReader::cutWhole(CsvCut &cut)
{
    while (true) {
        cutRecord(cut, window(), m_endOfFile, 0, false, m_dialect);
        if (cut.end != CsvCut::End::NeedsMore) {
            return cut.length <= MaxRecordBytes;
        }
        if (window().size() > MaxRecordBytes) {
            return false;
        }
        fill();
    }
}

CsvRecord::Defect CsvReader::defectOf(const CsvCut &cut) const
{
    if (cut.end == CsvCut::End::OpenQuote) {
        return CsvRecord::Defect::OpenQuote;
    }
    if (cut.textAfterQuote) {
        return CsvRecord::Defect::TextAfterQuote;
    }
    const bool cutOff = cut.endsWithFile && cut.fieldCount < m_columns;
    return cutOff ? CsvRecord::Defect::CutOff : CsvRecord::Defect::WrongColumnCount;
}

/// Decides how far a record reaches that does not fit, and what is wrong with it.
void CsvReader::takeUnsound(CsvRecord &record)
{
    using Defect = CsvRecord::Defect;
    const bool tooLong = record.cut.end == CsvCut::End::NeedsMore || record.cut.length > MaxRecordBytes;
    const bool readable = m_dialect == CsvDialect::Spreadsheet ? readAsPhp(record.cut)
                                                               : !tooLong && findOtherReading(record.cut);
    if (readable) {
        m_pending = record.cut.length;
        return;
    }
    record.defect = tooLong ? Defect::TooLong : defectOf(record.cut);
    const bool endIsKnown = record.cut.end == CsvCut::End::Complete && !record.cut.textAfterQuote;
    if (endIsKnown) {
        return;
    }
    // A stray quote swallows the lines behind it: they are given back.
    const qsizetype soundLine = findSoundLine(window().first(record.cut.length));
    if (soundLine > 0) {
        m_pending = soundLine;
    } else if (record.cut.end == CsvCut::End::NeedsMore) {
        m_dropRest = true;
        m_dropInsideQuotes = record.cut.insideQuotes;
    } else if (record.defect == Defect::OpenQuote) {
        record.defect = Defect::CutOff;
    }
}

/// Tries the doubtful quotes the other way, one of them or two, until the record has as many columns as the
/// header.
bool CsvReader::findOtherReading(CsvCut &cut)
{
    const int doubtful = std::min(cut.doubtfulQuotes, MostDoubtfulQuotes);
    if (m_columns == 0 || doubtful == 0) {
        return false;
    }
    while (window().size() < LookAheadBytes && fill()) {
    }
    CsvCut other;
    const auto fits = [&](quint64 otherWay) {
        const qsizetype reach = std::max(LookAheadBytes, cut.length);
        const QByteArrayView bytes = window().first(std::min(reach, window().size()));
        cutRecord(other, bytes, m_endOfFile && bytes.size() == window().size(), otherWay);
        return sound(other);
    };
    // Every reading but the first can have doubtful quotes of its own behind the one that was turned.
    for (int first = 0; first < doubtful; ++first) {
        for (int second = first; second < MostDoubtfulQuotes; ++second) {
            if (fits((quint64(1) << first) | (quint64(1) << second))) {
                cut = other;
                return true;
            }
        }
    }
    return false;
}

/// In a file that was thought to be a spreadsheet's: a program may have changed nothing but its line ends.
bool CsvReader::readAsPhp(CsvCut &cut)
{
    CsvCut other;
    const QByteArrayView bytes = window().first(std::min(LookAheadBytes, window().size()));
    cutRecord(other, bytes, m_endOfFile && bytes.size() == window().size());
    if (!sound(other) && !findOtherReading(other)) {
        return false;
    }
    cut = other;
    return true;
}

/// Where in a region that cannot be cut the first line begins, behind its first one, that can; 0 when there
/// is none.
qsizetype CsvReader::findSoundLine(QByteArrayView region)
{
    CsvCut cut;
    int tried = 0;
    for (qsizetype at = 1; at < region.size() && tried < MostLinesTried; ++at) {
        const bool lineBegins = region[at - 1] == '\n' || (region[at - 1] == '\r' && region[at] != '\n');
        if (!lineBegins) {
            continue;
        }
        ++tried;
        const QByteArrayView rest = window().sliced(at);
        const QByteArrayView bytes = rest.first(std::min(LookAheadBytes, rest.size()));
        cutRecord(cut, bytes, m_endOfFile && bytes.size() == rest.size(), 0, false, m_dialect);
        if (sound(cut) && m_columns > 1) {
            return at;
        }
    }
    return 0;
}

/// Passes over the rest of a record that is too long, a piece at a time.
void CsvReader::dropRestOfRecord(bool insideQuotes)
{
    CsvCut cut;
    while (fill() || !window().isEmpty()) {
        cutRecord(cut, window(), m_endOfFile, 0, insideQuotes, m_dialect);
        if (cut.end != CsvCut::End::NeedsMore) {
            consume(cut.length);
            return;
        }
        insideQuotes = cut.insideQuotes;
        // The last bytes stay: what a quote, a 5C or a CR means is told by the byte behind it.
        qsizetype keep = 0;
        const QByteArrayView all = window();
        while (keep < all.size() && keep < ChunkBytes &&
               QByteArrayView("\"\\\r").contains(all[all.size() - 1 - keep])) {
            ++keep;
        }
        consume(all.size() - keep);
    }
}

} // namespace kessai
