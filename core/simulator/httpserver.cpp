#include "core/simulator/httpserver.h"

#include <QSslSocket>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype MostConnections = 1000;
}

HttpServer::HttpServer(Handler handler, qint64 largestBody, QObject *parent)
    : QTcpServer(parent), m_handler(std::move(handler)), m_largestBody(largestBody)
{
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

void HttpServer::incomingConnection(qintptr descriptor)
{
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
