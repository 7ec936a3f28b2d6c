#pragma once

#include "core/base/idmetatypes.h"
#include "core/storage/seat.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace kessai {

/// PostgreSQL: tells the other seats of a database what this one changed, and hears what they changed, so
/// that their windows show it (design.md §3). Only ids travel. News may be lost: a failure is logged and
/// forgotten, and nothing but what is shown may depend on them. SQLite has one seat: does nothing.
///
/// Lives on its connection's thread. Hearing, and telling before the end, need that thread's event loop.
class SeatNews : public QObject
{
    Q_OBJECT

public:
    SeatNews(Database &database, const Seat &seat);
    /// What is not told yet is told now: a command ends right after its last change.
    ~SeatNews() override;

    /// From now on the signals say what other seats changed. Over a reconnect that is: perhaps everything.
    void listen();

    /// What has just become durable here. What comes within a moment goes out together.
    void tellPayment(PaymentId id, OrderId order);
    void tellOrder(OrderId id);
    void tellOrders();
    void tellRun(const QString &runId);

signals:
    // As ChangeNotifier's, of what other seats changed.
    void paymentChanged(kessai::PaymentId id, kessai::OrderId order);
    void orderChanged(kessai::OrderId id);
    void ordersChanged();
    void runChanged(const QString &runId);

private:
    void add(const QString &word);
    void send();
    bool notify(const QString &payload);
    void subscribe();
    void hear(const QString &payload);
    void repeat(const QString &word);

    Database &m_database;
    QString m_boot;
    QSet<QString> m_words; ///< not told yet
    QTimer m_sending;
};

} // namespace kessai
