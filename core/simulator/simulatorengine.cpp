#include "core/simulator/simulatorengine.h"

#include "core/simulator/certificate.h"

#include <QDir>

namespace kessai::simulator {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 LargestGatewayBody = 256 * 1024;
constexpr qint64 LargestControlBody = 64LL * 1024 * 1024; // a list of some hundred thousand transactions
} // namespace

SimulatorEngine::SimulatorEngine(const SimulatorOptions &options)
    : world(options)
    , m_gatewayPort(world)
    , m_controlPort(world)
    , m_notificationSender(world)
    , m_gateway([this](HttpConnection &connection,
                       const HttpRequest &request) { m_gatewayPort.handle(connection, request); },
                LargestGatewayBody, this)
    , m_control([this](HttpConnection &connection,
                       const HttpRequest &request) { m_controlPort.handle(connection, request); },
                LargestControlBody, this)
{
    m_gatewayPort.setParent(this);
    m_notificationSender.setParent(this);
    world.notifications().setAddress(options.notificationUrl);
}

Result<Nothing, QString> SimulatorEngine::start()
{
    auto opened = world.open();
    if (!opened) {
        return opened;
    }
    if (world.options().tls) {
        const auto secured = useTls();
        if (!secured) {
            return secured;
        }
    }
    const auto gatewayPort = m_gateway.start(world.options().gatewayPort);
    if (!gatewayPort) {
        return failure(gatewayPort.error());
    }
    const auto controlPort = m_control.start(world.options().controlPort);
    if (!controlPort) {
        return failure(controlPort.error());
    }
    m_notificationSender.start();
    const QString scheme = world.options().tls ? u"https"_s : u"http"_s;
    gatewayUrl = u"%1://127.0.0.1:%2/payment/"_s.arg(scheme).arg(gatewayPort.value());
    controlUrl = u"http://127.0.0.1:%1/"_s.arg(controlPort.value());
    return Nothing{};
}

Result<Nothing, QString> SimulatorEngine::useTls()
{
    const auto certificate = makeLoopbackCertificate();
    if (!certificate) {
        return failure(certificate.error());
    }
    m_certificate.setFileTemplate(QDir::tempPath() + u"/gmo-simulator-XXXXXX.pem"_s);
    const QByteArray text = certificate.value().certificate.toPem();
    if (!m_certificate.open() || m_certificate.write(text) != text.size() || !m_certificate.flush()) {
        return failure(u"The certificate cannot be written: %1."_s.arg(m_certificate.errorString()));
    }
    certificateFile = m_certificate.fileName();
    m_gateway.useTls(certificate.value(), [this] { return world.faults().strikeHandshake(); });
    return Nothing{};
}

} // namespace kessai::simulator
