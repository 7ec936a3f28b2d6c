#pragma once

#include "tests/services/moneyfixture.h"

#include <QStringList>

#include <functional>

namespace kessai {

/// Where the invariants are looked up: an opened shop, the requests that its gateway got, and the secret that
/// nothing of the shop may hold.
struct InvariantSource
{
    std::function<Shop &()> shop;
    std::function<QList<simulator::LedgerEntry>()> ledger;
    QString shopPass;
    /// The journal was written by the machine's clock, so a request can only belong to the last arming of its
    /// digest before it.
    bool isRealTime = false;
};

/// The request is one of the calls that move money, of whatever method.
bool movesMoney(const simulator::LedgerEntry &entry);

/// The invariants of journal.md §16 over the journal on disk and the simulator's ledger; each line names the
/// one that is broken. The shop must be open. I10 is CallWatch's.
///
/// Keep one object for the whole story: a request that arrives after its operation was seen to be over is a
/// stranger, whatever its digest.
class Invariants
{
public:
    explicit Invariants(MoneyFixture &money);
    explicit Invariants(InvariantSource source) : m_source(std::move(source)) {}

    /// What holds at every moment, for this payment: I1, I2, I4, I6 to I9, I15.
    QStringList broken(const QString &gatewayOrderId);
    /// And what holds at rest with faults off: I3, I5, I11. What a paused run still wants may wait.
    QStringList brokenAtRest(const QString &gatewayOrderId);
    /// I12: each run that is over adds up, and its captured yen are those of the ledger.
    QStringList brokenRuns();
    /// I13, I14 and every check of `kessai doctor`.
    QStringList brokenStore();

    /// The requests that took up the armings of each operation of this payment, in order.
    QHash<OperationId, QList<simulator::LedgerEntry>> requestsOf(const QString &gatewayOrderId);

private:
    /// One arming: the permission for one request.
    struct Arming
    {
        Operation operation;
        QString digest;
        qint64 sequence = 0;
        QDateTime at;
        bool unsent = false; ///< the journal says that its body was never offered
        std::optional<simulator::LedgerEntry> request;
    };
    struct Seen
    {
        QString name;
        PaymentMethod method = PaymentMethod::Card;
        qint64 fence = 0;
        QList<Operation> operations;
        QList<Evidence> rows; ///< of all operations, in order
        QHash<OperationId, QList<Evidence>> rowsOf;
        QList<Arming> armings;
        QList<simulator::LedgerEntry> strangers; ///< mutating requests that no arming allows
    };
    Seen look(const QString &gatewayOrderId);
    void giveRequests(Seen &seen);
    QList<Arming>::iterator armingOf(Seen &seen, const simulator::LedgerEntry &entry, const QString &digest);
    static void checkRequests(const Seen &seen, QStringList &problems);
    static void checkLedger(const Seen &seen, QStringList &problems);
    static void checkOrder(const Seen &seen, QStringList &problems);
    void checkOperation(const Operation &operation, const QList<Evidence> &rows, QStringList &problems);
    bool mayWait(const Operation &operation);
    QHash<OperationId, Yen> soldYen();

    ShopContext &context() { return m_source.shop().context(); }

    InvariantSource m_source;
    QHash<qint64, qint64> m_taken; ///< requests of the ledger and the ARM rows that they took up
    QSet<qint64> m_over;           ///< ARM rows whose operation was seen to be over
};

} // namespace kessai
