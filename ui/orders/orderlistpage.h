#pragma once

#include "ui/models/countsmodel.h"
#include "ui/models/ordertablemodel.h"
#include "ui/models/tickcounts.h"
#include "ui/models/ticks.h"
#include "ui/orders/listlayout.h"
#include "ui/orders/orderexport.h"
#include "ui/orders/orderwindowfactory.h"

#include <QSettings>
#include <QWidget>

class QLabel;
class QMenu;
class QStackedLayout;
class QToolButton;
class QLayout;

namespace kessai {

class Banner;
class BulkBar;
class ChipBar;
class EmptyState;
class ListFilterPanel;
class OrderTable;
class Pager;
class ProgressLine;

/// 受注一覧 (S21–S42) or 決済状況一覧 (S87–S116): conditions, one line that says what was found, the rows,
/// and a bar for the ticked ones.
class OrderListPage : public QWidget
{
    Q_OBJECT

public:
    /// @param settings the window's own (what is shown where), kept in the data folder
    OrderListPage(OrderSource &source, CountsModel &counts, QSettings &settings, QWidget *parent = nullptr);
    /// @param layout which of the lists; each keeps its view under keys of its own
    OrderListPage(OrderSource &source, CountsModel &counts, QSettings &settings, const ListLayout &layout,
                  QWidget *parent = nullptr);
    ~OrderListPage() override;

    /// Empty: opening a row is not offered.
    void setOrderWindowFactory(OrderWindowFactory factory) { m_openOrder = std::move(factory); }
    /// Buttons of the page without any orders: what a new shop does first.
    void addFirstStep(const QString &label, const QString &objectName, std::function<void()> action);

    /// Loads with the conditions of last time (S22).
    void start();
    /// Other conditions; loads with these where it has not started yet.
    void showFilter(const OrderFilter &filter);
    [[nodiscard]] const OrderFilter &filter() const { return m_model.filter(); }
    /// Another day has begun: asks again, so that what is counted from today moves, and says the days left
    /// anew. Ticks and the current row stay.
    void followDay();
    void focusSearch();
    void openSelected();
    void stopSearching() { m_model.stop(); }
    [[nodiscard]] OrderTableModel &model() { return m_model; }
    [[nodiscard]] OrderTable &table() { return *m_table; }
    [[nodiscard]] Ticks &ticks() { return m_ticks; }
    /// Anything ticked or selected: what commands of rows are about.
    [[nodiscard]] bool hasChosen() const;
    [[nodiscard]] const TickCounts &tickCounts() const { return m_tickCounts; }
    [[nodiscard]] const ListLayout &layoutOfList() const { return m_layout; }

public slots:
    /// この画面のN件: adds the rows of the page in sight (Ctrl+A).
    void tickShown();
    /// 検索結果すべて (Ctrl+Shift+A).
    void tickAllMatching();
    /// 選択を解除
    void clearTicks() { m_ticks.clear(); }
    /// 選択を元に戻す (Ctrl+Z)
    void undoTicks() { m_ticks.undo(); }
    /// 注文番号の一覧から選択…
    void openTickList();
    /// 書き出し…: what is shown and what is ticked.
    void askExport();
    /// 選択した受注をコピー
    void copyTicked();
    /// 納品書… of what is ticked, else of what is selected (S40).
    void askDeliveryNotes();

signals:
    void filterShown(const kessai::OrderFilter &filter);
    /// One of the three commands of the guide for what is ticked: show the preview.
    void bulkAsked(kessai::OperationKind kind, const kessai::OrderTicks &ticks,
                   const kessai::OrderFilter &shown, const kessai::OrderSort &sort);
    /// 状態確認 of what is ticked.
    void refreshAsked(const kessai::OrderTicks &ticks, const kessai::OrderSort &sort);
    /// 対応状況の変更 of what is ticked (S43).
    void statusAsked(kessai::OrderStatus status, const kessai::OrderTicks &ticks,
                     const kessai::OrderSort &sort);
    /// From the badge's menu of one row (S109).
    void statusOfOneAsked(kessai::OrderId order, kessai::OrderStatus status);
    /// GMOの状態を採用 of a row that needs a person.
    void adoptAsked(kessai::OrderId order);
    /// 書き出し…
    void exportAsked(const kessai::OrderExport &exported);
    /// 今の条件を保存…
    void saveSearchAsked(const kessai::OrderFilter &filter);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct FirstStep
    {
        QString label;
        QString objectName;
        std::function<void()> action;
    };
    ListFilterPanel *makePanel();
    QToolButton *makePanelButton();
    void buildColumnMenu();
    void buildExportButton();
    void connectCopies();
    void buildLayout();
    QWidget *buildBody();
    QLayout *buildFoot();
    QToolButton *addFootButton(const QString &text, const QString &name, const QString &toolTip);
    void connectParts();
    void connectBulkBar();
    void startWith(const OrderFilter &filter);
    void saveView();
    void onFound(int count);
    void showNothingFound();
    void showNoOrders();
    void showContextMenu(const QPoint &place);
    void addTickActions(QMenu &menu, OrderId id);
    void addCopyActions(QMenu &menu, const OrderSummary &order);
    void addTableActions(QMenu &menu);
    void addStatusMoves(QMenu &menu, const OrderSummary &order);
    void showStatusMenu(int row, const QPoint &globalPlace);
    void open(const QModelIndex &index);

    ListLayout m_layout;
    CountsModel &m_counts;
    OrderSource &m_source;
    QSettings &m_settings;
    Ticks m_ticks;
    TickCounts m_tickCounts;
    OrderTableModel m_model;
    OrderWindowFactory m_openOrder;
    bool m_started = false;
    QList<FirstStep> m_firstSteps;
    // In the order in which Tab visits them.
    ListFilterPanel *m_panel;
    QToolButton *m_panelButton; ///< none in 受注一覧
    ProgressLine *m_progress;
    QLabel *m_result;
    ChipBar *m_chips;
    QToolButton *m_columns;
    QToolButton *m_export;
    QMenu *m_columnMenu;
    Banner *m_problem;
    OrderTable *m_table;
    EmptyState *m_empty;
    BulkBar *m_bulkBar;
    Pager *m_pager = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace kessai
