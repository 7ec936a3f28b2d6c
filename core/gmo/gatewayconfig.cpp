#include "core/gmo/gatewayconfig.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace kessai {
namespace {

EnvironmentVerdict refused(const QString &reason)
{
    return {std::nullopt, reason};
}

EnvironmentVerdict environmentOfHost(const QString &host, const QString &allowedHost)
{
    if (isLoopbackHost(host)) {
        return {GatewayEnvironment::Practice, {}};
    }
    if (host == "p01.mul-pay.jp"_L1) {
        return {GatewayEnvironment::Live, {}};
    }
    if (host == "pt01.mul-pay.jp"_L1) {
        return {GatewayEnvironment::Test, {}};
    }
    if (!allowedHost.isEmpty() && host == allowedHost.toLower()) {
        return {GatewayEnvironment::AllowedHost, {}};
    }
    return refused(u"%1 is no known gateway. Check the address, or allow the host with "
                   "--set gateway.allowHost=%1."_s.arg(host));
}

} // namespace

EnvironmentVerdict environmentOf(const QUrl &gatewayUrl, const QString &allowedHost)
{
    const QString host = gatewayUrl.host().toLower();
    if (!gatewayUrl.isValid() || host.isEmpty()) {
        return refused(
            u"The gateway address is not a URL. Give one such as https://pt01.mul-pay.jp/payment/."_s);
    }
    if (!gatewayUrl.userInfo().isEmpty() || gatewayUrl.hasQuery() || gatewayUrl.hasFragment()) {
        return refused(
            u"The gateway address holds more than host and path. Give it without user name, ? and #."_s);
    }
    if (gatewayUrl.scheme() != "https"_L1 && gatewayUrl.scheme() != "http"_L1) {
        return refused(u"The gateway address does not begin with https. Give one that does."_s);
    }
    if (gatewayUrl.scheme() == "http"_L1 && !isLoopbackHost(host)) {
        return refused(u"Plain http is for gateways on this machine only. Use https for %1."_s.arg(host));
    }
    return environmentOfHost(host, allowedHost);
}

QString codeOf(GatewayEnvironment environment, const QUrl &gatewayUrl)
{
    switch (environment) {
    case GatewayEnvironment::Live:
        return u"live"_s;
    case GatewayEnvironment::Test:
        return u"test"_s;
    case GatewayEnvironment::Practice:
        return u"practice"_s;
    case GatewayEnvironment::AllowedHost:
        return u"host:"_s + gatewayUrl.host().toLower();
    }
    Q_UNREACHABLE();
}

} // namespace kessai
