#pragma once

#include "core/interchange/csvcut.h"

#include <QIODevice>

namespace kessai {

/// One record; its bytes are the reader's and are good until the reader's next call.
struct CsvRecord
{
    enum class Defect {
        None,
        WrongColumnCount, ///< not as many columns as the header
        TextAfterQuote,   ///< something stands between a closing quote and the next comma
        OpenQuote,        ///< a quote is never closed
        TooLong,          ///< longer than CsvReader::MaxRecordBytes
        CutOff,           ///< the last line of the file is not whole
    };
    qint64 line = 0; ///< its first physical line, from 1
    Defect defect = Defect::None;
    QByteArrayView bytes;
    CsvCut cut; ///< with a defect: the fields up to there

    [[nodiscard]] qsizetype columnCount() const { return cut.fields.size(); }
    /// As it stands in the file, quotes still doubled.
    [[nodiscard]] QByteArrayView raw(qsizetype column) const
    {
        const CsvField &field = cut.fields[column];
        return bytes.sliced(field.offset, field.size);
    }
    [[nodiscard]] QByteArray plain(qsizetype column) const { return fieldBytes(bytes, cut.fields[column]); }
};

/// Reads a CSV file record by record in bounded memory. Fields are bytes: who needs text decodes it.
///
/// LF, CRLF and CR end a record, also mixed; empty lines are left out; a UTF-8 BOM is skipped. Quoting is
/// that of RFC 4180 and of PHP's fputcsv, told apart by the number of columns (CsvCut); setDialect() says
/// which comes first. After a record that cannot be cut (a stray quote, too long) reading goes on with the
/// next line that is sound again.
class CsvReader
{
public:
    static constexpr qsizetype MaxRecordBytes = 4 * 1024 * 1024;

    /// Reads on from where the device is.
    explicit CsvReader(QIODevice &device);

    /// False at the end of the file.
    bool next(CsvRecord &record);
    /// Records with another number are defective; 0, the default, takes any.
    void setColumnCount(qsizetype count) { m_columns = count; }
    /// Which way of quoting is tried first; CsvDialect::Php by default.
    void setDialect(CsvDialect dialect) { m_dialect = dialect; }
    /// How far the reading has come.
    [[nodiscard]] qint64 bytesConsumed() const { return m_consumed; }
    /// The device failed; what was read before is whole.
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    [[nodiscard]] QByteArrayView window() const;
    [[nodiscard]] bool sound(const CsvCut &cut) const;
    [[nodiscard]] bool isBlank(const CsvCut &cut) const;
    [[nodiscard]] CsvRecord::Defect defectOf(const CsvCut &cut) const;
    bool fill();
    void skipByteOrderMark();
    bool cutWhole(CsvCut &cut);
    bool findOtherReading(CsvCut &cut);
    bool readAsPhp(CsvCut &cut);
    qsizetype findSoundLine(QByteArrayView region);
    void takeUnsound(CsvRecord &record);
    void dropPending();
    void dropRestOfRecord(bool insideQuotes);
    void consume(qsizetype bytes);

    QIODevice &m_device;
    QByteArray m_buffer;
    qsizetype m_begin = 0;
    qsizetype m_pending = 0; ///< bytes of the record given out last
    bool m_dropRest = false; ///< that record was too long: its rest is still to come
    bool m_dropInsideQuotes = false;
    bool m_endOfFile = false;
    bool m_failed = false;
    qint64 m_consumed = 0;
    qint64 m_line = 1;
    bool m_lastWasCarriageReturn = false;
    qsizetype m_columns = 0;
    CsvDialect m_dialect = CsvDialect::Php;
};

} // namespace kessai
