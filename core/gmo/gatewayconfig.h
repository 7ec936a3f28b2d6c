#pragma once

#include "core/base/loopbackhost.h"
#include "core/base/secret.h"

#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace kessai {

/// Which gateway and as whom (design.md §7). Plain http is for loopback addresses only.
struct GatewayConfig
{
    QUrl baseUrl; ///< ends in /payment/
    QString shopId;
    Secret shopPass;
    QString certificateAuthorityFile; ///< an additional root, for loopback gateways only; "" none
    std::chrono::milliseconds connectTimeout{10'000}; ///< T_CONNECT
    std::chrono::milliseconds deadline{60'000};       ///< T_DEADLINE, our own timer
    qsizetype bodyMaximumBytes = 64 * 1024;           ///< BODY_MAX (journal.md §3)
};

/// Live, test, practice (loopback) or an explicitly allowed other host.
enum class GatewayEnvironment { Live, Test, Practice, AllowedHost };

/// Where a gateway URL belongs; nothing when it is refused. `reason` then says why and what to do, for staff.
/// @param allowedHost the setting gateway.allowHost, "" for none
struct EnvironmentVerdict
{
    std::optional<GatewayEnvironment> environment;
    QString reason;
};
EnvironmentVerdict environmentOf(const QUrl &gatewayUrl, const QString &allowedHost);
/// "live", "test", "practice", "host:NAME": what the database keeps at setup.
QString codeOf(GatewayEnvironment environment, const QUrl &gatewayUrl);

} // namespace kessai
