#include "tests/ui/runwindow.h"
#include "ui/help/contactdialog.h"
#include "ui/help/helpdesk.h"
#include "ui/orders/ordertable.h"
#include "ui/payments/confirmdialog.h"
#include "ui/payments/orderwindow.h"
#include "ui/runs/bulkpage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/theme.h"

#include <QDirIterator>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

/// Every page, and every place in one.
QSet<QString> places()
{
    QSet<QString> places;
    for (const HelpPage &page : helpPages({{u"一覧"_s, {{u"F5"_s, u"確認"_s}}}})) {
        places.insert(page.id);
        for (const QString &anchor : page.anchors) {
            places.insert(page.id + u'#' + anchor);
        }
    }
    return places;
}

/// The object names that the sources give to dialogs, pages and windows.
QSet<QString> screenNames()
{
    static const QRegularExpression named(u"setObjectName\\(u\"(\\w+(Dialog|Window|Page|Sheet))\"_s\\)"_s);
    QSet<QString> names;
    QDirIterator files(QStringLiteral(KESSAI_UI_SOURCES), {u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("unreadable source");
        }
        auto found = named.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext()) {
            names.insert(found.next().captured(1));
        }
    }
    return names;
}

} // namespace

/// F1: which page of the help, and which place in it, every place of the program opens.
class TestHelpPlaces : public QObject, private RunWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void cleanup();
    void places_areInTheHelp();
    void everyScreen_hasAPlace();
    void keyInTheMainWindow_opensThePageInSight();
    void keyInTheOrder_opensTheTopicOfTheCommand();
    void keyInTheSettings_opensTheTab();
    void contactLink_opensTheDialogOfThatShop();

private:
    /// F1 where the focus is; the place that opens.
    QString placeByKey(QWidget &window);
    QString placeAt(QWidget &window, QWidget &focus);

    std::unique_ptr<HelpDesk> m_desk;
};

void TestHelpPlaces::cleanup()
{
    m_desk.reset();
    closeWindow();
    m_shop.reset();
}

QString TestHelpPlaces::placeByKey(QWidget &window)
{
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window)) {
        return u"the window does not get active"_s;
    }
    QWidget *focus = window.focusWidget();
    QTest::keyClick(focus ? focus : &window, Qt::Key_F1);
    const QPointer<HelpWindow> help = m_desk->window();
    if (!help || !help->isVisible()) {
        return u"nothing"_s;
    }
    const QString anchor = help->shownAnchor();
    const QString place = anchor.isEmpty() ? help->shownPage() : help->shownPage() + u'#' + anchor;
    delete help;
    return place;
}

QString TestHelpPlaces::placeAt(QWidget &window, QWidget &focus)
{
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window)) {
        return u"the window does not get active"_s;
    }
    focus.setFocus();
    return placeByKey(window);
}

void TestHelpPlaces::places_areInTheHelp()
{
    const QSet<QString> known = places();
    const QHash<QString, QString> &pages = helpPagesByName();
    QVERIFY(pages.size() > 30);
    for (auto page = pages.begin(); page != pages.end(); ++page) {
        QVERIFY2(known.contains(page.value()), qPrintable(page.key() + u" → "_s + page.value()));
    }
}

/// A new screen gets its line in helpplace.cpp, and its words in the help.
void TestHelpPlaces::everyScreen_hasAPlace()
{
    // The windows open at the page that they show; files are chosen in the desktop's own dialog.
    const QSet<QString> others{u"mainWindow"_s, u"helpWindow"_s, u"bulkPage"_s};
    const QSet<QString> names = screenNames();
    QVERIFY(names.contains(u"settingsDialog"_s) && names.size() > 15);
    QStringList missing;
    for (const QString &name : names) {
        if (!helpPagesByName().contains(name) && !others.contains(name) && !name.endsWith(u"FileDialog"_s)) {
            missing.append(name);
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
}

void TestHelpPlaces::keyInTheMainWindow_opensThePageInSight()
{
    m_shop = std::make_unique<OrderFixture>();
    m_shop->add({.number = 1, .payable = Yen{1000}});
    openWindow();
    m_desk = std::make_unique<HelpDesk>();
    QVERIFY(!action(u"helpAction"_s)->isVisible()); // nobody could show it
    m_window->setHelpOpener([this](const QString &page) { m_desk->open(page); });
    QVERIFY(action(u"helpAction"_s)->isVisible());
    QCOMPARE(placeAt(*m_window, list().table()), u"search#rows"_s);
    QCOMPARE(placeAt(*m_window, *child<QWidget>(u"searchBox"_s)), helppage::Search);
    tickAll();
    QTRY_VERIFY_WITH_TIMEOUT(action(u"bulkCaptureAction"_s)->isEnabled(), PatienceMs);
    action(u"bulkCaptureAction"_s)->trigger();
    auto *start = child<QPushButton>(u"startRun"_s);
    QTRY_VERIFY_WITH_TIMEOUT(start->isVisible() && start->isEnabled(), PatienceMs);
    QCOMPARE(placeByKey(*m_window), u"bulk#preview"_s);
    start->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<BulkPage *>()->shownRun(), PatienceMs);
    QCOMPARE(placeByKey(*m_window), helppage::Run);
    QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(u"exportRun"_s)->isVisible(), PatienceMs);
    QCOMPARE(placeByKey(*m_window), helppage::Run); // the report

    action(u"paymentsAction"_s)->trigger();
    QCOMPARE(placeByKey(*m_window).section(u'#', 0, 0), helppage::Payments);
    action(u"historyAction"_s)->trigger();
    QCOMPARE(placeByKey(*m_window), helppage::History);
    action(u"todayAction"_s)->trigger();
    QCOMPARE(placeByKey(*m_window), helppage::Today);
    // What was chosen at the left is what is meant.
    child<QWidget>(u"sideBar"_s)->setFocus();
    QCOMPARE(placeByKey(*m_window), helppage::Today);
    action(u"helpAction"_s)->trigger();
    QCOMPARE(m_desk->window()->shownPage(), helppage::Today);
    action(u"versionAction"_s)->trigger();
    QCOMPARE(placeByKey(*child<QDialog>(u"versionDialog"_s)), u"support#version"_s);

    ShopSession nothingOpened;
    MainWindow empty(nothingOpened);
    empty.setHelpOpener([this](const QString &page) { m_desk->open(page); });
    QCOMPARE(placeByKey(empty), helppage::Start);
}

void TestHelpPlaces::keyInTheOrder_opensTheTopicOfTheCommand()
{
    m_shop = std::make_unique<OrderFixture>();
    const OrderId order = m_shop->add({.number = 1, .payable = Yen{1000}});
    m_shop->open();
    m_desk = std::make_unique<HelpDesk>();
    const auto window = m_shop->window(order);
    const auto button = [&window](const QString &name) {
        return OrderFixture::child<QPushButton>(*window, name);
    };
    QTRY_VERIFY_WITH_TIMEOUT(button(u"captureButton"_s)->isEnabled(), PatienceMs);
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QCOMPARE(placeAt(*window, *button(u"captureButton"_s)), u"capture"_s);
    QCOMPARE(placeAt(*window, *button(u"cancelButton"_s)), u"cancel"_s);
    QCOMPARE(placeAt(*window, *button(u"refreshButton"_s)), u"order#refresh"_s);
    QCOMPARE(placeAt(*window, *button(u"logButton"_s)), u"order#log"_s);
    window->activateWindow();
    QTest::mouseClick(button(u"cancelButton"_s), Qt::LeftButton);
    auto *question = window->findChild<ConfirmDialog *>();
    QVERIFY(question);
    QCOMPARE(placeByKey(*question), u"cancel"_s); // of the command, not of questions as such
    question->reject();
    OrderWindow unread(*m_shop->session, order);
    QCOMPARE(placeByKey(unread), helppage::Order);
}

void TestHelpPlaces::keyInTheSettings_opensTheTab()
{
    m_shop = std::make_unique<OrderFixture>();
    m_shop->open();
    m_desk = std::make_unique<HelpDesk>();
    SettingsDialog settings(*m_shop->session);
    settings.setAttribute(Qt::WA_DeleteOnClose, false);
    settings.open();
    QTRY_VERIFY_WITH_TIMEOUT(OrderFixture::child<QPushButton>(settings, u"saveSettingsButton"_s)->isEnabled(),
                             PatienceMs);
    auto *tabs = OrderFixture::child<QTabWidget>(settings, u"settingsTabs"_s);
    QStringList opened;
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        for (QWidget *inside : tabs->currentWidget()->findChildren<QWidget *>()) {
            if (inside->focusPolicy() != Qt::NoFocus && inside->isVisible() && inside->isEnabled()) {
                opened.append(placeAt(settings, *inside));
                break;
            }
        }
    }
    QCOMPARE(opened.size(), tabs->count());
    for (const QString &place : std::as_const(opened)) {
        QVERIFY2(place.startsWith(u"settings#"_s) && places().contains(place), qPrintable(place));
    }
    QCOMPARE(QSet<QString>(opened.begin(), opened.end()).size(), opened.size());
    QCOMPARE(placeAt(settings, *OrderFixture::child<QPushButton>(settings, u"cancelSettingsButton"_s)),
             helppage::Settings);
}

void TestHelpPlaces::contactLink_opensTheDialogOfThatShop()
{
    m_shop = std::make_unique<OrderFixture>();
    m_shop->add({.number = 1, .payable = Yen{1000}});
    m_desk = std::make_unique<HelpDesk>();
    openWindow();
    m_window->setHelpOpener([this](const QString &page) { m_desk->open(page); });
    m_desk->open(helppage::Support);
    emit m_desk->window()->findChild<QTextBrowser *>(u"helpText"_s)->anchorClicked(QUrl(u"contact:"_s));
    QVERIFY(child<ContactDialog>(u"contactDialog"_s)->isVisible());
    QCOMPARE(m_desk->window()->shownPage(), helppage::Support);
}

} // namespace kessai

QTEST_MAIN(kessai::TestHelpPlaces)
#include "test_helpplaces.moc"
