// WindowTour: the list of payments, a bulk run from its ticks to its report, and the history.
#include "app/desktop/practiceshop.h"
#include "tests/ui/orderfixture.h"
#include "tests/ui/tourpatience.h"
#include "tests/ui/windowtour.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/work/mainwindow.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

bool isShown(QWidget &window, const QString &name)
{
    const auto *widget = window.findChild<QWidget *>(name);
    return widget && widget->isVisible();
}

} // namespace

void WindowTour::goThroughBulkWork()
{
    PracticeShop practice;
    QSignalSpy ready(&practice, &PracticeShop::ready);
    practice.prepare();
    waitFor("practice", [&ready] { return ready.count() > 0; });
    ShopSession session;
    MainWindow window(session);
    window.setPractice();
    window.resize(1280, 820);
    Shop::Options options;
    options.dataFolder = practice.dataFolder();
    options.operatorName = u"佐藤"_s;
    window.openShop(options);
    window.show();
    waitFor("list", [&] { return window.orderList() && window.orderList()->model().rowCount() > 0; });
    const auto trigger = [&window](const QString &name) { window.findChild<QAction *>(name)->trigger(); };

    trigger(u"paymentsAction"_s);
    visit(window, u"payments"_s);
    trigger(u"ordersAction"_s);
    OrderListPage &list = *window.orderList();
    waitFor("rows", [&list] { return !list.model().isSearching() && list.model().summaryAt(0); });
    window.activateWindow();
    waitFor("the active window", [&window] { return window.isActiveWindow(); });
    list.table().setFocus();
    QTest::keyClick(&list.table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    waitFor("the sums of the ticks", [&list] { return list.tickCounts().summary().count > 0; });
    visit(window, u"bulk-ticked"_s);
    trigger(u"bulkCaptureAction"_s);
    waitFor("the preview", [&window] { return isShown(window, u"startRun"_s); });
    visit(window, u"bulk-preview"_s);
    OrderFixture::child<QTabWidget>(window, u"previewTabs"_s)->setCurrentIndex(1);
    visit(window, u"bulk-left-out"_s);
    QTest::mouseClick(OrderFixture::child<QPushButton>(window, u"startRun"_s), Qt::LeftButton);
    const auto isOver = [&window] { return isShown(window, u"exportRun"_s); };
    waitFor("the report", isOver);
    visit(window, u"bulk-report"_s);
    trigger(u"ordersAction"_s);
    trigger(u"bulkRefreshAction"_s);
    waitFor("the preview of the states", [&window] { return isShown(window, u"manyStart"_s); });
    visit(window, u"states-preview"_s);
    const auto start = [&window] {
        QTest::mouseClick(OrderFixture::child<QPushButton>(window, u"manyStart"_s), Qt::LeftButton);
    };
    start();
    waitFor("the report of the states", isOver);
    visit(window, u"states-report"_s);
    trigger(u"ordersAction"_s);
    trigger(u"bulkStatus_6"_s);
    waitFor("the preview of 対応状況", [&window] { return isShown(window, u"manyStart"_s); });
    OrderFixture::child<QTabWidget>(window, u"manyTabs"_s)->setCurrentIndex(1);
    visit(window, u"statuses-left-out"_s);
    start();
    waitFor("the report of 対応状況", isOver);
    visit(window, u"statuses-report"_s);
    trigger(u"historyAction"_s);
    auto *tabs = OrderFixture::child<QTabBar>(window, u"historyTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        visit(window, u"history-%1"_s.arg(tab + 1));
    }
    trigger(u"todayAction"_s);
    visit(window, u"today-later"_s);
    for (const QString &name : {u"lapsingToggle"_s, u"moneyToggle"_s}) {
        QTest::mouseClick(OrderFixture::child<QPushButton>(window, name), Qt::LeftButton);
    }
    visit(window, u"today-tables"_s);
    QSignalSpy closed(&session, &ShopSession::closed);
    session.close();
    waitFor("closing", [&closed] { return closed.count() > 0; });
}

} // namespace kessai
