#include "core/base/japantime.h"
#include "tests/ui/orderfixture.h"
#include "ui/payments/badgelabel.h"
#include "ui/payments/confirmdialog.h"
#include "ui/payments/paymentpanel.h"
#include "ui/text/language.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using simulator::MultiStatus;

namespace {

constexpr int PatienceMs = 20'000; ///< what waits for the gateway ends long before

} // namespace

/// The window of an order that is not paid by card, against the real services and the simulator.
class TestMethodWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init() { m_shop = std::make_unique<OrderFixture>(); }
    void cleanup()
    {
        Language().install(u"ja"_s);
        applyTheme(*qApp, ThemeChoice::Light);
        m_window.reset();
        m_shop.reset();
    }

    void panel_showsTheNumbersOfTheMethod_data();
    void panel_showsTheNumbersOfTheMethod();
    void words_haveRoomInEitherLanguageAndTheme_data();
    void words_haveRoomInEitherLanguageAndTheme();
    void addressOfTheBanksPage_isTextToCopy();
    void paymentAtAStore_isCancelledFromTheWindow();
    void paymentAtAStore_isPaidMeanwhile();
    void carrier_isCapturedAndCancelled();
    void partTakenBackElsewhere_isShown();
    void wallet_isAskedAndAnswersLater();
    void order_isLinkedByHandWithItsMethod();

private:
    QPushButton *button(const QString &name) { return OrderFixture::child<QPushButton>(*m_window, name); }
    QString valueOf(const QString &key) const
    {
        const auto *label = m_window->findChild<QLabel *>(key + u"Value"_s);
        return label && label->isVisible() ? label->text() : QString();
    }
    PanelState state() const { return m_window->panel().panelState(); }
    QString status() const { return m_window->panel().model().current()->payment.known->status; }
    QString bannerText(const QString &name) const
    {
        const auto *banner = m_window->findChild<Banner *>(name);
        return banner ? banner->text() : QString();
    }
    /// All that the banners say.
    QString told() const
    {
        QStringList texts;
        for (const Banner *banner : m_window->findChildren<Banner *>()) {
            texts.append(banner->objectName() + u' ' + banner->text());
        }
        return texts.join(u'\n');
    }
    void openWindow(PaymentMethod method, simulator::MultiSeed seed, bool linked = true)
    {
        const OrderId id = m_shop->add({.number = 272,
                                        .payable = Yen{3200},
                                        .linked = linked,
                                        .method = method,
                                        .multi = std::move(seed)});
        m_shop->open();
        m_window = m_shop->window(id);
    }
    void confirm(const QString &command)
    {
        QTest::mouseClick(button(command), Qt::LeftButton);
        QTest::mouseClick(button(u"confirmButton"_s), Qt::LeftButton);
    }
    simulator::MultiTransaction atGateway() const
    {
        return *m_shop->gateway.multiTransaction(OrderFixture::gatewayOrderId(272));
    }

    std::unique_ptr<OrderFixture> m_shop;
    std::unique_ptr<OrderWindow> m_window;
};

void TestMethodWindow::panel_showsTheNumbersOfTheMethod_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<MultiStatus>("status");
    QTest::addColumn<QStringList>("names"); ///< of the gateway, whose values stand in the panel
    QTest::addColumn<QString>("deadline");
    QTest::addColumn<int>("buttons");
    using Method = PaymentMethod;
    QTest::newRow("store") << Method::ConvenienceStore << MultiStatus::ReqSuccess
                           << QStringList{u"CvsReceiptNo"_s, u"CvsConfNo"_s} << u"payByValue"_s << 2;
    QTest::newRow("atm") << Method::PayEasyAtm << MultiStatus::ReqSuccess
                         << QStringList{u"BkCode"_s, u"CustID"_s, u"ConfNo"_s} << u"payByValue"_s << 2;
    QTest::newRow("net bank") << Method::PayEasyNet << MultiStatus::ReqSuccess
                              << QStringList{u"BkCode"_s, u"CustID"_s, u"ConfNo"_s, u"PayeasyPaymentURL"_s}
                              << u"payByValue"_s << 2;
    QTest::newRow("au") << Method::Au << MultiStatus::Auth << QStringList{u"AuPayInfoNo"_s}
                        << u"captureByValue"_s << 3;
    QTest::newRow("docomo") << Method::Docomo << MultiStatus::Auth << QStringList{u"DocomoSettlementCode"_s}
                            << u"captureByValue"_s << 3;
    QTest::newRow("softbank") << Method::SoftBank << MultiStatus::Auth << QStringList{u"SbTrackingId"_s}
                              << u"captureByValue"_s << 3;
    QTest::newRow("rakuten") << Method::Rakuten << MultiStatus::Auth << QStringList{} << u"captureByValue"_s
                             << 4;
}

void TestMethodWindow::panel_showsTheNumbersOfTheMethod()
{
    QFETCH(PaymentMethod, method);
    QFETCH(MultiStatus, status);
    QFETCH(QStringList, names);
    QFETCH(QString, deadline);
    QFETCH(int, buttons);
    openWindow(method, {.status = status, .netBank = method == PaymentMethod::PayEasyNet});
    OrderFixture::picture(*m_window,
                          u"method-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
    QStringList shown;
    for (const QLabel *label : m_window->panel().findChildren<QLabel *>()) {
        if (label->isVisible()) {
            shown.append(label->text());
        }
    }
    for (const QString &name : names) {
        const QString number = atGateway().details.value(name);
        QVERIFY2(!number.isEmpty() && shown.contains(number), qPrintable(name + u' ' + shown.join(u" | "_s)));
    }
    QVERIFY(!OrderFixture::child<QLabel>(*m_window, deadline)->text().isEmpty());
    QCOMPARE(OrderFixture::child<BadgeLabel>(*m_window, u"statusBadge"_s)->badge().word,
             labelOf(paymentStatusOfWord(simulator::multiWord(status))));
    int visible = 0;
    for (const QString &name : {u"captureButton"_s, u"cancelButton"_s, u"changeAmountButton"_s,
                                u"refreshButton"_s, u"captureOldAmountButton"_s, u"reauthorizeButton"_s}) {
        visible += button(name)->isVisible() ? 1 : 0;
    }
    QCOMPARE(visible, buttons);
    QTRY_VERIFY2(OrderFixture::cramped(*m_window).isEmpty(),
                 qPrintable(OrderFixture::cramped(*m_window).join(u" | "_s)));
}

void TestMethodWindow::words_haveRoomInEitherLanguageAndTheme_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<MultiStatus>("status");
    QTest::addColumn<QString>("language");
    QTest::addColumn<ThemeChoice>("theme");
    const auto add = [](const char *name, PaymentMethod method, MultiStatus status) {
        QTest::addRow("%s en", name) << method << status << u"en"_s << ThemeChoice::Light;
        QTest::addRow("%s dark", name) << method << status << u"ja"_s << ThemeChoice::Dark;
    };
    add("store", PaymentMethod::ConvenienceStore, MultiStatus::ReqSuccess);
    add("atm", PaymentMethod::PayEasyAtm, MultiStatus::PaySuccess);
    add("net bank", PaymentMethod::PayEasyNet, MultiStatus::ReqSuccess);
    add("au", PaymentMethod::Au, MultiStatus::Sales);
    add("docomo", PaymentMethod::Docomo, MultiStatus::Auth);
    add("softbank", PaymentMethod::SoftBank, MultiStatus::Sales);
    add("rakuten", PaymentMethod::Rakuten, MultiStatus::Auth);
}

void TestMethodWindow::words_haveRoomInEitherLanguageAndTheme()
{
    QFETCH(PaymentMethod, method);
    QFETCH(MultiStatus, status);
    QFETCH(QString, language);
    QFETCH(ThemeChoice, theme);
    Language words;
    words.install(language);
    applyTheme(*qApp, theme);
    openWindow(method,
               {.status = status, .convenience = u"00007"_s, .netBank = method == PaymentMethod::PayEasyNet});
    const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
    QTRY_VERIFY2(OrderFixture::cramped(*m_window).isEmpty(),
                 qPrintable(OrderFixture::cramped(*m_window).join(u" | "_s)));
    OrderFixture::picture(*m_window, u"panel-"_s + name);
    if (button(u"cancelButton"_s)->isEnabled()) {
        QTest::mouseClick(button(u"cancelButton"_s), Qt::LeftButton);
        auto *dialog = m_window->findChild<ConfirmDialog *>();
        QTRY_VERIFY2(OrderFixture::cramped(*dialog).isEmpty(),
                     qPrintable(OrderFixture::cramped(*dialog).join(u" | "_s)));
        OrderFixture::picture(*dialog, u"cancel-"_s + name);
    }
}

void TestMethodWindow::addressOfTheBanksPage_isTextToCopy()
{
    openWindow(PaymentMethod::PayEasyNet, {.netBank = true});
    const QString address = atGateway().details.value(u"PayeasyPaymentURL"_s);
    const auto *label = OrderFixture::child<QLabel>(*m_window, u"paymentUrlValue"_s);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(!label->openExternalLinks());
    QTest::mouseClick(OrderFixture::child<CopyButton>(*m_window, u"paymentUrlCopy"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), address);
}

void TestMethodWindow::paymentAtAStore_isCancelledFromTheWindow()
{
    openWindow(PaymentMethod::ConvenienceStore, {.convenience = u"00007"_s});
    QCOMPARE(valueOf(u"store"_s), u"セブンイレブン"_s);
    QVERIFY(!button(u"captureButton"_s)->isVisible());
    QTest::mouseClick(button(u"cancelButton"_s), Qt::LeftButton);
    auto *dialog = m_window->findChild<ConfirmDialog *>();
    OrderFixture::picture(*dialog, u"cancel-store"_s);
    QCOMPARE(OrderFixture::child<Paragraph>(*dialog, u"confirmLine3"_s)->sentences(),
             u"コンビニ決済の取消 ¥3,200"_s);
    QCOMPARE(button(u"confirmButton"_s)->text(), u"¥3,200 を取消する"_s);
    auto *then = OrderFixture::child<QCheckBox>(*dialog, u"thenStatusCheck"_s);
    QVERIFY(then->isEnabled() && then->isChecked());
    QTest::mouseClick(button(u"confirmButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"CvsCancel"_s), 1);
    QCOMPARE(atGateway().status, MultiStatus::Cancel);
    QTRY_COMPARE_WITH_TIMEOUT(status(), u"CANCEL"_s, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->panel().model().facts().order.status, OrderStatus::Cancelled,
                              PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!button(u"cancelButton"_s)->isEnabled(), PatienceMs);
    QVERIFY(!button(u"reauthorizeButton"_s)->isVisible());
    OrderFixture::picture(*m_window, u"cancelled-store"_s);
}

/// The buyer was quicker: the pre-check sees it, and nothing is sent.
void TestMethodWindow::paymentAtAStore_isPaidMeanwhile()
{
    openWindow(PaymentMethod::ConvenienceStore, {});
    QVERIFY(m_shop->gateway.actAsShopper(OrderFixture::gatewayOrderId(272), u"pay"_s).ok());
    confirm(u"cancelButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"CvsCancel"_s), 0);
    QTRY_COMPARE_WITH_TIMEOUT(status(), u"PAYSUCCESS"_s, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!valueOf(u"paidAt"_s).isEmpty() && valueOf(u"paidAt"_s) != u"—", PatienceMs);
    QVERIFY(!button(u"cancelButton"_s)->isEnabled());
    QVERIFY(!bannerText(u"paidInCashBanner"_s).isEmpty());
}

void TestMethodWindow::carrier_isCapturedAndCancelled()
{
    openWindow(PaymentMethod::Au, {.status = MultiStatus::Auth});
    confirm(u"captureButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(status(), u"SALES"_s, PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AuSales"_s), 1);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"cancelButton"_s)->isEnabled(), PatienceMs);
    confirm(u"cancelButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(status(), u"CANCEL"_s, PatienceMs);
    QCOMPARE(m_shop->gateway.arrived(u"AuCancelReturn"_s), 1);
}

void TestMethodWindow::partTakenBackElsewhere_isShown()
{
    openWindow(PaymentMethod::Docomo,
               {.status = MultiStatus::Sales, .amount = Yen{3200}, .cancelledAmount = Yen{1000}});
    QCOMPARE(valueOf(u"amount"_s), u"¥2,200"_s);
    QCOMPARE(valueOf(u"cancelledAmount"_s), u"¥1,000"_s);
    QCOMPARE(valueOf(u"leftAmount"_s), u"¥2,200"_s);
    OrderFixture::picture(*m_window, u"partly-cancelled"_s);
}

void TestMethodWindow::wallet_isAskedAndAnswersLater()
{
    openWindow(PaymentMethod::Rakuten, {.status = MultiStatus::Auth});
    confirm(u"captureButton"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state(), PanelState::Done, PatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(status(), u"REQSALES"_s, PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bannerText(u"walletPendingBanner"_s).contains(u"注文確定受付"_s), PatienceMs);
    QVERIFY(!button(u"cancelButton"_s)->isEnabled());
    OrderFixture::picture(*m_window, u"wallet-pending"_s);
    QVERIFY(m_shop->gateway.actAsShopper(OrderFixture::gatewayOrderId(272), u"finish"_s).ok());
    QTest::mouseClick(button(u"refreshButton"_s), Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(status() == u"SALES", qPrintable(told()), PatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bannerText(u"walletPendingBanner"_s).isEmpty(), PatienceMs);
    QVERIFY(bannerText(u"outcomeBanner"_s).contains(u"注文確定受付 → 実売上済み"_s));
    QVERIFY(!valueOf(u"completedOn"_s).isEmpty() && valueOf(u"completedOn"_s) != u"—");
}

void TestMethodWindow::order_isLinkedByHandWithItsMethod()
{
    openWindow(PaymentMethod::SoftBank, {.status = MultiStatus::Auth}, false);
    QTest::mouseClick(button(u"linkButton"_s), Qt::LeftButton);
    QTest::keyClicks(OrderFixture::child<QLineEdit>(*m_window, u"gatewayOrderIdEdit"_s),
                     OrderFixture::gatewayOrderId(272));
    QTest::mouseClick(button(u"lookUpButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"linkConfirmButton"_s)->isEnabled(), PatienceMs);
    const QString answer = OrderFixture::child<QLabel>(*m_window, u"linkAnswer"_s)->text();
    QVERIFY2(answer.contains(u"仮売上済み"_s) && answer.contains(u"¥3,200"_s), qPrintable(answer));
    QTest::mouseClick(button(u"linkConfirmButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"captureButton"_s)->isEnabled(), PatienceMs);
    QTRY_COMPARE(valueOf(u"trackingId"_s), atGateway().details.value(u"SbTrackingId"_s));
}

} // namespace kessai

QTEST_MAIN(kessai::TestMethodWindow)
#include "test_methodwindow.moc"
