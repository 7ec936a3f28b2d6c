#pragma once

#include "core/simulator/controlport.h"
#include "core/simulator/gatewayport.h"
#include "core/simulator/httpserver.h"
#include "core/simulator/notificationsender.h"

#include <QTemporaryFile>

namespace kessai::simulator {

/// What lives in the simulator's thread: the world, its two ports, and what it tells the shop.
class SimulatorEngine : public QObject
{
    Q_OBJECT
public:
    explicit SimulatorEngine(const SimulatorOptions &options);

    /// Opens the ledger and both ports. The error is a sentence.
    Result<Nothing, QString> start();

    World world;
    QString gatewayUrl;
    QString controlUrl;
    QString certificateFile;

private:
    Result<Nothing, QString> useTls();

    GatewayPort m_gatewayPort;
    ControlPort m_controlPort;
    NotificationSender m_notificationSender;
    HttpServer m_gateway;
    HttpServer m_control;
    QTemporaryFile m_certificate;
};

} // namespace kessai::simulator
