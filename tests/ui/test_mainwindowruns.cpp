#include "core/services/gatewaytime.h"
#include "tests/ui/orderfixture.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/runs/bulkpage.h"
#include "ui/runs/manypage.h"
#include "ui/runs/reasonlist.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/statusquestion.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"
#include "ui/work/mainwindow.h"
#include "ui/work/sidebar.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

namespace {

constexpr int PatienceMs = 60'000;

} // namespace

/// Bulk work in the whole window: from the ticks of a list to the report and back.
class TestMainWindowRuns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { m_shop = std::make_unique<OrderFixture>(); }
    void cleanup();

    void ticks_areRunFromTheMenuAndStay();
    void menuWithoutTicks_isOffAndSaysWhatToDo();
    void unfinishedRun_isOfferedAndNeverGoesOnByItself();
    void statusOfMany_isPreviewedRunAndReported();
    void statusThatCannotMove_isListedWithItsReason();
    void fittingCommand_isOfferedAfterTheStatus();
    void statusOfOne_isAskedAboutWhereMoneyMayBeLeft();
    void tickedPayments_areReadAndTheChangedOnesListed();
    void unreadablePayments_areListedWithTheReason();
    void statusOfMany_sumsWhatTheBulkBarSums();
    void dueSoon_isToldWithItsView();
    void dueSoon_followsTheCountsAndComesAgainWithTheDay();
    void gatewayTime_isKeptFromTheFirstAnswer();
    void firstReads_areCountedDown();
    void conflict_isAdoptedFromTheListWithAReason();
    void conditions_areKeptAndComeBackFromTheSideBar();

private:
    void openWindow();
    void closeWindow();
    void tickAll();
    /// The gateway is asked about this order.
    void refreshOne(qint64 number);
    void shot(const QString &name) { OrderFixture::picture(*m_window, name); }
    template <typename T>
    T *child(const QString &name) const
    {
        return OrderFixture::child<T>(*m_window, name);
    }
    QAction *action(const QString &name) const { return child<QAction>(name); }
    void click(const QString &name) const { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }
    OrderListPage &list() const { return *m_window->orderList(); }
    QString title() const { return child<QLabel>(u"runTitle"_s)->text(); }
    int sent() const { return m_shop->gateway.arrived(u"AlterTran"_s); }

    std::unique_ptr<OrderFixture> m_shop;
    std::unique_ptr<ShopSession> m_session;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindowRuns::openWindow()
{
    if (!m_shop->session) {
        m_shop->open(); // reads the payments
    }
    const QString folder = m_shop->session->dataFolder();
    if (m_shop->session->state() == ShopSession::State::Open) {
        QSignalSpy closed(m_shop->session.get(), &ShopSession::closed);
        m_shop->session->close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    }
    m_session = std::make_unique<ShopSession>();
    m_window = std::make_unique<MainWindow>(*m_session);
    Shop::Options options;
    options.dataFolder = folder;
    options.operatorName = u"佐藤"_s;
    m_window->openShop(options);
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->orderList() && list().model().rowCount() > 0, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(list().model().summaryAt(0), PatienceMs);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindowRuns::closeWindow()
{
    if (m_session && m_session->state() == ShopSession::State::Open) {
        QSignalSpy closed(m_session.get(), &ShopSession::closed);
        m_session->close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, PatienceMs);
    }
    m_window.reset();
    m_session.reset();
}

void TestMainWindowRuns::cleanup()
{
    closeWindow();
    m_shop.reset();
}

void TestMainWindowRuns::tickAll()
{
    list().table().setFocus();
    QTest::keyClick(&list().table(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!list().ticks().isEmpty(), PatienceMs);
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
    QTRY_COMPARE_WITH_TIMEOUT(m_window->statusBar()->currentMessage(),
                              u"12件の対応状況を「入金済み」にしました。"_s, PatienceMs);
    click(u"manyBack"_s);
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

void TestMainWindowRuns::statusOfMany_isPreviewedRunAndReported()
{
    for (int number = 1; number <= 5; ++number) {
        m_shop->add({.number = number, .payable = Yen{1000}});
    }
    openWindow();
    tickAll();
    action(u"bulkStatus_6"_s)->trigger(); // 入金済み
    QTRY_COMPARE_WITH_TIMEOUT(child<Paragraph>(u"manySummary"_s)->sentences(),
                              u"5件、合計 ¥5,000 の注文の対応状況を「入金済み」に変更します。"_s, PatienceMs);
    shot(u"status_preview"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // opens the row, changes nothing
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(list().isVisible());
    QCOMPARE(list().model().summaryAt(0)->status, OrderStatus::New);

    action(u"bulkStatus_6"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"manyStart"_s)->isVisible(), PatienceMs);
    click(u"manyStart"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->statusBar()->currentMessage(),
                              u"5件の対応状況を「入金済み」にしました。"_s, PatienceMs);
    QCOMPARE(child<QLabel>(u"manyTitle"_s)->text(), u"対応状況の変更が終わりました"_s);
    QCOMPARE(child<Paragraph>(u"manySentence"_s)->sentences(), u"5件のうち、変更しました 5件です。"_s);
    auto *rows = child<RowTable>(u"manyRows"_s);
    QCOMPARE(rows->model()->rowCount(), 5);
    QCOMPARE(rows->model()->index(0, 3).data().toString(), u"新規受付"_s);
    QCOMPARE(rows->model()->index(0, 4).data().toString(), u"入金済み"_s);
    shot(u"status_report"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(list().model().summaryAt(0)->status, OrderStatus::Paid, PatienceMs);
    action(u"bulkPageAction"_s)->trigger(); // kept until the next one
    QTRY_VERIFY(rows->isVisible());
    QCOMPARE(sent(), 0); // S44
}

void TestMainWindowRuns::statusThatCannotMove_isListedWithItsReason()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    m_shop->add({.number = 2, .payable = Yen{2000}, .status = OrderStatus::Delivered});
    m_shop->add({.number = 3, .payable = Yen{3000}, .status = OrderStatus::Paid});
    openWindow();
    tickAll();
    action(u"bulkStatus_6"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(
        child<Paragraph>(u"manySummary"_s)->sentences(),
        u"1件、合計 ¥1,000 の注文の対応状況を「入金済み」に変更します。2件は対象外です。"_s, PatienceMs);
    child<QTabWidget>(u"manyTabs"_s)->setCurrentIndex(1);
    auto *reasons = child<ReasonList>(u"manyReasons"_s);
    QCOMPARE(reasons->model()->rowCount(), 3);
    QCOMPARE(reasons->model()->index(0, 2).data().toString(), u"¥5,000"_s);
    QCOMPARE(reasons->model()->index(1, 0).data().toString(), u"すでに「入金済み」です。"_s);
    QCOMPARE(reasons->model()->index(2, 0).data().toString(),
             u"「発送済み」から「入金済み」には変更できません。"_s);
    auto *leftOut = child<RowTable>(u"manyLeftOut"_s);
    QCOMPARE(leftOut->model()->rowCount(), 2);
    reasons->setFocus();
    QTest::keyClick(reasons, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(leftOut->model()->rowCount(), 1);
    QCOMPARE(leftOut->model()->index(0, 0).data().toString(), u"2"_s);
    shot(u"status_left_out"_s);
}

void TestMainWindowRuns::fittingCommand_isOfferedAfterTheStatus()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    m_shop->add({.number = 2, .payable = Yen{2000}});
    m_shop->add({.number = 3, .payable = Yen{4000}, .status = OrderStatus::Paid});
    openWindow();
    OrderFilter onlyNew; // the changed ones are not in it any more
    onlyNew.orderStatuses = {OrderStatus::New};
    list().showFilter(onlyNew);
    QTRY_COMPARE_WITH_TIMEOUT(list().model().rowCount(), 2, PatienceMs);
    tickAll();
    action(u"bulkStatus_3"_s)->trigger(); // 注文取消し
    QTRY_VERIFY_WITH_TIMEOUT(child<QCheckBox>(u"manyThenCommand"_s)->isVisible(), PatienceMs);
    auto *then = child<QCheckBox>(u"manyThenCommand"_s);
    QVERIFY(!then->isChecked());
    QTest::mouseClick(then, Qt::LeftButton, {}, QPoint(8, then->height() / 2));
    QVERIFY(then->isChecked());
    click(u"manyStart"_s);
    QTRY_COMPARE_WITH_TIMEOUT(child<Paragraph>(u"previewSummary"_s)->sentences(),
                              u"2件、合計 ¥3,000 を取り消します。"_s, PatienceMs);
    QCOMPARE(sent(), 0); // the preview asks again
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

void TestMainWindowRuns::tickedPayments_areReadAndTheChangedOnesListed()
{
    for (int number = 1; number <= 6; ++number) {
        m_shop->add({.number = number, .payable = Yen{1000}});
    }
    m_shop->add({.number = 7, .payable = Yen{7000}, .linked = false});
    openWindow();
    QVERIFY(m_shop->gateway.operateConsole(OrderFixture::gatewayOrderId(4), u"SALES"_s, Yen{1000}).ok());
    tickAll();
    const int asked = m_shop->gateway.arrived(u"SearchTrade"_s);
    action(u"bulkRefreshAction"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(child<Paragraph>(u"manySummary"_s)->sentences(),
                              u"6件、合計 ¥6,000 の決済状態をGMOで確認します。1件は対象外です。"_s,
                              PatienceMs);
    QCOMPARE(child<RowTable>(u"manyLeftOut"_s)->model()->index(0, 5).data().toString(),
             Words::of(RuleReason::NotLinked));
    QCOMPARE(m_shop->gateway.arrived(u"SearchTrade"_s), asked); // nothing before it is confirmed
    shot(u"refresh_preview"_s);
    click(u"manyStart"_s);
    auto *page = m_window->findChild<ManyPage *>();
    QTRY_VERIFY_WITH_TIMEOUT(page->report().isVisible() && !page->busy(), PatienceMs);
    QCOMPARE(child<Paragraph>(u"manySentence"_s)->sentences(),
             u"7件のうち、変わりました 1件、変わりません 5件、対象外 1件です。"_s);
    auto *rows = child<RowTable>(u"manyRows"_s);
    QCOMPARE(rows->model()->rowCount(), 7);
    click(u"manyPart_changed"_s);
    QCOMPARE(rows->model()->rowCount(), 1);
    QCOMPARE(rows->model()->index(0, 0).data().toString(), u"4"_s);
    QCOMPARE(rows->model()->index(0, 3).data().toString(), u"仮売上済み ¥1,000"_s);
    QCOMPARE(rows->model()->index(0, 4).data().toString(), u"実売上済み ¥1,000"_s);
    QVERIFY(child<QPushButton>(u"manyExport"_s)->isVisible());
    shot(u"window_refreshed"_s);
    click(u"manyBack"_s);
    QVERIFY(list().isVisible());
    action(u"bulkPageAction"_s)->trigger();
    QTRY_VERIFY(rows->isVisible());
}

/// What could not be read is listed with the reason, and so is what was not asked any more.
void TestMainWindowRuns::unreadablePayments_areListedWithTheReason()
{
    for (int number = 1; number <= 3; ++number) {
        m_shop->add({.number = number, .payable = Yen{1000}});
    }
    openWindow();
    m_shop->gateway.addFaults({{.kind = FaultKind::ResetBefore, .call = u"SearchTrade"_s, .times = 100}});
    tickAll();
    action(u"bulkRefreshAction"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"manyStart"_s)->isVisible(), PatienceMs);
    click(u"manyStart"_s);
    auto *page = m_window->findChild<ManyPage *>();
    QTRY_VERIFY_WITH_TIMEOUT(page->report().isVisible() && !page->busy(), PatienceMs);
    const ManyOutcome &outcome = page->report().outcome();
    QCOMPARE(outcome.count(ManyState::Unable) + outcome.count(ManyState::NotDone), 3);
    QVERIFY(outcome.count(ManyState::Unable) >= 1);
    for (const ManyResult &result : outcome.results) {
        QVERIFY(!result.text.isEmpty());
    }
    shot(u"window_unread"_s);
}

/// 決済金額 differs from お支払い合計: the same ticks are not two sums.
void TestMainWindowRuns::statusOfMany_sumsWhatTheBulkBarSums()
{
    m_shop->add({.number = 1, .payable = Yen{1000}, .seed = {.amount = Yen{1700}}});
    m_shop->add({.number = 2, .payable = Yen{2000}});
    openWindow();
    tickAll();
    QTRY_COMPARE_WITH_TIMEOUT(list().tickCounts().summary().total, Yen{3000}, PatienceMs);
    action(u"bulkStatus_6"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(child<Paragraph>(u"manySummary"_s)->sentences(),
                              u"2件、合計 ¥3,000 の注文の対応状況を「入金済み」に変更します。"_s, PatienceMs);
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
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<ManyPage *>()->busy(), PatienceMs);
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
