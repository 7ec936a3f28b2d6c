#pragma once

#include "core/domain/payment.h"
#include "core/domain/paymentrules.h"
#include "core/storage/database.h"
#include "core/storage/ordercolumns.h"

namespace kessai {

/// Payments and the columns that the lists read (design.md §4). All changes keep the maintained columns of
/// the order's row right, in the caller's transaction or in one of their own.
class PaymentRepository
{
public:
    PaymentRepository(Database &database, PaymentRules rules)
        : m_database(database), m_rules(std::move(rules))
    {
    }

    /// From now on; moveDeadlines() brings the columns that stand into line.
    void setRules(const PaymentRules &rules) { m_rules = rules; }

    StorageResult<Payment> byId(PaymentId id);
    /// Oldest first, with those taken off again (unlinkedReason).
    StorageResult<QList<Payment>> ofOrder(OrderId id);
    /// Linked payments of the order with a live operation or an open finding: what is known of them may be
    /// behind what the gateway has.
    StorageResult<QList<PaymentId>> heldOf(OrderId id);
    StorageResult<std::optional<Payment>> byGatewayOrderId(const QString &shop,
                                                           const QString &gatewayOrderId);

    enum class LinkOutcome { Linked, AlreadyLinked, BelongsToOtherOrder };
    /// Makes a payment for the order. A known OrderID of another order is refused, not moved.
    StorageResult<LinkOutcome> link(OrderId order, const QString &shop, const QString &gatewayOrderId,
                                    PaymentMethod method);
    /// Takes the link off with a reason; the payment row stays. Refused (kind Unique) while an operation is
    /// live.
    StorageResult<Nothing> unlink(PaymentId id, const QString &reason, const QString &operatorName,
                                  const QString &seat);

    /// Takes the payment's lock until the end of the caller's transaction and says whether it still stands as
    /// it did when it was read: not claimed since, and no operation live.
    StorageResult<bool> lockUnmoved(const Payment &seen);

    /// Details that come with a read and are not in the snapshot.
    struct ReadDetails
    {
        QString methodCode;
        QString payTimes;
        QString forward;
        QString maskedCardNumber;
        MethodFacts facts{};                          ///< of the other methods
        QList<std::pair<QString, QString>> numbers{}; ///< table payment_fact: the gateway's name and value
    };
    /// The numbers and codes that the gateway told of a payment (受付番号, 確認番号 …), by the gateway's
    /// name, as table payment_fact keeps them.
    StorageResult<QList<std::pair<QString, QString>>> numbersOf(PaymentId id);

    /// Stores a trusted snapshot with A and S (learnTimes) and refreshes the maintained columns.
    StorageResult<Nothing> storeSnapshot(PaymentId id, const Snapshot &snapshot, const QDateTime &readAt,
                                         const std::optional<ReadDetails> &details);
    /// As storeSnapshot(). @returns the payments of its order as they are then, and what is to be paid for it
    StorageResult<OrderPayments> keepSnapshot(PaymentId id, const Snapshot &snapshot, const QDateTime &readAt,
                                              const std::optional<ReadDetails> &details);
    /// Recomputes the maintained columns of an order (status, deadlines, difference, doubt, last operation,
    /// ambiguity).
    StorageResult<Nothing> refreshOrderColumns(OrderId id);

    /// Payments that can still change by themselves: at the store, at the bank, on the carrier's page, at the
    /// wallet (UNPROCESSED, AUTHPROCESS, REQSUCCESS, PAYSTART, REQ… of a method that is no card). One that
    /// stands UNPROCESSED for three days was given up by its shopper and stays so for ever: it is left out.
    /// Those that press first, each group newest first. Pressing: the wallet has accepted a request and not
    /// said its final word, or the お支払期限 lies within a day of `now`, before or after it.
    /// @param notReadSince only those whose last read is before this instant
    /// @param pressingNotReadSince the same of those that press
    StorageResult<QList<PaymentId>> changingByThemselves(const QDateTime &notReadSince,
                                                         const QDateTime &pressingNotReadSince,
                                                         const QDateTime &now);

    /// Payments of open orders, newest first: all, or only those never read of a method that can be read.
    StorageResult<QList<PaymentId>> openPayments(bool onlyNeverRead);
    /// All linked payments that were ever read, newest first.
    StorageResult<QList<PaymentId>> readPayments();

private:
    Database &m_database;
    PaymentRules m_rules;
};

} // namespace kessai
