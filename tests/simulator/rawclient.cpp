#include "tests/simulator/rawclient.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <unistd.h>

namespace kessai {

namespace {

QByteArray dechunked(QByteArray rest, bool &complete)
{
    QByteArray body;
    while (true) {
        const qsizetype end = rest.indexOf("\r\n");
        if (end < 0) {
            return body;
        }
        const qsizetype size = rest.left(end).toLongLong(nullptr, 16);
        if (size == 0) {
            complete = rest.mid(end) == "\r\n\r\n";
            return body;
        }
        body += rest.mid(end + 2, size);
        rest.remove(0, end + 2 + size + 2);
    }
}

void parse(RawReply &reply)
{
    const qsizetype end = reply.bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    const QList<QByteArray> lines = reply.bytes.left(end).split('\n');
    reply.status = lines.constFirst().split(' ').value(1).toInt();
    for (qsizetype index = 1; index < lines.size(); ++index) {
        const qsizetype colon = lines.at(index).indexOf(':');
        reply.headers.insert(lines.at(index).left(colon).toLower(), lines.at(index).mid(colon + 1).trimmed());
    }
    const QByteArray rest = reply.bytes.mid(end + 4);
    if (reply.headers.value("transfer-encoding") == "chunked") {
        reply.body = dechunked(rest, reply.complete);
    } else {
        reply.body = rest;
        reply.complete = reply.headers.value("content-length").toLongLong() == rest.size();
    }
}

} // namespace

RawClient::RawClient(const QString &url) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(quint16(QUrl(url).port()));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        m_end = RawReply::End::Reset;
    }
}

RawClient::~RawClient()
{
    close();
}

void RawClient::close()
{
    if (m_socket >= 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

void RawClient::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count =
            ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0) {
            return;
        }
        sent += count;
    }
}

QByteArray RawClient::receive(int patienceMs)
{
    const timeval patience{patienceMs / 1000, (patienceMs % 1000) * 1000};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    QByteArray bytes(256 * 1024, Qt::Uninitialized);
    const ssize_t count = ::recv(m_socket, bytes.data(), size_t(bytes.size()), 0);
    if (count < 0) {
        m_end = errno == EAGAIN ? RawReply::End::Silent : RawReply::End::Reset;
    }
    bytes.resize(std::max<ssize_t>(0, count));
    return bytes;
}

RawReply RawClient::receiveAll(int patienceMs)
{
    RawReply reply;
    for (QByteArray bytes = receive(patienceMs); !bytes.isEmpty(); bytes = receive(patienceMs)) {
        reply.bytes += bytes;
    }
    reply.end = m_end;
    parse(reply);
    return reply;
}

QByteArray postBytes(const QString &baseUrl, const QString &path, const QByteArray &body)
{
    return "POST " + QUrl(baseUrl).path().toLatin1() + path.toLatin1() +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
           "application/x-www-form-urlencoded\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

RawReply post(const QString &baseUrl, const QString &path, const QByteArray &body, int patienceMs)
{
    RawClient client(baseUrl);
    client.send(postBytes(baseUrl, path, body));
    return client.receiveAll(patienceMs);
}

RawReply get(const QString &baseUrl, const QString &path)
{
    RawClient client(baseUrl);
    client.send("GET " + QUrl(baseUrl).path().toLatin1() + path.toLatin1() +
                " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    return client.receiveAll();
}

QByteArray valueIn(const QByteArray &body, const QByteArray &key)
{
    const QList<QByteArray> parts = body.split('&');
    for (const QByteArray &part : parts) {
        if (part.startsWith(key + '=')) {
            return part.mid(key.size() + 1);
        }
    }
    return {};
}

} // namespace kessai
