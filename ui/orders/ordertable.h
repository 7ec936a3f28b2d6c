#pragma once

#include "ui/models/ordertablemodel.h"

#include <QSettings>
#include <QTableView>

class QMenu;

namespace kessai {

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

    /// The selected orders, or those in sight where none is.
    [[nodiscard]] QList<OrderSummary> selectedOrVisible() const;
    void copySelected() const;

signals:
    void sortRequested(const kessai::OrderSort &sort);
    /// Enter or double click.
    void opened(const QModelIndex &index);
    /// From the menu of the header.
    void twoLinesChosen(bool twoLines);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restore();
    void applyLines();
    void sortBy(int section, Qt::SortOrder order);
    void showColumnMenu(const QPoint &place);
    void rememberSelection();
    void restoreSelection();

    OrderTableModel &m_model;
    QSettings &m_settings;
    TwoLineDelegate *m_delegate;
    QList<OrderId> m_selectedBefore;
    OrderId m_topBefore;
};

} // namespace kessai
