#include "core/gmo/gmotransport.h"

#include "core/base/seams.h"
#include "core/gmo/gatewayslot.h"
#include "core/gmo/oneshotbody.h"
#include "core/gmo/replywatch.h"

#include "kessai/version.h"

#include <QCoro/QCoroSignal>

#include <QNetworkReply>
#include <QSslCertificate>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kessai {
namespace {

/// An idle connection older than this is not used again (journal.md §13.2).
constexpr std::chrono::milliseconds idleMaximum = 3s;

struct LaterDeleter
{
    void operator()(QObject *object) const { object->deleteLater(); }
};

WireAnswer notSent(const QString &problem)
{
    WireAnswer answer;
    answer.problem = problem;
    return answer;
}

} // namespace

GmoTransport::GmoTransport(const GatewayConfig &config, SuspendMeter suspended)
    : m_baseUrl(config.baseUrl)
    , m_tls(QSslConfiguration::defaultConfiguration())
    , m_connectTimeout(config.connectTimeout)
    , m_deadline(config.deadline)
    , m_bodyMaximumBytes(config.bodyMaximumBytes)
    , m_suspended(std::move(suspended))
{
    m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!config.certificateAuthorityFile.isEmpty() && isLoopbackHost(m_baseUrl.host())) {
        const QList<QSslCertificate> roots = QSslCertificate::fromPath(
            config.certificateAuthorityFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
        m_tls.addCaCertificates(roots);
        if (roots.isEmpty()) {
            m_tlsProblem = u"%1 holds no certificate"_s.arg(config.certificateAuthorityFile);
        }
    }
}

QCoro::Task<WireAnswer> GmoTransport::post(GatewaySlot &slot, QString endpoint, QByteArray body,
                                           SendGuard guard) const
{
    const QString reason = reasonNotToSend(slot, body);
    if (!reason.isEmpty()) {
        co_return notSent(reason);
    }
    freshenConnection(slot);
    slot.m_busy = true;
    const QNetworkRequest request = requestFor(endpoint, body.size());
    const std::unique_ptr<ReplyWatch, LaterDeleter> watch(start(slot, request, body, guard));
    if (!watch->hasEnded()) {
        co_await qCoro(watch.get(), &ReplyWatch::ended);
    }
    slot.m_busy = false;
    slot.m_lastUseMs = nowMs();
    co_return watch->takeAnswer();
}

QString GmoTransport::reasonNotToSend(const GatewaySlot &slot, const QByteArray &body) const
{
    if (slot.m_busy) {
        return u"the slot has a request in flight"_s;
    }
    if (body.isEmpty()) {
        return u"the request is empty"_s;
    }
    const bool plainLoopback = m_baseUrl.scheme() == "http"_L1 && isLoopbackHost(m_baseUrl.host());
    if (m_baseUrl.scheme() != "https"_L1 && !plainLoopback) {
        return u"the gateway address is neither https nor on this machine"_s;
    }
    return m_tlsProblem;
}

void GmoTransport::freshenConnection(GatewaySlot &slot) const
{
    // Never with a request in flight: the other replies would not finish.
    if (slot.m_lastUseMs != 0 && nowMs() - slot.m_lastUseMs > idleMaximum.count()) {
        slot.m_network.clearConnectionCache();
    }
}

QNetworkRequest GmoTransport::requestFor(const QString &endpoint, qsizetype bodyLength) const
{
    QNetworkRequest request(m_baseUrl.resolved(QUrl(endpoint)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setHeader(QNetworkRequest::ContentLengthHeader, bodyLength);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"KessaiDesk/"_s + programVersion);
    request.setRawHeader("Accept-Encoding", "identity"); // nothing to unpack, so BODY_MAX counts what came
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

ReplyWatch *GmoTransport::start(GatewaySlot &slot, const QNetworkRequest &request, const QByteArray &body,
                                const SendGuard &guard) const
{
    const WireLimits limits{m_connectTimeout, m_deadline, m_bodyMaximumBytes, m_suspended};
    if (KESSAI_SWITCHED_OFF("one-shot-body")) {
        return new ReplyWatch(slot.m_network.post(request, body), nullptr, limits);
    }
    auto *device = new OneShotBody(body, guard);
    QNetworkReply *reply = slot.m_network.post(request, device);
    device->setParent(reply);
    return new ReplyWatch(reply, device, limits);
}

qint64 GmoTransport::nowMs() const
{
    // Time that goes on while the machine sleeps: an idle connection ages then too.
    const auto awake = std::chrono::steady_clock::now().time_since_epoch();
    return (std::chrono::duration_cast<std::chrono::milliseconds>(awake) + m_suspended()).count();
}

} // namespace kessai
