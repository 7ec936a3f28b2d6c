#pragma once

#include "ui/history/historyfilterbar.h"
#include "ui/history/reportmodel.h"

#include <QSettings>
#include <QTimer>
#include <QWidget>

#include <array>

class QLabel;
class QMenu;
class QPushButton;
class QStackedLayout;
class QTabBar;
class QToolButton;

namespace kessai {

class Banner;
class EmptyState;
class ProgressLine;
class ReportView;
class RowDetails;

/// 処理の履歴 (Ctrl+3): the bulk runs, all operations, and 日計 to lay beside GMO's console; for ever. To be
/// filtered, copied, exported and printed.
class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    HistoryPage(ShopSession &session, QSettings &settings, QWidget *parent = nullptr);

    /// Reads the same again; by itself whenever the page comes into sight and when something has changed.
    void refresh() { read(true); }
    /// The captures and cancels that are done and ended on this day, which 今日の仕事 has in its bar, in
    /// place of the conditions that stand there.
    void showDay(const QDate &day);
    /// Columns and the tab, for the next start.
    void saveView();

signals:
    /// The report of this run is asked for.
    void runChosen(const kessai::RunId &run);
    void orderChosen(kessai::OrderId order);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Tab { Runs, Operations, DayTotals, TabCount };
    struct List
    {
        ReportModel *model = nullptr;
        ReportView *view = nullptr;
    };

    void buildTools();
    void buildLists();
    void addList(Tab tab, const QString &name, const QString &title, const QList<ReportColumn> &columns);
    void buildLayout();
    [[nodiscard]] Tab tab() const;
    [[nodiscard]] List &list() { return m_lists.at(std::size_t(tab())); }
    [[nodiscard]] static std::shared_ptr<ReportTable> tableOf(Tab tab, const HistoryFilter &filter);
    [[nodiscard]] ReportTableFactory tableFactory() const;
    void chooseTab();
    void read(bool sameRows);
    void readOperators();
    void onOpened(Tab tab, int count);
    void showEmpty();
    void showDetails();
    void showFailure(const QString &message);
    void openRow(const ReportRow &row);
    void showContextMenu(const ReportRow &row, const QPoint &place);
    void exportTable();
    void printTable();

    ShopSession &m_session;
    QSettings &m_settings;
    QTabBar *m_tabs;
    HistoryFilterBar *m_filters;
    QToolButton *m_columns;
    QMenu *m_columnMenu;
    QPushButton *m_export;
    QPushButton *m_print;
    QLabel *m_result;
    QLabel *m_note;
    Banner *m_problem;
    ProgressLine *m_progress;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    RowDetails *m_details;
    std::array<List, TabCount> m_lists;
    bool m_anything = true; ///< somebody has asked for something at some time
    QTimer m_soon;          ///< a run changes rows faster than anybody reads
};

} // namespace kessai
