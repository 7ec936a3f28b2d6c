#include "ui/history/exportedreport.h"

namespace kessai {

QStringList ExportedReport::titles() const
{
    const QList<ReportColumn> columns = m_table->columns();
    QStringList titles;
    for (const ReportColumn &column : columns) {
        titles.append(column.title);
    }
    return titles;
}

StorageResult<qint64> ExportedReport::open(Database &database)
{
    auto count = m_table->open(database);
    m_total = count ? *count : 0;
    return count;
}

StorageResult<ExportedTable::Piece> ExportedReport::next(Database &database)
{
    constexpr qint64 PieceRows = 500;
    const auto rows = m_table->rows(database, m_done, qMin(PieceRows, m_total - m_done));
    if (!rows) {
        return failure(rows.error());
    }
    Piece piece;
    for (const ReportRow &row : *rows) {
        QList<TableValue> values;
        values.reserve(row.cells.size());
        for (const ReportCell &cell : row.cells) {
            values.append(cell.value);
        }
        piece.rows.append(values);
    }
    piece.done = rows->size();
    m_done += piece.done;
    return piece;
}

} // namespace kessai
