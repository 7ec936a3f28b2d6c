// OrderTable: check boxes by mouse and keys, and the cells that answer to a click.
#include "ui/models/ticks.h"
#include "ui/orders/ordertable.h"
#include "ui/orders/tickbox.h"
#include "ui/widgets/twolinedelegate.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QMouseEvent>

#include <algorithm>

namespace kessai {

using Column = OrderTableModel::Column;

/// It covers its section, wherever that stands.
void OrderTable::placeTickBox()
{
    const QHeaderView *header = horizontalHeader();
    const int section = int(Column::Tick);
    const int width = header->sectionSize(section);
    m_tickBox->setGeometry(header->sectionViewportPosition(section), 0, width, header->height() - 1);
    m_tickBox->setVisible(!isColumnHidden(section) && width > 0);
}

bool OrderTable::isTick(const QModelIndex &index) const
{
    return index.isValid() && Column(index.column()) == Column::Tick;
}

/// The badge stands alone, or in the lower half of another column's cell.
bool OrderTable::isOnStatus(const QModelIndex &index, const QPoint &place) const
{
    const Column column = index.isValid() ? Column(index.column()) : Column::Count;
    return column == Column::Status ||
           (belowOf(column) == Column::Status && place.y() > visualRect(index).center().y());
}

void OrderTable::toggleSelectedTicks()
{
    QList<OrderId> ids = selectedIds();
    if (ids.isEmpty() && currentIndex().isValid()) {
        ids.append(m_model.idAt(currentIndex().row()));
    }
    const bool all =
        std::all_of(ids.cbegin(), ids.cend(), [this](OrderId id) { return m_ticks.contains(id); });
    m_ticks.setTicked(ids, !all);
}

/// @param range Shift is held: from the row that was ticked last to this one
void OrderTable::beginTicking(const QModelIndex &index, bool range)
{
    const bool hasStart = m_tickedTo >= 0 && m_tickedTo < m_model.rowCount();
    if (range && hasStart) {
        m_tickValue = m_ticks.contains(m_model.idAt(m_tickedTo));
    } else {
        m_tickValue = !m_ticks.contains(m_model.idAt(index.row()));
        m_tickedTo = index.row();
    }
    m_ticking = true;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    tickTo(index.row());
}

void OrderTable::tickTo(int row)
{
    const int first = qMin(row, m_tickedTo);
    const int count = qAbs(row - m_tickedTo) + 1;
    m_tickedTo = row;
    m_ticks.setTicked(m_model.shownIds().mid(first, count), m_tickValue);
}

void OrderTable::mousePressEvent(QMouseEvent *event)
{
    m_doubleClicked = false;
    m_pressedAt = event->pos();
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && isTick(index)) {
        beginTicking(index, event->modifiers() & Qt::ShiftModifier);
        return;
    }
    QTableView::mousePressEvent(event);
}

void OrderTable::mouseMoveEvent(QMouseEvent *event)
{
    if (m_ticking) {
        const int row = rowAt(qBound(0, event->pos().y(), viewport()->height() - 1));
        if (row >= 0 && row != m_tickedTo) {
            tickTo(row);
            scrollTo(m_model.index(row, int(Column::Tick)));
        }
        return;
    }
    const QModelIndex index = indexAt(event->pos());
    const bool answers =
        index.isValid() && (Column(index.column()) == Column::Number || isOnStatus(index, event->pos()));
    viewport()->setCursor(answers ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void OrderTable::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_ticking, false)) {
        return;
    }
    QTableView::mouseReleaseEvent(event);
}

void OrderTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && isTick(index)) {
        beginTicking(index, false); // the second of two quick ticks
        return;
    }
    m_doubleClicked = true;
    QTableView::mouseDoubleClickEvent(event);
}

void OrderTable::onClicked(const QModelIndex &index)
{
    const bool plain = !(QGuiApplication::keyboardModifiers() & (Qt::ShiftModifier | Qt::ControlModifier));
    if (m_doubleClicked || !plain) {
        return; // rows are being selected, or the first click has done it
    }
    if (Column(index.column()) == Column::Number) {
        emit opened(index);
    } else if (isOnStatus(index, m_pressedAt)) {
        const QRect cell = visualRect(index);
        emit statusClicked(index.row(), viewport()->mapToGlobal(QPoint(cell.left(), cell.bottom())));
    }
}

} // namespace kessai
