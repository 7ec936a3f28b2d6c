#include "tests/ui/openedlinks.h"
#include "tests/ui/runwindow.h"
#include "tests/ui/visibletexts.h"
#include "ui/help/inquirydialog.h"
#include "ui/history/historypage.h"
#include "ui/orders/ordertable.h"
#include "ui/payments/logview.h"
#include "ui/payments/paymentpanel.h"
#include "ui/runs/rowtable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::FaultKind;

namespace {

const QString Code = u"42G120000"_s;

} // namespace

/// GMOに問い合わせる (S128), at every place where an error of the gateway's is shown.
class TestInquiry : public QObject, private RunWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init();
    void cleanup();
    void panelAndLog_askAboutTheRefusedCommand();
    void runHistoryAndList_askAboutTheirRow();
    void codesInSentences_areFound();
    void orderWithoutErrors_isAskedAboutWithoutACode();
    void closedShop_asksNothing();

private:
    /// The dialog that was just opened, read.
    InquiryDialog *dialogIn(const QWidget &window);
    /// Its text, checked for what must and must not stand in it; it is closed.
    void check(const QWidget &window, qint64 order);
    static QAction *actionIn(QMenu &menu)
    {
        const auto actions = menu.findChildren<QAction *>(u"askGatewayAction"_s);
        return actions.isEmpty() ? nullptr : actions.first();
    }

    std::unique_ptr<OpenedLinks> m_opened;
};

void TestInquiry::init()
{
    m_opened = std::make_unique<OpenedLinks>();
    m_shop = std::make_unique<OrderFixture>();
    m_shop->add({.number = 1, .payable = Yen{1000}});
    m_shop->add({.number = 2, .payable = Yen{2000}});
}

void TestInquiry::cleanup()
{
    closeWindow();
    m_shop.reset();
    m_opened.reset();
}

InquiryDialog *TestInquiry::dialogIn(const QWidget &window)
{
    InquiryDialog *dialog = nullptr;
    const auto come = [&] {
        for (InquiryDialog *each : window.findChildren<InquiryDialog *>()) {
            dialog = each->isVisible() ? each : dialog;
        }
        return dialog && OrderFixture::child<QPushButton>(*dialog, u"copyInquiryButton"_s)->isEnabled();
    };
    return QTest::qWaitFor(come, PatienceMs) ? dialog : nullptr;
}

void TestInquiry::check(const QWidget &window, qint64 order)
{
    InquiryDialog *dialog = dialogIn(window);
    QVERIFY(dialog);
    const QString text = OrderFixture::child<QPlainTextEdit>(*dialog, u"inquiryText"_s)->toPlainText();
    for (const QString &wanted :
         {u"日時（日本時間）: 20"_s, u"ショップID: "_s + m_shop->gateway.shopId(),
          u"決済オーダーID: "_s + OrderFixture::gatewayOrderId(order), u"注文番号: %1"_s.arg(order),
          u"支払方法: クレジット決済"_s, u"呼び出し: AlterTran SALES"_s, u"エラーコード: "_s + Code,
          u"KessaiDesk 0."_s}) {
        QVERIFY2(text.contains(wanted), qPrintable(text + u"\nhas no "_s + wanted));
    }
    QGuiApplication::clipboard()->clear();
    m_opened->links.clear();
    QTest::mouseClick(OrderFixture::child<QPushButton>(*dialog, u"openInquiryButton"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    QCOMPARE(m_opened->links, QList<QUrl>{QUrl(u"https://faq.gmo-pg.com/service/Detail.aspx?id=1267"_s)});
    static const QRegularExpression secret(u"[0-9a-f]{32}|[0-9]{13,16}|髙橋|花子"_s);
    QVERIFY2(!text.contains(secret), qPrintable(text));
    for (const QString &shown : visibleTexts()) {
        QVERIFY(!shown.contains(m_shop->gateway.shopPass()));
    }
    OrderFixture::picture(*dialog, u"inquiry"_s);
    QTRY_COMPARE(OrderFixture::cramped(*dialog), QStringList()); // laid out a turn later
    QTest::mouseClick(OrderFixture::child<QPushButton>(*dialog, u"closeInquiryButton"_s), Qt::LeftButton);
    QTRY_VERIFY(window.findChildren<InquiryDialog *>().isEmpty());
}

void TestInquiry::panelAndLog_askAboutTheRefusedCommand()
{
    m_shop->open();
    const auto window = m_shop->window(OrderId{1});
    const auto button = [&window](const QString &name) {
        return OrderFixture::child<QPushButton>(*window, name);
    };
    QTRY_VERIFY_WITH_TIMEOUT(button(u"captureButton"_s)->isEnabled(), PatienceMs);
    QVERIFY(!window->findChild<QPushButton *>(u"outcomeAskGateway"_s)); // there is no error
    m_shop->gateway.addFaults({{.kind = FaultKind::Error, .call = u"AlterTran"_s, .codes = {Code}}});
    QTest::mouseClick(button(u"captureButton"_s), Qt::LeftButton);
    QTest::mouseClick(button(u"confirmButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(window->panel().panelState(), PanelState::Done, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QPushButton *>(u"outcomeAskGateway"_s), PatienceMs);
    QTest::mouseClick(button(u"outcomeAskGateway"_s), Qt::LeftButton);
    check(*window, 1);

    QTest::mouseClick(button(u"logButton"_s), Qt::LeftButton);
    LogView &log = window->panel().log();
    QTRY_VERIFY_WITH_TIMEOUT(log.hasErrors() && button(u"askGatewayButton"_s)->isVisible(), PatienceMs);
    QVERIFY(!log.chosenError());
    log.topLevelItem(0)->setExpanded(true);
    log.setCurrentItem(log.topLevelItem(0)->child(0));
    QVERIFY(log.chosenError());
    OrderFixture::picture(*window, u"inquiry-log"_s);
    QTest::mouseClick(button(u"askGatewayButton"_s), Qt::LeftButton);
    check(*window, 1);
}

void TestInquiry::runHistoryAndList_askAboutTheirRow()
{
    m_shop->gateway.addFaults({{.kind = FaultKind::Error,
                                .call = u"AlterTran"_s,
                                .orderId = OrderFixture::gatewayOrderId(2),
                                .codes = {Code}}});
    openWindow();
    tickAll();
    QTRY_VERIFY_WITH_TIMEOUT(action(u"bulkCaptureAction"_s)->isEnabled(), PatienceMs);
    action(u"bulkCaptureAction"_s)->trigger();
    auto *start = child<QPushButton>(u"startRun"_s);
    QTRY_VERIFY_WITH_TIMEOUT(start->isVisible() && start->isEnabled(), PatienceMs);
    start->click();
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), PatienceMs);

    auto *rows = child<RowTable>(u"runItems"_s);
    auto *ask = OrderFixture::child<QAction>(*rows, u"askGatewayAction"_s);
    rows->setFocus();
    const auto choose = [rows](const QString &number) {
        for (int row = 0; row < rows->model()->rowCount(); ++row) {
            if (rows->model()->index(row, 0).data().toString() == number) {
                rows->setCurrentIndex(rows->model()->index(row, 0));
            }
        }
        return rows->currentIndex().data().toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(choose(u"1"_s), u"1"_s, PatienceMs);
    QVERIFY(!ask->isEnabled());
    QCOMPARE(choose(u"2"_s), u"2"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ask->isEnabled(), PatienceMs);
    QTest::keyClick(rows, Qt::Key_G, Qt::ControlModifier);
    check(*m_window, 2);

    action(u"historyAction"_s)->trigger();
    child<QTabBar>(u"historyTabs"_s)->setCurrentIndex(1);
    auto *operations = child<QTableView>(u"operationsTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(operations->model()->rowCount(), 2, PatienceMs);
    QMenu *menu = nullptr;
    for (int row = 0; row < 2; ++row) {
        const QModelIndex number = operations->model()->index(row, 1);
        QTRY_VERIFY_WITH_TIMEOUT(!number.data().toString().isEmpty(), PatienceMs);
        QContextMenuEvent asked(QContextMenuEvent::Mouse, operations->visualRect(number).center(),
                                QPoint(200, 200));
        QApplication::sendEvent(operations->viewport(), &asked);
        QTRY_VERIFY((menu = m_window->findChild<QMenu *>(u"historyMenu"_s)));
        QAction *inMenu = actionIn(*menu);
        const bool mayAsk = inMenu;
        QCOMPARE(mayAsk, number.data().toString() == u"2"_s);
        if (mayAsk) {
            inMenu->trigger();
        }
        menu->close(); // as a click does
        if (mayAsk) {
            check(*m_window, 2);
        }
        QTRY_VERIFY(!m_window->findChild<QMenu *>(u"historyMenu"_s));
    }

    action(u"ordersAction"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(list().model().summaryAt(0) && list().model().summaryAt(1), PatienceMs);
    for (int row = 0; row < 2; ++row) {
        const QModelIndex cell = list().model().index(row, int(OrderTableModel::Column::Amount));
        const QPoint place = list().table().visualRect(cell).center();
        QTRY_VERIFY_WITH_TIMEOUT(list().model().summaryAt(row), PatienceMs);
        const QString number = list().model().summaryAt(row)->orderNumber;
        emit list().table().customContextMenuRequested(place);
        QTRY_VERIFY((menu = m_window->findChild<QMenu *>(u"rowMenu"_s)));
        QAction *inMenu = actionIn(*menu);
        const bool mayAsk = inMenu;
        QCOMPARE(mayAsk, number == u"2"_s);
        if (mayAsk) {
            inMenu->trigger();
        }
        menu->close(); // as a click does
        if (mayAsk) {
            check(*m_window, 2);
        }
        QTRY_VERIFY(!m_window->findChild<QMenu *>(u"rowMenu"_s));
    }
}

void TestInquiry::codesInSentences_areFound()
{
    QCOMPARE(gatewayCodesIn(u"GMOがエラー E01|E01030002 を返しました。"_s), QStringList{u"E01030002"_s});
    QCOMPARE(gatewayCodesIn(u"カード会社の拒否（42G120000）42G120000、E92000001。"_s),
             QStringList({u"42G120000"_s, u"E92000001"_s}));
    for (const QString &none : {u"237-30111944"_s, u"注文 272"_s, u"20201130111946"_s, u"ABCDEFGHI"_s,
                                u"XX0123456"_s, u"e01030002"_s, u""_s}) {
        QVERIFY2(gatewayCodesIn(none).isEmpty(), qPrintable(none));
    }
}

void TestInquiry::orderWithoutErrors_isAskedAboutWithoutACode()
{
    m_shop->open();
    QWidget window;
    window.show();
    askGateway(*m_shop->session, {OrderId{1}, {}, {Code}, QDateTime()}, &window);
    InquiryDialog *dialog = dialogIn(window);
    QVERIFY(dialog);
    const QString text = OrderFixture::child<QPlainTextEdit>(*dialog, u"inquiryText"_s)->toPlainText();
    QVERIFY2(text.contains(u"エラーコード: "_s + Code) && !text.contains(u"日時"_s) &&
                 text.contains(OrderFixture::gatewayOrderId(1)),
             qPrintable(text)); // what the place knew
}

void TestInquiry::closedShop_asksNothing()
{
    QWidget window;
    window.show();
    askGateway(InquiryAbout{OrderId{1}}, window);
    QVERIFY(window.findChildren<InquiryDialog *>().isEmpty()); // no shop is known here
    ShopSession closed;
    setInquiryShop(window, closed);
    askGateway(InquiryAbout{OrderId{1}}, window);
    const auto dialogs = window.findChildren<InquiryDialog *>();
    QCOMPARE(dialogs.size(), 1);
    QVERIFY(!OrderFixture::child<QPushButton>(*dialogs.first(), u"openInquiryButton"_s)->isEnabled());
}

} // namespace kessai

QTEST_MAIN(kessai::TestInquiry)
#include "test_inquiry.moc"
