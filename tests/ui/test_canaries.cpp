#include "core/base/japantime.h"
#include "core/services/setup.h"
#include "core/storage/orderimportstore.h"
#include "tests/gmo/rawgateway.h"
#include "tests/ui/orderfixture.h"
#include "tests/ui/visibletexts.h"
#include "ui/history/exportdialog.h"
#include "ui/orders/orderlistpage.h"
#include "ui/payments/linkdialog.h"
#include "ui/payments/logview.h"
#include "ui/payments/paymentpanel.h"
#include "ui/settings/assistantdialog.h"
#include "ui/settings/settingsdialog.h"
#include "ui/text/cardnumbers.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/theme.h"
#include "ui/work/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

namespace kessai {

using namespace Qt::StringLiterals;
using namespace kessai::testing;

namespace {

constexpr int PatienceMs = 60'000; ///< what waits for the gateway ends long before

const QByteArray ShopPass = "CanaryPass1";
const QByteArray AccessPass = "ca4a21ca4a21ca4a21ca4a21ca4a21ca";
const QByteArray CardNumber = "4111111111111111";
const QString GatewayOrder = u"272-03132123"_s;

QByteArray inquiry(const QByteArray &orderId, const QByteArray &status)
{
    const QByteArray now =
        japantime::fromInstant(QDateTime::currentDateTimeUtc()).toString(u"yyyyMMddHHmmss").toLatin1();
    return "OrderID=" + orderId + "&Status=" + status + "&ProcessDate=" + now +
           "&JobCd=AUTH&AccessID=9e6c3b46f7fd03ac22693b335286e622"
           "&AccessPass=" +
           AccessPass + "&ItemCode=0000990&Amount=3200&Tax=0&SiteID=&MemberID=" + CardNumber +
           "&CardNo=" + CardNumber + "&Expire=2512&Method=1&PayTimes=&Forward=2a99662&TranID=" +
           "2012031321231111111111876543&Approve=004536&ClientField1=" + CardNumber +
           "&ClientField2=" + ShopPass + "&ClientField3=" + AccessPass + "&CardNumber=" + CardNumber;
}

QCoro::Task<QString> setUpProblem(SetupRequest request, Clock &clock)
{
    const auto done = co_await setUpShop(request, clock);
    co_return done ? QString() : done.error().message;
}

/// What the program shows of the three secrets; "" when nothing.
QString leakIn(const QStringList &texts)
{
    for (const QByteArray &secret : {ShopPass, AccessPass, CardNumber}) {
        for (const QString &text : texts) {
            if (text.contains(QString::fromLatin1(secret), Qt::CaseInsensitive)) {
                return text;
            }
        }
    }
    return {};
}

} // namespace

/// I14 for eyes: secrets planted in every place that they can come from show in no window, nor in what is
/// copied or written out of one.
class TestCanaries : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init();
    void cleanup();

    void answersOfTheGateway_showNoSecret_data();
    void answersOfTheGateway_showNoSecret();
    void linkAndSettings_showNoSecret();
    void dialogsOfTheMenus_showNoSecret_data();
    void dialogsOfTheMenus_showNoSecret();
    void dialogsOfTheOrder_showNoSecret();
    void assistant_showsNoPassword();
    void importedFile_showsNoCardNumber();
    void cardNumbersInText_keepFourDigits_data();
    void cardNumbersInText_keepFourDigits();

private:
    void addOrder();
    void openWindows();
    /// The gateway's word has moved outside of the program: a person must resolve it.
    void findDrift();
    /// The order's dialog that a button opens.
    QDialog *openedBy(const QString &buttonName, const QString &dialogName);

    SystemClock m_clock;
    QByteArray m_answer; ///< to every call that is not an inquiry
    QByteArray m_status; ///< what an inquiry says of every order
    std::unique_ptr<RawGateway> m_gateway;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ShopSession> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<OrderWindow> m_order;
    OrderId m_id;
};

void TestCanaries::init()
{
    m_status = "AUTH";
    m_gateway = std::make_unique<RawGateway>(RawGateway::Wire::Plain);
    m_gateway->answerWith([this](const RawRequest &request) -> RawReply {
        if (!request.path.contains("SearchTrade")) {
            return {m_answer, RawReply::Then::Close};
        }
        const QByteArray order = request.body.contains("OrderID=999-1") ? "999-1" : "272-03132123";
        return {RawGateway::ok(inquiry(order, m_status)), RawReply::Then::Close};
    });
    m_folder = std::make_unique<QTemporaryDir>();
    SetupRequest request;
    request.dataFolder = m_folder->path();
    request.gatewayUrl = m_gateway->url().toString();
    request.shopId = u"tshop00000001"_s;
    request.shopPass = Secret(QByteArray(ShopPass.constData()));
    request.secretsKind = u"file"_s;
    request.settings = {{u"bulk.perSecond"_s, u"0"_s},
                        {u"operators"_s, u"佐藤,鈴木"_s},
                        {u"timing.deadlineMs"_s, u"2000"_s},
                        {u"timing.settleMs"_s, u"0"_s},
                        {u"timing.gapMs"_s, u"10"_s}};
    QCOMPARE(QCoro::waitFor(setUpProblem(request, m_clock)), QString());
    addOrder();
    openWindows();
}

void TestCanaries::addOrder()
{
    Shop::Options options;
    options.dataFolder = m_folder->path();
    auto shop = Shop::open(options, m_clock);
    QVERIFY(shop.ok());
    Order order;
    order.shopOrderId = 272;
    order.orderNumber = u"272"_s;
    order.customer.familyName = u"髙橋"_s;
    order.message = u"カードは%1です。"_s.arg(QString::fromLatin1(CardNumber));
    order.note = u"4111-1111-1111-1111 と電話で聞いた"_s;
    order.method = PaymentMethod::Card;
    order.totals.payableTotal = Yen{3200};
    ShopContext &context = (*shop)->context();
    OrderImportStore store(context.database);
    QVERIFY(store.apply(order, OrderImportStore::allFields(), false).ok());
    m_id = context.orders.idByShopOrderId(272).value().value();
    QVERIFY(context.payments.link(m_id, context.shopId, GatewayOrder, PaymentMethod::Card).ok());
}

void TestCanaries::openWindows()
{
    m_session = std::make_unique<ShopSession>();
    m_window = std::make_unique<MainWindow>(*m_session);
    Shop::Options options;
    options.dataFolder = m_folder->path();
    options.operatorName = u"佐藤"_s;
    m_window->openShop(options);
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->orderList() && m_window->orderList()->model().rowCount() == 1,
                             PatienceMs);
    m_order = std::make_unique<OrderWindow>(*m_session, m_id);
    m_order->show();
    QTRY_VERIFY_WITH_TIMEOUT(!m_order->windowTitle().isEmpty(), PatienceMs);
}

void TestCanaries::cleanup()
{
    m_order.reset();
    m_session->close();
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), ShopSession::State::Closed, PatienceMs);
    m_window.reset();
    m_session.reset();
    m_folder.reset();
    m_gateway.reset();
}

void TestCanaries::answersOfTheGateway_showNoSecret_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray all = ShopPass + ' ' + AccessPass + ' ' + CardNumber;
    QTest::newRow("success") << RawGateway::ok(
        "AccessID=9e6c3b46f7fd03ac22693b335286e622&AccessPass=" + AccessPass +
        "&Forward=2a99662&Approve=004536&TranID=2012031321231111111111876543&TranDate=20201203132123" +
        "&CardNo=" + CardNumber + "&Echo=" + ShopPass);
    QTest::newRow("page") << RawGateway::ok("<html><body>" + all + "</body></html>");
    QTest::newRow("key without value") << RawGateway::ok(all);
    QTest::newRow("secrets as codes") << RawGateway::ok("ErrCode=" + CardNumber + "|" + ShopPass +
                                                        "&ErrInfo=" + CardNumber + "|" + ShopPass);
    QTest::newRow("access pass as a code")
        << RawGateway::ok("ErrCode=E01&ErrInfo=" + AccessPass + "&AccessPass=" + AccessPass);
    QTest::newRow("refusal") << RawGateway::ok("ErrCode=G12&ErrInfo=42G120000&CardNo=" + CardNumber +
                                               "&AccessPass=" + AccessPass);
    QTest::newRow("status line") << QByteArray("HTTP/1.1 500 " + all + "\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("redirect") << QByteArray("HTTP/1.1 302 Found\r\nLocation: /payment/?ShopPass=" + ShopPass +
                                            "&CardNo=" + CardNumber + "\r\nContent-Length: 0\r\n\r\n");
}

void TestCanaries::answersOfTheGateway_showNoSecret()
{
    QFETCH(QByteArray, answer);
    m_answer = answer;
    QTest::mouseClick(OrderFixture::child<QPushButton>(*m_order, u"refreshButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_order->panel().panelState(), PanelState::Done, PatienceMs);
    const auto known = [this] { return m_order->panel().model().current()->payment.known.has_value(); };
    QTRY_VERIFY_WITH_TIMEOUT(known(), PatienceMs);
    QCOMPARE(leakIn(visibleTexts()), QString());
    auto *capture = OrderFixture::child<QPushButton>(*m_order, u"captureButton"_s);
    QTRY_VERIFY2(capture->isEnabled(), qPrintable(capture->accessibleDescription()));
    QTest::mouseClick(capture, Qt::LeftButton);
    QCOMPARE(leakIn(visibleTexts()), QString());
    const auto sent = m_gateway->requests().size();
    QTest::mouseClick(OrderFixture::child<QPushButton>(*m_order, u"confirmButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_gateway->requests().size() >= sent + 2, PatienceMs); // a look and the capture
    QTRY_VERIFY_WITH_TIMEOUT(m_order->panel().panelState() != PanelState::Waiting, PatienceMs);
    QTest::mouseClick(OrderFixture::child<QPushButton>(*m_order, u"logButton"_s), Qt::LeftButton);
    LogView &log = m_order->panel().log();
    QTRY_VERIFY_WITH_TIMEOUT(log.asText().contains(u"SALES"_s), PatienceMs);
    for (CopyButton *copy : m_order->findChildren<CopyButton *>()) {
        copy->click();
        QCOMPARE(leakIn(visibleTexts()), QString());
    }
    QTest::mouseClick(OrderFixture::child<QPushButton>(*m_order, u"copyLogButton"_s), Qt::LeftButton);
    QTest::mouseClick(OrderFixture::child<QPushButton>(*m_order, u"exportLogButton"_s), Qt::LeftButton);
    ExportDialog *dialog = nullptr; // once the chains are verified
    QTRY_VERIFY_WITH_TIMEOUT((dialog = m_order->findChild<ExportDialog *>()), PatienceMs);
    auto *name = OrderFixture::child<QLineEdit>(*dialog, u"exportFileEdit"_s);
    name->selectAll();
    QTest::keyClicks(name, m_folder->filePath(u"log.csv"_s));
    QTest::mouseClick(OrderFixture::child<QPushButton>(*dialog, u"startExportButton"_s), Qt::LeftButton);
    QFile written(m_folder->filePath(u"log.csv"_s));
    QTRY_VERIFY_WITH_TIMEOUT(written.exists(), PatienceMs);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QString exported = QString::fromUtf8(written.readAll());
    const QStringList texts = visibleTexts() + QStringList{exported};
    QCOMPARE(leakIn(texts), QString());
    // The search finds what is there: in labels, in the list and in what was written.
    QVERIFY(exported.contains(u"佐藤"_s));
    QVERIFY(texts.contains(GatewayOrder));
    QVERIFY(texts.filter(u"髙橋"_s).size() >= 2);
    QVERIFY(texts.filter(u"**** 1111"_s).size() >= 2);
}

void TestCanaries::linkAndSettings_showNoSecret()
{
    m_answer = RawGateway::ok("ErrCode=E01&ErrInfo=" + ShopPass);
    PaymentCommands commands(*m_session);
    auto *link = new LinkDialog(commands, m_order->panel().model().facts().order, m_order.get());
    link->open();
    QTest::keyClicks(OrderFixture::child<QLineEdit>(*link, u"gatewayOrderIdEdit"_s), u"999-1"_s);
    QTest::mouseClick(OrderFixture::child<QPushButton>(*link, u"lookUpButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(OrderFixture::child<QPushButton>(*link, u"linkConfirmButton"_s)->isEnabled(),
                             PatienceMs);
    QCOMPARE(leakIn(visibleTexts()), QString());
    link->close();
    auto *settings = new SettingsDialog(*m_session, m_window.get());
    settings->open();
    QTRY_VERIFY_WITH_TIMEOUT(
        OrderFixture::child<QPushButton>(*settings, u"saveSettingsButton"_s)->isEnabled(), PatienceMs);
    OrderFixture::child<QTabWidget>(*settings, u"settingsTabs"_s)->setCurrentIndex(1);
    QTest::mouseClick(OrderFixture::child<QPushButton>(*settings, u"testGatewayButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(OrderFixture::child<QPushButton>(*settings, u"testGatewayButton"_s)->isEnabled(),
                             PatienceMs);
    QVERIFY(!OrderFixture::child<QLabel>(*settings, u"testGatewayAnswer"_s)->text().isEmpty());
    QCOMPARE(leakIn(visibleTexts()), QString());
    settings->close();
}

void TestCanaries::dialogsOfTheMenus_showNoSecret_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("says");
    QTest::newRow("operators") << u"operatorAction"_s << u"鈴木"_s;
    QTest::newRow("keys") << u"keysAction"_s << u"Alt+U"_s;
    QTest::newRow("version") << u"versionAction"_s << u"Qt %1"_s.arg(QString::fromLatin1(qVersion()));
}

void TestCanaries::dialogsOfTheMenus_showNoSecret()
{
    QFETCH(QString, action);
    QFETCH(QString, says);
    auto *chosen = m_window->findChild<QAction *>(action);
    QTRY_VERIFY_WITH_TIMEOUT(chosen->isEnabled(), PatienceMs);
    const auto before = m_window->findChildren<QDialog *>();
    chosen->trigger();
    QList<QDialog *> opened = m_window->findChildren<QDialog *>();
    opened.removeIf([&before](QDialog *dialog) { return before.contains(dialog); });
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened.first()->isVisible());
    const QStringList texts = visibleTexts();
    QVERIFY(texts.filter(says).size() > 0);
    QCOMPARE(leakIn(texts), QString());
    opened.first()->close();
}

void TestCanaries::findDrift()
{
    m_status = "VOID";
    const PaymentId id = m_order->panel().model().current()->payment.id;
    const auto compared = m_session->onEngine(
        [id](Shop &shop) { return shop.sweep().compare({id}, u"SWEEP"_s, [] { return false; }); });
    QTRY_VERIFY_WITH_TIMEOUT(compared.isFinished(), PatienceMs);
    QCOMPARE(compared.result().value().differences.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_order->findChild<QPushButton *>(u"resolveButton"_s), PatienceMs);
}

QDialog *TestCanaries::openedBy(const QString &buttonName, const QString &dialogName)
{
    QTest::mouseClick(OrderFixture::child<QPushButton>(*m_order, buttonName), Qt::LeftButton);
    return OrderFixture::child<QDialog>(*m_order, dialogName);
}

void TestCanaries::dialogsOfTheOrder_showNoSecret()
{
    QTest::mouseClick(OrderFixture::child<QPushButton>(*m_order, u"refreshButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_order->panel().panelState(), PanelState::Done, PatienceMs);
    findDrift();
    const auto answerWith = [this](QDialog *dialog, const QString &buttonName) {
        QVERIFY(dialog->isVisible());
        QCOMPARE(leakIn(visibleTexts()), QString());
        QTest::keyClicks(OrderFixture::child<QLineEdit>(*dialog, u"reasonEdit"_s), u"console"_s);
        QTest::mouseClick(OrderFixture::child<QPushButton>(*dialog, buttonName), Qt::LeftButton);
    };
    answerWith(openedBy(u"resolveButton"_s, u"reasonDialog"_s), u"adoptButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_order->findChild<QPushButton *>(u"resolveButton"_s), PatienceMs);
    auto *unlink = OrderFixture::child<QPushButton>(*m_order, u"unlinkButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(unlink->isEnabled(), PatienceMs);
    answerWith(openedBy(u"unlinkButton"_s, u"reasonDialog"_s), u"unlinkConfirmButton"_s);
    auto *link = OrderFixture::child<QPushButton>(*m_order, u"linkButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(link->isVisible(), PatienceMs);
    QVERIFY(openedBy(u"linkButton"_s, u"linkDialog"_s)->isVisible());
    QCOMPARE(leakIn(visibleTexts()), QString());
}

void TestCanaries::assistant_showsNoPassword()
{
    QTemporaryDir folder;
    AssistantDialog assistant(folder.path());
    assistant.setAttribute(Qt::WA_DeleteOnClose, false);
    assistant.open();
    QTest::mouseClick(OrderFixture::child<QPushButton>(assistant, u"connectChoice"_s), Qt::LeftButton);
    OrderFixture::child<QComboBox>(assistant, u"gatewayPlace"_s)->setCurrentIndex(2);
    OrderFixture::child<QLineEdit>(assistant, u"gatewayUrlEdit"_s)->setText(u"http://example.com/"_s);
    OrderFixture::child<QLineEdit>(assistant, u"shopIdEdit"_s)->setText(u"tshop00000001"_s);
    auto *password = OrderFixture::child<QLineEdit>(assistant, u"shopPassEdit"_s);
    QTest::keyClicks(password, QString::fromLatin1(ShopPass));
    QTest::mouseClick(OrderFixture::child<QPushButton>(assistant, u"beginButton"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(OrderFixture::child<QPushButton>(assistant, u"beginButton"_s)->isEnabled(),
                             PatienceMs);
    password->selectAll();
    password->copy(); // a field that hides its text gives none to the clipboard
    QVERIFY(visibleTexts().contains(u"http://example.com/"_s));
    QCOMPARE(leakIn(visibleTexts()), QString());
}

void TestCanaries::importedFile_showsNoCardNumber()
{
    QFile orders(QString::fromUtf8(KESSAI_PRACTICE_ORDERS));
    QVERIFY(orders.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = orders.readAll().split('\n');
    for (qsizetype line = 1; line < lines.size(); ++line) { // in place of one cell after the other
        QList<QByteArray> cells = lines.at(line).split(',');
        cells[line % cells.size()] = CardNumber;
        lines[line] = cells.join(',');
    }
    QFile planted(m_folder->filePath(u"planted.csv"_s));
    QVERIFY(planted.open(QIODevice::WriteOnly) && planted.write(lines.join('\n')) > 0);
    planted.close();
    m_window->findChild<QAction *>(u"importOrdersAction"_s)->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>(u"importFileDialog"_s);
    emit dialog->fileSelected(planted.fileName());
    dialog->close();
    auto *back = OrderFixture::child<QPushButton>(*m_window, u"importCancel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(back->isVisible() && back->text() != u"中止"_s, PatienceMs);
    QVERIFY(visibleTexts().filter(u"planted.csv"_s).size() > 0);
    QCOMPARE(leakIn(visibleTexts()), QString());
}

void TestCanaries::cardNumbersInText_keepFourDigits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"no 4111111111111111!"_s << u"no **** 1111!"_s;
    QTest::newRow("hyphens") << u"5555-5555-5555-4444"_s << u"**** 4444"_s;
    QTest::newRow("full width") << u"４１１１１１１１１１１１１１１１"_s << u"**** １１１１"_s;
    QTest::newRow("two") << u"4111111111111111 / 378282246310005"_s << u"**** 1111 / **** 0005"_s;
    QTest::newRow("wrong check digit") << u"4111111111111112"_s << u"4111111111111112"_s;
    QTest::newRow("transaction") << u"2012031321231111111111876543"_s << u"2012031321231111111111876543"_s;
    QTest::newRow("telephone") << u"06-1234-5678"_s << u"06-1234-5678"_s;
}

void TestCanaries::cardNumbersInText_keepFourDigits()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(withoutCardNumbers(text), shown);
}

} // namespace kessai

QTEST_MAIN(kessai::TestCanaries)
#include "test_canaries.moc"
