#include "core/services/gatewaytime.h"
#include "tests/ui/runwindow.h"
#include "ui/orders/ordertable.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/statusquestion.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"
#include "ui/work/sidebar.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

/// Bulk work in the whole window: from the ticks of a list to the report and back.
class TestMainWindowRuns : public QObject, private RunWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { m_shop = std::make_unique<OrderFixture>(); }
    void cleanup();

    void ticks_areRunFromTheMenuAndStay();
    void menuWithoutTicks_isOffAndSaysWhatToDo();
    void unfinishedRun_isOfferedAndNeverGoesOnByItself();
    void statusOfOne_isAskedAboutWhereMoneyMayBeLeft();
    void dueSoon_isToldWithItsView();
    void dueSoon_followsTheCountsAndComesAgainWithTheDay();
    void openList_movesWithTheDay();
    void gatewayTime_isKeptFromTheFirstAnswer();
    void firstReads_areCountedDown();
    void conflict_isAdoptedFromTheListWithAReason();
    void conditions_areKeptAndComeBackFromTheSideBar();

private:
    /// The gateway is asked about this order.
    void refreshOne(qint64 number);
};

void TestMainWindowRuns::cleanup()
{
    closeWindow();
    m_shop.reset();
}

void TestMainWindowRuns::ticks_areRunFromTheMenuAndStay()
{
    for (int number = 1; number <= 12; ++number) {
        m_shop->add({.number = number, .payable = Yen{1000}});
    }
    openWindow();
    tickAll();
    QTRY_COMPARE_WITH_TIMEOUT(list().tickCounts().summary().count, 12, PatienceMs);
    shot(u"window_ticked"_s);
    action(u"bulkCaptureAction"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(child<Paragraph>(u"previewSummary"_s)->sentences(),
                              u"12件、合計 ¥12,000 を売上確定します。"_s, PatienceMs);
    shot(u"window_preview"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(list().isVisible() && !list().ticks().isEmpty());
    QCOMPARE(sent(), 0);

    action(u"bulkCaptureAction"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"startRun"_s)->isVisible(), PatienceMs);
    click(u"startRun"_s);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"一括売上が終わりました"_s, PatienceMs);
    QVERIFY(child<QPushButton>(u"exportRun"_s)->isVisible() &&
            child<QPushButton>(u"printRun"_s)->isVisible());
    QCOMPARE(sent(), 12);
    auto *rows = child<RowTable>(u"runItems"_s);
    for (int row = 0; row < 12; ++row) {
        QTRY_COMPARE_WITH_TIMEOUT(rows->model()->index(row, 2).data().toString(), u"完了"_s, PatienceMs);
    }
    shot(u"window_report"_s);
    click(u"statusOfDone"_s);
    QTRY_COMPARE_WITH_TIMEOUT(child<Paragraph>(u"manySummary"_s)->sentences(),
                              u"12件、合計 ¥12,000 の注文の対応状況を「入金済み」に変更します。"_s,
                              PatienceMs);
    click(u"manyStart"_s);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"対応状況の変更（入金済み）が終わりました"_s, PatienceMs);
    QCOMPARE(words(u"runSentence"_s), u"12件のうち、変更しました 12件です。"_s);
    click(u"leaveRun"_s);
    QVERIFY(list().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(list().model().summaryAt(0)->paymentStatus,
                              std::optional(PaymentStatus::Captured), PatienceMs);
    QCOMPARE(list().tickCounts().summary().count, 12);
}

void TestMainWindowRuns::menuWithoutTicks_isOffAndSaysWhatToDo()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    openWindow();
    const QAction *cancel = action(u"bulkCancelAction"_s);
    QVERIFY(!cancel->isEnabled());
    QVERIFY2(cancel->toolTip().contains(u"受注を選択してください"_s), qPrintable(cancel->toolTip()));
    QVERIFY(!action(u"clearTicksAction"_s)->isEnabled());
    QVERIFY(action(u"tickAllAction"_s)->isEnabled());
}

void TestMainWindowRuns::unfinishedRun_isOfferedAndNeverGoesOnByItself()
{
    for (int number = 1; number <= 12; ++number) {
        m_shop->add({.number = number, .payable = Yen{1000}});
    }
    openWindow();
    m_shop->gateway.addFaults({{.kind = FaultKind::DelayBefore, .call = u"AlterTran"_s, .ms = 400}});
    tickAll();
    action(u"bulkCaptureAction"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"startRun"_s)->isVisible(), PatienceMs);
    click(u"startRun"_s);
    QTRY_VERIFY_WITH_TIMEOUT(sent() >= 1, PatienceMs);
    click(u"leaveRun"_s); // the run goes on
    QTRY_VERIFY_WITH_TIMEOUT(child<QWidget>(u"runStatus"_s)->isVisible(), PatienceMs);
    shot(u"window_running"_s);
    closeWindow();
    const int before = sent();
    QVERIFY(before < 12);
    m_shop->gateway.clearFaults();

    openWindow();
    auto *banner = child<Banner>(u"unfinishedBanner"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), PatienceMs);
    QVERIFY2(banner->text().contains(u"一括売上 "_s), qPrintable(banner->text()));
    const QString resume = child<QPushButton>(u"resumeWaitingRun"_s)->text();
    QVERIFY2(resume.startsWith(u"一括売上の残り"_s) && resume.endsWith(u"件を再開する"_s),
             qPrintable(resume));
    QCOMPARE(sent(), before);
    shot(u"window_unfinished"_s);
    click(u"showWaitingRun"_s);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"一括売上は一時停止しています"_s, PatienceMs);
    QCOMPARE(sent(), before);
    click(u"leaveRun"_s);
    click(u"resumeWaitingRun"_s);
    QTRY_COMPARE_WITH_TIMEOUT(title(), u"一括売上が終わりました"_s, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), PatienceMs);
    QCOMPARE(sent(), 12);
}

void TestMainWindowRuns::statusOfOne_isAskedAboutWhereMoneyMayBeLeft()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    m_shop->add({.number = 2, .payable = Yen{2000}});
    openWindow();
    const OrderId order = list().model().idAt(0);
    emit list().statusOfOneAsked(order, OrderStatus::Cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<StatusDialog *>(), PatienceMs);
    const QString number = list().model().summaryAt(0)->orderNumber;
    const QString question = child<Paragraph>(u"statusQuestion"_s)->sentences();
    QVERIFY2(question.startsWith(u"注文 %1 "_s.arg(number)), qPrintable(question));
    QCOMPARE(list().model().summaryAt(0)->status, OrderStatus::New);
    auto *then = child<QCheckBox>(u"statusThenCommand"_s);
    QTest::mouseClick(then, Qt::LeftButton, {}, QPoint(8, then->height() / 2));
    click(u"statusConfirm"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<Paragraph>(u"previewSummary"_s)->sentences().startsWith(u"1件"_s),
                             PatienceMs);
    QCOMPARE(sent(), 0);
    action(u"ordersAction"_s)->trigger();
    emit list().statusOfOneAsked(list().model().idAt(1), OrderStatus::InProgress); // moves no money
    QTRY_COMPARE_WITH_TIMEOUT(list().model().summaryAt(1)->status, OrderStatus::InProgress, PatienceMs);
    QVERIFY(!m_window->findChild<StatusDialog *>());
}

void TestMainWindowRuns::refreshOne(qint64 number)
{
    auto read = m_session->onEngine([number](Shop &shop) -> QCoro::Task<bool> {
        const auto order = shop.context().orders.idByShopOrderId(number);
        const auto payments = shop.context().payments.ofOrder(**order);
        const auto item = co_await shop.refresh().refresh(payments->first().id, u"佐藤"_s);
        co_return item.ok() && item->error.isEmpty();
    });
    QTRY_VERIFY_WITH_TIMEOUT(read.isFinished(), PatienceMs);
    QVERIFY(read.result());
}

void TestMainWindowRuns::dueSoon_followsTheCountsAndComesAgainWithTheDay()
{
    const QDateTime longAgo = m_shop->gateway.now().addDays(-86); // 90 days are allowed
    for (const int number : {1, 2, 3}) {
        m_shop->add({.number = number, .payable = Yen{1000}, .seed = {.authorizedAt = longAgo}});
    }
    openWindow();
    const auto capture = [this](qint64 number) {
        const QString order = OrderFixture::gatewayOrderId(number);
        QVERIFY(m_shop->gateway.operateConsole(order, u"SALES"_s, Yen{1000}).ok());
        refreshOne(number);
    };
    const auto *view = child<SideBar>(u"sideBar"_s)
                           ->findItems(OrderView::titleOf(OrderView::Kind::DueSoon), Qt::MatchExactly)
                           .first();
    const auto spoken = [view] { return view->data(Qt::AccessibleTextRole).toString(); };
    auto *banner = child<Banner>(u"dueSoonBanner"_s);
    QTRY_COMPARE_WITH_TIMEOUT(banner->text(), u"3件の売上期限が7日以内です。"_s, PatienceMs);
    capture(1);
    QTRY_COMPARE_WITH_TIMEOUT(banner->text(), u"2件の売上期限が7日以内です。"_s, PatienceMs);
    QVERIFY(banner->isVisible());

    QTest::mouseClick(banner->findChild<QToolButton *>(u"closeBanner"_s), Qt::LeftButton);
    capture(2);
    QTRY_VERIFY_WITH_TIMEOUT(spoken().endsWith(u" 1件"_s), PatienceMs);
    QVERIFY(!banner->isVisible());
    m_shop->gateway.advance(24 * 60 * 60);
    refreshOne(1); // brings the new day
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), PatienceMs);
    QCOMPARE(banner->text(), u"1件の売上期限が7日以内です。"_s);
    capture(3);
    QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), PatienceMs);
}

/// An open list of what is near: at midnight in Japan a row leaves, one comes, and the days are counted anew.
void TestMainWindowRuns::openList_movesWithTheDay()
{
    const auto add = [this](qint64 number, int daysAgo) { // 90 days are allowed
        const QDateTime then = m_shop->gateway.now().addDays(-daysAgo);
        return m_shop->add({.number = number, .payable = Yen{1000}, .seed = {.authorizedAt = then}});
    };
    const OrderId lastDay = add(1, 90);
    const OrderId inFourDays = add(2, 86);
    const OrderId inEightDays = add(3, 82);
    add(4, 10); // far from it
    openWindow();
    const auto deadlineOf = [this](OrderId id) {
        const OrderTableModel &model = list().model();
        const QModelIndex cell = model.index(model.rowOf(id), int(OrderTableModel::Column::Deadline));
        return cell.isValid() ? cell.data(Qt::AccessibleTextRole).toString() : QString();
    };
    action(u"view_%1"_s.arg(int(OrderView::Kind::DueSoon)))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(list().model().rowCount(), 2, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(deadlineOf(inFourDays).contains(u"4日"_s), PatienceMs);
    list().table().setCurrentIndex(list().model().index(list().model().rowOf(inFourDays), 0));
    tickAll();
    const OrderTicks ticks = list().ticks().value();
    QVERIFY(ticks.everything);

    m_shop->gateway.advance(24 * 60 * 60);
    refreshOne(4); // brings the new day
    QTRY_VERIFY_WITH_TIMEOUT(list().model().rowOf(inEightDays) >= 0, PatienceMs);
    QCOMPARE(list().model().rowCount(), 2);
    QCOMPARE(list().model().rowOf(lastDay), -1);
    QTRY_VERIFY_WITH_TIMEOUT(deadlineOf(inFourDays).contains(u"3日"_s), PatienceMs);
    QCOMPARE(list().model().idAt(list().table().currentIndex().row()), inFourDays);
    QCOMPARE(list().ticks().value().everything, true); // bound to the conditions of their moment
    QCOMPARE(list().ticks().value().filter, ticks.filter);
    QVERIFY(list().ticks().contains(lastDay) && list().ticks().contains(inFourDays));
    QVERIFY(!list().ticks().contains(inEightDays));
    QTRY_COMPARE_WITH_TIMEOUT(list().tickCounts().summary().hidden, 1, PatienceMs);
    QCOMPARE(list().tickCounts().summary().count, 2);
    QCOMPARE(OrderView::of(list().filter(), m_session->gatewayNow()), OrderView::Kind::DueSoon);
}

/// Not only by an orderly end: the next start counts by it before the gateway has answered.
void TestMainWindowRuns::gatewayTime_isKeptFromTheFirstAnswer()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    m_shop->open(); // reads the payment
    const auto keptMs = [this] {
        auto read = m_shop->session->onEngine(
            [](Shop &shop) { return qint64(keptClockOffset(shop.context().meta).count()); });
        return QTest::qWaitFor([&read] { return read.isFinished(); }, PatienceMs) ? read.result() : 0;
    };
    const qint64 awayMs = QDateTime::currentDateTimeUtc().msecsTo(m_shop->gateway.now());
    QTRY_VERIFY_WITH_TIMEOUT(qAbs(keptMs() - awayMs) < PatienceMs, PatienceMs);
}

void TestMainWindowRuns::firstReads_areCountedDown()
{
    for (int number = 1; number <= 3; ++number) {
        m_shop->add({.number = number, .payable = Yen{1000}});
    }
    openWindow();
    QSignalSpy left(m_session.get(), &ShopSession::firstReadsLeft);
    auto linked = m_session->onEngine([](Shop &shop) {
        const bool done = shop.context().database.run(u"UPDATE payment SET known_status = NULL"_s).ok();
        emit shop.notifier().ordersChanged();
        return done;
    });
    QTRY_VERIFY_WITH_TIMEOUT(left.count() == 4, PatienceMs);
    QVERIFY(linked.result());
    QList<int> counts;
    for (const QList<QVariant> &told : std::as_const(left)) {
        counts.append(told.first().toInt());
    }
    QCOMPARE(counts, (QList<int>{3, 2, 1, 0}));
    QVERIFY(!child<QLabel>(u"firstReadsLabel"_s)->isVisible());
}

void TestMainWindowRuns::dueSoon_isToldWithItsView()
{
    const QDateTime longAgo = m_shop->gateway.now().addDays(-86); // 90 days are allowed
    m_shop->add({.number = 1, .payable = Yen{1000}, .seed = {.authorizedAt = longAgo}});
    m_shop->add({.number = 2, .payable = Yen{1000}});
    const QDateTime tooLate = m_shop->gateway.now().addDays(-95);
    for (const int number : {3, 4}) {
        m_shop->add({.number = number, .payable = Yen{1000}, .seed = {.authorizedAt = tooLate}});
    }
    openWindow();
    auto *banner = child<Banner>(u"dueSoonBanner"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), PatienceMs);
    QCOMPARE(banner->text(),
             u"1件の売上期限が7日以内です。2件は売上期限を過ぎたため、もう売上を確定できません。"_s);
    QVERIFY(child<QPushButton>(u"showLapsed"_s)->isVisible());
    shot(u"window_due_soon"_s);
    click(u"showDueSoon"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list().model().rowCount(), 1, PatienceMs);
    QVERIFY(!banner->isVisible());
    action(u"view_%1"_s.arg(int(OrderView::Kind::Lapsed)))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(list().model().rowCount(), 2, PatienceMs);
    QVERIFY(m_window->windowTitle().startsWith(u"売上期限超過"_s));
}

void TestMainWindowRuns::conflict_isAdoptedFromTheListWithAReason()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    openWindow();
    m_shop->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s, .nth = 1}});
    tickAll();
    action(u"bulkCaptureAction"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"startRun"_s)->isVisible(), PatienceMs);
    click(u"startRun"_s);
    QTRY_VERIFY_WITH_TIMEOUT(child<QToolButton>(u"part_inDoubt"_s)->text().endsWith(u" 1"_s), PatienceMs);
    QVERIFY(m_shop->gateway.operateConsole(OrderFixture::gatewayOrderId(1), u"VOID"_s).ok());
    click(u"leaveRun"_s);
    const auto isConflict = [this] {
        const auto order = list().model().summaryAt(0);
        return order && order->doubt == OperationState::Conflict;
    };
    for (int tries = 0; tries < 100 && !QTest::qWaitFor(isConflict, 500); ++tries) {
        action(u"bulkRefreshAction"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"manyStart"_s)->isVisible(), PatienceMs);
        click(u"manyStart"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), PatienceMs);
        action(u"ordersAction"_s)->trigger();
    }
    QVERIFY(isConflict());
    emit list().adoptAsked(list().model().idAt(0));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QPushButton *>(u"adoptButton"_s), PatienceMs);
    QVERIFY(!child<QPushButton>(u"adoptButton"_s)->isEnabled()); // not without a reason
    QTest::keyClicks(child<QLineEdit>(u"reasonEdit"_s), u"console"_s);
    click(u"adoptButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->statusBar()->currentMessage(), u"要確認を解決しました。"_s,
                              PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(list().model().summaryAt(0)->paymentStatus,
                              std::optional(PaymentStatus::Voided), PatienceMs);
}

void TestMainWindowRuns::conditions_areKeptAndComeBackFromTheSideBar()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    m_shop->add({.number = 2, .payable = Yen{2000}, .status = OrderStatus::Paid});
    openWindow();
    OrderFilter paid;
    paid.orderStatuses = {OrderStatus::Paid};
    list().showFilter(paid);
    QTRY_COMPARE_WITH_TIMEOUT(list().model().rowCount(), 1, PatienceMs);
    auto *bar = m_window->findChild<SideBar *>();
    const auto clickItem = [bar](const QString &text) {
        const auto found = bar->findItems(text, Qt::MatchContains);
        QVERIFY2(!found.isEmpty(), qPrintable(text));
        QTest::mouseClick(bar->viewport(), Qt::LeftButton, {}, bar->visualItemRect(found.first()).center());
    };
    clickItem(u"今の条件を保存"_s);
    QTRY_VERIFY(m_window->findChild<QDialog *>(u"saveSearchDialog"_s));
    QTest::keyClicks(child<QLineEdit>(u"searchName"_s), u"paid ones"_s);
    click(u"confirmSaveSearch"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!bar->findItems(u"paid ones"_s, Qt::MatchContains).isEmpty(), PatienceMs);
    action(u"ordersAction"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(list().model().rowCount(), 2, PatienceMs);
    clickItem(u"paid ones"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list().model().rowCount(), 1, PatienceMs);
    QCOMPARE(bar->currentItem()->text(), u"paid ones"_s);
    shot(u"window_saved"_s);
    action(u"paymentsAction"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->paymentList()->model().rowCount(), 2, PatienceMs);
    shot(u"window_payments"_s);
}

} // namespace kessai

QTEST_MAIN(kessai::TestMainWindowRuns)
#include "test_mainwindowruns.moc"
