#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

class QTcpSocket;

namespace kessai::testing {

/// A POST that reached the gateway with its whole body.
struct RawRequest
{
    QByteArray path;
    QByteArray head; ///< request line and header lines
    QByteArray body;
    int connection = 0; ///< number of the connection, from 1
};

/// What the gateway does with a request: it writes bytes, then ends or keeps the connection.
struct RawReply
{
    enum class Then {
        KeepOpen, ///< keeps the connection; with no bytes the client hangs
        Close,    ///< FIN
        Reset,    ///< RST
    };
    QByteArray bytes;
    Then then = Then::KeepOpen;
    bool drip = false;    ///< one byte every 100 ms
    qint64 zeroBytes = 0; ///< so many more bytes after `bytes`, in pieces
};

/// An HTTP server made of plain bytes, for misbehaving: plain or TLS, on a free loopback port, on the
/// caller's thread.
class RawGateway final : public QObject
{
    Q_OBJECT

public:
    enum class Wire { Plain, Tls };
    enum class OnAccept { Serve, Ignore };
    using Answerer = std::function<RawReply(const RawRequest &)>;

    explicit RawGateway(Wire wire, OnAccept onAccept = OnAccept::Serve);
    ~RawGateway() override;

    /// Ends in /payment/.
    [[nodiscard]] QUrl url() const;
    /// The self-signed certificate, as a root for the client.
    [[nodiscard]] QString certificateFile() const;

    /// How every later request is answered.
    void answerWith(RawReply reply);
    void answerWith(Answerer answerer) { m_answerer = std::move(answerer); }
    /// Ends the connections as soon as the header of the next request is there and no body byte was read.
    void resetAtNextHead() { m_resetAtNextHead = true; }
    void endConnections(RawReply::Then how);

    [[nodiscard]] const QList<RawRequest> &requests() const { return m_requests; }
    /// Requests of which at least one body byte arrived.
    [[nodiscard]] int bodiesBegun() const { return m_bodiesBegun; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qint64 zeroBytesTaken() const { return m_zeroBytesTaken; }
    void forget();

    /// HTTP 200 with Content-Length, on a connection that is kept.
    static QByteArray ok(const QByteArray &body, const QByteArray &moreHeaders = {});
    /// As the gateway was recorded: chunked, Connection: close.
    static QByteArray okChunked(const QByteArray &body);

private:
    struct Connection;

    void accept(QTcpSocket *socket);
    void read(Connection &connection);
    bool readOneRequest(Connection &connection);
    void reply(Connection &connection, const RawReply &reply);
    void pourZeros(Connection &connection);
    static void endSocket(QTcpSocket *socket, RawReply::Then how);

    std::unique_ptr<QTcpServer> m_server;
    Wire m_wire;
    OnAccept m_onAccept;
    Answerer m_answerer;
    QHash<QTcpSocket *, std::shared_ptr<Connection>> m_open;
    QList<RawRequest> m_requests;
    int m_bodiesBegun = 0;
    int m_connections = 0;
    qint64 m_zeroBytesTaken = 0;
    bool m_resetAtNextHead = false;
};

} // namespace kessai::testing
