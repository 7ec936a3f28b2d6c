#include "tests/gmo/rawgateway.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

#include <algorithm>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace kessai::testing {
namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void makeCertificate(const QString &certificate, const QString &key)
{
    QProcess openssl;
    openssl.setStandardErrorFile(QProcess::nullDevice()); // it draws its progress there
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                   u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1,DNS:localhost"_s,
                   u"-keyout"_s, key, u"-out"_s, certificate});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0) {
        qFatal("openssl could not make a certificate");
    }
}

/// One certificate for all gateways of the program.
const QTemporaryDir &certificateFolder()
{
    static const QTemporaryDir folder;
    if (!QFile::exists(folder.filePath(u"certificate.pem"_s))) {
        makeCertificate(folder.filePath(u"certificate.pem"_s), folder.filePath(u"key.pem"_s));
    }
    return folder;
}

std::unique_ptr<QTcpServer> tlsServer(const QString &certificate, const QString &key)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(contentOf(certificate)));
    configuration.setPrivateKey(QSslKey(contentOf(key), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return server;
}

qsizetype contentLengthOf(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:")) {
            return line.mid(15).trimmed().toLongLong();
        }
    }
    return 0;
}

} // namespace

struct RawGateway::Connection
{
    QTcpSocket *socket = nullptr;
    int number = 0;
    QByteArray buffer;
    bool bodyBegun = false;
    qint64 zerosLeft = 0;
    QByteArray dripping;
    std::unique_ptr<QTimer> dripTimer;
};

RawGateway::RawGateway(Wire wire, OnAccept onAccept) : m_wire(wire), m_onAccept(onAccept)
{
    if (wire == Wire::Tls && onAccept == OnAccept::Serve) {
        m_server = tlsServer(certificateFile(), certificateFolder().filePath(u"key.pem"_s));
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            accept(socket);
        }
    });
    if (!m_server->listen(QHostAddress::LocalHost)) {
        qFatal("no free port for the raw gateway");
    }
}

RawGateway::~RawGateway()
{
    m_server->disconnect(this);
    for (QTcpSocket *socket : m_open.keys()) {
        socket->disconnect(this);
    }
    m_open.clear();
}

QUrl RawGateway::url() const
{
    const QString scheme = m_wire == Wire::Tls ? u"https"_s : u"http"_s;
    return QUrl(u"%1://127.0.0.1:%2/payment/"_s.arg(scheme).arg(m_server->serverPort()));
}

QString RawGateway::certificateFile() const
{
    return certificateFolder().filePath(u"certificate.pem"_s);
}

void RawGateway::answerWith(RawReply reply)
{
    m_answerer = [reply](const RawRequest &) { return reply; };
}

void RawGateway::endConnections(RawReply::Then how)
{
    for (QTcpSocket *socket : m_open.keys()) {
        endSocket(socket, how);
    }
}

void RawGateway::forget()
{
    m_requests.clear();
    m_bodiesBegun = 0;
}

QByteArray RawGateway::ok(const QByteArray &body, const QByteArray &moreHeaders)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain;charset=Windows-31J\r\nDate: Fri, 01 Mar 2013 "
           "02:59:36 GMT\r\n" +
           moreHeaders + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray RawGateway::okChunked(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain;charset=Windows-31J\r\nTransfer-Encoding: chunked\r\n"
           "Connection: close\r\nDate: Fri, 01 Mar 2013 02:59:36 GMT\r\n\r\n" +
           QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
}

void RawGateway::accept(QTcpSocket *socket)
{
    auto connection = std::make_shared<Connection>();
    connection->socket = socket;
    connection->number = ++m_connections;
    m_open.insert(socket, connection);
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_open.remove(socket);
        socket->deleteLater();
    });
    if (m_onAccept == OnAccept::Ignore) {
        return;
    }
    Connection *const raw = connection.get();
    connect(socket, &QTcpSocket::readyRead, this, [this, raw] { read(*raw); });
    connect(socket, &QTcpSocket::bytesWritten, this, [this, raw] { pourZeros(*raw); });
    if (auto *tls = qobject_cast<QSslSocket *>(socket)) {
        connect(tls, &QSslSocket::encryptedBytesWritten, this, [this, raw] { pourZeros(*raw); });
    }
    read(*raw);
}

void RawGateway::read(Connection &connection)
{
    const std::shared_ptr<Connection> keptAlive = m_open.value(connection.socket);
    connection.buffer += connection.socket->readAll();
    while (m_open.contains(connection.socket) && readOneRequest(connection)) {
    }
}

bool RawGateway::readOneRequest(Connection &connection)
{
    const qsizetype headEnd = connection.buffer.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return false;
    }
    if (m_resetAtNextHead) {
        m_resetAtNextHead = false;
        endSocket(connection.socket, RawReply::Then::Reset);
        return false;
    }
    const QByteArray head = connection.buffer.left(headEnd);
    const qsizetype bodyStart = headEnd + 4;
    if (connection.buffer.size() > bodyStart && !connection.bodyBegun) {
        connection.bodyBegun = true;
        ++m_bodiesBegun;
    }
    const qsizetype length = contentLengthOf(head);
    if (connection.buffer.size() < bodyStart + length) {
        return false;
    }
    const RawRequest request{head.split(' ').value(1), head, connection.buffer.mid(bodyStart, length),
                             connection.number};
    connection.buffer.remove(0, bodyStart + length);
    connection.bodyBegun = false;
    m_requests.append(request);
    reply(connection, m_answerer ? m_answerer(request) : RawReply{});
    return true;
}

void RawGateway::reply(Connection &connection, const RawReply &reply)
{
    if (reply.drip) {
        connection.dripping = reply.bytes;
        connection.dripTimer = std::make_unique<QTimer>();
        QTcpSocket *const socket = connection.socket;
        Connection *const raw = &connection;
        connect(connection.dripTimer.get(), &QTimer::timeout, socket, [socket, raw] {
            socket->write(raw->dripping.left(1));
            raw->dripping.remove(0, 1);
        });
        connection.dripTimer->start(100);
        return;
    }
    connection.socket->write(reply.bytes);
    if (reply.zeroBytes > 0) {
        connection.zerosLeft = reply.zeroBytes;
        pourZeros(connection);
    } else if (reply.then != RawReply::Then::KeepOpen) {
        // What was written has to be on its way before the end: the reply counts as cut, not as lost.
        connection.socket->flush();
        while (connection.socket->bytesToWrite() > 0 && connection.socket->waitForBytesWritten(1000)) {
        }
        endSocket(connection.socket, reply.then);
    }
}

void RawGateway::pourZeros(Connection &connection)
{
    constexpr qint64 piece = 64 * 1024;
    const auto *tls = qobject_cast<QSslSocket *>(connection.socket);
    const qint64 waiting = connection.socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
    if (connection.zerosLeft > 0 && waiting == 0) {
        const qint64 taken = connection.socket->write(QByteArray(std::min(piece, connection.zerosLeft), '0'));
        connection.zerosLeft -= std::max<qint64>(taken, 0);
        m_zeroBytesTaken += std::max<qint64>(taken, 0);
    }
}

void RawGateway::endSocket(QTcpSocket *socket, RawReply::Then how)
{
    if (how == RawReply::Then::Close) {
        socket->disconnectFromHost();
        return;
    }
    const linger atOnce{1, 0};
    setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    socket->abort();
}

} // namespace kessai::testing
