#pragma once

#include "core/interchange/tablewriter.h"

#include <QTemporaryDir>

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace kessai {

/// A table as an Excel workbook of one sheet (libxlsxwriter, one row in memory). Texts are texts, amounts,
/// days and times are numbers with a format, so that they can be added up and sorted.
class XlsxTableWriter : public TableWriter
{
public:
    /// Below the header; what Excel can open.
    static constexpr qint64 MaxRows = 1'048'575;

    explicit XlsxTableWriter(const QString &file);
    ~XlsxTableWriter() override;
    XlsxTableWriter(const XlsxTableWriter &) = delete;
    XlsxTableWriter &operator=(const XlsxTableWriter &) = delete;

    TableWriteResult begin(const QStringList &titles) override;
    TableWriteResult addRow(const QList<TableValue> &values) override;
    TableWriteResult finish() override;

private:
    class CellWriter;
    [[nodiscard]] QString draft() const { return m_folder.filePath(QStringLiteral("table.xlsx")); }
    TableWriteResult moveToPlace();
    [[nodiscard]] TableWriteError errorOf(const QString &reason) const;

    QString m_file;
    QTemporaryDir m_folder; ///< of the library's own temporary files too; nobody else may read it
    QByteArray m_folderName;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_yen = nullptr;
    lxw_format *m_day = nullptr;
    lxw_format *m_instant = nullptr;
    qint64 m_row = 0;
};

} // namespace kessai
