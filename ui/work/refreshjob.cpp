#include "ui/work/refreshjob.h"

#include "ui/models/whendone.h"

namespace kessai {

RefreshJob::RefreshJob(ShopSession &session, QList<PaymentId> payments, QObject *parent)
    : QObject(parent), m_session(session), m_payments(std::move(payments)), m_total(int(m_payments.size()))
{
}

void RefreshJob::start()
{
    emit progressed(0, m_total);
    next();
}

void RefreshJob::next()
{
    if (m_payments.isEmpty()) {
        emit finished({m_read, m_asked - m_read + m_skipped, m_changed, m_problem});
        deleteLater();
        return;
    }
    const PaymentId id = m_payments.takeFirst();
    const auto read = [id](Shop &shop) { return shop.refresh().refresh(id, shop.operatorName()); };
    whenDone(
        m_session.onEngine(read), this, [this](const StorageResult<RefreshItem> &item) { take(item); },
        [this] {
            stop();
            next();
        });
}

void RefreshJob::take(const StorageResult<RefreshItem> &item)
{
    ++m_asked;
    const QString problem = item ? item->error : item.error().message;
    m_read += problem.isEmpty() ? 1 : 0;
    if (!problem.isEmpty() && m_problem.isEmpty()) {
        m_problem = problem;
    }
    if (item && item->changed) {
        ++m_changed;
    }
    if (!item || item->gatewayUnusable) {
        m_skipped = int(m_payments.size());
        stop(); // the others would fare no better
    }
    emit progressed(m_asked, m_total);
    next();
}

} // namespace kessai
