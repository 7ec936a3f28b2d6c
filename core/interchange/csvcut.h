#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QVarLengthArray>

namespace kessai {

/// Where a field lies in the bytes of its record: the content, without the quotes around it.
struct CsvField
{
    qsizetype offset = 0;
    qsizetype size = 0;
    bool holdsQuotes = false; ///< the content has quotes to be undone (fieldBytes)
};

/// Whose rules of quoting a file follows.
enum class CsvDialect {
    Php,         ///< fputcsv, as the shop's systems use it: a quote behind a byte 5C is written once
    Spreadsheet, ///< RFC 4180, as spreadsheets and CsvTableWriter write: every quote is doubled
};

/// One way to cut the bytes at the beginning of a text into a record.
///
/// Everything is done on raw bytes: a trail byte of CP932 is 40–7E or 80–FC, never a comma, quote or line
/// end. But it may be 5C, and PHP's fputcsv takes every 5C for an escape: the quote after it is written once
/// instead of twice
/// (`表"` becomes 95 5C 22). So a quote after 5C that stands before a comma or line end may close the field
/// or belong to it. Such places are doubtful; they are read as closing unless their bit in `otherWay` is set.
/// In CsvDialect::Spreadsheet none is.
struct CsvCut
{
    enum class End {
        Complete,
        NeedsMore, ///< the bytes ended before the record did
        OpenQuote, ///< the file ended inside quotes
    };
    static constexpr int MostFields = 1024; ///< further fields are counted, not kept

    End end = End::NeedsMore;
    qsizetype length = 0; ///< with the line end
    qsizetype fieldCount = 0;
    QVarLengthArray<CsvField, 96> fields;
    int doubtfulQuotes = 0;
    bool textAfterQuote = false; ///< something stands between a closing quote and the next comma
    bool endsWithFile = false;   ///< no line end follows
    bool insideQuotes = false;   ///< NeedsMore, OpenQuote: the unfinished field is a quoted one
};

/// Cuts one record. @param endOfFile no byte follows `bytes`
/// @param otherWay bit n: read the nth doubtful quote as part of its field
/// @param insideQuotes `bytes` begins within a quoted field
void cutRecord(CsvCut &cut, QByteArrayView bytes, bool endOfFile, quint64 otherWay = 0,
               bool insideQuotes = false, CsvDialect dialect = CsvDialect::Php);

/// The content of a field with doubled quotes undone, PHP's exception after 5C included.
QByteArray fieldBytes(QByteArrayView record, const CsvField &field);

/// How many line ends (LF, CR or CRLF) there are.
qint64 countLineEnds(QByteArrayView bytes);

} // namespace kessai
