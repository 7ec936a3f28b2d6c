#pragma once

#include <QHash>
#include <QObject>

#include <functional>

namespace kessai {

/// Messages in the place that the desktop has for them: org.freedesktop.Notifications, on the session's bus.
/// Nothing waits for the bus or for the desktop.
class DesktopNotice : public QObject
{
    Q_OBJECT

public:
    struct Message
    {
        QString title;
        QString text;                 ///< plain
        QString action;               ///< words of its button
        std::function<void()> open;   ///< after a click on the message or its button
        std::function<void()> untold; ///< instead, where the desktop has no such place
    };

    using QObject::QObject;

    void show(const Message &message);

private slots:
    // The bus knows the old form of slots alone.
    void takeAction(uint id, const QString &action);
    void takeEnd(uint id, uint reason);

private:
#ifdef QT_DBUS_LIB
    void connectToDesktop();
    void askWhatItShows(const Message &message);
    void send(const Message &message, bool asMarkup);

    bool m_isConnected = false;
#endif
    QHash<uint, std::function<void()>> m_open; ///< of messages that are shown, by the desktop's number
};

} // namespace kessai
