#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace kessai::simulator {

/// What gmo-simulator can be told when it starts (design.md §9). The defaults are those of the program.
struct SimulatorOptions
{
    quint16 gatewayPort = 0; ///< 0 takes a free one
    quint16 controlPort = 0; ///< 0 takes a free one
    QString ledgerFile{};    ///< empty: the ledger lives in memory only
    QString shopId = QStringLiteral("tshop00000001");
    QString shopPass = QStringLiteral("dummypass1");
    QString siteId = QStringLiteral("tsite00000001");
    QString sitePass = QStringLiteral("dummypass2");
    std::optional<QDateTime> now{}; ///< an instant; where the clock starts. A later time in the ledger wins
    bool tls = false;
    bool keepAlive = false;
    int latencyMs = 0;                  ///< added to each answer of the gateway
    std::optional<quint32> seed{};      ///< of faults by probability and of ids; without it each run differs
    int captureDays = 90;               ///< of a card; 60 or 90 (protocol.md §11)
    bool docomoFromNoon = false;        ///< MultiRules
    std::optional<int> walletSeconds{}; ///< MultiRules
    QString notificationUrl{};          ///< where result notifications are posted; empty: nowhere
};

} // namespace kessai::simulator
