#include "ui/history/reportpages.h"

#include "ui/text/formats.h"

#include <QFontMetricsF>
#include <QGuiApplication>

#include <numeric>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

constexpr double FontPoints = 8;
constexpr double TitlePoints = 13;
constexpr qsizetype MeasuredRows = 2000; ///< so many are looked at for the widths

QFont inPoints(double points, bool bold)
{
    QFont font = QGuiApplication::font(); // with the fall-backs for Japanese that the window has
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

} // namespace

ReportPages::ReportPages(QString shopName, ReportHeading heading, QList<ReportColumn> columns,
                         QList<ReportRow> rows, QDateTime printedAt)
    : m_shopName(std::move(shopName))
    , m_heading(std::move(heading))
    , m_columns(std::move(columns))
    , m_rows(std::move(rows))
    , m_printedAt(std::move(printedAt))
    , m_font(inPoints(FontPoints, false))
    , m_titleFont(inPoints(TitlePoints, true))
    , m_columnFont(inPoints(FontPoints, true))
{
    for (int column = 0; column < m_columns.size(); ++column) {
        if (m_columns.at(column).printed) {
            m_printed.append(column);
        }
    }
}

/// As wide as what stands in them; what is too much for the page is taken off the widest ones.
QList<qreal> ReportPages::measuredWidths(QPaintDevice *device) const
{
    const QFontMetricsF metrics(m_font, device);
    const QFontMetricsF titles(m_columnFont, device);
    QList<qreal> widths;
    for (const int column : m_printed) {
        qreal width = titles.horizontalAdvance(m_columns.at(column).title);
        for (const ReportRow &row : m_rows.mid(0, MeasuredRows)) {
            width = qMax(width, metrics.horizontalAdvance(row.cells.at(column).text()));
        }
        widths.append(width + 1);
    }
    const qreal available = m_page.width() - m_gap * qreal(qMax<qsizetype>(0, widths.size() - 1));
    qreal limit = available;
    while (limit > 1) {
        qreal sum = 0;
        for (const qreal width : widths) {
            sum += qMin(width, limit);
        }
        if (sum <= available) {
            break;
        }
        limit *= 0.97;
    }
    for (qreal &width : widths) {
        width = qMin(width, limit);
    }
    return widths;
}

void ReportPages::layOut(QPaintDevice *device, const QRectF &page)
{
    m_page = page;
    m_lineHeight = QFontMetricsF(m_font, device).height() * 1.25;
    m_titleHeight = QFontMetricsF(m_titleFont, device).height() * 1.3;
    m_rowHeight = m_lineHeight * 1.2;
    m_gap = m_lineHeight * 0.7;
    m_widths = measuredWidths(device);
    // What is left between the columns, but not so much that the eye loses the row.
    const qreal left = page.width() - std::accumulate(m_widths.cbegin(), m_widths.cend(), qreal(0));
    const qreal gaps = qreal(qMax<qsizetype>(1, m_widths.size() - 1));
    m_gap = qBound(m_gap, left / gaps, m_lineHeight * 3);
    const qreal forRows = page.height() - headHeight() - 2 * m_lineHeight;
    m_rowsPerPage = qMax(1, int(forRows / m_rowHeight));
    m_pageCount = qMax(1, int((m_rows.size() + m_rowsPerPage - 1) / m_rowsPerPage));
}

/// Title, conditions and the titles of the columns.
qreal ReportPages::headHeight() const
{
    return m_titleHeight + m_lineHeight * qreal(m_heading.lines.size()) + m_lineHeight * 0.5 + m_rowHeight;
}

void ReportPages::paint(QPainter &painter, int page) const
{
    painter.save();
    painter.setPen(Qt::black);
    paintHead(painter);
    painter.setFont(m_font);
    qreal top = m_page.top() + headHeight();
    for (const ReportRow &row : m_rows.mid(qsizetype(page) * m_rowsPerPage, m_rowsPerPage)) {
        QStringList texts;
        for (const int column : m_printed) {
            texts.append(row.cells.at(column).text());
        }
        paintRow(painter, top, texts);
        top += m_rowHeight;
    }
    paintFoot(painter, page);
    painter.restore();
}

void ReportPages::paintHead(QPainter &painter) const
{
    painter.setFont(m_titleFont);
    painter.drawText(QRectF(m_page.left(), m_page.top(), m_page.width(), m_titleHeight),
                     Qt::AlignLeft | Qt::AlignVCenter, m_heading.title);
    painter.setFont(m_font);
    painter.drawText(QRectF(m_page.left(), m_page.top(), m_page.width(), m_titleHeight),
                     Qt::AlignRight | Qt::AlignVCenter, m_shopName);
    qreal top = m_page.top() + m_titleHeight;
    for (const QString &line : m_heading.lines) {
        painter.drawText(QRectF(m_page.left(), top, m_page.width(), m_lineHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, line);
        top += m_lineHeight;
    }
    QStringList titles;
    for (const int column : m_printed) {
        titles.append(m_columns.at(column).title);
    }
    painter.setFont(m_columnFont);
    paintRow(painter, top + m_lineHeight * 0.5, titles);
}

void ReportPages::paintRow(QPainter &painter, qreal top, const QStringList &texts) const
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    qreal left = m_page.left();
    for (int i = 0; i < texts.size(); ++i) {
        const QRectF place(left, top, m_widths.at(i), m_rowHeight);
        const bool right = m_columns.at(m_printed.at(i)).rightAligned;
        painter.drawText(place,
                         Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::TextSingleLine,
                         metrics.elidedText(texts.at(i), Qt::ElideRight, m_widths.at(i)));
        left += m_widths.at(i) + m_gap;
    }
    const qreal bottom = top + m_rowHeight;
    painter.setPen(QPen(QColor(Qt::lightGray), 0));
    painter.drawLine(QPointF(m_page.left(), bottom), QPointF(m_page.right(), bottom));
    painter.setPen(Qt::black);
}

void ReportPages::paintFoot(QPainter &painter, int page) const
{
    const QRectF place(m_page.left(), m_page.bottom() - m_lineHeight, m_page.width(), m_lineHeight);
    painter.setFont(m_font);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 印刷").arg(Formats::minute(m_printedAt)));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                     tr("%1 / %2 ページ").arg(page + 1).arg(m_pageCount));
}

} // namespace kessai
