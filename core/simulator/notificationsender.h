#pragma once

#include "core/simulator/world.h"

#include <QTcpSocket>
#include <QTimer>

namespace kessai::simulator {

/// True for `http://127.0.0.1:N/path` and the same with localhost: the simulator talks to this machine only.
bool isNotificationAddress(const QString &url);
inline const QString NotificationAddressHint =
    QStringLiteral("Notifications are posted to an address like http://127.0.0.1:8080/receive only.");

/// Posts the result notifications that are due, one after the other, each over a connection of its own. The
/// shop has received one when it answered 200 with the body `0` (protocol.md §9).
class NotificationSender : public QObject
{
    Q_OBJECT
public:
    explicit NotificationSender(World &world, QObject *parent = nullptr);

    void start();

private:
    void sendNext();
    void post();
    void read();
    void finish();

    World &m_world;
    QTimer m_tick; ///< the clock runs on, and changes are told soon after they were made
    QTimer m_patience;
    QTcpSocket m_socket;
    std::optional<Notification> m_current;
    QByteArray m_answer;
};

/// True when the bytes of an HTTP answer say "received".
bool saysReceived(const QByteArray &answer);

} // namespace kessai::simulator
