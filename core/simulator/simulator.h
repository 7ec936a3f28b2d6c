#pragma once

#include "core/base/result.h"
#include "core/simulator/faultplan.h"
#include "core/simulator/ledgerentry.h"
#include "core/simulator/shopper.h"
#include "core/simulator/simulatoroptions.h"
#include "core/simulator/transactionseed.h"

#include <QString>
#include <QThread>

#include <memory>

namespace kessai::simulator {

class SimulatorEngine;

/// A GMO gateway on this machine, in a thread of its own, so that it goes on while the caller's thread is
/// busy. It is what gmo-simulator, `kessai-desk --practice` and the tests run:
///
///     simulator::Simulator gateway({.now = someInstant});
///     gateway.start();                                        // check the result
///     gateway.seedTransactions({{.orderId = u"272"_s, .amount = {3200}}});
///     gateway.addFaults({{.kind = FaultKind::DropAfter, .call = u"AlterTran"_s, .nth = 1}});
///     … gateway.gatewayUrl(), gateway.shopId(), gateway.shopPass() …
///     gateway.arrived(u"AlterTran"_s);                        // 1
///
/// Every function but start() and stop() needs a started simulator. Functions wait for the simulator's
/// thread; none of them waits for a client. Times are instants.
class Simulator
{
public:
    explicit Simulator(const SimulatorOptions &options = {});
    ~Simulator();
    Simulator(const Simulator &) = delete;
    Simulator &operator=(const Simulator &) = delete;

    /// Opens the ledger and both ports. The error is a sentence.
    Result<Nothing, QString> start();
    /// Closes ports and ledger; open exchanges end without an answer. start() may be called again.
    void stop();

    [[nodiscard]] QString gatewayUrl() const { return m_gatewayUrl; } ///< `http://127.0.0.1:N/payment/`
    [[nodiscard]] QString controlUrl() const { return m_controlUrl; } ///< `http://127.0.0.1:M/`
    [[nodiscard]] QString certificateFile() const { return m_certificateFile; } ///< PEM; empty without TLS
    [[nodiscard]] QString shopId() const { return m_options.shopId; }
    [[nodiscard]] QString shopPass() const { return m_options.shopPass; }

    /// Card payments. All or none; the error says which is wrong.
    Result<QList<CardTransaction>, QString> seedTransactions(const QList<TransactionSeed> &seeds);
    [[nodiscard]] QList<CardTransaction> transactions() const;
    [[nodiscard]] std::optional<CardTransaction> transaction(const QString &orderId) const;

    /// The same for the other pay types.
    Result<QList<MultiTransaction>, QString> seedMulti(const QList<MultiSeed> &seeds);
    [[nodiscard]] QList<MultiTransaction> multiTransactions() const;
    [[nodiscard]] std::optional<MultiTransaction> multiTransaction(const QString &orderId) const;

    [[nodiscard]] QDateTime now() const;
    void setNow(const QDateTime &instant);
    void advance(qint64 seconds);
    void setFrozen(bool frozen);

    void addFaults(const QList<Fault> &faults);
    void clearFaults();

    /// Requests in order of arrival; those without effect are in it too.
    [[nodiscard]] QList<LedgerEntry> ledger() const;
    /// How many requests of this call arrived whole, also those that a fault then dropped. Empty: of any
    /// call.
    [[nodiscard]] int arrived(const QString &call = {}) const;

    /// GMO's console behind the client's back, of any pay type (console.h).
    Result<Transaction, QString> operateConsole(const QString &orderId, const QString &jobCd,
                                                std::optional<Yen> amount = {});
    /// The shopper, the store, the carrier or the wallet (shopper.h).
    Result<Transaction, QString> actAsShopper(const QString &orderId, const QString &does);
    Result<Transaction, QString> actAsShopper(const ShopperAct &act);

private:
    SimulatorOptions m_options;
    QThread m_thread;
    std::unique_ptr<SimulatorEngine> m_engine;
    QString m_gatewayUrl;
    QString m_controlUrl;
    QString m_certificateFile;
};

} // namespace kessai::simulator
