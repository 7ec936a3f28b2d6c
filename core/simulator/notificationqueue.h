#pragma once

#include "core/simulator/callcontext.h"

namespace kessai::simulator {

/// A result notification (protocol.md §9) on its way to the shop.
struct Notification
{
    qint64 number = 0; ///< from 1
    QString orderId;
    QString status;
    QByteArray body;  ///< the form as it is posted; empty when nothing more will be
    QDateTime nextAt; ///< by the simulator's clock
    int attempts = 0;
    bool received = false;
};

/// What is told to the shop of every change of a transaction, and when: at once, an expiry some hours later,
/// and what was not received again each hour, five times. It is not in the ledger: a started simulator has
/// nothing to tell of what was before.
class NotificationQueue
{
public:
    /// Empty: nothing is told any more.
    void setAddress(const QString &url) { m_address = url; }
    [[nodiscard]] const QString &address() const { return m_address; }

    /// Takes the transaction as it is now; one that was only entered is not told of.
    void announce(const Transaction &transaction, const GatewayContract &contract, const QDateTime &now);

    /// The first one to be posted now.
    [[nodiscard]] std::optional<Notification> next(const QDateTime &now) const;
    /// The shop answered, or nobody did.
    void answered(qint64 number, bool received, const QDateTime &now);

    [[nodiscard]] const QList<Notification> &all() const { return m_notifications; }

private:
    QString m_address;
    QList<Notification> m_notifications;
    QList<qint64> m_open; ///< numbers of those that may be posted again
};

/// The fields of a notification in the order of protocol.md §9, with ShopPass and AccessPass masked.
ReplyFields notificationFields(const Transaction &transaction, const GatewayContract &contract);

} // namespace kessai::simulator
