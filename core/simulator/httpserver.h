#pragma once

#include "core/base/result.h"
#include "core/simulator/certificate.h"
#include "core/simulator/httpconnection.h"

#include <QTcpServer>

#include <functional>
#include <optional>

namespace kessai::simulator {

/// Listens on 127.0.0.1 only and hands complete requests to a handler, which answers through the connection.
class HttpServer : public QTcpServer
{
    Q_OBJECT
public:
    using Handler = std::function<void(HttpConnection &, const HttpRequest &)>;

    HttpServer(Handler handler, qint64 largestBody, QObject *parent = nullptr);

    /// Answers by TLS with this certificate from now on, but for the connections whose handshake shall fail.
    void useTls(const ServerCertificate &certificate, std::function<bool()> handshakeFails);

    /// Port 0 takes a free one. The error is a sentence.
    Result<quint16, QString> start(quint16 port);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QTcpSocket *newSocket();
    void failHandshake(qintptr descriptor);

    Handler m_handler;
    qint64 m_largestBody;
    std::optional<ServerCertificate> m_certificate;
    std::function<bool()> m_handshakeFails;
};

} // namespace kessai::simulator
