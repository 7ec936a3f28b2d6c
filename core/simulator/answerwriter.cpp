#include "core/simulator/answerwriter.h"

#include <algorithm>

namespace kessai::simulator {

namespace {

constexpr qint64 HugeBody = 64LL * 1024 * 1024;
constexpr qint64 HugePiece = 64 * 1024;

QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 302:
        return "Found";
    case 404:
        return "Not Found";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

QByteArray answerHead(const GatewayAnswer &answer, bool keepAlive)
{
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonOf(answer.status) + "\r\n";
    head += "Server: nginx\r\n";
    if (!answer.date.isEmpty()) {
        head += "Date: " + answer.date + "\r\n";
    }
    head += "Content-Type: " + answer.contentType + "\r\n";
    if (!answer.location.isEmpty()) {
        head += "Location: " + answer.location + "\r\n";
    }
    head += "Transfer-Encoding: chunked\r\n";
    head += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

QByteArray answerBytes(const GatewayAnswer &answer, bool keepAlive)
{
    const QByteArray body = answer.body.isEmpty() ? QByteArray() : chunk(answer.body);
    return answerHead(answer, keepAlive) + body + "0\r\n\r\n";
}

AnswerWriter::AnswerWriter(HttpConnection &connection, const GatewayAnswer &answer, bool keepAlive)
    : QObject(&connection), m_connection(connection), m_answer(answer), m_keepAlive(keepAlive)
{
}

void AnswerWriter::write(const StruckFaults &faults)
{
    if (const Fault *cut = faults.find(FaultKind::CutAfter)) {
        cutAfter(cut->bytes);
    } else if (const Fault *slow = faults.find(FaultKind::Drip)) {
        drip(slow->ms);
    } else if (faults.has(FaultKind::Huge)) {
        writeHuge();
    } else {
        m_connection.send(answerBytes(m_answer, m_keepAlive));
        m_connection.finish(m_keepAlive);
        deleteLater();
    }
}

void AnswerWriter::cutAfter(int bytes)
{
    m_connection.send(answerBytes(m_answer, m_keepAlive).left(bytes));
    m_connection.finish(false);
}

void AnswerWriter::drip(int gapMs)
{
    m_rest = answerBytes(m_answer, m_keepAlive);
    m_gap.setInterval(gapMs);
    connect(&m_gap, &QTimer::timeout, this, &AnswerWriter::dripOne);
    m_gap.start();
}

void AnswerWriter::dripOne()
{
    m_connection.send(m_rest.left(1));
    m_rest.remove(0, 1);
    if (m_rest.isEmpty()) {
        m_gap.stop();
        m_connection.finish(m_keepAlive);
        deleteLater();
    }
}

/// The true answer with one more key whose value has no end; a reader without a bound takes all of it.
void AnswerWriter::writeHuge()
{
    m_fillerLeft = HugeBody;
    connect(&m_connection, &HttpConnection::drained, this, &AnswerWriter::writeHugePiece);
    m_connection.send(answerHead(m_answer, m_keepAlive) + chunk(m_answer.body + "&Filler="));
}

void AnswerWriter::writeHugePiece()
{
    const qint64 size = std::min(m_fillerLeft, HugePiece);
    m_fillerLeft -= size;
    if (size > 0) {
        m_connection.send(chunk(QByteArray(size, 'x')));
        return;
    }
    disconnect(&m_connection, nullptr, this, nullptr);
    m_connection.send("0\r\n\r\n");
    m_connection.finish(m_keepAlive);
    deleteLater();
}

} // namespace kessai::simulator
