#include "tests/ui/orderfixture.h"
#include "ui/orders/orderlistpage.h"
#include "ui/orders/ordertable.h"
#include "ui/runs/bulkpage.h"
#include "ui/runs/manypage.h"
#include "ui/runs/rowtable.h"
#include "ui/runs/statusquestion.h"
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
    void menuWithoutTicks_saysWhatToDo();
    void unfinishedRun_isOfferedAndNeverGoesOnByItself();
    void statusOfMany_changesWhatMayMoveAndListsNothingElse();
    void statusThatCannotMove_isNamedBefore();
    void fittingCommand_isOfferedAfterTheStatus();
    void tickedPayments_areReadAndTheChangedOnesListed();
    void dueSoon_isToldOnceWithItsView();
    void conflict_isAdoptedFromTheListWithAReason();
    void conditions_areKeptAndComeBackFromTheSideBar();

private:
    void openWindow();
    void closeWindow();
    void tickAll();
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
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<StatusDialog *>(), PatienceMs);
    QCOMPARE(child<Paragraph>(u"statusQuestion"_s)->sentences(),
             u"12件の対応状況を「入金済み」に変更しますか"_s);
    click(u"statusConfirm"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->statusBar()->currentMessage(),
                              u"12件の対応状況を「入金済み」にしました。"_s, PatienceMs);
    click(u"leaveRun"_s);
    QVERIFY(list().isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(list().model().summaryAt(0)->paymentStatus,
                              std::optional(PaymentStatus::Captured), PatienceMs);
    QCOMPARE(list().tickCounts().summary().count, 12);
}

void TestMainWindowRuns::menuWithoutTicks_saysWhatToDo()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    openWindow();
    action(u"bulkCancelAction"_s)->trigger();
    QVERIFY(list().isVisible());
    QVERIFY(m_window->statusBar()->currentMessage().startsWith(u"先に注文を選択してください"_s));
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

void TestMainWindowRuns::statusOfMany_changesWhatMayMoveAndListsNothingElse()
{
    for (int number = 1; number <= 5; ++number) {
        m_shop->add({.number = number, .payable = Yen{1000}});
    }
    openWindow();
    tickAll();
    action(u"bulkStatus_6"_s)->trigger(); // 入金済み
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<StatusDialog *>(), PatienceMs);
    auto *dialog = m_window->findChild<StatusDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(child<Paragraph>(u"statusQuestion"_s)->sentences(),
             u"5件の対応状況を「入金済み」に変更しますか"_s);
    OrderFixture::picture(*dialog, u"status_dialog"_s);
    QTest::keyClick(dialog, Qt::Key_Return); // キャンセル
    QTRY_VERIFY(!m_window->findChild<StatusDialog *>());
    QCOMPARE(list().model().summaryAt(0)->status, OrderStatus::New);

    action(u"bulkStatus_6"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<StatusDialog *>(), PatienceMs);
    click(u"statusConfirm"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->statusBar()->currentMessage(),
                              u"5件の対応状況を「入金済み」にしました。"_s, PatienceMs);
    QVERIFY(list().isVisible()); // nothing to read row by row
    QTRY_COMPARE_WITH_TIMEOUT(list().model().summaryAt(0)->status, OrderStatus::Paid, PatienceMs);
    QCOMPARE(sent(), 0); // S44
}

void TestMainWindowRuns::statusThatCannotMove_isNamedBefore()
{
    m_shop->add({.number = 1, .payable = Yen{1000}});
    m_shop->add({.number = 2, .payable = Yen{1000}, .status = OrderStatus::Delivered});
    m_shop->add({.number = 3, .payable = Yen{1000}, .status = OrderStatus::Paid});
    openWindow();
    tickAll();
    action(u"bulkStatus_6"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<StatusDialog *>(), PatienceMs);
    QCOMPARE(child<Paragraph>(u"statusLeftOut"_s)->sentences(),
             u"1件はすでに「入金済み」です。\n"
             "1件は「発送済み」から「入金済み」に変更できないため、そのまま残ります。"_s);
    click(u"statusCancel"_s);
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
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<StatusDialog *>(), PatienceMs);
    auto *then = child<QCheckBox>(u"statusThenCommand"_s);
    QVERIFY(!then->isChecked());
    QTest::mouseClick(then, Qt::LeftButton, {}, QPoint(8, then->height() / 2));
    QVERIFY(then->isChecked());
    click(u"statusConfirm"_s);
    QTRY_COMPARE_WITH_TIMEOUT(child<Paragraph>(u"previewSummary"_s)->sentences(),
                              u"2件、合計 ¥3,000 を取り消します。"_s, PatienceMs);
    QCOMPARE(sent(), 0); // the preview asks again
}

void TestMainWindowRuns::tickedPayments_areReadAndTheChangedOnesListed()
{
    for (int number = 1; number <= 6; ++number) {
        m_shop->add({.number = number, .payable = Yen{1000}});
    }
    openWindow();
    QVERIFY(m_shop->gateway.operateConsole(OrderFixture::gatewayOrderId(4), u"SALES"_s, Yen{1000}).ok());
    tickAll();
    action(u"bulkRefreshAction"_s)->trigger();
    auto *page = m_window->findChild<ManyPage *>();
    QTRY_VERIFY_WITH_TIMEOUT(page->isVisible() && !page->busy(), PatienceMs);
    QCOMPARE(child<Paragraph>(u"manySentence"_s)->sentences(),
             u"6件の決済状態を確認しました。1件が変わりました。"_s);
    auto *rows = child<RowTable>(u"manyRows"_s);
    QCOMPARE(rows->model()->rowCount(), 1);
    QCOMPARE(rows->model()->index(0, 0).data().toString(), u"4"_s);
    QVERIFY(rows->model()->index(0, 2).data().toString().contains(u"実売上済み"_s));
    shot(u"window_refreshed"_s);
    click(u"manyBack"_s);
    QVERIFY(list().isVisible());
}

void TestMainWindowRuns::dueSoon_isToldOnceWithItsView()
{
    const QDateTime longAgo = m_shop->gateway.now().addDays(-86); // 90 days are allowed
    m_shop->add({.number = 1, .payable = Yen{1000}, .seed = {.authorizedAt = longAgo}});
    m_shop->add({.number = 2, .payable = Yen{1000}});
    openWindow();
    auto *banner = child<Banner>(u"dueSoonBanner"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), PatienceMs);
    QCOMPARE(banner->text(), u"1件の売上期限が7日以内です。"_s);
    shot(u"window_due_soon"_s);
    click(u"showDueSoon"_s);
    QTRY_COMPARE_WITH_TIMEOUT(list().model().rowCount(), 1, PatienceMs);
    QVERIFY(!banner->isVisible());
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
        const bool conflict = order && order->doubt == OperationState::Conflict;
        if (!conflict && !m_window->findChild<ManyPage *>()->busy()) {
            action(u"bulkRefreshAction"_s)->trigger();
        }
        return conflict;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isConflict(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<ManyPage *>()->busy(), PatienceMs);
    action(u"ordersAction"_s)->trigger();
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
