#pragma once

#include "tests/services/moneyfixture.h"

#include <QStringList>

namespace kessai {

/// The invariants of journal.md §16 over the journal on disk and the simulator's ledger; each line names the
/// one that is broken. The shop must be open.
class Invariants
{
public:
    explicit Invariants(MoneyFixture &money) : m_money(money) {}

    /// What holds at every moment, for this payment: I1, I2, I4, I6 to I9, I15.
    QStringList broken(const QString &gatewayOrderId);
    /// And what holds at rest with faults off: I3, I5, I11.
    QStringList brokenAtRest(const QString &gatewayOrderId);
    /// I13 and every check of `kessai doctor`.
    QStringList brokenStore();

private:
    struct Seen
    {
        QString name;
        QList<Operation> operations;
        QList<simulator::LedgerEntry> requests; ///< mutating ones that arrived
    };
    Seen look(const QString &gatewayOrderId);
    void checkRequests(const Seen &seen, QStringList &problems);
    void checkOperation(const Operation &operation, QStringList &problems);

    MoneyFixture &m_money;
};

} // namespace kessai
