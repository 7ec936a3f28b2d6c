#include "core/simulator/notificationsender.h"

#include <QHostAddress>
#include <QUrl>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {
constexpr int TickMs = 100;
constexpr int PatienceMs = 15'000;
constexpr qint64 LongestAnswer = 16 * 1024;
} // namespace

bool isNotificationAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "http"_L1 && url.port() > 0 &&
           (url.host() == "127.0.0.1"_L1 || url.host() == "localhost"_L1);
}

bool saysReceived(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    const bool isOk = answer.startsWith("HTTP/1.1 200") || answer.startsWith("HTTP/1.0 200");
    if (!isOk || end < 0) {
        return false;
    }
    const QByteArray body = answer.mid(end + 4).trimmed();
    const bool isChunked = answer.left(end).toLower().contains("transfer-encoding: chunked");
    return isChunked ? body.startsWith("1\r\n0\r\n") : body == "0";
}

NotificationSender::NotificationSender(World &world, QObject *parent) : QObject(parent), m_world(world)
{
    m_tick.setParent(this);
    m_patience.setParent(this);
    m_socket.setParent(this);
    m_patience.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &NotificationSender::sendNext);
    connect(&m_patience, &QTimer::timeout, this, &NotificationSender::finish);
    connect(&m_socket, &QTcpSocket::connected, this, &NotificationSender::post);
    connect(&m_socket, &QTcpSocket::readyRead, this, &NotificationSender::read);
    connect(&m_socket, &QTcpSocket::disconnected, this, &NotificationSender::finish);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &NotificationSender::finish);
}

void NotificationSender::start()
{
    m_tick.start(TickMs);
}

void NotificationSender::sendNext()
{
    if (m_current || m_world.notifications().address().isEmpty()) {
        return;
    }
    m_world.letTimePass();
    m_current = m_world.notifications().next(m_world.clock().nowUtc());
    if (!m_current) {
        return;
    }
    m_answer.clear();
    m_patience.start(PatienceMs);
    const QUrl url(m_world.notifications().address());
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(url.port()));
}

void NotificationSender::post()
{
    const QUrl url(m_world.notifications().address());
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    m_socket.write("POST " + (path.isEmpty() ? QByteArray("/") : path) +
                   " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(url.port()) +
                   "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                   QByteArray::number(m_current->body.size()) + "\r\nConnection: close\r\n\r\n" +
                   m_current->body);
}

void NotificationSender::read()
{
    m_answer += m_socket.readAll();
    if (m_answer.size() > LongestAnswer) {
        finish();
    }
}

/// Comes once per notification, whichever of the end, an error or impatience is first.
void NotificationSender::finish()
{
    if (!m_current) {
        return;
    }
    m_patience.stop();
    m_answer += m_socket.readAll();
    const qint64 number = m_current->number;
    m_current.reset();
    m_world.notifications().answered(number, saysReceived(m_answer), m_world.clock().nowUtc());
    m_socket.abort();
}

} // namespace kessai::simulator
