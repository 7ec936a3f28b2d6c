#pragma once

#include "core/simulator/transaction.h"

#include <QHash>
#include <QMultiMap>

namespace kessai::simulator {

/// The running number from which TranID and Approve are made (protocol.md §12): SALES takes none, a cancel
/// and an authorisation one, an amount change two.
class TransactionNumbers
{
public:
    void step(int count) { m_taken += count; }
    [[nodiscard]] qint64 taken() const { return m_taken; }
    void setTaken(qint64 taken) { m_taken = taken; }

    /// `yyMMddHHmm`, twelve `1`, six digits of the running number.
    [[nodiscard]] QString tranId(const QDateTime &instant) const;
    /// Seven digits.
    [[nodiscard]] QString approve() const;

private:
    qint64 m_taken = 0;
};

/// All transactions of the shop, by OrderID and by AccessID, in the order of their entry.
class TransactionBook
{
public:
    TransactionBook(const QString &shopPass, quint32 seed);

    [[nodiscard]] const Transaction *byOrderId(const QString &orderId) const;
    /// Nothing unless both belong together.
    [[nodiscard]] const Transaction *byHandle(const QString &accessId, const QString &accessPass) const;
    [[nodiscard]] const Transaction *byAccessId(const QString &accessId) const;
    [[nodiscard]] QList<Transaction> all() const { return m_transactions; }
    /// Those with which the gateway goes on by itself, because their dueAt has passed; oldest first.
    [[nodiscard]] QList<MultiTransaction> due(const QDateTime &now) const;

    /// Adds the transaction or replaces the one of the same OrderID.
    void put(const Transaction &transaction);

    /// The AccessID of the `index`-th transaction from now, 32 lower-case hex digits; 0 is the next one.
    [[nodiscard]] QString nextAccessId(int index = 0) const;
    [[nodiscard]] QString accessPass(const QString &accessId) const;

    [[nodiscard]] const TransactionNumbers &numbers() const { return m_numbers; }
    void setNumbers(const TransactionNumbers &numbers) { m_numbers = numbers; }

private:
    QByteArray m_passKey;
    quint32 m_seed;
    void keepDueTime(const Transaction *before, const Transaction &after);

    QList<Transaction> m_transactions;
    QHash<QString, qsizetype> m_byOrderId;
    QHash<QString, qsizetype> m_byAccessId;
    QMultiMap<QDateTime, QString> m_dueTimes; ///< OrderIDs by dueAt
    TransactionNumbers m_numbers;
};

} // namespace kessai::simulator
