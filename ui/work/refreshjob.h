#pragma once

#include "core/services/shopsession.h"

#include <QObject>

namespace kessai {

/// 決済状態確認・反映 of several payments (S61), as many at a time as the shop has slots. Deletes itself when
/// it is done.
class RefreshJob : public QObject
{
    Q_OBJECT

public:
    RefreshJob(ShopSession &session, QList<PaymentId> payments, QObject *parent);

    struct Result
    {
        int read = 0;
        int unread = 0; ///< the gateway or the store was of no use
        int changed = 0;
        QString problem; ///< "" or one sentence: the first thing that went wrong
    };

    void start();
    /// Reads no more; what is asked already comes back.
    void stop() { m_payments.clear(); }

signals:
    void progressed(int done, int total);
    void finished(const kessai::RefreshJob::Result &result);

private:
    void fill();
    void askNext();
    void take(const StorageResult<RefreshItem> &item);
    void onDropped();

    ShopSession &m_session;
    QList<PaymentId> m_payments;
    int m_total;
    int m_parallel = 1;
    int m_inFlight = 0;
    bool m_over = false;
    int m_asked = 0;
    int m_read = 0;
    int m_skipped = 0; ///< not asked any more, because it would have been of no use
    int m_changed = 0;
    QString m_problem;
};

} // namespace kessai
