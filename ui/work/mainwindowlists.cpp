// MainWindow: the lists, the side bar and the saved searches.
#include "ui/history/historypage.h"
#include "ui/orders/filterconditions.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/orders/savesearchdialog.h"
#include "ui/runs/bulkpage.h"
#include "ui/runs/statusquestion.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/banner.h"
#include "ui/work/mainwindow.h"
#include "ui/work/orderwork.h"
#include "ui/work/sidebar.h"

#include <QItemSelectionModel>
#include <QStackedWidget>
#include <QStatusBar>

namespace kessai {

using namespace Qt::StringLiterals;

void MainWindow::buildLists()
{
    m_orderList = new OrderListPage(m_source, m_counts, *m_settings, m_pages);
    m_paymentList =
        new OrderListPage(m_paymentSource, m_counts, *m_settings, ListLayout::payments(), m_pages);
    m_lastList = m_orderList;
    for (OrderListPage *list : {m_orderList, m_paymentList}) {
        list->addFirstStep(tr("受注CSVを取り込む"), u"importStep"_s,
                           [this] { chooseImport(ImportJob::Kind::Orders); });
        if (!m_practice) {
            list->addFirstStep(tr("練習モードを開く"), u"practiceStep"_s, [this] { emit practiceChosen(); });
        }
        m_pages->addWidget(list);
        connectList(*list);
    }
    m_history = new HistoryPage(m_session, *m_settings, m_pages);
    m_pages->addWidget(m_history);
    connect(m_history, &HistoryPage::runChosen, this, &MainWindow::showRun);
    connect(m_history, &HistoryPage::orderChosen, this, &MainWindow::openOrder);
}

void MainWindow::connectList(OrderListPage &list)
{
    list.setOrderWindowFactory(m_openOrder);
    connect(&list, &OrderListPage::filterShown, this, [this] {
        m_savedShown.reset();
        markSideBar();
        updateTitle();
    });
    connect(&list.tickCounts(), &TickCounts::changed, this, &MainWindow::updateTickActions);
    connect(list.table().selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MainWindow::updateTickActions);
    connect(&list.model(), &QAbstractItemModel::modelReset, this, &MainWindow::updateTickActions);
    connect(&list.table(), &OrderTable::twoLinesChosen, this, [this](bool twoLines) { // of both lists
        for (OrderListPage *each : {m_orderList, m_paymentList}) {
            each->table().setTwoLines(twoLines);
        }
        keepSetting(u"ui.rowLines"_s, twoLines ? u"2"_s : u"1"_s);
    });
    connect(&list.table(), &OrderTable::copied, this, [this](int rows) {
        statusBar()->showMessage(tr("%n行をコピーしました。", nullptr, rows), 5000);
    });
    connect(&list, &OrderListPage::bulkAsked, this,
            [this](OperationKind kind, const OrderTicks &ticks, const OrderFilter &, const OrderSort &sort) {
                showPreview(kind, ticks, sort);
            });
    connect(&list, &OrderListPage::refreshAsked, this, &MainWindow::refreshTicks);
    connect(&list, &OrderListPage::statusAsked, this,
            [this](OrderStatus status, const OrderTicks &ticks, const OrderSort &sort) {
                changeStatus(status, ticks, sort);
            });
    connect(&list, &OrderListPage::statusOfOneAsked, this, [this](OrderId order, OrderStatus status) {
        if (fittingCommand(status)) { // asked as many are: money may be left behind (S44)
            m_orderWork->askStatus(order, status);
        } else {
            m_orderWork->changeStatus(order, status);
        }
    });
    connect(&list, &OrderListPage::exportAsked, this,
            [this](const OrderExport &asked) { openOrderExport(*this, m_session, asked); });
    connect(&list, &OrderListPage::adoptAsked, this, [this](OrderId order) { m_orderWork->adopt(order); });
    connect(&list, &OrderListPage::saveSearchAsked, this, &MainWindow::askSearchName);
}

void MainWindow::connectSideBar()
{
    connect(m_sideBar, &SideBar::viewChosen, this, &MainWindow::showView);
    connect(m_sideBar, &SideBar::todayChosen, this, &MainWindow::showToday);
    connect(m_sideBar, &SideBar::paymentsChosen, this, [this] { showPayments(); });
    connect(m_sideBar, &SideBar::historyChosen, this, &MainWindow::showHistory);
    connect(m_sideBar, &SideBar::savedChosen, this, &MainWindow::showSaved);
    connect(m_sideBar, &SideBar::saveAsked, this, [this] {
        if (list()) {
            askSearchName(list()->filter());
        }
    });
}

void MainWindow::connectSavedSearches()
{
    connect(m_sideBar, &SideBar::renameAsked, &m_saved, &SavedSearchList::rename);
    connect(m_sideBar, &SideBar::removeAsked, &m_saved, &SavedSearchList::remove);
    connect(&m_saved, &SavedSearchList::changed, this, [this] {
        m_sideBar->setSavedSearches(m_saved.entries());
        markSideBar();
    });
    connect(&m_saved, &SavedSearchList::failed, this, [this](const QString &message) {
        m_warning->setText(message);
        m_warning->show();
    });
}

void MainWindow::askSearchName(const OrderFilter &filter)
{
    QStringList conditions;
    for (const FilterConditions::Condition &condition : FilterConditions::of(filter)) {
        conditions.append(condition.text);
    }
    auto *dialog = new SaveSearchDialog(conditions, this);
    connect(dialog, &SaveSearchDialog::nameChosen, this,
            [this, filter](const QString &name) { m_saved.keep(name, filter); });
    dialog->open();
}

void MainWindow::showPage(QWidget *page)
{
    if (!page) {
        return;
    }
    m_pages->setCurrentWidget(page);
    if (auto *shown = qobject_cast<OrderListPage *>(page)) {
        m_lastList = shown;
    }
    updateTickActions();
    markSideBar();
    updateTitle();
    showDueSoon();
}

void MainWindow::showLastList()
{
    showPage(m_lastList);
    m_lastList->table().setFocus();
}

void MainWindow::showPayments()
{
    if (!m_paymentList) {
        return;
    }
    if (!std::exchange(m_paymentsStarted, true)) {
        m_paymentList->start();
    }
    m_savedShown.reset();
    showPage(m_paymentList);
    m_paymentList->table().setFocus();
}

void MainWindow::showHistory()
{
    if (m_history) {
        showPage(m_history);
    }
}

/// A search for payments belongs to the list of payments.
void MainWindow::showSaved(qint64 id)
{
    const auto search = m_saved.byId(id);
    if (!search || !m_orderList) {
        return;
    }
    OrderListPage *page = search->filter.onlyGatewayMethods ? m_paymentList : m_orderList;
    m_paymentsStarted |= page == m_paymentList;
    page->showFilter(search->filter);
    m_savedShown = id;
    showPage(page);
    page->table().setFocus();
}

void MainWindow::markSideBar()
{
    const QWidget *page = m_pages->currentWidget();
    if (!m_orderList) {
        return;
    }
    if (m_savedShown && page == m_lastList) {
        m_sideBar->markSaved(*m_savedShown);
    } else if (page == m_orderList) {
        m_sideBar->mark(OrderView::of(m_orderList->filter(), m_source.now()));
    } else if (page == m_paymentList) {
        m_sideBar->mark(SideBar::Screen::Payments);
    } else if (page == m_today) {
        m_sideBar->mark(SideBar::Screen::Today);
    } else if (page == m_history) {
        m_sideBar->mark(SideBar::Screen::History);
    }
}

void MainWindow::openOrder(OrderId order)
{
    if (m_openOrder) {
        m_openOrder(order);
    }
}

} // namespace kessai
