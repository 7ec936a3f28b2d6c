#include "core/gmo/gatewayconfig.h"

#include "core/base/sentence.h"

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
    return refused(
        Sentence::tr("%1 はGMOの接続先ではありません。アドレスを確認するか、--set gateway.allowHost=%1 "
                     "でこのホストを許可してください。")
            .arg(host));
}

} // namespace

EnvironmentVerdict environmentOf(const QUrl &gatewayUrl, const QString &allowedHost)
{
    const QString host = gatewayUrl.host().toLower();
    if (!gatewayUrl.isValid() || host.isEmpty()) {
        return refused(Sentence::tr(
            "接続先がURLではありません。https://pt01.mul-pay.jp/payment/ のように指定してください。"));
    }
    if (!gatewayUrl.userInfo().isEmpty() || gatewayUrl.hasQuery() || gatewayUrl.hasFragment()) {
        return refused(Sentence::tr(
            "接続先にホストとパス以外が含まれています。ユーザー名、? と # を除いて指定してください。"));
    }
    if (gatewayUrl.scheme() != "https"_L1 && gatewayUrl.scheme() != "http"_L1) {
        return refused(Sentence::tr(
            "接続先が https:// で始まっていません。https:// で始まるアドレスを指定してください。"));
    }
    if (gatewayUrl.scheme() == "http"_L1 && !isLoopbackHost(host)) {
        return refused(
            Sentence::tr(
                "http:// はこのコンピューター内の接続先だけに使えます。%1 には https:// を使ってください。")
                .arg(host));
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
