#pragma once

#include "core/base/result.h"
#include "core/simulator/cardcalls.h"
#include "core/simulator/faultplan.h"
#include "core/simulator/ledger.h"
#include "core/simulator/ledgerentry.h"
#include "core/simulator/simulatorclock.h"
#include "core/simulator/simulatoroptions.h"
#include "core/simulator/transactionbook.h"
#include "core/simulator/transactionseed.h"

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
    /// What happened beside the calls, as `{"what":"console"|"shopper"|"seed"|"clock", …}`, oldest first.
    [[nodiscard]] const QList<QJsonObject> &outside() const { return m_outside; }
    FaultPlan &faults() { return m_faults; }

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

    /// All or none.
    Result<QList<CardTransaction>, QString> seed(const QList<TransactionSeed> &seeds);
    /// GMO's console behind the client's back: a word of AlterTran, or AUTH / CAPTURE on an open transaction
    /// as an amount change. Without amount the present total. Errors: the gateway's code or a sentence.
    Result<CardTransaction, QString> operateConsole(const QString &orderId, const QString &jobCd,
                                                    std::optional<Yen> amount);
    /// The shopper: pay and finish end the payment, giveUp and refuse leave 3-D Secure; expire is not for
    /// cards.
    Result<CardTransaction, QString> actAsShopper(const QString &orderId, const QString &does);

    Result<Nothing, QString> setNow(const QDateTime &instant);
    Result<Nothing, QString> advance(qint64 seconds);
    Result<Nothing, QString> setFrozen(bool frozen);

private:
    friend class WorldFile;

    Result<Nothing, QString> keepClock();
    [[nodiscard]] bool keepOutside(const QJsonObject &event, const QList<CardTransaction> &changed,
                                   const TransactionNumbers &numbers);
    void commit(const QList<CardTransaction> &changed, const TransactionNumbers &numbers);

    SimulatorOptions m_options;
    GatewayContract m_contract;
    quint32 m_seed;
    SimulatorClock m_clock;
    TransactionBook m_book;
    Ledger m_ledger;
    FaultPlan m_faults;
    QHash<QString, CardTransaction> m_before; ///< by OrderID: before the last effect of a call
    QList<LedgerEntry> m_entries;
    QList<QJsonObject> m_outside;
};

} // namespace kessai::simulator
