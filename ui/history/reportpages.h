#pragma once

#include "ui/history/reporttable.h"

#include <QCoreApplication>
#include <QFont>
#include <QPainter>
#include <QRectF>

namespace kessai {

/// A table on paper: the shop, what the table is and its conditions on top of each page, rows in columns as
/// wide as their contents, and at the foot when it was printed and which page it is.
class ReportPages
{
    Q_DECLARE_TR_FUNCTIONS(ReportPages)

public:
    ReportPages(QString shopName, ReportHeading heading, QList<ReportColumn> columns, QList<ReportRow> rows,
                QDateTime printedAt);

    /// Measures for a device and the area of a page in its units. Before count() and paint().
    void layOut(QPaintDevice *device, const QRectF &page);
    [[nodiscard]] int count() const { return m_pageCount; }
    /// @param page from 0
    void paint(QPainter &painter, int page) const;

    /// The text of a cell on paper, for the columns that are printed.
    [[nodiscard]] const QList<int> &printedColumns() const { return m_printed; }

private:
    [[nodiscard]] QList<qreal> measuredWidths(QPaintDevice *device) const;
    void paintHead(QPainter &painter) const;
    void paintRow(QPainter &painter, qreal top, const QStringList &texts) const;
    void paintFoot(QPainter &painter, int page) const;
    [[nodiscard]] qreal headHeight() const;

    QString m_shopName;
    ReportHeading m_heading;
    QList<ReportColumn> m_columns;
    QList<ReportRow> m_rows;
    QDateTime m_printedAt;
    QList<int> m_printed; ///< columns that go on paper
    QFont m_font;
    QFont m_titleFont;
    QFont m_columnFont; ///< of the column titles
    QRectF m_page;
    QList<qreal> m_widths; ///< one per printed column
    qreal m_lineHeight = 0;
    qreal m_titleHeight = 0;
    qreal m_rowHeight = 0;
    qreal m_gap = 0;
    int m_rowsPerPage = 1;
    int m_pageCount = 1;
};

} // namespace kessai
