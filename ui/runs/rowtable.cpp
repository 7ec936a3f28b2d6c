#include "ui/runs/rowtable.h"

#include "ui/widgets/twolinedelegate.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace kessai {

RowTable::RowTable(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    auto *cells = new TwoLineDelegate(this);
    cells->setTwoLines(false);
    setItemDelegate(cells);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    fitRows();
    auto *copy = new QAction(tr("選んだ行をコピー"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &RowTable::copySelected);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { emit opened(index.row()); });
}

void RowTable::fitRows()
{
    const auto *cells = static_cast<TwoLineDelegate *>(itemDelegate());
    verticalHeader()->setDefaultSectionSize(cells->rowHeight(fontMetrics()));
}

void RowTable::setColumnCharacters(int column, int characters)
{
    setColumnWidth(column, fontMetrics().horizontalAdvance(u'あ') * characters + 20);
}

void RowTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        emit opened(currentIndex().row());
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        event->ignore(); // the page's
        return;
    }
    QTableView::keyPressEvent(event);
}

void RowTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitRows();
    }
    QTableView::changeEvent(event);
}

void RowTable::copySelected() const
{
    QList<int> rows;
    const QModelIndexList selected = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    for (const QModelIndex &index : selected) {
        rows.append(index.row());
    }
    if (rows.isEmpty()) {
        return;
    }
    std::sort(rows.begin(), rows.end());
    QList<int> columns;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isColumnHidden(column)) {
            columns.append(column);
        }
    }
    const Copy copy = [](const QStringList &lines) {
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    };
    if (m_lines) {
        m_lines(rows, columns, copy);
        return;
    }
    QStringList lines;
    for (const int row : std::as_const(rows)) {
        QStringList cells;
        for (const int column : std::as_const(columns)) {
            cells.append(model()->index(row, column).data(Qt::DisplayRole).toString().simplified());
        }
        lines.append(cells.join(u'\t'));
    }
    copy(lines);
}

} // namespace kessai
