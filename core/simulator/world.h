#pragma once

#include "core/base/result.h"
#include "core/simulator/console.h"
#include "core/simulator/faultplan.h"
#include "core/simulator/ledger.h"
#include "core/simulator/ledgerentry.h"
#include "core/simulator/notificationqueue.h"
#include "core/simulator/shopper.h"
#include "core/simulator/simulatorclock.h"
#include "core/simulator/simulatoroptions.h"
#include "core/simulator/transactionbook.h"

namespace kessai::simulator {

/// Everything that the gateway knows: clock, transactions, ledger, faults. Every change is in the ledger file
/// before it is seen, so whatever an answer says survives a kill. Belongs to one thread.
class World
{
public:
    explicit World(const SimulatorOptions &options);

    /// Opens the ledger file and goes on from it. The clock goes on from the ledger's, unless `--now` is
    /// later.
    Result<Nothing, QString> open();

    [[nodiscard]] const SimulatorOptions &options() const { return m_options; }
    [[nodiscard]] const SimulatorClock &clock() const { return m_clock; }
    [[nodiscard]] const TransactionBook &book() const { return m_book; }
    [[nodiscard]] const QList<LedgerEntry> &entries() const { return m_entries; }
    /// What happened beside the calls, as `{"what":"console"|"shopper"|"time"|"seed", …}`, oldest first.
    [[nodiscard]] const QList<QJsonObject> &outside() const { return m_outside; }
    FaultPlan &faults() { return m_faults; }
    NotificationQueue &notifications() { return m_notifications; }
    [[nodiscard]] const NotificationQueue &notifications() const { return m_notifications; }

    /// Enters a request into the ledger and gives its sequence number. `pending` writes it to the file at
    /// once, for a request that will be settled later; 0 when that failed.
    qint64 arrive(const QString &call, const FormFields &fields, const QString &faultNames, bool pending);
    /// What the call would do now; nothing has changed yet. `inWork`: CallContext.
    [[nodiscard]] CallOutcome evaluate(const QString &call, const FormFields &fields,
                                       const QString &inWork = {}) const;
    /// The same as if the transaction's last effect were not seen yet.
    [[nodiscard]] CallOutcome evaluateAsBefore(const QString &call, const FormFields &fields) const;
    /// Makes the outcome of an arrived request true; a second one is that of its second delivery. False when
    /// the ledger could not be written: then nothing is.
    [[nodiscard]] bool settle(qint64 sequence, const CallOutcome &outcome);

    /// The OrderID that the request means: its own, or that of the transaction of its AccessID or MD.
    [[nodiscard]] QString orderIdOf(const FormFields &fields) const;

    /// Gives the drafts their AccessID, TranID and Approve; all or none.
    Result<QList<Transaction>, QString> seed(const QList<Transaction> &drafts);
    /// GMO's console behind the client's back.
    Result<Transaction, QString> operateConsole(const ConsoleWork &work);
    Result<Transaction, QString> actAsShopper(const ShopperAct &act);
    /// What has expired or is due by the clock becomes so. Every request and every look at the transactions
    /// begins with it.
    void letTimePass();

    Result<Nothing, QString> setNow(const QDateTime &instant);
    Result<Nothing, QString> advance(qint64 seconds);
    Result<Nothing, QString> setFrozen(bool frozen);

private:
    friend class WorldFile;

    Result<Nothing, QString> keepClock();
    [[nodiscard]] bool keepOutside(const QJsonObject &event, const QList<Transaction> &changed,
                                   const TransactionNumbers &numbers);
    Result<Transaction, QString> keepDeed(QJsonObject deed, const QString &orderId,
                                          const Result<Transaction, QString> &after,
                                          const TransactionNumbers &numbers);
    void commit(const QList<Transaction> &changed, const TransactionNumbers &numbers);

    SimulatorOptions m_options;
    GatewayContract m_contract;
    quint32 m_seed;
    SimulatorClock m_clock;
    TransactionBook m_book;
    Ledger m_ledger;
    FaultPlan m_faults;
    NotificationQueue m_notifications;
    QHash<QString, Transaction> m_before; ///< by OrderID: before the last effect of a call
    QList<LedgerEntry> m_entries;
    QList<QJsonObject> m_outside;
};

} // namespace kessai::simulator
