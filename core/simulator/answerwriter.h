#pragma once

#include "core/simulator/faultplan.h"
#include "core/simulator/httpconnection.h"

#include <QObject>
#include <QTimer>

namespace kessai::simulator {

/// One answer of the gateway before it is bytes.
struct GatewayAnswer
{
    int status = 200;
    QByteArray contentType = "text/plain;charset=Windows-31J";
    QByteArray date;     ///< of the Date header; empty: no such header
    QByteArray location; ///< of a redirect
    QByteArray body;
};

/// The answer as the recordings have it: chunked, and no Content-Length.
QByteArray answerHead(const GatewayAnswer &answer, bool keepAlive);
QByteArray answerBytes(const GatewayAnswer &answer, bool keepAlive);

/// Writes one answer whole, cut off, byte by byte, or 64 MiB long. Belongs to its connection and ends with
/// it.
class AnswerWriter : public QObject
{
    Q_OBJECT
public:
    AnswerWriter(HttpConnection &connection, const GatewayAnswer &answer, bool keepAlive);

    void write(const StruckFaults &faults);

private:
    void cutAfter(int bytes);
    void drip(int gapMs);
    void dripOne();
    void writeHuge();
    void writeHugePiece();

    HttpConnection &m_connection;
    GatewayAnswer m_answer;
    bool m_keepAlive;
    QTimer m_gap;
    QByteArray m_rest;
    qint64 m_fillerLeft = 0;
};

} // namespace kessai::simulator
