#pragma once

#include "core/gmo/gatewayconfig.h"
#include "core/gmo/sendguard.h"
#include "core/gmo/suspendmeter.h"
#include "core/gmo/wireanswer.h"

#include <QNetworkRequest>
#include <QSslConfiguration>

#include <QCoro/QCoroTask>

namespace kessai {

class GatewaySlot;
class ReplyWatch;

/// The only class that opens a socket to the gateway (journal.md §13). Posts a form once and brings back what
/// came; knows nothing of what the fields mean. The slot must live until the task is done.
class GmoTransport
{
public:
    explicit GmoTransport(const GatewayConfig &config, SuspendMeter suspended = suspendedSinceBoot);

    /// @param endpoint such as "AlterTran.idPass"
    /// @param guard asked before the first byte of the body goes out; empty for reads
    QCoro::Task<WireAnswer> post(GatewaySlot &slot, QString endpoint, QByteArray body, SendGuard guard) const;

private:
    [[nodiscard]] QNetworkRequest requestFor(const QString &endpoint, qsizetype bodyLength) const;
    [[nodiscard]] QString reasonNotToSend(const GatewaySlot &slot, const QByteArray &body) const;
    void freshenConnection(GatewaySlot &slot) const;
    [[nodiscard]] ReplyWatch *start(GatewaySlot &slot, const QNetworkRequest &request, const QByteArray &body,
                                    const SendGuard &guard) const;
    [[nodiscard]] qint64 nowMs() const;

    QUrl m_baseUrl;
    QSslConfiguration m_tls;
    QString m_tlsProblem; ///< the additional root cannot be read
    std::chrono::milliseconds m_connectTimeout;
    std::chrono::milliseconds m_deadline;
    qsizetype m_bodyMaximumBytes;
    SuspendMeter m_suspended;
};

} // namespace kessai
