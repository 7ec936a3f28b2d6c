#include "core/storage/orderimportstore.h"
#include "tests/ui/orderfixture.h"
#include "ui/history/exportdialog.h"
#include "ui/payments/confirmdialog.h"
#include "ui/payments/logview.h"
#include "ui/payments/paymentpanel.h"
#include "ui/runs/statusquestion.h"
#include "ui/text/words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

namespace {

constexpr int PatienceMs = 60'000; ///< what waits for the gateway ends long before

} // namespace

class TestOrderWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { m_shop = std::make_unique<OrderFixture>(); }
    void cleanup()
    {
        m_window.reset();
        m_shop.reset();
    }

    void doubleClickOnCapture_sendsOnceAndSetsPaid();
    void enterInTheConfirmDialog_sendsNothing();
    void difference_isShownAndBlocksCapture();
    void fieldThatAFileHasOtherwise_isNamed();
    void oldAmount_isCapturedOnlyWhenSaidExplicitly();
    void amountChange_keepsTheState();
    void cancelDialog_namesTheWordAndTheStatement();
    void refusedCancel_offersTheNeighbouringWord();
    void tickBox_isOffWithItsReasonWhereTheMoveIsNotAllowed();
    void lostAnswer_isShownAsDoubtAndSettlesByCheckNow();
    void conflict_isResolvedWithAReason();
    void enterAfterTheReason_goesOnToTheAnswers();
    void totalThatMovedDuringTheQuestion_isNotSent_data();
    void totalThatMovedDuringTheQuestion_isNotSent();
    void operationOfAnotherDuringTheQuestion_endsItWithASentence();
    void statusMenu_offersOnlyAllowedMoves();
    void statusThatLeavesMoney_isAskedAboutWithItsCommand();
    void statusWithoutAPayment_offersNoCommand();
    void order_isLinkedByHandAndTakenOffAgain();
    void idOfAnotherOrder_isRefused();
    void log_saysWhoAskedAndWhatCameBack();
    void dayThatMovesDuringTheQuestion_isNotSent();
    void log_staysAsItWasLeft();
    void log_isWrittenOnlyWhenItsChainsAreSound();
    void labels_fitTheirPlace();

private:
    QPushButton *button(const QString &name) { return OrderFixture::child<QPushButton>(*m_window, name); }
    PanelState state() const { return m_window->panel().panelState(); }
    Banner *banner(const QString &name) const { return m_window->findChild<Banner *>(name); }
    void openWindow(const OrderFixture::Wanted &wanted)
    {
        const OrderId id = m_shop->add(wanted);
        m_shop->open();
        m_window = m_shop->window(id);
    }
    void confirm(const QString &command)
    {
        QTest::mouseClick(button(command), Qt::LeftButton);
        QTest::mouseClick(button(u"confirmButton"_s), Qt::LeftButton);
    }

    std::unique_ptr<OrderFixture> m_shop;
    std::unique_ptr<OrderWindow> m_window;
};

void TestOrderWindow::doubleClickOnCapture_sendsOnceAndSetsPaid()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    OrderFixture::picture(*m_window, u"order"_s);
    auto *capture = button(u"captureButton"_s);
    QTest::mouseClick(capture, Qt::LeftButton);
    QTest::mouseClick(capture, Qt::LeftButton);
    QCOMPARE(m_window->findChildren<ConfirmDialog *>().size(), 1);
    auto *confirm = button(u"confirmButton"_s);
    QCOMPARE(confirm->text(), u"¥3,200 を売上確定する"_s);
    OrderFixture::picture(*m_window->findChild<ConfirmDialog *>(), u"confirm"_s);
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTest::mouseClick(capture, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->panel().model().facts().order.status, OrderStatus::Paid, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!capture->isEnabled(), PatienceMs);
    QCOMPARE(OrderFixture::child<QLabel>(*m_window, u"captureButtonReason"_s)->text(),
             u"すでに実売上済みです。"_s);
}

void TestOrderWindow::enterInTheConfirmDialog_sendsNothing()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    QTest::mouseClick(button(u"captureButton"_s), Qt::LeftButton);
    QTest::keyClick(m_window->findChild<ConfirmDialog *>(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Idle, PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 0);
}

void TestOrderWindow::difference_isShownAndBlocksCapture()
{
    openWindow({.number = 272, .payable = Yen{2700}, .seed = {.amount = Yen{3200}}});
    OrderFixture::picture(*m_window, u"difference"_s);
    QVERIFY(banner(u"differenceBanner"_s));
    QVERIFY(banner(u"differenceBanner"_s)->text().startsWith(u"※決済金額とお支払い合計に差異があります。"_s));
    QVERIFY(!button(u"captureButton"_s)->isEnabled());
    QVERIFY(!OrderFixture::child<QLabel>(*m_window, u"captureButtonReason"_s)->text().isEmpty());
    QCOMPARE(button(u"changeAmountButton"_s)->text(), u"決済金額変更 ¥3,200→¥2,700"_s);
}

void TestOrderWindow::fieldThatAFileHasOtherwise_isNamed()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    Banner *const told = banner(u"importConflictBanner"_s);
    QVERIFY(!told->isVisible());
    const auto change = [](Shop &shop) {
        OrderRepository &orders = shop.context().orders;
        const OrderId id = orders.idByNumber(u"272"_s).value();
        const bool paid = orders.setStatus(id, OrderStatus::Paid, {}, u"佐藤"_s, u"PC-1"_s).ok();
        Order shops = orders.byId(id).value();
        shops.status = OrderStatus::Cancelled;
        auto transaction = Transaction::begin(shop.context().database);
        OrderImportStore store(shop.context().database);
        const bool applied = store.apply(shops, {u"status"_s}, false).ok() && transaction->commit().ok();
        emit shop.notifier().ordersChanged();
        return paid && applied;
    };
    auto changed = m_shop->session->onEngine(change);
    QTRY_VERIFY_WITH_TIMEOUT(changed.isFinished() && changed.result(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(told->isVisible(), PatienceMs);
    QVERIFY2(told->text().contains(u"対応状況"_s), qPrintable(told->text()));
    OrderFixture::picture(*m_window, u"import-conflict"_s);
}

void TestOrderWindow::oldAmount_isCapturedOnlyWhenSaidExplicitly()
{
    openWindow({.number = 272, .payable = Yen{2700}, .seed = {.amount = Yen{3200}}});
    QTest::mouseClick(button(u"captureOldAmountButton"_s), Qt::LeftButton);
    QCOMPARE(button(u"confirmButton"_s)->text(), u"¥3,200 のまま売上確定する"_s);
    QTest::mouseClick(button(u"confirmButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QCOMPARE(m_shop->gateway.transaction(OrderFixture::gatewayOrderId(272))->amount, Yen{3200});
}

void TestOrderWindow::amountChange_keepsTheState()
{
    openWindow({.number = 272, .payable = Yen{2700}, .seed = {.amount = Yen{3200}}});
    confirm(u"changeAmountButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!banner(u"differenceBanner"_s), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"captureButton"_s)->isEnabled(), PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"ChangeTran"_s), 1);
}

void TestOrderWindow::cancelDialog_namesTheWordAndTheStatement()
{
    const QDateTime lastMonth(QDate(2020, 11, 10), QTime(3, 0), Qt::UTC);
    openWindow(
        {.number = 272,
         .payable = Yen{3200},
         .seed = {.status = simulator::CardStatus::Sales, .authorizedAt = lastMonth, .soldAt = lastMonth}});
    QTest::mouseClick(button(u"cancelButton"_s), Qt::LeftButton);
    auto *dialog = m_window->findChild<ConfirmDialog *>();
    OrderFixture::picture(*dialog, u"cancel"_s);
    QCOMPARE(button(u"confirmButton"_s)->text(), u"¥3,200 を月跨ぎ返品する"_s);
    QVERIFY(OrderFixture::child<QLabel>(*dialog, u"confirmLine3"_s)->text().contains(u"RETURNX"_s));
    QVERIFY(OrderFixture::child<QLabel>(*dialog, u"statementLabel"_s)->text().contains(u"返金"_s));
    QTest::mouseClick(button(u"confirmButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"reauthorizeButton"_s)->isVisible(), PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->panel().model().facts().order.status, OrderStatus::Cancelled,
                              PatienceMs);
    OrderFixture::picture(*m_window, u"cancelled"_s);
}

void TestOrderWindow::refusedCancel_offersTheNeighbouringWord()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    m_shop->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"AlterTran"_s, .nth = 1, .codes = {u"E11010012"_s}}});
    confirm(u"cancelButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 1); // never tried unasked
    OrderFixture::picture(*m_window, u"cancel-refused"_s);
    auto *other = m_window->findChild<QPushButton *>(u"cancelOtherwiseButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(other = m_window->findChild<QPushButton *>(u"cancelOtherwiseButton"_s),
                             PatienceMs);
    QVERIFY(other->text().contains(u"RETURN"_s));
    QTest::mouseClick(other, Qt::LeftButton);
    QCOMPARE(button(u"confirmButton"_s)->text(), u"¥3,200 を返品する"_s);
    OrderFixture::picture(*m_window->findChild<ConfirmDialog *>(), u"cancel-otherwise"_s);
    QTest::mouseClick(button(u"confirmButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->panel().model().current()->payment.known->status, u"RETURN"_s,
                              PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 2);
    QVERIFY(!m_window->findChild<QPushButton *>(u"cancelOtherwiseButton"_s));
}

void TestOrderWindow::tickBox_isOffWithItsReasonWhereTheMoveIsNotAllowed()
{
    openWindow({.number = 272, .payable = Yen{3200}, .status = OrderStatus::InProgress});
    QTest::mouseClick(button(u"captureButton"_s), Qt::LeftButton);
    auto *tick = OrderFixture::child<QCheckBox>(*m_window, u"thenStatusCheck"_s);
    QVERIFY(!tick->isEnabled());
    QVERIFY(!tick->isChecked());
    QVERIFY(OrderFixture::child<QLabel>(*m_window, u"thenStatusReason"_s)->text().contains(u"対応中"_s));
}

void TestOrderWindow::lostAnswer_isShownAsDoubtAndSettlesByCheckNow()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    m_shop->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    confirm(u"captureButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::InDoubt, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(banner(u"inDoubtBanner"_s), PatienceMs);
    QVERIFY(banner(u"inDoubtBanner"_s)->text().contains(u"再操作不要"_s));
    QVERIFY(banner(u"noticeBanner"_s)->text().contains(u"入金済み"_s)); // the ticked status is not forgotten
    QVERIFY(!button(u"captureButton"_s)->isEnabled());
    OrderFixture::picture(*m_window, u"in-doubt"_s);
    QTest::mouseClick(button(u"checkNowButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!banner(u"inDoubtBanner"_s), PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 1);
}

void TestOrderWindow::conflict_isResolvedWithAReason()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    m_shop->gateway.addFaults({{.kind = FaultKind::DropBefore, .call = u"AlterTran"_s, .nth = 1}});
    confirm(u"captureButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::InDoubt, PatienceMs);
    const auto voided = m_shop->gateway.operateConsole(OrderFixture::gatewayOrderId(272), u"VOID"_s);
    QVERIFY(voided.ok());
    const auto checked = [this] {
        if (state() == PanelState::InDoubt && button(u"refreshButton"_s)->isEnabled()) {
            QTest::mouseClick(button(u"refreshButton"_s), Qt::LeftButton);
        }
        return state() == PanelState::Conflict;
    };
    QTRY_VERIFY_WITH_TIMEOUT(checked(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(banner(u"conflictBanner"_s), PatienceMs);
    OrderFixture::picture(*m_window, u"conflict"_s);
    QTest::mouseClick(button(u"resolveButton"_s), Qt::LeftButton);
    QVERIFY(!button(u"adoptButton"_s)->isEnabled());
    QTest::keyClicks(OrderFixture::child<QLineEdit>(*m_window, u"reasonEdit"_s), u"console"_s);
    OrderFixture::picture(*m_window->findChild<QDialog *>(u"reasonDialog"_s), u"resolve"_s);
    QTest::mouseClick(button(u"adoptButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!banner(u"conflictBanner"_s), PatienceMs);
}

void TestOrderWindow::enterAfterTheReason_goesOnToTheAnswers()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    QTest::mouseClick(button(u"unlinkButton"_s), Qt::LeftButton);
    auto *reason = OrderFixture::child<QLineEdit>(*m_window, u"reasonEdit"_s);
    auto *dialog = OrderFixture::child<QDialog>(*m_window, u"reasonDialog"_s);
    QTest::keyClicks(reason, u"wrong order"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QCOMPARE(reason->text(), u"wrong order"_s);
    QVERIFY(dialog->focusWidget() != reason &&
            dialog->focusWidget()->objectName() != u"cancelReasonButton"_s);
}

void TestOrderWindow::totalThatMovedDuringTheQuestion_isNotSent_data()
{
    QTest::addColumn<qint64>("payable");
    QTest::addColumn<QString>("command");
    QTest::addColumn<EndReason>("reason");
    QTest::newRow("change") << qint64(2700) << u"changeAmountButton"_s << EndReason::AmountMoved;
    QTest::newRow("capture") << qint64(3200) << u"captureButton"_s << EndReason::Difference;
}

void TestOrderWindow::totalThatMovedDuringTheQuestion_isNotSent()
{
    QFETCH(qint64, payable);
    QFETCH(QString, command);
    QFETCH(EndReason, reason);
    openWindow({.number = 272, .payable = Yen{payable}, .seed = {.amount = Yen{3200}}});
    QTest::mouseClick(button(command), Qt::LeftButton);
    auto *moved = OrderFixture::child<Banner>(*m_window, u"movedBanner"_s);
    QVERIFY(!moved->isVisible());
    m_shop->importTotal(272, Yen{2500});
    QTRY_VERIFY_WITH_TIMEOUT(moved->isVisible(), PatienceMs);
    OrderFixture::picture(*m_window->findChild<ConfirmDialog *>(), u"moved-"_s + command);
    QTest::mouseClick(button(u"confirmButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s) + m_shop->gateway.arrived(u"ChangeTran"_s), 0);
    const QString told = banner(u"outcomeBanner"_s)->text();
    QVERIFY2(told.contains(Words::of(OperationState::Cancelled)), qPrintable(told));
    QVERIFY2(told.contains(Words::of(reason)), qPrintable(told));
}

void TestOrderWindow::operationOfAnotherDuringTheQuestion_endsItWithASentence()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    QTest::mouseClick(button(u"captureButton"_s), Qt::LeftButton);
    m_shop->gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
    PaymentCommands other(*m_shop->session);
    OperationRequest cancel;
    cancel.kind = OperationKind::Cancel;
    cancel.order = m_window->orderId();
    const auto answer = other.operate(cancel, {});
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::InDoubt, PatienceMs);
    QTest::mouseClick(button(u"confirmButton"_s), Qt::LeftButton);
    QVERIFY(banner(u"noticeBanner"_s)->text().contains(u"何も送信していません"_s));
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 1);
    QTRY_VERIFY_WITH_TIMEOUT(banner(u"inDoubtBanner"_s), PatienceMs);
    OrderFixture::picture(*m_window, u"notice"_s);
    QTest::mouseClick(button(u"checkNowButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"reauthorizeButton"_s)->isEnabled(), PatienceMs);
    QVERIFY(!banner(u"noticeBanner"_s));
}

void TestOrderWindow::statusMenu_offersOnlyAllowedMoves()
{
    openWindow({.number = 272, .payable = Yen{3200}, .status = OrderStatus::Paid});
    QStringList offered;
    auto *menu = OrderFixture::child<QMenu>(*m_window, u"orderStatusMenu"_s);
    for (const QAction *action : menu->actions()) {
        offered.append(action->objectName());
    }
    QCOMPARE(offered, QStringList({u"moveTo4"_s, u"moveTo3"_s, u"moveTo5"_s}));
    menu->actions().first()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->panel().model().facts().order.status, OrderStatus::InProgress,
                              PatienceMs);
}

void TestOrderWindow::statusThatLeavesMoney_isAskedAboutWithItsCommand()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    const auto status = [this] { return m_window->panel().model().facts().order.status; };
    const auto choose = [this] { m_window->findChild<QAction *>(u"moveTo3"_s)->trigger(); };
    choose();
    auto *dialog = m_window->findChild<StatusDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const auto question = OrderFixture::child<Paragraph>(*dialog, u"statusQuestion"_s)->sentences();
    QVERIFY2(question.startsWith(u"注文 272"_s) && question.contains(u"「注文取消し」"_s),
             qPrintable(question));
    OrderFixture::picture(*dialog, u"status_of_one"_s);
    QTest::keyClick(dialog, Qt::Key_Return); // キャンセル
    QTRY_VERIFY(!m_window->findChild<StatusDialog *>());
    QCOMPARE(status(), OrderStatus::New);

    choose();
    auto *then = OrderFixture::child<QCheckBox>(*m_window, u"statusThenCommand"_s);
    QCOMPARE(then->text(), u"続けて取消(返品)の確認画面を開く"_s);
    QTest::mouseClick(then, Qt::LeftButton, {}, QPoint(8, then->height() / 2));
    QTest::mouseClick(button(u"statusConfirm"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(status(), OrderStatus::Cancelled, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ConfirmDialog *>(), PatienceMs);
    QCOMPARE(state(), PanelState::Confirming);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 0); // that question asks again
    QTest::mouseClick(button(u"confirmButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 1);
}

void TestOrderWindow::statusWithoutAPayment_offersNoCommand()
{
    openWindow({.number = 272, .payable = Yen{3200}, .linked = false});
    m_window->findChild<QAction *>(u"moveTo3"_s)->trigger();
    QVERIFY(m_window->findChild<StatusDialog *>());
    QVERIFY(!m_window->findChild<QAbstractButton *>(u"statusThenCommand"_s));
    QTest::mouseClick(button(u"statusConfirm"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->panel().model().facts().order.status, OrderStatus::Cancelled,
                              PatienceMs);
}

void TestOrderWindow::order_isLinkedByHandAndTakenOffAgain()
{
    openWindow({.number = 272, .payable = Yen{3200}, .linked = false});
    OrderFixture::picture(*m_window, u"unlinked"_s);
    QVERIFY(!button(u"captureButton"_s)->isEnabled());
    QTest::mouseClick(button(u"linkButton"_s), Qt::LeftButton);
    auto *edit = OrderFixture::child<QLineEdit>(*m_window, u"gatewayOrderIdEdit"_s);
    QTest::keyClicks(edit, OrderFixture::gatewayOrderId(272));
    QTest::mouseClick(button(u"lookUpButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"linkConfirmButton"_s)->isEnabled(), PatienceMs);
    QVERIFY(OrderFixture::child<QLabel>(*m_window, u"linkAnswer"_s)->text().contains(u"¥3,200"_s));
    OrderFixture::picture(*m_window->findChild<QDialog *>(u"linkDialog"_s), u"link"_s);
    QTest::mouseClick(button(u"linkConfirmButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"captureButton"_s)->isEnabled(), PatienceMs);
    QTest::mouseClick(button(u"unlinkButton"_s), Qt::LeftButton);
    QTest::keyClicks(OrderFixture::child<QLineEdit>(*m_window, u"reasonEdit"_s), u"wrong"_s);
    QTest::mouseClick(button(u"unlinkConfirmButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->panel().model().facts().payments.isEmpty(), PatienceMs);
}

void TestOrderWindow::idOfAnotherOrder_isRefused()
{
    m_shop->add({.number = 300, .payable = Yen{500}});
    openWindow({.number = 272, .payable = Yen{3200}, .linked = false});
    QTest::mouseClick(button(u"linkButton"_s), Qt::LeftButton);
    QTest::keyClicks(OrderFixture::child<QLineEdit>(*m_window, u"gatewayOrderIdEdit"_s),
                     OrderFixture::gatewayOrderId(300));
    QTest::mouseClick(button(u"lookUpButton"_s), Qt::LeftButton);
    auto *answer = OrderFixture::child<QLabel>(*m_window, u"linkAnswer"_s);
    QTRY_VERIFY_WITH_TIMEOUT(answer->text().contains(u"注文 300 に紐付いています"_s), PatienceMs);
    QVERIFY(!button(u"linkConfirmButton"_s)->isEnabled());
}

void TestOrderWindow::log_saysWhoAskedAndWhatCameBack()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    m_shop->gateway.addFaults(
        {{.kind = FaultKind::Error, .call = u"AlterTran"_s, .nth = 1, .codes = {u"42G120000"_s}}});
    confirm(u"captureButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QTest::mouseClick(button(u"logButton"_s), Qt::LeftButton);
    LogView &log = m_window->panel().log();
    QTRY_VERIFY_WITH_TIMEOUT(log.asText().contains(u"42G120000"_s), PatienceMs);
    log.topLevelItem(0)->setExpanded(true);
    OrderFixture::picture(*m_window, u"log"_s);
    OrderFixture::picture(log, u"log-view"_s);
    QVERIFY(log.asText().contains(u"佐藤"_s));
    QVERIFY(!log.asText().contains(u"AccessPass"_s));
    QVERIFY(!log.asText().contains(m_shop->gateway.shopPass()));
}

/// The window was opened the day before; nothing but the clock moved.
void TestOrderWindow::dayThatMovesDuringTheQuestion_isNotSent()
{
    m_shop->add({.number = 300, .payable = Yen{500}});
    openWindow({.number = 272, .payable = Yen{3200}});
    QTest::mouseClick(button(u"cancelButton"_s), Qt::LeftButton);
    QCOMPARE(button(u"confirmButton"_s)->text(), u"¥3,200 を取消する"_s);
    auto *moved = OrderFixture::child<Banner>(*m_window, u"movedBanner"_s);
    m_shop->gateway.setNow(QDateTime(QDate(2020, 12, 4), QTime(3, 0), Qt::UTC));
    auto read = m_shop->session->onEngine([](Shop &shop) -> QCoro::Task<bool> {
        const auto other = shop.context().payments.byGatewayOrderId(shop.context().shopId,
                                                                    OrderFixture::gatewayOrderId(300));
        co_return (co_await shop.refresh().refresh((*other)->id, u"佐藤"_s)).ok();
    });
    QTRY_VERIFY_WITH_TIMEOUT(read.isFinished() && read.result(), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(moved->isVisible(), PatienceMs);
    QTest::mouseClick(button(u"confirmButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(banner(u"noticeBanner"_s), PatienceMs);
    QVERIFY(banner(u"noticeBanner"_s)->text().contains(u"何も送信していません"_s));
    QCOMPARE(m_shop->gateway.arrived(u"AlterTran"_s), 0);
    QTRY_VERIFY(!m_window->findChild<ConfirmDialog *>());
    confirm(u"cancelButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->panel().model().current()->payment.known->status, u"RETURN"_s,
                              PatienceMs);
}

void TestOrderWindow::log_staysAsItWasLeft()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    confirm(u"captureButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    m_window->resize(980, 400); // there is something to scroll
    auto *place = m_window->findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY_WITH_TIMEOUT(place->maximum() > 0, PatienceMs);
    place->setValue(0);
    QTest::mouseClick(button(u"logButton"_s), Qt::LeftButton);
    LogView &log = m_window->panel().log();
    const auto unfoldable = [&log]() -> QTreeWidgetItem * {
        for (int row = 0; row < log.topLevelItemCount(); ++row) {
            if (log.topLevelItem(row)->childCount() > 0) {
                return log.topLevelItem(row);
            }
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(unfoldable() && place->value() > 0, PatienceMs); // it was opened: shown
    unfoldable()->setExpanded(true);
    place->setValue(0);
    const int lines = log.topLevelItemCount();
    QTest::mouseClick(button(u"refreshButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(log.topLevelItemCount() > lines, PatienceMs);
    QVERIFY(unfoldable()->isExpanded());
    QCoreApplication::processEvents(); // the window scrolls a turn of the event loop later
    QCOMPARE(place->value(), 0);
}

void TestOrderWindow::log_isWrittenOnlyWhenItsChainsAreSound()
{
    openWindow({.number = 272, .payable = Yen{3200}});
    confirm(u"captureButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QTest::mouseClick(button(u"logButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->panel().log().topLevelItemCount() > 0, PatienceMs);
    const QTemporaryDir folder;
    QTest::mouseClick(button(u"exportLogButton"_s), Qt::LeftButton);
    ExportDialog *dialog = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((dialog = m_window->findChild<ExportDialog *>()), PatienceMs);
    auto *name = OrderFixture::child<QLineEdit>(*dialog, u"exportFileEdit"_s);
    QVERIFY2(name->text().endsWith(u"/決済ログ-272.csv"), qPrintable(name->text()));
    const QString sound = folder.filePath(u"sound.csv"_s);
    name->selectAll();
    QTest::keyClicks(name, sound);
    QTest::mouseClick(OrderFixture::child<QPushButton>(*dialog, u"startExportButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(sound), PatienceMs);
    QFile written(sound);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(written.readAll().mid(3)).split(u"\r\n"_s);
    QCOMPARE(lines.at(0), u"行,時間,操作,内容,結果,担当者"_s);
    const QString text = lines.join(u'\n');
    QVERIFY2(lines.filter(u"操作,"_s).filter(u"売上確定(実売上)"_s).size() == 1, qPrintable(text));
    QVERIFY2(lines.filter(u"詳細,"_s).size() > 3, qPrintable(text));
    delete dialog;
    auto altered = m_shop->session->onEngine([](Shop &shop) {
        return shop.context()
            .database.run(u"UPDATE evidence SET class = 'REFUSAL' WHERE source = 'ANSWER'"_s)
            .ok();
    });
    QTRY_VERIFY_WITH_TIMEOUT(altered.isFinished() && altered.result(), PatienceMs);
    QTest::mouseClick(button(u"exportLogButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(banner(u"noticeBanner"_s), PatienceMs);
    const QString told = banner(u"noticeBanner"_s)->text();
    QVERIFY2(told.contains(u"書き換えられています"_s) && told.contains(u"kessai doctor"_s), qPrintable(told));
    QVERIFY(!m_window->findChild<ExportDialog *>());
}

void TestOrderWindow::labels_fitTheirPlace()
{
    openWindow({.number = 272, .payable = Yen{2700}, .seed = {.amount = Yen{3200}}});
    QTRY_VERIFY2(OrderFixture::cramped(*m_window).isEmpty(),
                 qPrintable(OrderFixture::cramped(*m_window).join(u" | "_s)));
    QTest::mouseClick(button(u"changeAmountButton"_s), Qt::LeftButton);
    auto *dialog = m_window->findChild<ConfirmDialog *>();
    OrderFixture::picture(*dialog, u"change"_s);
    QTRY_VERIFY2(OrderFixture::cramped(*dialog).isEmpty(),
                 qPrintable(OrderFixture::cramped(*dialog).join(u" | "_s)));
}

} // namespace kessai

QTEST_MAIN(kessai::TestOrderWindow)
#include "test_orderwindow.moc"
