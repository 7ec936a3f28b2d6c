#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrl>

namespace kessai {

/// What came back over one connection until the other side ended it.
struct RawReply
{
    enum class End { Closed, Reset, Silent };

    QByteArray bytes; ///< as received
    End end = End::Closed;
    int status = 0;                        ///< 0 when no status line came
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;                       ///< without chunk marks
    bool complete = false;                 ///< the last chunk, or all of Content-Length, arrived
};

/// A plain socket without any help from an HTTP stack, so that a test sees exactly what the simulator sends.
/// Blocks; the simulator runs in its own thread or process.
class RawClient
{
public:
    explicit RawClient(const QString &url);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    void send(const QByteArray &bytes);
    /// Some bytes as soon as there are any; empty at the end or after the time.
    QByteArray receive(int patienceMs = 10'000);
    /// Everything until the other side ends.
    RawReply receiveAll(int patienceMs = 10'000);
    /// Ends our side at once.
    void close();

private:
    int m_socket;
    RawReply::End m_end = RawReply::End::Closed;
};

/// POST with Content-Length to `path` below the URL; the answer until the end of the connection.
RawReply post(const QString &baseUrl, const QString &path, const QByteArray &body, int patienceMs = 10'000);
RawReply get(const QString &baseUrl, const QString &path);

/// The bytes of such a POST.
QByteArray postBytes(const QString &baseUrl, const QString &path, const QByteArray &body);

/// The value of a key in the body of a gateway's answer; the values asked for have no `&` in them.
QByteArray valueIn(const QByteArray &body, const QByteArray &key);

} // namespace kessai
