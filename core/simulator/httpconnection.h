#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace kessai::simulator {

struct HttpRequest
{
    QByteArray method;
    QByteArray path;                       ///< without query
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// One HTTP/1.1 connection of a client: reads one request at a time, tolerant of what clients write, within
/// bounds (head 32 KiB, body as given, 60 s for a request). The answer is written as raw bytes, so that it
/// can be wrong on purpose.
class HttpConnection : public QObject
{
    Q_OBJECT
public:
    /// Takes the socket over.
    HttpConnection(QTcpSocket *socket, qint64 largestBody, QObject *parent);

    void send(const QByteArray &bytes);
    /// Ends the answer: reads the next request, or closes when all is written.
    void finish(bool keepOpen);
    /// Closes with a TCP RST; what was not sent is lost.
    void reset();

signals:
    /// A complete request. The next one comes only after finish(true).
    void requestArrived(const HttpRequest &request);
    /// All bytes of send() left the program.
    void drained();

private:
    void readMore();
    void readRequest();
    [[nodiscard]] bool readHead(qsizetype end);
    void refuse(const QByteArray &statusLine);

    QTcpSocket *m_socket;
    qint64 m_largestBody;
    QByteArray m_buffer;
    HttpRequest m_request;
    qint64 m_bodySize = -1; ///< below 0 while the head is not complete
    bool m_answering = false;
    QTimer m_patience;
};

} // namespace kessai::simulator
