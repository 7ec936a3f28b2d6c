#include "ui/widgets/desktopnotice.h"

#ifdef QT_DBUS_LIB
#include "ui/models/whendone.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QtConcurrentRun>
#include <QVariantMap>
#endif

namespace kessai {

using namespace Qt::StringLiterals;

#ifdef QT_DBUS_LIB

namespace {

constexpr int AnswerMs = 5'000;
constexpr int AsLongAsTheDesktopLikes = -1;

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
const QString clickAction = u"default"_s;
const QString buttonAction = u"open"_s;

/// Without this libdbus would start a bus of its own.
bool hasBus()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           (!runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s));
}

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

void DesktopNotice::show(const Message &message)
{
    if (!hasBus()) {
        message.untold();
        return;
    }
    // Elsewhere: a bus that is stuck answers late or never.
    whenDone(QtConcurrent::run([] { return QDBusConnection::sessionBus().isConnected(); }), this,
             [this, message](bool isConnected) {
                 if (isConnected) {
                     askWhatItShows(message);
                 } else {
                     message.untold();
                 }
             });
}

/// By their sender's name the bus would be asked, and waited for, who that is; the numbers of messages tell
/// as much. The "1" marks a slot.
void DesktopNotice::connectToDesktop()
{
    if (!m_isConnected) {
        QDBusConnection bus = QDBusConnection::sessionBus();
        m_isConnected =
            bus.connect({}, path, service, u"ActionInvoked"_s, this, "1takeAction(uint,QString)") &&
            bus.connect({}, path, service, u"NotificationClosed"_s, this, "1takeEnd(uint,uint)");
    }
}

/// A desktop that takes markup reads "<" in a text as such; one that does not would show "&lt;".
void DesktopNotice::askWhatItShows(const Message &message)
{
    connectToDesktop();
    auto *answer = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(callOf(u"GetCapabilities"_s), AnswerMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, message] {
        answer->deleteLater();
        const QDBusPendingReply<QStringList> shown = *answer;
        if (shown.isError()) {
            message.untold();
        } else {
            send(message, shown.value().contains(u"body-markup"_s));
        }
    });
}

void DesktopNotice::send(const Message &message, bool asMarkup)
{
    QDBusMessage call = callOf(u"Notify"_s);
    const uint replacesNone = 0;
    call << u"KessaiDesk"_s << replacesNone << u"kessai-desk"_s << message.title
         << (asMarkup ? message.text.toHtmlEscaped() : message.text)
         << QStringList{clickAction, message.action, buttonAction, message.action}
         << QVariantMap{{u"desktop-entry"_s, u"kessai-desk"_s}} << AsLongAsTheDesktopLikes;
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, AnswerMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, message] {
        answer->deleteLater();
        const QDBusPendingReply<uint> id = *answer;
        if (id.isError()) {
            message.untold();
        } else {
            m_open.insert(id.value(), message.open);
        }
    });
}

#else

void DesktopNotice::show(const Message &message)
{
    message.untold();
}

#endif

void DesktopNotice::takeAction(uint id, const QString & /*action*/)
{
    if (const auto open = m_open.take(id)) {
        open();
    }
}

void DesktopNotice::takeEnd(uint id, uint /*reason*/)
{
    m_open.remove(id);
}

} // namespace kessai
