#pragma once

#include "core/base/idmetatypes.h"

#include <QDateTime>
#include <QObject>
#include <QString>

namespace kessai {

/// Tells whoever listens what has just become durable. Emitted on the engine's thread, after the commit.
class ChangeNotifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    /// Status, amounts, dates, live operation or findings of this payment changed.
    void paymentChanged(kessai::PaymentId id, kessai::OrderId order);
    /// 対応状況, links or imported values of this order changed.
    void orderChanged(kessai::OrderId id);
    /// Many orders changed at once (an import).
    void ordersChanged();
    void runChanged(const QString &runId);
    /// Payments that change by themselves and are asked for in the background (Watching): how many are still
    /// to come, and about how long they take; 0 and 0 when it is over for now.
    void watchedReadsLeft(int count, int seconds);
    /// The gateway answered at this instant (status bar), or could not be reached.
    void gatewayAnswered(const QDateTime &at);
    void gatewayUnreachable(const QString &reason);
    /// The gateway's clock and this machine's differ by more than ten minutes (not for loopback): once, until
    /// they agree again, which is said with 0.
    void clockDiffers(qint64 seconds);
    /// An answer could not be written and is kept in memory (journal.md §12): red banner until
    /// storeRecovered.
    void storeFailing(const QString &reason);
    void storeRecovered();
    /// A code that the error table does not know came back: once for each of an answer's.
    void unknownCodeSeen(const QString &errInfo);
};

} // namespace kessai
