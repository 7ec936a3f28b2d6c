#pragma once

#include "ui/models/countsmodel.h"
#include "ui/models/ordertablemodel.h"
#include "ui/orders/orderwindowfactory.h"

#include <QSettings>
#include <QWidget>

class QLabel;
class QMenu;
class QStackedLayout;
class QToolButton;

namespace kessai {

class Banner;
class ChipBar;
class EmptyState;
class OrderFilterPanel;
class OrderTable;
class ProgressLine;

/// 受注一覧 (S21–S42): conditions above, one line that says what was found, the rows.
class OrderListPage : public QWidget
{
    Q_OBJECT

public:
    /// @param settings the window's own (what is shown where), kept in the data folder
    OrderListPage(OrderSource &source, CountsModel &counts, QSettings &settings, QWidget *parent = nullptr);
    ~OrderListPage() override;

    /// Empty: opening a row is not offered.
    void setOrderWindowFactory(OrderWindowFactory factory) { m_openOrder = std::move(factory); }
    /// Buttons of the page without any orders: what a new shop does first.
    void addFirstStep(const QString &label, const QString &objectName, std::function<void()> action);

    /// Loads with the conditions of last time (S22).
    void start();
    void showFilter(const OrderFilter &filter);
    [[nodiscard]] const OrderFilter &filter() const { return m_model.filter(); }
    void focusSearch();
    void openSelected();
    void stopSearching() { m_model.stop(); }
    [[nodiscard]] OrderTableModel &model() { return m_model; }
    [[nodiscard]] OrderTable &table() { return *m_table; }

signals:
    void filterShown(const kessai::OrderFilter &filter);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct FirstStep
    {
        QString label;
        QString objectName;
        std::function<void()> action;
    };
    void buildLayout();
    void buildColumnMenu();
    void saveView();
    void onFound(int count);
    void showNothingFound();
    void showNoOrders();
    void showContextMenu(const QPoint &place);
    void open(const QModelIndex &index);

    CountsModel &m_counts;
    OrderSource &m_source;
    QSettings &m_settings;
    OrderTableModel m_model;
    OrderWindowFactory m_openOrder;
    bool m_started = false;
    QList<FirstStep> m_firstSteps;
    OrderFilterPanel *m_panel;
    ProgressLine *m_progress;
    QLabel *m_result;
    ChipBar *m_chips;
    QToolButton *m_columns;
    QMenu *m_columnMenu;
    Banner *m_problem;
    OrderTable *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace kessai
