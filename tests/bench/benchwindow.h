#pragma once

#include "core/services/shopsession.h"
#include "core/simulator/simulator.h"
#include "tests/bench/delaywatch.h"
#include "ui/orders/orderlistpage.h"
#include "ui/work/mainwindow.h"

#include <QAbstractItemView>
#include <QTemporaryDir>

#include <memory>

namespace kessai {

/// The real window of a shop with very many orders, used by keys and clicks as a person uses it. The gateway
/// is a simulator in a thread of its own.
class BenchWindow
{
public:
    /// @param orders in the shop @param ticked of them 仮売上済み, to be ticked and captured
    BenchWindow(qint64 orders, qint64 ticked);
    ~BenchWindow();

    /// From the question for a list of all orders to its first rows on the screen.
    struct FirstRows
    {
        double repaintMs = 0; ///< of the same window with an empty list
        double rowsMs = 0;    ///< the median of some rounds, each of which asks the database
    };
    FirstRows measureFirstRows();
    /// Private memory with this list open and all texts to be searched in memory, in MB; without the
    /// simulator's.
    double measureMemoryMb();
    /// Ticks all 仮売上済み, looks at the list of all orders, sorts and filters it.
    DelayWatch::Phase useList();
    /// 一括売上 from the bar to its preview; goes through its rows.
    DelayWatch::Phase usePreview();
    /// Starts it, looks at list and run meanwhile, and stops it after so many captures.
    DelayWatch::Phase useRun(qint64 captures);
    /// The report of the run with all its rows: parts, scrolling, export.
    DelayWatch::Phase useReport();

private:
    void fill(qint64 orders, qint64 ticked);
    void setUp();
    void open();
    void close();
    template <typename T>
    T &child(const QString &name) const
    {
        T *found = m_window->findChild<T *>(name);
        if (!found) {
            qFatal("no %s", qPrintable(name));
        }
        return *found;
    }
    [[nodiscard]] bool isShown(const QString &name) const;
    [[nodiscard]] bool isListThere() const;
    [[nodiscard]] qint64 countOf(const QString &part) const;
    [[nodiscard]] OrderListPage &list() const { return *m_window->orderList(); }
    void click(const QString &name);
    void press(QWidget &widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// Some pages down, the end, and the beginning again.
    void scrollThrough(QAbstractItemView &rows);
    void showAll(const OrderFilter &filter);
    void clickTickOf(int row, Qt::KeyboardModifiers modifiers = {});
    void sortBy(OrderTableModel::Column column);

    qint64 m_ticked;
    double m_programMb = 0; ///< private memory without shop and simulator
    double m_besidesMb = 0; ///< and with all that is there before the shop is opened
    QTemporaryDir m_folder;
    simulator::Simulator m_gateway;
    SystemClock m_clock;
    std::unique_ptr<ShopSession> m_session;
    std::unique_ptr<MainWindow> m_window;
    DelayWatch m_watch;
};

} // namespace kessai
