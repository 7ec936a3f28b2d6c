#include "tests/ui/openedlinks.h"
#include "tests/ui/runwindow.h"
#include "tests/ui/visibletexts.h"
#include "ui/help/contactdialog.h"
#include "ui/help/versiondialog.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QUrlQuery>

namespace kessai {

using namespace Qt::StringLiterals;

namespace {

const QString GmoPage = u"https://faq.gmo-pg.com/service/Detail.aspx?id=1267"_s;

} // namespace

/// バージョン情報 (S1) and お問い合わせ先 (S2, S3, S8, S128), with the settings that they show.
class TestSupportDialogs : public QObject, private RunWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void init();
    void cleanup();
    void version_saysProgramShopAndGateway();
    void contact_thatNobodySet_saysSoAndLeadsToTheSettings();
    void contact_isSetInTheSettings();
    void mail_beginsWithVersionAndLastError();
    void refusedAddresses_areExplainedAtTheirFields_data();
    void refusedAddresses_areExplainedAtTheirFields();
    void emptiedLinks_haveNoButton();

private:
    template <typename Dialog>
    Dialog *dialogOf(const QString &actionName)
    {
        action(actionName)->trigger();
        const auto dialogs = m_window->findChildren<Dialog *>();
        if (dialogs.isEmpty() || !dialogs.last()->isVisible()) {
            qFatal("no dialog of %s", qPrintable(actionName));
        }
        return dialogs.last();
    }
    SettingsDialog *settingsInSight();
    void keep(const QHash<QString, QString> &values);
    ContactDialog *contact();
    static QString fact(const QWidget &dialog, const QString &name)
    {
        const auto *label = dialog.findChild<QLabel *>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    QPushButton *button(QWidget &dialog, const QString &name)
    {
        return OrderFixture::child<QPushButton>(dialog, name);
    }
    /// The gateway refuses a capture with this code.
    void refuseCapture(const QString &code);
    /// Nor anything that looks as AccessID and AccessPass do.
    void findNoSecretIn(const QString &text)
    {
        static const QRegularExpression handle(u"[0-9a-f]{32}"_s);
        QVERIFY(!text.contains(m_shop->gateway.shopPass()));
        QVERIFY2(!text.contains(handle), qPrintable(text));
    }

    std::unique_ptr<OpenedLinks> m_opened;
};

void TestSupportDialogs::init()
{
    m_opened = std::make_unique<OpenedLinks>();
    m_shop = std::make_unique<OrderFixture>();
    m_shop->add({.number = 1, .payable = Yen{1000}});
    openWindow();
    m_window->setSettingsOpener([this] {
        auto *dialog = new SettingsDialog(*m_session, m_window.get());
        dialog->open();
    });
}

void TestSupportDialogs::cleanup()
{
    closeWindow();
    m_shop.reset();
    m_opened.reset();
}

SettingsDialog *TestSupportDialogs::settingsInSight()
{
    auto *settings = m_window->findChild<SettingsDialog *>();
    if (!settings) {
        action(u"settingsAction"_s)->trigger();
        settings = m_window->findChild<SettingsDialog *>();
    }
    if (!QTest::qWaitFor([&] { return button(*settings, u"saveSettingsButton"_s)->isEnabled(); },
                         PatienceMs)) {
        qFatal("the settings are not read");
    }
    auto *tabs = OrderFixture::child<QTabWidget>(*settings, u"settingsTabs"_s);
    const auto *name = OrderFixture::child<QLineEdit>(*settings, u"support.name"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->widget(tab)->isAncestorOf(name)) {
            tabs->setCurrentIndex(tab);
        }
    }
    return settings;
}

void TestSupportDialogs::keep(const QHash<QString, QString> &values)
{
    SettingsDialog *settings = settingsInSight();
    for (auto value = values.begin(); value != values.end(); ++value) {
        OrderFixture::child<QLineEdit>(*settings, value.key())->setText(value.value());
    }
    QSignalSpy saved(settings, &SettingsDialog::saved);
    QTest::mouseClick(button(*settings, u"saveSettingsButton"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, PatienceMs);
    QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
}

ContactDialog *TestSupportDialogs::contact()
{
    auto *dialog = dialogOf<ContactDialog>(u"contactAction"_s);
    if (!QTest::qWaitFor([&] { return button(*dialog, u"contactSettingsButton"_s)->isEnabled(); },
                         PatienceMs)) {
        qFatal("the contact is not read");
    }
    return dialog;
}

void TestSupportDialogs::version_saysProgramShopAndGateway()
{
    auto *dialog = dialogOf<VersionDialog>(u"versionAction"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fact(*dialog, u"shopFact"_s), m_shop->gateway.shopId(), PatienceMs);
    QVERIFY(fact(*dialog, u"versionFact"_s).startsWith(u"KessaiDesk 0."_s));
    QVERIFY(fact(*dialog, u"buildFact"_s).contains(u"Qt "_s + QString::fromLatin1(qVersion())));
    QVERIFY(fact(*dialog, u"environmentFact"_s).startsWith(u"このパソコンの中の接続先"_s));
    QVERIFY(fact(*dialog, u"environmentFact"_s).contains(u"127.0.0.1"_s));
    QVERIFY(fact(*dialog, u"interfaceFact"_s).contains(u"idPass"_s));
    QVERIFY(fact(*dialog, u"errorTableFact"_s).startsWith(u"第1版"_s));
    QCOMPARE(fact(*dialog, u"dataFolderFact"_s), m_session->dataFolder());
    OrderFixture::picture(*dialog, u"version"_s);
    QTRY_COMPARE(OrderFixture::cramped(*dialog), QStringList()); // laid out a turn later
    QTest::mouseClick(button(*dialog, u"copyVersionButton"_s), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(m_shop->gateway.shopId()) && copied.contains(u"idPass"_s));
    findNoSecretIn(copied + visibleTexts().join(u'\n'));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<VersionDialog *>());
}

void TestSupportDialogs::contact_thatNobodySet_saysSoAndLeadsToTheSettings()
{
    ContactDialog *dialog = contact();
    QVERIFY(OrderFixture::child<Paragraph>(*dialog, u"contactWords"_s)
                ->sentences()
                .contains(u"まだ設定されて"_s));
    QVERIFY(!button(*dialog, u"writeMailButton"_s)->isVisible());
    QCOMPARE(fact(*dialog, u"contactName"_s), QString());
    QCOMPARE(fact(*dialog, u"contractLink"_s), GmoPage);
    QCOMPARE(fact(*dialog, u"gatewayLink"_s), GmoPage);
    OrderFixture::picture(*dialog, u"contact-unset"_s);
    QTest::mouseClick(button(*dialog, u"openContractButton"_s), Qt::LeftButton);
    QTest::mouseClick(button(*dialog, u"openGatewayButton"_s), Qt::LeftButton);
    QCOMPARE(m_opened->links, QList<QUrl>({QUrl(GmoPage), QUrl(GmoPage)}));
    QTest::mouseClick(button(*dialog, u"contactSettingsButton"_s), Qt::LeftButton);
    QVERIFY(m_window->findChild<SettingsDialog *>()->isVisible());
}

void TestSupportDialogs::contact_isSetInTheSettings()
{
    const QString markup = u"<b>山田</b> &amp; 店 <img src=x>"_s;
    keep({{u"support.name"_s, markup},
          {u"support.address"_s, u"大阪市北区中之島1-2-3 グランドメゾン中之島リバーサイドタワー 4203号室"_s},
          {u"support.phone"_s, u"06-1234-5678"_s},
          {u"support.mail"_s, u"support@example.co.jp"_s},
          {u"support.hours"_s, u"平日 10:00～12:00／13:00～17:00"_s},
          {u"support.contractLink"_s, u"mailto:contract@example.jp"_s},
          {u"support.gatewayLink"_s, u"https://example.jp/a?b=c&d=%E3%81%82"_s}});
    ContactDialog *dialog = contact();
    QCOMPARE(fact(*dialog, u"contactName"_s), markup);
    QCOMPARE(dialog->findChild<QLabel *>(u"contactName"_s)->textFormat(), Qt::PlainText);
    QVERIFY(fact(*dialog, u"contactAddress"_s).endsWith(u"4203号室"_s));
    QCOMPARE(fact(*dialog, u"contactPhone"_s), u"06-1234-5678"_s);
    QCOMPARE(fact(*dialog, u"contactMail"_s), u"support@example.co.jp"_s);
    QCOMPARE(fact(*dialog, u"contactHours"_s), u"平日 10:00～12:00／13:00～17:00"_s);
    OrderFixture::picture(*dialog, u"contact"_s);
    QTRY_COMPARE(OrderFixture::cramped(*dialog), QStringList()); // laid out a turn later
    QTest::mouseClick(button(*dialog, u"openGatewayButton"_s), Qt::LeftButton);
    QTest::mouseClick(button(*dialog, u"openContractButton"_s), Qt::LeftButton);
    QCOMPARE(m_opened->links.size(), 2);
    QCOMPARE(m_opened->links.first(), QUrl(u"https://example.jp/a?b=c&d=%E3%81%82"_s));
    QCOMPARE(m_opened->links.last().path(), u"contract@example.jp"_s);
}

void TestSupportDialogs::refuseCapture(const QString &code)
{
    m_shop->gateway.addFaults(
        {{.kind = simulator::FaultKind::Error, .call = u"AlterTran"_s, .codes = {code}}});
    tickAll();
    QTRY_VERIFY_WITH_TIMEOUT(action(u"bulkCaptureAction"_s)->isEnabled(), PatienceMs);
    action(u"bulkCaptureAction"_s)->trigger();
    auto *start = child<QPushButton>(u"startRun"_s);
    QTRY_VERIFY_WITH_TIMEOUT(start->isVisible() && start->isEnabled(), PatienceMs);
    start->click();
    QTRY_VERIFY_WITH_TIMEOUT(isOver(), PatienceMs);
}

void TestSupportDialogs::mail_beginsWithVersionAndLastError()
{
    keep({{u"support.mail"_s, u"support@example.co.jp"_s}});
    const auto write = [this] {
        ContactDialog *dialog = contact();
        const auto after = m_session->onReader({}, [](Database &) { return true; }); // and what it asked for
        if (!QTest::qWaitFor([&after] { return after.isFinished(); }, PatienceMs)) {
            qFatal("the reader does not answer");
        }
        QCoreApplication::sendPostedEvents();
        QTest::mouseClick(button(*dialog, u"writeMailButton"_s), Qt::LeftButton);
        dialog->close();
        return m_opened->links.last();
    };
    const QUrl before = write();
    QCOMPARE(before.scheme(), u"mailto"_s);
    QCOMPARE(before.path(), u"support@example.co.jp"_s);
    const QString empty = QUrlQuery(before).queryItemValue(u"body"_s, QUrl::FullyDecoded);
    QVERIFY2(empty.contains(u"最後のエラーコード: なし"_s), qPrintable(empty));
    refuseCapture(u"42G120000"_s);
    QUrl mail;
    const auto saysIt = [&] {
        mail = write();
        return mail.toString(QUrl::FullyDecoded).contains(u"42G120000"_s);
    };
    QVERIFY(QTest::qWaitFor(saysIt, PatienceMs));
    const QString body = QUrlQuery(mail).queryItemValue(u"body"_s, QUrl::FullyDecoded);
    QVERIFY2(body.contains(u"KessaiDesk 0."_s) && body.contains(u"最後のエラーコード: 42G120000（20"_s),
             qPrintable(body));
    QVERIFY(QUrlQuery(mail).queryItemValue(u"subject"_s, QUrl::FullyDecoded).contains(u"KessaiDesk 0."_s));
    findNoSecretIn(mail.toString(QUrl::FullyDecoded));
}

void TestSupportDialogs::refusedAddresses_areExplainedAtTheirFields_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    for (const QString &text :
         {u"http://example.jp/"_s, u"file:///etc/passwd"_s, u"javascript:alert(1)"_s,
          u"https://user:word@example.jp/"_s, u"mailto:a@b.jp?cc=c@d.jp"_s, u"example.jp"_s, u"https://"_s}) {
        QTest::addRow("link %s", qPrintable(text)) << u"support.gatewayLink"_s << text;
    }
    for (const QString &text : {u"山田@example.jp"_s, u"a@b"_s, u"a@b.jp,c@d.jp"_s, u"a b@c.jp"_s}) {
        QTest::addRow("mail %s", qPrintable(text)) << u"support.mail"_s << text;
    }
}

void TestSupportDialogs::refusedAddresses_areExplainedAtTheirFields()
{
    QFETCH(const QString, key);
    QFETCH(const QString, text);
    SettingsDialog *settings = settingsInSight();
    OrderFixture::child<QLineEdit>(*settings, key)->setText(text);
    QTest::mouseClick(button(*settings, u"saveSettingsButton"_s), Qt::LeftButton);
    auto *problem = OrderFixture::child<QLabel>(*settings, key + u"Problem"_s);
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible() && !problem->text().isEmpty(), PatienceMs);
    settings->close();
}

void TestSupportDialogs::emptiedLinks_haveNoButton()
{
    keep({{u"support.contractLink"_s, {}}, {u"support.gatewayLink"_s, {}}});
    ContactDialog *dialog = contact();
    QVERIFY(!button(*dialog, u"openContractButton"_s)->isVisible());
    QVERIFY(!button(*dialog, u"openGatewayButton"_s)->isVisible());
    QCOMPARE(fact(*dialog, u"gatewayLink"_s), QString());
}

} // namespace kessai

QTEST_MAIN(kessai::TestSupportDialogs)
#include "test_supportdialogs.moc"
