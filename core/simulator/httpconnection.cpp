#include "core/simulator/httpconnection.h"

#include <sys/socket.h>

namespace kessai::simulator {

namespace {

constexpr qsizetype LargestHead = 32 * 1024;
constexpr int PatienceMs = 60'000;

} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, qint64 largestBody, QObject *parent)
    : QObject(parent), m_socket(socket), m_largestBody(largestBody)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(1024 * 1024);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_patience.setSingleShot(true);
    m_patience.start(PatienceMs);
    connect(&m_patience, &QTimer::timeout, m_socket, &QTcpSocket::abort);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        if (m_socket->bytesToWrite() == 0) {
            emit drained();
        }
    });
}

void HttpConnection::readMore()
{
    // While an answer is under way the rest stays in the socket, whose buffer is bounded.
    if (m_answering) {
        return;
    }
    m_buffer += m_socket->readAll();
    readRequest();
}

void HttpConnection::readRequest()
{
    if (m_bodySize < 0) {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0 || end > LargestHead) {
            if (m_buffer.size() > LargestHead) {
                refuse("431 Request Header Fields Too Large");
            }
            return;
        }
        if (!readHead(end)) {
            return;
        }
    }
    if (m_buffer.size() < m_bodySize) {
        return;
    }
    m_request.body = m_buffer.left(m_bodySize);
    m_buffer.remove(0, m_bodySize);
    m_bodySize = -1;
    m_answering = true;
    m_patience.stop();
    emit requestArrived(m_request);
}

bool HttpConnection::readHead(qsizetype end)
{
    const QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    const QList<QByteArray> words = lines.constFirst().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1.")) {
        refuse("400 Bad Request");
        return false;
    }
    m_request = {words.at(0), words.at(1).left(words.at(1).indexOf('?')), {}, {}};
    if (!words.at(1).contains('?')) {
        m_request.path = words.at(1);
    }
    for (qsizetype index = 1; index < lines.size(); ++index) {
        const qsizetype colon = lines.at(index).indexOf(':');
        if (colon > 0) {
            m_request.headers.insert(lines.at(index).left(colon).trimmed().toLower(),
                                     lines.at(index).mid(colon + 1).trimmed());
        }
    }
    bool isNumber = true;
    const QByteArray length = m_request.headers.value("content-length");
    const qint64 size = length.isEmpty() ? 0 : length.toLongLong(&isNumber);
    if (!isNumber || size < 0) {
        refuse("400 Bad Request");
        return false;
    }
    if (m_request.headers.contains("transfer-encoding")) {
        refuse("411 Length Required");
        return false;
    }
    if (size > m_largestBody) {
        refuse("413 Content Too Large");
        return false;
    }
    m_bodySize = size;
    if (m_request.headers.value("expect").toLower() == "100-continue") {
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    }
    return true;
}

void HttpConnection::refuse(const QByteArray &statusLine)
{
    m_answering = true;
    send("HTTP/1.1 " + statusLine + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    finish(false);
}

void HttpConnection::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
}

void HttpConnection::finish(bool keepOpen)
{
    m_patience.start(PatienceMs); // also for a client that does not take the rest of its answer
    if (!keepOpen) {
        m_socket->disconnectFromHost();
        return;
    }
    m_answering = false;
    readMore();
}

void HttpConnection::reset()
{
    const linger immediately{1, 0};
    ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &immediately, sizeof immediately);
    m_socket->abort();
}

} // namespace kessai::simulator
