#include "ui/runs/runnotice.h"

#ifdef QT_DBUS_LIB
#include <QDBusConnection>
#include <QDBusMessage>
#endif
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace kessai {

#ifdef QT_DBUS_LIB

/// The desktop's place for messages, as far as it is used.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        QString title;
        QString text;
        QStringList actions;
    };

    QStringList capabilities;
    QList<Shown> shown; ///< the number of a message is its place here, from 1

public slots:
    QStringList GetCapabilities() const { return capabilities; }
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &, int)
    {
        shown.append({title, text, actions});
        return uint(shown.size());
    }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

/// Messages on a bus of the test's own.
class TestDesktopNotice : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void desktopWithoutAPlace_isAnsweredBySomethingElse();
    void message_isShownWithItsButton();
    void markup_isTakenAsText();
    void click_opensWhatItsMessageIsAbout_data();
    void click_opensWhatItsMessageIsAbout();
    void messageThatWasPutAway_opensNothing();
    void runNotice_goesToTheDesktop();

private:
    void offerPlace();
    void show(DesktopNotice &notice, const QString &title);

    QTemporaryDir m_folder;
    QProcess m_bus;
    QString m_address;
    std::unique_ptr<FakeDesktop> m_desktop;
    QStringList m_opened;
    QStringList m_untold;
};

void TestDesktopNotice::initTestCase()
{
    // Without the services of this machine: none may be started for the test.
    QFile settings(m_folder.filePath(u"bus.conf"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                   "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                   "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    settings.close();
    m_bus.start(u"dbus-daemon"_s,
                {u"--nofork"_s, u"--print-address"_s, u"--config-file="_s + settings.fileName()});
    if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead()) {
        QSKIP("no session bus can be started here (dbus-daemon is missing)");
    }
    m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
}

void TestDesktopNotice::cleanupTestCase()
{
    m_bus.kill();
    m_bus.waitForFinished();
}

void TestDesktopNotice::init()
{
    m_desktop = std::make_unique<FakeDesktop>();
    m_opened.clear();
    m_untold.clear();
}

void TestDesktopNotice::cleanup()
{
    QDBusConnection::disconnectFromBus(u"desktop"_s);
}

/// Until the end of the test function.
void TestDesktopNotice::offerPlace()
{
    QDBusConnection bus = QDBusConnection::connectToBus(m_address, u"desktop"_s);
    QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, m_desktop.get(),
                               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
}

void TestDesktopNotice::show(DesktopNotice &notice, const QString &title)
{
    notice.show({.title = title,
                 .text = u"3件 <b>&"_s,
                 .action = u"開く"_s,
                 .open = [this, title] { m_opened.append(title); },
                 .untold = [this, title] { m_untold.append(title); }});
}

void TestDesktopNotice::desktopWithoutAPlace_isAnsweredBySomethingElse()
{
    DesktopNotice notice;
    show(notice, u"終わりました"_s);
    QTRY_COMPARE(m_untold, QStringList{u"終わりました"_s});
}

void TestDesktopNotice::message_isShownWithItsButton()
{
    offerPlace();
    DesktopNotice notice;
    show(notice, u"終わりました"_s);
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QCOMPARE(m_desktop->shown.first().title, u"終わりました"_s);
    QCOMPARE(m_desktop->shown.first().text, u"3件 <b>&"_s);
    QVERIFY(m_desktop->shown.first().actions.contains(u"開く"_s));
    QVERIFY(m_untold.isEmpty());
}

void TestDesktopNotice::markup_isTakenAsText()
{
    m_desktop->capabilities = {u"body"_s, u"body-markup"_s};
    offerPlace();
    DesktopNotice notice;
    show(notice, u"終わりました"_s);
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QCOMPARE(m_desktop->shown.first().text, u"3件 &lt;b&gt;&amp;"_s);
}

void TestDesktopNotice::click_opensWhatItsMessageIsAbout_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("on the message") << u"default"_s;
    QTest::newRow("on its button") << u"open"_s;
}

void TestDesktopNotice::click_opensWhatItsMessageIsAbout()
{
    QFETCH(const QString, action);
    offerPlace();
    DesktopNotice notice;
    show(notice, u"一"_s);
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    show(notice, u"二"_s);
    QTRY_COMPARE(m_desktop->shown.size(), 2);
    emit m_desktop->ActionInvoked(1, action);
    QTRY_COMPARE(m_opened, QStringList{u"一"_s});
    emit m_desktop->ActionInvoked(99, action); // another program's
    emit m_desktop->ActionInvoked(2, action);
    QTRY_COMPARE(m_opened, (QStringList{u"一"_s, u"二"_s}));
}

void TestDesktopNotice::messageThatWasPutAway_opensNothing()
{
    offerPlace();
    DesktopNotice notice;
    show(notice, u"一"_s);
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    show(notice, u"二"_s);
    QTRY_COMPARE(m_desktop->shown.size(), 2);
    emit m_desktop->NotificationClosed(1, 2);
    emit m_desktop->ActionInvoked(1, u"open"_s);
    emit m_desktop->ActionInvoked(2, u"open"_s);
    QTRY_COMPARE(m_opened, QStringList{u"二"_s}); // the bus keeps their order
}

void TestDesktopNotice::runNotice_goesToTheDesktop()
{
    offerPlace();
    QWidget window; // not in front
    RunNotice notice(window);
    QSignalSpy chosen(&notice, &RunNotice::chosen);
    RunProgress progress;
    progress.run.id = RunId{u"run-1"_s};
    progress.run.state = RunStore::State::Finished;
    notice.tell(progress);
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    emit m_desktop->ActionInvoked(1, u"open"_s);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<RunId>().value, u"run-1"_s);
}

#else

class TestDesktopNotice : public QObject
{
    Q_OBJECT

private slots:
    void without_dbus_isAnsweredBySomethingElse();
};

void TestDesktopNotice::without_dbus_isAnsweredBySomethingElse()
{
    int untold = 0;
    DesktopNotice().show({.untold = [&untold] { ++untold; }});
    QCOMPARE(untold, 1);
}

#endif

} // namespace kessai

QTEST_MAIN(kessai::TestDesktopNotice)
#include "test_desktopnotice.moc"
