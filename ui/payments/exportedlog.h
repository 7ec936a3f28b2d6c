#pragma once

#include "ui/history/exportedtable.h"

namespace kessai {

/// The lines of an order's 決済ログ, as they stood when the export was asked for.
class ExportedLog : public ExportedTable
{
public:
    ExportedLog(QStringList titles, QList<QStringList> lines)
        : m_titles(std::move(titles)), m_lines(std::move(lines))
    {
    }

    [[nodiscard]] QStringList titles() const override { return m_titles; }
    StorageResult<qint64> open(Database &) override { return qint64(m_lines.size()); }
    StorageResult<Piece> next(Database &) override
    {
        Piece piece;
        piece.done = m_lines.size() - m_told;
        for (; m_told < m_lines.size(); ++m_told) {
            const QStringList &line = m_lines.at(m_told);
            piece.rows.append(QList<TableValue>(line.cbegin(), line.cend()));
        }
        return piece;
    }

private:
    QStringList m_titles;
    QList<QStringList> m_lines;
    qsizetype m_told = 0;
};

} // namespace kessai
