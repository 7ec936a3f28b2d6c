#pragma once

#include "core/interchange/tablewriter.h"

#include <QSaveFile>

namespace kessai {

/// A table as CSV: commas, CRLF, quotes where they are needed. Yen are plain digits, times
/// 2020/12/03 13:21:23. A text that a spreadsheet would take for a formula gets an apostrophe before it.
class CsvTableWriter : public TableWriter
{
public:
    /// Utf8WithMark: with the byte order mark by which Excel knows it.
    enum class Encoding { Utf8WithMark, Cp932 };

    CsvTableWriter(const QString &file, Encoding encoding);

    TableWriteResult begin(const QStringList &titles) override;
    TableWriteResult addRow(const QList<TableValue> &values) override;
    TableWriteResult finish() override;

private:
    TableWriteResult writeLine(const QStringList &fields);
    QByteArray encoded(QString field, int column);
    [[nodiscard]] TableWriteError errorOf(const QString &what) const;

    QSaveFile m_file;
    Encoding m_encoding;
    qint64 m_row = 0;
};

} // namespace kessai
