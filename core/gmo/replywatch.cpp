#include "core/gmo/replywatch.h"

#include "core/base/japantime.h"
#include "core/gmo/oneshotbody.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kessai {
namespace {

constexpr auto tickInterval = 50ms;

} // namespace

ReplyWatch::ReplyWatch(QNetworkReply *reply, OneShotBody *body, WireLimits limits)
    : m_reply(reply)
    , m_body(body)
    , m_limits(std::move(limits))
    , m_suspendedAtBegin(m_limits.suspended())
    , m_ordinaryUpload(body == nullptr)
{
    // Bounds the memory also when this thread is late.
    reply->setReadBufferSize(m_limits.bodyMaximumBytes + 1);
    connect(reply, &QNetworkReply::readyRead, this, &ReplyWatch::readMore);
    connect(reply, &QNetworkReply::finished, this, &ReplyWatch::finish);
    if (body) {
        // Queued: the stack is in the middle of reading the body.
        connect(body, &OneShotBody::guardRefused, this, &ReplyWatch::guardSaidNo, Qt::QueuedConnection);
    }
    connect(&m_timer, &QTimer::timeout, this, &ReplyWatch::tick);
    m_timer.start(tickInterval);
}

ReplyWatch::~ReplyWatch()
{
    if (!m_ended) {
        end(u"given up"_s);
    }
}

void ReplyWatch::readMore()
{
    if (m_ended) {
        return;
    }
    m_answer.body += m_reply->read(m_limits.bodyMaximumBytes + 1 - m_answer.body.size());
    if (m_answer.body.size() > m_limits.bodyMaximumBytes) {
        m_answer.body.clear();
        end(u"the answer is longer than %1 bytes"_s.arg(m_limits.bodyMaximumBytes));
    }
}

void ReplyWatch::finish()
{
    readMore();
    if (m_ended) {
        return;
    }
    if (hasSlept()) {
        end(u"the machine slept during the request"_s);
        return;
    }
    end(problemOfReply());
}

void ReplyWatch::tick()
{
    const auto elapsed = std::chrono::steady_clock::now() - m_begun;
    if (!m_reply) {
        end(u"the connection's owner is gone"_s);
    } else if (hasSlept()) {
        end(u"the machine slept during the request"_s);
    } else if (elapsed >= m_limits.deadline) {
        end(u"no answer within %1 ms"_s.arg(m_limits.deadline.count()));
    } else if (!bodyOffered() && elapsed >= m_limits.connectTimeout) {
        end(u"no connection within %1 ms"_s.arg(m_limits.connectTimeout.count()));
    }
}

void ReplyWatch::guardSaidNo()
{
    end(u"too late to send, or no longer ours to send"_s);
}

void ReplyWatch::end(const QString &problem)
{
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_timer.stop();
    m_answer.bodyOffered = bodyOffered();
    m_answer.problem = problem;
    m_answer.complete = problem.isEmpty();
    if (m_body) {
        m_body->shut();
    }
    if (m_reply) {
        const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
        if (status.isValid()) {
            m_answer.httpStatus = status.toInt();
        }
        m_answer.gatewayDate = japantime::fromHttpDate(m_reply->rawHeader("Date"));
        m_reply->disconnect(this);
        if (m_reply->error() == QNetworkReply::NoError) {
            m_reply->abort(); // a reply that has failed already ends by itself
        }
        m_reply->deleteLater();
    }
    emit ended();
}

bool ReplyWatch::bodyOffered() const
{
    // A body that went away with its reply tells nothing: it may have been offered.
    return m_ordinaryUpload || !m_body || m_body->offered();
}

bool ReplyWatch::hasSlept() const
{
    return m_limits.suspended() - m_suspendedAtBegin > suspendTolerance;
}

QString ReplyWatch::problemOfReply() const
{
    const QVariant status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (m_reply->error() == QNetworkReply::NoError && status.toInt() == 200) {
        return {};
    }
    if (status.isValid() && status.toInt() != 200) {
        return u"HTTP status %1"_s.arg(status.toInt());
    }
    const QMetaEnum errors = QMetaEnum::fromType<QNetworkReply::NetworkError>();
    return u"%1 (%2)"_s.arg(m_reply->errorString(), QString::fromLatin1(errors.valueToKey(m_reply->error())));
}

} // namespace kessai
