#pragma once

#include "ui/models/ordertablemodel.h"
#include "ui/orders/listlayout.h"
#include "ui/orders/ordervalues.h"

#include <QPointer>
#include <QSettings>
#include <QTableView>

class QMenu;

namespace kessai {

class OrderReading;
class TickBox;
class TickDelegate;
class Ticks;
class TwoLineDelegate;

/// The rows of 受注一覧 or 決済状況一覧: columns that can be moved, hidden and sorted by, rows of one or two
/// lines, check boxes. Keeps selection and place by order, whatever the model does.
class OrderTable : public QTableView
{
    Q_OBJECT

public:
    OrderTable(OrderTableModel &model, Ticks &ticks, QSettings &settings, const ListLayout &layout,
               QWidget *parent = nullptr);

    void setTwoLines(bool twoLines);
    [[nodiscard]] bool twoLines() const;
    /// Check marks for the columns and for the number of lines.
    void fillColumnMenu(QMenu &menu);
    void save() const;
    /// Shows the mark of the order in force without asking for it again.
    void showOrder(const OrderSort &sort);

    /// From top to bottom.
    [[nodiscard]] QList<OrderId> selectedIds() const;
    /// The selected orders, or those in sight where none is.
    [[nodiscard]] QList<OrderId> selectedOrVisibleIds() const;
    /// Columns in sight from left to right, those of second lines behind the one that they stand below.
    [[nodiscard]] QList<OrderTableModel::Column> shownColumns() const;
    /// The same for a file, on this day.
    [[nodiscard]] OrderValues shownValues(const QDate &today) const
    {
        return {shownColumns(), m_layout.lines.deadlineField, today};
    }
    /// Every selected row, also those that are not read yet: answers with copied(). Where none is selected
    /// what is ticked is meant: copyTickedAsked().
    void copySelected();
    /// As above, of these orders; tooManyToCopy() for more than anybody pastes.
    void copy(const QList<OrderId> &orders);
    /// Ticks the selected rows, or takes their ticks away where all of them have one (Space).
    void toggleSelectedTicks();
    /// The check box in the header (S114).
    [[nodiscard]] TickBox &tickBox() const { return *m_tickBox; }

signals:
    void sortRequested(const kessai::OrderSort &sort);
    /// Enter, double click, or a click on 注文番号 where it is a column.
    void opened(const QModelIndex &index);
    /// A click on the badge of 対応状況 (S109).
    void statusClicked(int row, const QPoint &globalPlace);
    /// From the menu of the header.
    void twoLinesChosen(bool twoLines);
    void copied(int rows);
    void copyTickedAsked();
    /// @param most how many can be copied
    void tooManyToCopy(qint64 count, qint64 most);
    /// Ctrl+A, Ctrl+Shift+A, Ctrl+Z and the check box in the header.
    void tickShownAsked();
    void tickAllAsked();
    void untickAsked();
    void undoTicksAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void setUpHeader();
    void connectParts();
    void restore();
    void restoreColumns();
    void placeColumns();
    void applyLines();
    [[nodiscard]] int besideTitlePx() const;
    [[nodiscard]] int widthNeeded(int section) const;
    [[nodiscard]] bool canHide(OrderTableModel::Column column) const;
    [[nodiscard]] int contentWidth(OrderTableModel::Column column) const;
    [[nodiscard]] QString hiddenKey(int section) const;
    [[nodiscard]] QString columnsKey() const;
    [[nodiscard]] OrderTableModel::Column belowOf(OrderTableModel::Column column) const;
    void fillSortMenu(QMenu &menu);
    void sortBy(int section, Qt::SortOrder order);
    void showColumnMenu(const QPoint &place);
    [[nodiscard]] QItemSelection rowsOf(const QList<OrderId> &orders) const;
    void rememberSelection();
    void restoreSelection();

    void placeTickBox();
    [[nodiscard]] bool isTick(const QModelIndex &index) const;
    [[nodiscard]] bool isOnStatus(const QModelIndex &index, const QPoint &place) const;
    void beginTicking(const QModelIndex &index, bool range);
    void tickTo(int row);
    void onClicked(const QModelIndex &index);

    OrderTableModel &m_model;
    Ticks &m_ticks;
    QSettings &m_settings;
    ListLayout m_layout;
    TwoLineDelegate *m_delegate;
    TickDelegate *m_tickDelegate;
    TickBox *m_tickBox;
    QList<OrderId> m_selectedBefore;
    OrderId m_topBefore;
    QPointer<OrderReading> m_copying;
    bool m_ticking = false; ///< the mouse is held down on check boxes
    bool m_tickValue = false;
    int m_tickedTo = -1; ///< the row that was ticked last
    QPoint m_pressedAt;
    bool m_doubleClicked = false;
    bool m_onLowerTitle = false; ///< where the header was pressed
};

} // namespace kessai
