#pragma once

#include "ui/models/ordertablemodel.h"

#include <QPointer>
#include <QSettings>
#include <QTableView>

class QMenu;

namespace kessai {

class OrderReading;
class TwoLineDelegate;

/// The rows of 受注一覧: columns that can be moved, hidden and sorted by, rows of one or two lines. Keeps
/// selection and place by order, whatever the model does.
class OrderTable : public QTableView
{
    Q_OBJECT

public:
    OrderTable(OrderTableModel &model, QSettings &settings, QWidget *parent = nullptr);

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
    /// Every selected row, also those that are not read yet: answers with copied().
    void copySelected();

signals:
    void sortRequested(const kessai::OrderSort &sort);
    /// Enter or double click.
    void opened(const QModelIndex &index);
    /// From the menu of the header.
    void twoLinesChosen(bool twoLines);
    void copied(int rows);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restore();
    void applyLines();
    void sortBy(int section, Qt::SortOrder order);
    void showColumnMenu(const QPoint &place);
    [[nodiscard]] QString lineOf(const OrderSummary &order) const;
    [[nodiscard]] QItemSelection rowsOf(const QList<OrderId> &orders) const;
    void rememberSelection();
    void restoreSelection();

    OrderTableModel &m_model;
    QSettings &m_settings;
    TwoLineDelegate *m_delegate;
    QList<OrderId> m_selectedBefore;
    OrderId m_topBefore;
    QPointer<OrderReading> m_copying;
};

} // namespace kessai
