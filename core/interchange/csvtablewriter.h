#pragma once

#include "core/interchange/tablewriter.h"

#include <QSaveFile>

namespace kessai {

/// A table as CSV: commas, CRLF, quotes where they are needed and always doubled within them. A text that a
/// spreadsheet would take for a formula gets an apostrophe before it (formulaguard.h).
class CsvTableWriter : public TableWriter
{
public:
    /// Utf8WithMark: with the byte order mark by which Excel knows it.
    enum class Encoding { Utf8WithMark, Cp932 };

    CsvTableWriter(const QString &file, Encoding encoding, ValueStyle style = ValueStyle::Shown);

    TableWriteResult begin(const QStringList &titles) override;
    TableWriteResult addRow(const QList<TableValue> &values) override;
    TableWriteResult finish() override;

private:
    TableWriteResult writeLine(const QStringList &fields);
    QByteArray encoded(const QString &field, int column);
    QByteArray encodedPiece(QString piece, int column);
    [[nodiscard]] TableWriteError errorOf(const QString &what) const;

    QSaveFile m_file;
    Encoding m_encoding;
    ValueStyle m_style;
    qint64 m_row = 0;
};

} // namespace kessai
