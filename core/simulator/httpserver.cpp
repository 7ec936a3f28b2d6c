#include "core/simulator/httpserver.h"

#include <QSslSocket>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype MostConnections = 1000;
/// The fatal alert handshake_failure (RFC 8446 §6.2): the two sides share no way to encrypt.
const QByteArray HandshakeFailure = QByteArray::fromHex("15030300020228");
} // namespace

HttpServer::HttpServer(Handler handler, qint64 largestBody, QObject *parent)
    : QTcpServer(parent), m_handler(std::move(handler)), m_largestBody(largestBody)
{
}

void HttpServer::useTls(const ServerCertificate &certificate, std::function<bool()> handshakeFails)
{
    m_certificate = certificate;
    m_handshakeFails = std::move(handshakeFails);
}

Result<quint16, QString> HttpServer::start(quint16 port)
{
    if (!listen(QHostAddress::LocalHost, port)) {
        return failure(u"Port %1 of 127.0.0.1 cannot be used: %2."_s.arg(port).arg(errorString()));
    }
    return serverPort();
}

QTcpSocket *HttpServer::newSocket()
{
    if (!m_certificate) {
        return new QTcpSocket(this);
    }
    auto *socket = new QSslSocket(this);
    socket->setLocalCertificate(m_certificate->certificate);
    socket->setPrivateKey(m_certificate->key);
    return socket;
}

/// After the client's hello, for a connection that closes with bytes unread takes the alert with it.
void HttpServer::failHandshake(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(
        socket, &QTcpSocket::readyRead, socket,
        [socket] {
            socket->readAll();
            socket->write(HandshakeFailure);
            socket->disconnectFromHost();
        },
        Qt::SingleShotConnection);
    if (!socket->setSocketDescriptor(descriptor)) {
        socket->deleteLater();
    }
}

void HttpServer::incomingConnection(qintptr descriptor)
{
    if (m_certificate && m_handshakeFails()) {
        failHandshake(descriptor);
        return;
    }
    QTcpSocket *socket = newSocket();
    const bool full = findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly).size() >= MostConnections;
    if (!socket->setSocketDescriptor(descriptor) || full) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    auto *connection = new HttpConnection(socket, m_largestBody, this);
    connect(connection, &HttpConnection::requestArrived, this,
            [this, connection](const HttpRequest &request) { m_handler(*connection, request); });
    if (auto *secure = qobject_cast<QSslSocket *>(socket)) {
        secure->startServerEncryption();
    }
}

} // namespace kessai::simulator
