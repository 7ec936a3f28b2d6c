// OrderTable: what is selected, and what is done with all of it, also with rows that were never in sight.
#include "ui/models/ordercells.h"
#include "ui/models/orderreading.h"
#include "ui/models/ticks.h"
#include "ui/orders/copiedrows.h"
#include "ui/orders/ordertable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

#include <algorithm>
#include <memory>

namespace kessai {

/// By ranges: a selection of all rows is one of them, however many there are.
QList<OrderId> OrderTable::selectedIds() const
{
    QItemSelection ranges = selectionModel()->selection();
    const auto isAbove = [](const QItemSelectionRange &one, const QItemSelectionRange &other) {
        return one.top() < other.top();
    };
    std::sort(ranges.begin(), ranges.end(), isAbove);
    QList<OrderId> ids;
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            ids.append(m_model.idAt(row));
        }
    }
    return ids;
}

QList<OrderId> OrderTable::selectedOrVisibleIds() const
{
    QList<OrderId> ids = selectedIds();
    if (ids.isEmpty()) {
        const int first = qMax(0, rowAt(0));
        const int bottom = rowAt(viewport()->height() - 1);
        const int last = bottom < 0 ? m_model.rowCount() - 1 : bottom;
        for (int row = first; row <= last; ++row) {
            ids.append(m_model.idAt(row));
        }
    }
    return ids;
}

QList<OrderTableModel::Column> OrderTable::shownColumns() const
{
    QList<OrderTableModel::Column> columns;
    for (int place = 0; place < m_model.columnCount(); ++place) { // as the columns stand
        const int section = horizontalHeader()->logicalIndex(place);
        const auto column = OrderTableModel::Column(section);
        if (isColumnHidden(section) || column == OrderTableModel::Column::Tick) {
            continue;
        }
        columns.append(column);
        if (belowOf(column) != OrderTableModel::Column::Count) {
            columns.append(belowOf(column));
        }
    }
    return columns;
}

void OrderTable::copySelected()
{
    const QList<OrderId> ids = selectedIds();
    if (!ids.isEmpty()) {
        copy(ids);
    } else if (!m_ticks.isEmpty()) {
        emit copyTickedAsked();
    }
}

void OrderTable::copy(const QList<OrderId> &orders)
{
    constexpr qsizetype MostCopied = 20'000; // the clipboard has all of it in memory, twice
    delete m_copying;                        // what is selected now is meant
    if (orders.size() > MostCopied) {
        emit tooManyToCopy(orders.size(), MostCopied);
        return;
    }
    const QList<OrderTableModel::Column> columns = shownColumns();
    OrderTableModel::Lines single = m_layout.lines;
    single.two = false;
    QStringList titles;
    for (const auto column : columns) {
        titles.append(orderHeader(column, Qt::DisplayRole, single).toString());
    }
    const auto copies = std::make_shared<CopiedRows>(titles);
    m_copying = m_model.readingOf(orders, this);
    connect(m_copying, &OrderReading::rowsRead, this, [=, this](const QList<OrderSummary> &rows) {
        for (const OrderSummary &order : rows) {
            QList<CopiedRows::Cell> cells;
            for (const auto column : columns) {
                cells.append({m_model.textsOf(order, column).first(), isPlainValue(column)});
            }
            copies->add(cells);
        }
    });
    connect(m_copying, &OrderReading::finished, this, [this, copies] {
        const int rows = copies->count();
        QGuiApplication::clipboard()->setMimeData(copies->take().release());
        emit copied(rows);
    });
    m_copying->start();
}

/// In one pass over the rows, by ranges.
QItemSelection OrderTable::rowsOf(const QList<OrderId> &orders) const
{
    const QSet<OrderId> wanted(orders.cbegin(), orders.cend());
    QItemSelection rows;
    int first = -1;
    for (int row = 0; row <= m_model.rowCount(); ++row) {
        const bool isWanted = row < m_model.rowCount() && wanted.contains(m_model.idAt(row));
        if (isWanted && first < 0) {
            first = row;
        } else if (!isWanted && first >= 0) {
            rows.select(m_model.index(first, 0), m_model.index(row - 1, m_model.columnCount() - 1));
            first = -1;
        }
    }
    return rows;
}

void OrderTable::rememberSelection()
{
    m_selectedBefore = selectedIds();
    m_topBefore = m_model.idAt(rowAt(0));
}

void OrderTable::restoreSelection()
{
    if (m_selectedBefore.isEmpty()) {
        return;
    }
    selectionModel()->select(rowsOf(m_selectedBefore), QItemSelectionModel::Select);
    const int top = m_model.rowOf(m_topBefore);
    if (top > 0) {
        scrollTo(m_model.index(top, 0), QAbstractItemView::PositionAtTop);
    }
}

} // namespace kessai
