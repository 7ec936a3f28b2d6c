// MainWindow: 今日の仕事, and where its cards and charts lead.
#include "ui/history/historypage.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/work/mainwindow.h"
#include "ui/work/sidebar.h"

#include <QStackedWidget>

namespace kessai {

void MainWindow::buildToday()
{
    m_today = new TodayPage(m_session, m_numbers, *m_settings, m_pages);
    m_pages->addWidget(m_today);
    connect(m_today, &TodayPage::workChosen, this, &MainWindow::showWork);
    connect(m_today, &TodayPage::lapsingDayChosen, this, &MainWindow::showLapsing);
    connect(m_today, &TodayPage::moneyDayChosen, this, [this](const QDate &day) {
        showHistory();
        m_history->showDay(day);
    });
    connect(m_today, &TodayPage::orderListAsked, this, [this] { showView(OrderView::Kind::All); });
}

/// With the first answer: whoever has gone to another page meanwhile stays there.
void MainWindow::showFirstPage()
{
    m_sideBar->setWorkCount(m_numbers.cardsWithWork());
    if (!m_today || m_pages->currentWidget() != m_start) {
        return;
    }
    if (m_numbers.cardsWithWork() > 0) {
        showToday();
    } else {
        showPage(m_orderList);
    }
}

void MainWindow::showToday()
{
    if (m_today) {
        showPage(m_today);
        m_today->focusFirst();
    }
}

void MainWindow::showWork(WorkKind kind)
{
    if (kind == WorkKind::DueSoon || kind == WorkKind::Lapsed) { // seen to: no need to be told above the list
        m_dueSoonPutAwayOn = m_session.today();
        m_dueSoon->hide();
    }
    const OrderFilter filter = workFilter(kind, m_source.now());
    // Of orders that never got as far as a payment, 決済状況一覧 knows nothing.
    OrderListPage *page = filter.stuckBefore ? m_orderList : m_paymentList;
    const OrderFilter asked = page->layoutOfList().completed(filter);
    connect(
        &page->model(), &OrderTableModel::found, page,
        [this, page, asked] {
            const QDateTime now = m_source.now(); // what is counted from now has moved on
            if (askedAt(page->filter(), now) ==
                askedAt(asked, now)) { // else somebody asked for something else
                page->tickAllMatching();
            }
        },
        Qt::SingleShotConnection);
    m_savedShown.reset();
    m_paymentsStarted |= page == m_paymentList;
    page->showFilter(filter);
    showPage(page);
    page->table().setFocus();
}

void MainWindow::showLapsing(const QDate &day)
{
    OrderFilter filter;
    filter.captureByFrom = day;
    filter.captureByUntil = day;
    m_savedShown.reset();
    m_paymentsStarted = true;
    m_paymentList->showFilter(filter);
    showPage(m_paymentList);
    m_paymentList->table().setFocus();
}

} // namespace kessai
