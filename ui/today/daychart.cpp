#include "ui/today/daychart.h"

#include "ui/widgets/colours.h"

#include <QBarSet>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>
#include <QLegendMarker>
#include <QPainter>
#include <QStackedBarSeries>

#include <algorithm>

namespace kessai {

using namespace Qt::StringLiterals;

DayChart::DayChart(QWidget *parent) : QChartView(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setMinimumSize(240, 150);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    // Half of the last day's label stands beside the bars.
    chart()->setMargins({0, 0, fontMetrics().horizontalAdvance(u"12/30"_s) / 2, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->setAlignment(Qt::AlignTop);
    recolour();
}

void DayChart::setFigures(const DayFigures &figures)
{
    if (figures == m_figures) {
        return;
    }
    const QDate kept = m_current >= 0 ? m_figures.days.at(m_current).day : QDate();
    m_current = -1;
    m_figures = figures;
    chart()->removeAllSeries();
    for (QAbstractAxis *axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    fillBars();
    buildAxes();
    recolour();
    const auto same = std::find_if(m_figures.days.cbegin(), m_figures.days.cend(),
                                   [&kept](const DayFigures::Day &day) { return day.day == kept; });
    setCurrent(same == m_figures.days.cend() ? -1 : int(same - m_figures.days.cbegin()));
}

void DayChart::mark(bool on)
{
    if (!m_series || m_current < 0) {
        return;
    }
    const int place = int(m_figures.first.daysTo(m_figures.days.at(m_current).day));
    for (QBarSet *set : m_series->barSets()) {
        set->setBarSelected(place, on);
    }
}

void DayChart::setCurrent(int index)
{
    if (index == m_current) {
        return;
    }
    mark(false);
    m_current = index;
    mark(true);
    emit currentChanged(index);
}

QPoint DayChart::placeOf(const QDate &day) const
{
    const QPointF value(double(m_figures.first.daysTo(day)), 0);
    return mapFromScene(chart()->mapToScene(chart()->mapToPosition(value, m_series)));
}

/// The whole column of a day counts: low bars would be hard to hit.
int DayChart::indexAt(const QPoint &place) const
{
    const QPointF inChart = chart()->mapFromScene(mapToScene(place));
    if (!m_series || !chart()->plotArea().contains(inChart)) {
        return -1;
    }
    const QDate day = m_figures.first.addDays(qRound(chart()->mapToValue(inChart, m_series).x()));
    const auto found = std::find_if(m_figures.days.cbegin(), m_figures.days.cend(),
                                    [&day](const DayFigures::Day &each) { return each.day == day; });
    return found == m_figures.days.cend() ? -1 : int(found - m_figures.days.cbegin());
}

void DayChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_figures.days.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_current < 0 ? last : std::max(0, m_current - 1));
        return;
    case Qt::Key_Right:
        setCurrent(std::min(last, m_current + 1));
        return;
    case Qt::Key_Home:
        setCurrent(std::min(0, last));
        return;
    case Qt::Key_End:
        setCurrent(last);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0) {
            emit dayChosen(m_figures.days.at(m_current).day);
        }
        return;
    default:
        event->ignore(); // the page scrolls, Esc is not ours
    }
}

void DayChart::mouseMoveEvent(QMouseEvent *event)
{
    const int index = indexAt(event->pos());
    viewport()->setCursor(index >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (index >= 0) {
        setCurrent(index);
    }
}

void DayChart::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void DayChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = event->button() == Qt::LeftButton ? indexAt(event->pos()) : -1;
    if (index >= 0) {
        setCurrent(index);
        emit dayChosen(m_figures.days.at(index).day);
    }
}

void DayChart::paintEvent(QPaintEvent *event)
{
    QChartView::paintEvent(event);
    if (hasFocus()) {
        QPainter painter(viewport());
        painter.setPen(colourOf(Meaning::Accent, palette()));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void DayChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void DayChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void DayChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        recolour();
    }
}

} // namespace kessai
